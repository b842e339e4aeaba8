"""What somebody looks for, as it stands in the address. Her own address never stands there: only the area or the house it led to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlencode

from lebenslage.authorities.models import Authority
from lebenslage.offers.narrowing import Wish
from lebenslage.offers.search import without
from lebenslage.offers.topics import SPOKEN, TOPICS
from lebenslage.offers.whereabouts import whereabouts

TOWN, PAGE, PLACE, UNKNOWN = "stadt", "seite", "wo", "unbekannt"
TEXTS: Final = {"words": "suche", "area": "gebiet", "postcode": "plz"}
MARKS: Final = {"open_now": "offen", "step_free": "stufenlos", "free": "kostenlos"}
CHOICES: Final = {"topic": ("thema", frozenset(TOPICS)), "language": ("sprache", frozenset(SPOKEN))}
NEAR, YES = "bei", "ja"
LONGEST: Final = 100
LONGEST_NUMBER: Final = 12


def wish_in(given: Mapping[str, str]) -> Wish:
    """The wish that an address tells; what it does not know is left out."""
    near = given.get(NEAR, "")
    parts: dict[str, Any] = {
        **{name: given.get(key, "")[:LONGEST].strip() for name, key in TEXTS.items()},
        **{name: given.get(key) == YES for name, key in MARKS.items()},
        **{name: given[key] for name, (key, known) in CHOICES.items() if given.get(key) in known},
        "near": int(near) if near.isascii() and near.isdigit() and len(near) < LONGEST_NUMBER else 0,
    }
    return Wish(**parts)


def placed(authority: Authority, wish: Wish, typed: str) -> tuple[Wish, bool]:
    """The wish with where she is, and whether her street or postcode is not known here. Nothing typed keeps what was known."""
    if not typed.strip():
        return wish, False
    here = whereabouts(authority, typed[:LONGEST])
    known = bool(here.area or here.postcode or here.near)
    return replace(wish, area=here.area, postcode=here.postcode, near=here.near), not known


def address_of(town: Authority, wish: Wish, *, page: int = 1, unknown: bool = False) -> str:
    """What stands behind the question mark for a wish."""
    parts = {
        TOWN: town.key,
        **{key: getattr(wish, name) for name, key in TEXTS.items()},
        **{key: getattr(wish, name) for name, (key, _) in CHOICES.items()},
        **{key: YES if getattr(wish, name) else "" for name, key in MARKS.items()},
        NEAR: wish.near or "",
        PAGE: page if page > 1 else "",
        PLACE: UNKNOWN if unknown else "",
    }
    return urlencode({key: value for key, value in parts.items() if value})


def nowhere(wish: Wish) -> Wish:
    """The same wish, wherever she is."""
    return replace(wish, area="", postcode="", near=0)


def without_any(wish: Wish, name: str) -> Wish:
    """The same wish without one part, or without where she is."""
    return nowhere(wish) if name == PLACE else without(wish, name)
