"""Where a change began: the page to which somebody returns after it. Only these ways are followed, whatever an address says."""

from typing import Final

from django.urls import reverse

WAYS: Final = {"ergebnis": "portal:result", "pruefen": "portal:check_answers"}
SECTION: Final = "antrag-"


def way_back(way: str, language: str, otherwise: str | None = None) -> str:
    """The address of a way back; the result where it is none of ours, or what is given `otherwise`."""
    if way in WAYS:
        return reverse(WAYS[way], args=[language])
    if way.startswith(SECTION) and way.removeprefix(SECTION).isidentifier():
        return reverse("portal:section", args=[language, way.removeprefix(SECTION)])
    return reverse("portal:result", args=[language]) if otherwise is None else otherwise
