"""The rooms of the planners' door, in the order in which a planning cycle goes through them, and the frame of their pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest

from lebenslage.authorities.models import Role
from lebenslage.pages.frame import staff_frame

DOOR: Final = "/planung/"
READ: Final = (Role.PLANNER, Role.DEPARTMENT, Role.READER)
TAKE_PART: Final = (Role.PLANNER, Role.DEPARTMENT)
PLAN: Final = (Role.PLANNER,)
ROOMS: Final = ("daten", "karte", "bericht", "geld", "konferenzen", "hitze", "standorte", "angebote", "rechte", "austausch")


@dataclass(frozen=True, slots=True)
class Room:
    """A room: its sentences stand under `planning.rooms` by its name."""

    name: str
    address: str
    current: bool


def planning_frame(request: HttpRequest) -> dict[str, Any]:
    """The context of `planning/page.html`: that of every page for staff, and the rooms of this door."""
    return {**staff_frame(request), "rooms": [_room(name, request.path) for name in ROOMS]}


def _room(name: str, path: str) -> Room:
    address = f"{DOOR}{name}/"
    return Room(name, address, path.startswith(address))
