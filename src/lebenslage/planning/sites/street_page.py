"""The page of the map of streets in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from lebenslage.law.texts import Texts
from lebenslage.planning.sites.saying import listed, number
from lebenslage.quarters.places.models import State, StreetMap

ROOM: Final = "planning_ways"
UNSETTLED: Final = (State.WAITING, State.RUNNING)
WHOLE: Final = 0.9


@dataclass(frozen=True, slots=True)
class Page:
    """The maps of a town, the latest first."""

    maps: Sequence[StreetMap]
    say: Texts

    @property
    def current(self) -> StreetMap | None:
        """The map that counts."""
        return next((one for one in self.maps if one.state == State.DONE), None)

    @property
    def others(self) -> Sequence[StreetMap]:
        """The maps that do not count: older ones, those that are read, and those that cannot be."""
        return [one for one in self.maps if one != self.current]

    @property
    def reading(self) -> StreetMap | None:
        """The map that is read just now, or waits for it."""
        return next((one for one in self.maps if one.state in UNSETTLED), None)

    @property
    def facts(self) -> Sequence[tuple[str, str]]:
        """What is in the map that counts: a heading and its words each."""
        map = self.current
        if map is None:
            return []
        known = {"state": f"{map.on:%d.%m.%Y}", "source": map.source, "licence": map.licence}
        found = {"size": self._size(map), "whole": self._whole(map), "rolling": self._rolling(map), "bare": self._bare(map)}
        return [(self.say(ROOM, "facts", key), words) for key, words in (known | found).items()]

    def _size(self, map: StreetMap) -> str:
        kilometres, ways = (number(map.told[key], self.say) for key in ("kilometres", "ways"))
        return self.say(ROOM, "facts", "size_of", kilometres=kilometres, ways=ways)

    def _whole(self, map: StreetMap) -> str:
        key = "whole_of" if map.told["whole"] >= WHOLE else "whole_not"
        return self.say(ROOM, "facts", key, percent=number(100 * map.told["whole"], self.say))

    def _rolling(self, map: StreetMap) -> str:
        rolling: dict[str, Any] = map.told["rolling"]
        figures = {
            "kilometres": rolling["kilometres"],
            "closed": rolling["closed"],
            "percent": 100 * rolling["known"],
            "kerbs": 100 * rolling["kerbs"],
        }
        return self.say(ROOM, "facts", "rolling_of", **{key: number(figure, self.say) for key, figure in figures.items()})

    def _bare(self, map: StreetMap) -> str:
        return listed(map.told["bare"], self.say) or self.say(ROOM, "facts", "bare_none")
