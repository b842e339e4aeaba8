"""From an address to what it asks for: the indicator, the day, the areas. Everything is looked up inside the authority."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from lebenslage.authorities.models import Authority
from lebenslage.planning.map.choice import Choice
from lebenslage.quarters.catalogue import LEVEL, columns, editions, indicators
from lebenslage.quarters.columns import Column
from lebenslage.quarters.maps import MOST_APART
from lebenslage.quarters.models import Edition, Indicator, Kind


@dataclass(frozen=True, slots=True)
class Asked:
    """What an authority has: its areas, its catalogue (those indicators that have figures), and all figures of the indicators asked for."""

    authority: Authority
    edition: Edition
    levels: Sequence[Edition]
    catalogue: Sequence[Indicator]
    columns: Sequence[Column]

    @property
    def many(self) -> bool:
        """Whether there are so many areas that a map is one picture and no list can hold them."""
        return len(self.edition.keys) > MOST_APART

    def having(self, keys: Iterable[str] | None) -> Asked:
        """The same with the figures of these indicators, of all without; one query."""
        return replace(self, columns=columns(self.authority, self.edition, keys))

    def of(self, key: str) -> Sequence[Column]:
        """The columns of an indicator, the latest first."""
        return sorted((one for one in self.columns if one.indicator.key == key), key=lambda one: one.on, reverse=True)

    def at(self, key: str, day: str) -> Column | None:
        """The column of an indicator at a day such as 2026-12-31; the latest where that day has none."""
        found = self.of(key)
        return next((one for one in found if one.on.isoformat() == day), next(iter(found), None))

    def days(self, key: str) -> Sequence[date]:
        """The days of an indicator, the latest first."""
        return [one.on for one in self.of(key)]


def asked(authority: Authority, choice: Choice, *, all_of_them: bool = False) -> Asked | None:
    """What the address asks for; None where the town has no areas or no figures yet. Three queries; drawings are loaded late."""
    found = town_of(authority, choice)
    if found is None:
        return None
    keys = [choice.merkmal or usual(found.catalogue).key, choice.zweites, *choice.merkmale]
    return found.having(None if all_of_them else [key for key in keys if key])


def town_of(authority: Authority, choice: Choice) -> Asked | None:
    """The areas of the level that is asked for and the catalogue, without figures; None where there are none yet. Two queries."""
    levels = list({one.level: one for one in reversed(editions(authority))}.values())
    found = next((one for level in (choice.ebene, LEVEL) for one in levels if one.level == level), next(iter(levels), None))
    catalogue = list(indicators(authority).filter(figures__batch__withdrawn_at=None, figures__edition=found).distinct()) if found else []
    return Asked(authority, found, levels, catalogue, ()) if found and catalogue else None


def of_area(edition: Edition, key: str) -> Choice:
    """The choice of an area alone; its level stands in the address where it is not the usual one."""
    return Choice(ebene="" if edition.level == LEVEL else edition.level, gebiet=key)


def profile_of(edition: Edition, key: str) -> str:
    """The address of the profile of an area."""
    query = of_area(edition, key).address(gebiet="")
    return reverse("planning:map_area", args=[key]) + (query if query != "?" else "")


def usual(catalogue: Sequence[Indicator]) -> Indicator:
    """The indicator that the workbench opens with: an index, else a share that is better low, else the first."""
    order = {Kind.INDEX: 0, Kind.SHARE: 1}
    return min(catalogue, key=lambda one: (order.get(Kind(one.kind), 2), one.better != "low", one.name))
