"""The map of an answer: how many people of each quarter have it near, what stands, and what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from lebenslage.law.texts import Texts
from lebenslage.quarters.looks import Look, missing
from lebenslage.quarters.maps import Picture, Spot, drawn_map, placed
from lebenslage.quarters.models import Edition
from lebenslage.quarters.places.models import Scenario

ROOM: Final = "planning_scenario"
NEW, STANDING = "diamond", "ring"
SHARES: Final = (0.75, 0.5, 0.25)
LOOKS: Final = (("r1", "plain"), ("r3", "dots"), ("r4", "lines"), ("r6", "dense-cross"))


def drawn_answer(scenario: Scenario, edition: Edition, say: Texts) -> str:
    """The map as SVG with its legend; the edition has outlines."""
    result = scenario.result
    shares = [Look(say(ROOM, "shares", str(at)), str(at + 1), *look) for at, look in enumerate(LOOKS)]
    by_key = {one["key"]: _step(one) for one in result["quarters"]}
    picture = Picture(
        edition.drawn,
        edition.names,
        [by_key.get(key, len(LOOKS)) for key in edition.keys],
        [*shares, missing(say(ROOM, "shares", "nobody"))],
        say(ROOM, "map_title", name=scenario.name),
        say(ROOM, "map_summary"),
        spots=[*_spots(edition, result["standing"], STANDING), *_spots(edition, result["chosen"], NEW)],
        signs={sign: say(ROOM, "signs", sign) for sign in (STANDING, NEW) if sign == NEW or result["standing"]},
        id=f"szenario-{scenario.pk}",
    )
    return drawn_map(picture, legend=True)


def _spots(edition: Edition, places: Sequence[Mapping[str, Any]], sign: str) -> list[Spot]:
    return [Spot(*placed(edition.drawn, one["x"], one["y"]), sign, one["name"]) for one in places]


def _step(quarter: Mapping[str, Any]) -> int:
    """The class of a quarter on the map: three quarters, half, a quarter of the people have it near, or fewer; none asks."""
    if quarter["people"] < 1:
        return len(LOOKS)
    share = quarter["after"] / quarter["people"]
    return next((place for place, least in enumerate(SHARES) if share >= least), len(SHARES))
