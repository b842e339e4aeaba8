"""What a report is made of: the newest figures of each indicator, those before, planners' own texts, and what may not be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Edition, Kind

MOST_PROFILES: Final = 120


@dataclass(frozen=True, slots=True)
class Material:
    """`now` holds one column an indicator, by topic and name; `before` the column before it, by the indicator's key.

    `texts` are planners' own words by place; `left_out` names indicators that cannot be published and says why; `method` is the method
    section of the index, as Markdown. `released` says that the figures are as published.
    """

    town: str
    office: str
    title: str
    edition: Edition
    now: Sequence[Column]
    before: Mapping[str, Column]
    released: bool
    minimum: int
    made_on: date
    texts: Mapping[str, str] = field(default_factory=dict)
    left_out: Sequence[tuple[str, str]] = ()
    method: str = ""

    @property
    def day(self) -> date:
        """The newest day."""
        return max(one.on for one in self.now)

    @property
    def day_before(self) -> date | None:
        """The newest of the days before, if there is one."""
        return max((one.on for one in self.before.values()), default=None)

    @property
    def index(self) -> Column | None:
        """The index: its classes where there are any, else its scores."""
        found = [one for one in self.now if one.indicator.kind == Kind.INDEX]
        return next((one for one in found if all(value is None or value == int(value) for value in one.numbers)), next(iter(found), None))

    @property
    def profiled(self) -> bool:
        """Whether each area has a page of its own: beyond a hundred nobody reads them."""
        return len(self.edition.keys) <= MOST_PROFILES

    def hidden(self) -> int:
        """How many figures are hidden."""
        return sum(mark is Mark.SUPPRESSED for one in (*self.now, *self.before.values()) for mark in one.marks)


def newest(columns: Sequence[Column]) -> tuple[Sequence[Column], Mapping[str, Column]]:
    """The newest column of each indicator in the order of the catalogue, and the one before it."""
    ordered = sorted(columns, key=lambda one: one.on)
    latest = {one.indicator.key: one for one in ordered}
    before = {one.indicator.key: one for one in ordered if one is not latest[one.indicator.key]}
    return sorted(latest.values(), key=_place), before


def _place(one: Column) -> tuple[bool, str, str]:
    return one.indicator.kind != Kind.INDEX, one.indicator.topic, one.indicator.name
