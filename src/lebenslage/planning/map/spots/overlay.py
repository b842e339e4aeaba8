"""Areas among their like, and those that stand out: words, shades and patterns; high is lined, low is dotted, outliers are orange."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan
from typing import Final

from lebenslage.atlas.patterns import Place
from lebenslage.law.texts import Texts
from lebenslage.planning.map.figures import with_unit
from lebenslage.planning.map.several.overlay import Overlay, figure
from lebenslage.planning.map.spots.looking import Spots
from lebenslage.planning.map.wording import ROOM
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.looks import Look, hidden, missing

KINDS: Final[Mapping[Place, tuple[str, str, str]]] = {
    Place.HIGH_AMONG_HIGH: ("HH", "r5", "dense-lines"),
    Place.LOW_AMONG_LOW: ("NN", "r2", "dense-dots"),
    Place.HIGH_AMONG_LOW: ("HN", "b02", "dense-lines"),
    Place.LOW_AMONG_HIGH: ("NH", "b01", "dense-dots"),
}
"""The sign, the shade and the pattern of each kind that is clear, in the order of the legend."""
NOT_CLEAR, ALONE, HIDDEN, MISSING = range(len(KINDS), len(KINDS) + 4)


def overlay_of(spots: Spots, column: Column, say: Texts) -> Overlay:
    """The areas in their kinds; the table says the figure of each and the mean of its neighbours."""
    means = zip(spots.known.tolist(), spots.near.tolist(), strict=True)
    near = {place: with_unit(mean, column.indicator) for place, mean in means if not isnan(mean)}

    def said(place: int) -> Sequence[str]:
        return [figure(column, place, say), near.get(place, say(ROOM, "missing"))]

    return Overlay(classes_of(spots, column), _looks(say), said, first=frozenset(range(len(KINDS))))


def classes_of(spots: Spots, column: Column) -> Sequence[int]:
    """The kind of each area."""
    classes = [HIDDEN if mark == Mark.SUPPRESSED else MISSING for mark in column.marks]
    order = list(KINDS)
    for place, kind, clear in zip(spots.known.tolist(), spots.of_areas.places.tolist(), spots.found.tolist(), strict=True):
        classes[place] = ALONE if kind == Place.ALONE else order.index(Place(kind)) if clear else NOT_CLEAR
    return classes


def _looks(say: Texts) -> Sequence[Look]:
    clear = [Look(say(ROOM, "spots", "kinds", kind.name), *look) for kind, look in KINDS.items()]
    unclear = [
        Look(say(ROOM, "spots", "kinds", "NOT_CLEAR"), "", "b00", "plain"),
        Look(say(ROOM, "spots", "kinds", "ALONE"), "o", "b00", "slashes"),
    ]
    return [*clear, *unclear, hidden(say(ROOM, "suppressed")), missing(say(ROOM, "missing"))]
