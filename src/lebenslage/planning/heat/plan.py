"""The heat plan of a town: who is exposed and who is vulnerable, where to begin and why. Needs the analysis packages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.overlay import (
    Bivariate,
    Categories,
    HeatPlan,
    Vulnerable,
    bivariate,
    by_share,
    exposed_by_category,
    heat_plan,
    vulnerable,
)
from lebenslage.atlas.overlay.vulnerable import PART_OF
from lebenslage.authorities.models import Authority
from lebenslage.planning.heat.problems import HeatMissing, VulnerableMissing
from lebenslage.planning.sites.atlas_words import atlas_words
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Indicator, Kind
from lebenslage.quarters.places.ground import Ground, as_numbers, ground
from lebenslage.quarters.places.poverty import poverty_column, poverty_thirds

GROUPS: Final[Mapping[str, Sequence[str]]] = {
    "over_65": ("people_65_and_over", "over_65"),
    "over_75": ("people_75_and_over", "over_75"),
    "in_care": ("people_in_care", "in_care"),
    "alone": ("people_65_and_over_alone",),
    "under_6": ("children_under_6", "under_6"),
    "pregnant": ("pregnant",),
    "homeless": ("homeless",),
}
"""Where each group of the plan is counted: the first indicator that a town has."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The plan with everything it stands on."""

    ground: Ground
    heat: Column
    poverty: Column | None
    both: Bivariate
    plan: HeatPlan
    who: Vulnerable

    @property
    def first(self) -> Sequence[int]:
        """The quarters in which the plan begins, as rows."""
        return [int(row) for row in self.plan.order if self.plan.stage[row] == 1]

    @property
    def hot(self) -> Sequence[int]:
        """The quarters that heat reaches, as rows."""
        return np.flatnonzero(self.plan.exposed > 0).tolist()

    @property
    def exposed_people(self) -> float:
        """Vulnerable people in the heat in the quarters in which the plan begins."""
        return float(np.nansum(self.plan.people[self.first]))

    def reasons(self, row: int) -> Sequence[str]:
        """Why a quarter stands where it stands; what nobody counts anywhere is said once for all, not here."""
        found = list(self.plan.reasons(row, atlas_words()))
        return found[:-1] if self.who.unknown else found

    @property
    def unknown_groups(self) -> Sequence[str]:
        """The groups that nobody counts."""
        return [atlas_words()("overlay", "groups", one) for one in self.who.unknown]


def plan_of(authority: Authority, *, heat: str = "", poverty: str = "") -> Plan | None:
    """The plan by the indicators asked for, or by guesses; None without outlines.

    Raises HeatMissing, VulnerableMissing and the problems of `overlay`.
    """
    base = ground(authority)
    if base is None:
        return None
    hot = _column(base, heat, heat_choices(base))
    if hot is None:
        raise HeatMissing
    counted = {group: found for group, keys in GROUPS.items() if (found := _counted(base, group, keys))}
    if not counted:
        raise VulnerableMissing
    who = vulnerable({id: numbers for id, (numbers, _) in counted.items()}, {id: source for id, (_, source) in counted.items()})
    poor = poverty_column(base, poverty)
    categories = by_share(as_numbers(hot), figure=hot.indicator.name)
    both = bivariate(by_share(who.people, figure="people"), categories)
    plan = heat_plan(_exposed(hot, categories), who, poverty_thirds(poor, len(base.areas)))
    return Plan(base, hot, poor, both, plan, who)


def heat_choices(base: Ground) -> Sequence[Indicator]:
    """The indicators that can stand for heat."""
    found = [column.indicator for column in base.latest.values()]
    likely = [one for one in found if one.key.startswith(("heat", "hitze")) or "hitze" in one.name.casefold() or one.unit in ("Grad", "°C")]
    return sorted(likely, key=lambda one: one.key != "heat")


def _counted(base: Ground, group: str, keys: Sequence[str]) -> tuple[Floats, str] | None:
    """How many there are by quarter, and who counted; a share is one of the group that the group belongs to."""
    column, whole = _first(base, keys), PART_OF[group]
    if column is None or column.indicator.kind != Kind.SHARE:
        return base.counted(*keys)
    all = base.counted(*GROUPS[whole]) if whole else None
    return None if all is None else (all[0] * as_numbers(column) / 100, column.source)


def _exposed(heat: Column, categories: Categories) -> Floats:
    """The share of people that heat reaches: as measured where the figure is a share, else all of the hottest third of the quarters."""
    if heat.indicator.kind == Kind.SHARE:
        return as_numbers(heat) / 100
    return exposed_by_category(categories)


def _column(base: Ground, wanted: str, guesses: Sequence[Indicator]) -> Column | None:
    return base.latest.get(wanted) or _first(base, [one.key for one in guesses])


def _first(base: Ground, keys: Sequence[str]) -> Column | None:
    return next((base.latest[key] for key in keys if key in base.latest), None)
