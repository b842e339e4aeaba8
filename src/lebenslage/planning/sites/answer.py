"""The answer of a scenario in words: where, why, how good it is at best, who gains, who stays without. Strings alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from lebenslage.law.texts import Texts
from lebenslage.planning.sites.answer_map import drawn_answer
from lebenslage.planning.sites.saying import euros, listed, number
from lebenslage.planning.sites.way_words import WayWords
from lebenslage.quarters.models import Edition
from lebenslage.quarters.places.models import Scenario, State

ROOM: Final = "planning_scenario"
MOST_LEFT: Final = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """A chosen place, in its turn, with the reasons for it."""

    turn: int
    name: str
    where: str
    price: str
    people: str
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Gain:
    """What the plan means for the people of one class."""

    name: str
    people: str
    before: str
    after: str
    without: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A scenario with its answer; `edition` has the outlines for the map."""

    scenario: Scenario
    edition: Edition | None
    say: Texts

    @property
    def done(self) -> bool:
        """Whether there is an answer."""
        return self.scenario.state == State.DONE

    @property
    def waiting(self) -> bool:
        """Whether it is still computed."""
        return self.scenario.state in (State.WAITING, State.RUNNING)

    @property
    def lead(self) -> str:
        """The outcome in one sentence."""
        places, then, now = self._result["chosen"], *self._reached
        key = "nothing" if not places else "lead_one" if len(places) == 1 else "lead"
        more, all = number(now - then, self.say), number(self._result["people"], self.say)
        return self.say(ROOM, key, number=len(places), kind=self._kind, more=more, all=all, far=self._far, who=self._who)

    @property
    def bound(self) -> Sequence[str]:
        """How good it is at best, proven."""
        if self._result["stages"]:
            return [self.say(ROOM, "in_order"), *map(self._stage, self._result["stages"])]
        if self._result["proven"]:
            return [self.say(ROOM, "proven")]
        gap = self._result["gap"]
        return [self.say(ROOM, "bound", percent=_percent(gap, self.say)) if gap is not None else self.say(ROOM, "bound_unknown")]

    @property
    def chosen(self) -> Sequence[Chosen]:
        """The chosen places in order, each with its reasons."""
        return [self._place(turn, one) for turn, one in enumerate(self._result["chosen"], 1)]

    @property
    def cost(self) -> str:
        """What all of it costs."""
        return euros(self._result["cost"], self.say)

    @property
    def within(self) -> Sequence[tuple[str, str, str]]:
        """People within some minutes, before and after."""
        rows = sorted(self._result["within"].items(), key=lambda pair: int(pair[0]))
        return [(self.ways.minutes(far), number(then, self.say), number(now, self.say)) for far, (then, now) in rows]

    @property
    def mean(self) -> tuple[str, str]:
        """The mean way in minutes, before and after."""
        then, now = self._result["mean"]
        return number(then, self.say, digits=1), number(now, self.say, digits=1)

    @property
    def classes(self) -> Sequence[Gain]:
        """Who gains, by thirds of poverty."""
        return [self._gain(one) for one in self._result["classes"]]

    @property
    def fairness(self) -> str:
        """Whether the burdened gain as much as the others, in one sentence."""
        first = next((one for one in self._result["classes"] if one["rank"] == 0), None)
        others = [one for one in self._result["classes"] if one["rank"] != 0]
        rest = sum(one["people"] for one in others)
        if first is None or not first["people"] or not rest:
            return self.say(ROOM, "fair_unknown")
        mine, theirs = first["after"] / first["people"], sum(one["after"] for one in others) / rest
        key = "fair_better" if mine > theirs + 0.01 else "fair_worse" if mine < theirs - 0.01 else "fair_same"
        return self.say(ROOM, key, mine=_percent(mine, self.say), theirs=_percent(theirs, self.say), far=self._far)

    @property
    def burdened(self) -> tuple[int, int]:
        """In how many quarters of the poorest third at least half of the people have it near, and how many there are."""
        mine = [one for one in self._result["quarters"] if one["burdened"] and one["people"]]
        return sum(one["after"] >= one["people"] / 2 for one in mine), len(mine)

    @property
    def without(self) -> Sequence[tuple[str, str, str]]:
        """The quarters where most people stay without, how many, and of how many."""
        names = dict(zip(self.edition.keys, self.edition.names, strict=True)) if self.edition else {}
        left = [(one["people"] - one["after"], one["people"], names.get(one["key"], one["key"])) for one in self._result["quarters"]]
        worst = sorted((one for one in left if one[0] >= 1), reverse=True)[:MOST_LEFT]
        return [(name, number(people, self.say), number(all, self.say)) for people, all, name in worst]

    @property
    def alternatives(self) -> Sequence[str]:
        """Choices that are nearly as good."""
        return [
            self.say(
                ROOM,
                "other",
                names=listed(one["names"], self.say),
                percent=_percent(one["worse"], self.say),
                cost=euros(one["cost"], self.say),
            )
            for one in self._result["alternatives"]
        ]

    @property
    def cautions(self) -> Sequence[str]:
        """What makes the answer less certain."""
        said = [*([self.say(ROOM, "coarse")] if self._result["coarse"] else []), *self.ways.cautions]
        if any(one["barrier_free"] == "unknown" for one in self._result["chosen"]):
            said.append(self.say(ROOM, "access_unknown"))
        return said

    @property
    def ways(self) -> WayWords:
        """On which ways it counts."""
        return WayWords(self._result.get("ways", {}), self.scenario.terms, self.say)

    @property
    def terms(self) -> Sequence[str]:
        """What was asked for."""
        terms = self.scenario.terms
        said = [self.say(ROOM, "asked", "who", who=self._who), self.say(ROOM, "asked", terms["goal"], far=self._far)]
        said += [self.say(ROOM, "asked", "areas", names=listed(self._areas, self.say))] if self._areas else []
        said += [self.say(ROOM, "asked", "sites", number=terms["sites"])] if terms.get("sites") else []
        said += [self.say(ROOM, "asked", "budget", budget=euros(terms["budget"], self.say))] if terms.get("budget") else []
        return said + [self.say(ROOM, "asked", flag) for flag in ("burdened_first", "barrier_free", "capacity") if terms.get(flag)]

    @property
    def map(self) -> str:
        """The map: how many have it near in each quarter, what stands, and what is new."""
        return drawn_answer(self.scenario, self.edition, self.say) if self.edition is not None and self.edition.drawn else ""

    @property
    def measure(self) -> str:
        """What a measure made of it is called."""
        return self.say(ROOM, "measure_title", kind=self._kind, names=listed([one["name"] for one in self._result["chosen"]], self.say))

    @property
    def quarter(self) -> str:
        """The key of the quarter in which the first new place lies."""
        names = dict(zip(self.edition.names, self.edition.keys, strict=True)) if self.edition else {}
        return names.get(next((one["quarter"] for one in self._result["chosen"]), ""), "")

    def _place(self, turn: int, one: Mapping[str, Any]) -> Chosen:
        where = ", ".join(part for part in (one["address"], one["quarter"]) if part)
        return Chosen(turn, one["name"], where, euros(one["price"], self.say), number(one["reaches"], self.say), self._reasons(one))

    def _reasons(self, one: Mapping[str, Any]) -> Sequence[str]:
        say = self.say
        key = "reaches" if one["reaches"] >= 1 else "shortens"
        said = [say(ROOM, "reasons", key, people=number(one["reaches"], say), who=self._who, far=self._far)]
        if one["burdened"] >= 1:
            said.append(say(ROOM, "reasons", "burdened", people=number(one["burdened"], say)))
        if one["price"] and one["reaches"] >= 1:
            said.append(say(ROOM, "reasons", "price", price=euros(one["price"], say), each=euros(ceil(one["price"] / one["reaches"]), say)))
        said.append(say(ROOM, "reasons", f"access_{one['barrier_free']}"))
        return [*said, *([say(ROOM, "reasons", "hours", hours=one["hours"])] if one["hours"] else [])]

    def _stage(self, stage: Mapping[str, Any]) -> str:
        away = abs(stage["people"] - stage["bound"]) / max(abs(stage["people"]), 1e-9)
        key = "stage_proven" if away <= 2e-6 else "stage"
        key = key if self.scenario.terms["goal"] == "coverage" else f"{key}_ways"
        values = {"people": number(stage["people"], self.say), "percent": _percent(away, self.say)}
        return self.say(ROOM, key, name=self.say(ROOM, "classes", str(stage["rank"])), **values)

    def _gain(self, one: Mapping[str, Any]) -> Gain:
        name = self.say(ROOM, "classes", str(one["rank"]))
        return Gain(
            name, *(number(value, self.say) for value in (one["people"], one["before"], one["after"], one["people"] - one["after"]))
        )

    @property
    def _reached(self) -> tuple[float, float]:
        then, now = self._result["within"][str(int(self.scenario.terms["minutes"]))]
        return then, now

    @property
    def _result(self) -> Mapping[str, Any]:
        return self.scenario.result

    @property
    def _kind(self) -> str:
        return self.say("planning_sites", "kinds", self.scenario.kind)

    @property
    def _far(self) -> str:
        return self.ways.minutes(int(self.scenario.terms["minutes"]))

    @property
    def _areas(self) -> list[str]:
        """The names of the quarters whose people alone count."""
        names = dict(zip(self.edition.keys, self.edition.names, strict=True)) if self.edition else {}
        return [names.get(key, key) for key in self.scenario.terms.get("areas") or ()]

    @property
    def _who(self) -> str:
        who = self.scenario.terms["who"]
        if who in ("vulnerable", "people"):
            return self.say(ROOM, "who", f"{who}_hot" if self.scenario.terms.get("hot") else who)
        return str(self.scenario.terms.get("who_name", who))


def _percent(share: float, say: Texts) -> str:
    """A share in per cent: small ones with a decimal, rounded up so that what is promised holds."""
    hundred = share * 100
    return number(ceil(hundred * 10) / 10, say, digits=1) if 0 < hundred < 10 else number(hundred, say)
