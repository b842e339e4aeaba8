"""What the frame around a page needs: its language, its sentences and the same page in the other languages."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from lebenslage.benefits.together.law import TEXT_DIRECTORIES
from lebenslage.law.texts import LANGUAGES, Texts, texts
from lebenslage.pages.languages import DEFAULT, SPOKEN, Language

MOST_PAGES: Final = 2048
# The doors of those who work in an authority: name, address, and the roles that may enter.
STAFF_DOORS: Final = (
    ("work_list", "/amt/", frozenset({"caseworker", "approver"})),
    ("planning", "/planung/", frozenset({"planner", "department", "reader"})),
    ("neighbours", "/amt/nachbarn/einrichten/", frozenset({"administrator"})),
)


@dataclass(frozen=True, slots=True)
class Translation:
    """The same page in a language."""

    language: Language
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Door:
    """A link in the head of a page for staff."""

    name: str
    address: str
    current: bool


@cache
def sentences(language: str) -> Texts:
    """Every sentence of the law, and of every room that is installed, in a language."""
    rooms = [Path(room.path) for room in apps.get_app_configs()]
    directories = [directory for room in rooms for directory in (room / "texts", *sorted(room.glob("*/texts")))]
    return texts(language, *TEXT_DIRECTORIES, *dict.fromkeys(directories))


def frame(language: str, page: str, *about: object) -> dict[str, Any]:
    """The context of the base template for a page, named as in the address book; `about` is the rest of its address."""
    translations = _translations(language, page, *map(str, about))
    return {"language": SPOKEN[language], "say": sentences(language), "translations": translations, "home": settings.START_PAGE}


@lru_cache(MOST_PAGES)
def _translations(language: str, page: str, *about: str) -> tuple[Translation, ...]:
    return tuple(Translation(SPOKEN[code], reverse(page, args=[code, *about]), code == language) for code in LANGUAGES)


def staff_frame(request: HttpRequest) -> dict[str, Any]:
    """The context of `pages/staff.html`: German, no choice of language, the doors that are open to this role. Needs `request.staff`."""
    staff: Any = request.staff  # type: ignore[attr-defined]  # a room above puts it there
    doors = [Door(name, address, request.path.startswith(address)) for name, address, roles in STAFF_DOORS if staff.role in roles]
    return {
        "language": SPOKEN[DEFAULT],
        "say": sentences(DEFAULT),
        "translations": [],
        "home": settings.START_PAGE,
        "staff": staff,
        "doors": doors,
        "staff_home": doors[0].address if doors else "/",
    }
