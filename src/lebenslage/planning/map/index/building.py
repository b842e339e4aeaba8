"""An index computed: its figures, how sure each class is, what changed against another, and why an area is where it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np

from lebenslage.atlas.areas.figures import Quality
from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.certainty import Certainty, Doubt, Model, how_sure
from lebenslage.atlas.certainty.noise import Noise, exact, of_shares, together
from lebenslage.atlas.index import Inputs, Recipe, Result, run
from lebenslage.atlas.index.reasons import Explainer
from lebenslage.planning.map.sureness import whole_of
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Better, Edition, Indicator, Kind

LIVE_DRAWS: Final = 400
KEPT_DRAWS: Final = 10_000
SEED: Final = 27
CONCENTRATION: Final = 100.0
LEAST_TO_REMOVE: Final = 3
QUALITIES: Final[Mapping[Mark, Quality]] = {
    Mark.GIVEN: Quality.GIVEN,
    Mark.MISSING: Quality.MISSING,
    Mark.SUPPRESSED: Quality.SUPPRESSED,
    Mark.UNCERTAIN: Quality.UNCERTAIN,
}


@dataclass(frozen=True)
class Built:
    """An index of some columns at one day; `draws` is how often it is drawn anew to see how sure it is."""

    recipe: Recipe
    columns: Sequence[Column]
    on: date
    draws: int = LIVE_DRAWS

    @cached_property
    def result(self) -> Result:
        """The index, its ranks and classes. Raises TooFewAreas, AllEqual."""
        edition = self.edition
        return run(
            self.recipe,
            Inputs(
                keys=tuple(edition.keys),
                names=tuple(edition.names),
                values=np.array([_floats(one) for one in self.columns]).T,
                places=tuple((one.indicator.name, one.indicator.name) for one in self.columns),
                quality=np.array([[QUALITIES[mark] for mark in one.marks] for one in self.columns], np.int64).T,
            ),
        )

    @property
    def edition(self) -> Edition:
        """The areas."""
        return self.columns[0].edition

    @cached_property
    def certainty(self) -> Certainty:
        """How sure the classes are: chance in the figures, other weights, an indicator less."""
        used = self.result.status.used
        noise = together([_noise(one, values) for one, values in zip(self.columns, self.result.values.T, strict=True)])
        kept = Noise(noise.coefficients[:, :, used] if used.any() else noise.coefficients, noise.limits)
        doubt = Doubt(concentration=CONCENTRATION, removal=len(self.columns) >= LEAST_TO_REMOVE)
        return how_sure(Model(self.recipe, self.result.values[used], kept, doubt), seed=SEED, draws=self.draws)

    @cached_property
    def numbers(self) -> Sequence[float | None]:
        """The index of each area; None where it has none."""
        index = self.result.status.spread(self.result.status.scores.index)
        return [None if np.isnan(number) else round(float(number), 4) for number in index]

    @cached_property
    def marks(self) -> Sequence[Mark]:
        """Given, or uncertain where fewer than 80 of 100 draws keep the class; hidden or missing where there is no index."""
        sure = iter(self.certainty.sure.tolist())
        without = {"suppressed": Mark.SUPPRESSED}
        return [
            without.get(reason, Mark.MISSING) if reason else (Mark.GIVEN if next(sure) else Mark.UNCERTAIN)
            for reason in self.result.reasons
        ]

    @property
    def classes(self) -> Sequence[int]:
        """The class of each area from 1 to 5; 0 without."""
        found: list[int] = self.result.status.classes.tolist()
        return found

    def column(self, indicator: Indicator) -> Column:
        """The index as a column like any other."""
        return Column(indicator, self.edition, self.on, self.numbers, self.marks, None, None, self.columns[0].source)

    def reasons(self, place: int) -> Sequence[str]:
        """Why an area is where it is, in sentences."""
        return list(Explainer(self.result, "de").sentences(place))


def as_indicator(name: str, definition: str) -> Indicator:
    """The index as an entry of the catalogue that is not kept yet."""
    return Indicator(key="index", name=name, definition=definition, kind=Kind.INDEX, unit="Punkte", better=Better.LOW, of_people=False)


def _floats(column: Column) -> Sequence[float]:
    return [float("nan") if number is None else number for number in column.numbers]


def _noise(column: Column, values: Floats) -> Noise:
    """Binomial chance where it is known among how many a share was counted; else none."""
    if column.indicator.kind != Kind.SHARE or column.bases is None or any(base is None for base in column.bases):
        return exact(values)
    base, whole = np.array(column.bases, float), whole_of(column)
    events = np.clip(np.nan_to_num(values) / whole, 0, 1) * base
    return of_shares(events, base, whole)
