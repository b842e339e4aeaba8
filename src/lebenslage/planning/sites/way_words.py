"""On which ways an answer counts, in words: along the streets or as the crow flies, by whose pace, and who has no way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lebenslage.law.texts import Texts
from lebenslage.planning.sites.saying import listed, number
from lebenslage.quarters.places.models import StreetMap

ROOM: Final = "planning_ways"
LINE: Final = "line"
WHEELCHAIR: Final = "wheelchair"
LOST: Final = ("no_street", "cut_off")
PLACES: Final = ("places_off", "places_cut")


@dataclass(frozen=True, slots=True)
class WayWords:
    """The ways of an answer (`told` by `ways.py`; an answer from before there were maps has none) and what was asked for."""

    told: Mapping[str, Any]
    terms: Mapping[str, Any]
    say: Texts

    @property
    def kind(self) -> str:
        """The kind of way in one sentence, with day, source and licence of the map."""
        if not self.on_streets:
            return self.say(ROOM, "line")
        day = f"{date.fromisoformat(self.told['on']):%d.%m.%Y}"
        values = {"who": self.say(ROOM, "groups", self.told["group"]), "source": self.told["source"], "licence": self.told["licence"]}
        return self.say(ROOM, "streets", day=day, **values)

    def minutes(self, far: int | str) -> str:
        """A way of so many minutes."""
        return self.say(ROOM, "rolling" if self.told.get("group") == WHEELCHAIR else "walking", minutes=far)

    @property
    def cautions(self) -> Sequence[str]:
        """How fast people go, and what makes these ways less certain."""
        if not self.on_streets:
            return [self.say(ROOM, "as_the_crow_flies"), *([self.say(ROOM, "line_and_steps")] if self.terms.get("barrier_free") else [])]
        metres = number(10 * 60 * self.told["speed"], self.say)
        said = [self.say(ROOM, "pace", metres=metres, hourly=number(3.6 * self.told["speed"], self.say, digits=1))]
        if self.told["group"] == WHEELCHAIR:
            percent, kerbs = (number(100 * self.told[key], self.say) for key in ("known", "kerbs"))
            said.append(self.say(ROOM, "steps", percent=percent, kerbs=kerbs))
        return said

    @property
    def lost(self) -> Sequence[str]:
        """Who has no street near or is cut off, and the places to which nobody comes."""
        if not self.on_streets:
            return []
        counted = [(key, self.told[key]) for key in LOST if self.told[key] >= 1]
        people = [
            self.say(ROOM, key, people=number(some, self.say), metres=number(self.told["farthest"], self.say)) for key, some in counted
        ]
        return [*people, *(self.say(ROOM, key, names=listed(self.told[key], self.say)) for key in PLACES if self.told[key])]

    @property
    def on_streets(self) -> bool:
        """Whether they go along streets."""
        return self.told.get("kind", LINE) != LINE


def ways_now(map: StreetMap | None, say: Texts) -> str:
    """On which ways a question that is asked now will count."""
    if map is None:
        return say(ROOM, "now_line")
    return say(ROOM, "now_streets", day=f"{map.on:%d.%m.%Y}", source=map.source, licence=map.licence)
