"""What the address of the workbench asks for: everything on the page stands in it, so a page can be linked and printed as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

METHODS: Final = ("quantile", "natuerlich", "grenzen")
LEAST, MOST, USUAL = 3, 7, 5
SORTINGS: Final = ("wert", "-wert", "name", "-name")
MOST_LIMITS: Final = MOST - 1
MOST_SEVERAL: Final = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """An indicator at a day, how its values are sorted into classes, an area (and another), an order, and further indicators."""

    ebene: str = ""
    merkmal: str = ""
    tag: str = ""
    art: str = METHODS[0]
    klassen: int = USUAL
    grenzen: Sequence[float] = ()
    gebiet: str = ""
    mit: str = ""
    zweites: str = ""
    merkmale: Sequence[str] = ()
    sortierung: str = "-wert"
    suche: str = ""
    seite: int = 1

    def address(self, **changes: Any) -> str:
        """The query of an address that asks for the same but for these changes; what is usual stays away."""
        given = replace(self, **changes)
        usual = Choice()
        pairs = [(name, getattr(given, name)) for name in Choice.__slots__ if getattr(given, name) != getattr(usual, name)]
        return "?" + urlencode([(name, written(value)) for name, value in pairs])

    @property
    def fields(self) -> Sequence[tuple[str, str]]:
        """The same as the hidden fields of a form, without what the form itself asks for."""
        return parse_qsl(self.address(seite=1, suche="", gebiet="").removeprefix("?"))

    @property
    def picture(self) -> str:
        """The query of the picture: nothing in it that does not change the picture, so that a browser asks for it once."""
        return replace(self, gebiet="", suche="", seite=1, sortierung="-wert").address()

    @property
    def limits_written(self) -> str:
        """The fixed limits as they stand in their field."""
        return written(self.grenzen)

    @property
    def by_name(self) -> bool:
        """Whether the table is in the order of the names."""
        return self.sortierung.endswith("name")

    @property
    def downwards(self) -> bool:
        """Whether the order is turned round."""
        return self.sortierung.startswith("-")


def chosen(given: Mapping[str, str]) -> Choice:
    """Read an address; what cannot be is the usual."""
    limits = tuple(sorted(set(_numbers(given.get("grenzen", "")))))[:MOST_LIMITS]
    method, sorting = given.get("art", ""), given.get("sortierung", "")
    usual = "grenzen" if limits and not method else METHODS[0]
    return Choice(
        ebene=given.get("ebene", ""),
        merkmal=given.get("merkmal", ""),
        tag=given.get("tag", ""),
        art=method if method in METHODS else usual,
        klassen=_between(given.get("klassen", ""), LEAST, MOST, USUAL),
        grenzen=limits,
        gebiet=given.get("gebiet", ""),
        mit=given.get("mit", ""),
        zweites=given.get("zweites", ""),
        merkmale=_several(given),
        sortierung=sorting if sorting in SORTINGS else "-wert",
        suche=given.get("suche", "").strip()[:60],
        seite=_between(given.get("seite", ""), 1, 10_000, 1),
    )


def written(value: object) -> str:
    """A value as it stands in an address: numbers with a decimal comma apart by semicolons, words by commas."""
    if isinstance(value, (tuple, list)):
        return (";" if value and isinstance(value[0], float) else ",").join(map(written, value))
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def _several(given: Mapping[str, str]) -> Sequence[str]:
    """Several indicators: as one word with commas, or as a form sends its boxes."""
    boxes: Sequence[str] = given.getlist("merkmale") if hasattr(given, "getlist") else [given.get("merkmale", "")]
    return tuple(dict.fromkeys(key for box in boxes for key in box.split(",") if key))[:MOST_SEVERAL]


def _numbers(text: str) -> Sequence[float]:
    """Numbers as people write them: 5; 10,5; 20."""
    parts = text.replace(" ", ";").split(";")
    return [float(part.replace(",", ".")) for part in parts if part.replace(",", ".").replace(".", "", 1).lstrip("-").isdecimal()]


def _between(text: str, least: int, most: int, usual: int) -> int:
    return min(most, max(least, int(text))) if text.isdecimal() and len(text) < 9 else usual
