"""From an address to the overlay it asks for; figures are loaded of those indicators alone."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404

from lebenslage.authorities.access import StaffRequest
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.map.asked import Asked, town_of, usual
from lebenslage.planning.map.choice import Choice, chosen
from lebenslage.planning.map.several.overlay import burdens, two
from lebenslage.planning.map.several.shown import Shown
from lebenslage.planning.map.wording import ROOM
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Better, Indicator, Kind


def pair_asked_for(request: StaffRequest) -> Shown:
    """Two indicators: those of the address, or the usual one and another. Raises Http404 where the town has none of them."""
    found, choice = found_for(request)
    first = choice.merkmal or usual(found.catalogue).key
    second = choice.zweites or next((one.key for one in found.catalogue if one.key != first and one.kind != Kind.COUNT), first)
    filled = found.having([first, second])
    columns = [latest(filled, key) for key in (first, second)]
    names = [one.indicator.name for one in columns]
    return Shown(filled, choice, columns, two(columns[0], columns[1], sentences(DEFAULT)), " × ".join(names), "map_two", names)


def burdens_asked_for(request: StaffRequest) -> Shown:
    """Many burdens: the indicators of the address, or every share that is better low. Raises Http404 where the town has none of them."""
    found, choice = found_for(request)
    keys = choice.merkmale or _usual_burdens(found.catalogue)
    filled, say = found.having(keys), sentences(DEFAULT)
    columns = [latest(filled, key) for key in keys]
    heads = [say(ROOM, "burdens", "which"), say(ROOM, "burdens", "lacking")]
    return Shown(filled, choice, columns, burdens(columns, say), say(ROOM, "views", "burdens"), "map_burdens", heads)


def found_for(request: StaffRequest) -> tuple[Asked, Choice]:
    """The areas and the catalogue of a town, still without figures. Raises Http404 where there are none."""
    choice = chosen(request.GET)
    found = town_of(request.staff.authority, choice)
    if found is None:
        raise Http404
    return found, choice


def latest(found: Asked, key: str) -> Column:
    """The latest column of an indicator. Raises Http404 where the town has none."""
    column = found.at(key, "")
    if column is None:
        raise Http404
    return column


def _usual_burdens(catalogue: Sequence[Indicator]) -> Sequence[str]:
    keys = [one.key for one in catalogue if one.kind == Kind.SHARE and one.better == Better.LOW]
    return keys or [usual(catalogue).key]
