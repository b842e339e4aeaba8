"""Which money goes where: amounts of measures, laid out over areas. Whole cents, and nothing is lost or counted twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lebenslage.quarters.measures.models import Money

type What = Literal["planned", "spent"]
type People = Mapping[str, float | None]


@dataclass(slots=True)
class Spending:
    """Cents by area; `townwide` names no area, `elsewhere` an area that is not on the map. `unknown` amounts have no figure."""

    by_area: dict[str, int] = field(default_factory=dict)
    townwide: int = 0
    elsewhere: int = 0
    unknown: int = 0

    @property
    def placed(self) -> int:
        """What goes to areas, together."""
        return sum(self.by_area.values())

    @property
    def total(self) -> int:
        """Everything."""
        return self.placed + self.townwide + self.elsewhere

    def add(self, shares: Mapping[str, int], keys: frozenset[str]) -> None:
        """Count shares to their areas."""
        for key, cents in shares.items():
            if key in keys:
                self.by_area[key] = self.by_area.get(key, 0) + cents
            else:
                self.elsewhere += cents


def laid_out(amounts: Iterable[Money], what: What, keys: Sequence[str], people: People) -> Spending:
    """The money of amounts (with their measures loaded): what goes to several areas is shared out by the people who live there."""
    found, known = Spending(), frozenset(keys)
    for one in amounts:
        cents = getattr(one, what)
        areas = [one.area] if one.area else one.measure.areas
        if cents is None:
            found.unknown += 1
        elif not areas:
            found.townwide += cents
        else:
            found.add(shared(cents, areas, people), known)
    return found


def shared(cents: int, areas: Sequence[str], people: People) -> Mapping[str, int]:
    """An amount by area in proportion to the people, equally where somebody's number is unknown; the cents add up."""
    known = [people.get(key) for key in areas]
    weights = [number or 0.0 for number in known]
    if None in known or not sum(weights):
        weights = [1.0] * len(areas)
    ends = [round(cents * sum(weights[: place + 1]) / sum(weights)) for place in range(len(areas))]
    return {key: end - start for key, start, end in zip(areas, [0, *ends], ends, strict=False)}
