"""Why is this area here: a few sentences with the three largest contributions, in four languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from lebenslage.atlas.index.contributions import Contributions, contributions, largest
from lebenslage.atlas.index.recipe import Ingredient, Words
from lebenslage.atlas.index.run import MISSING, SUPPRESSED, TAKES_PART, TOO_SMALL, UNCOUNTED, Result, Standing
from lebenslage.atlas.numerals import number
from lebenslage.law.texts import Texts, texts

OWN_TEXTS: Final = Path(__file__).with_name("texts")
NO_CHANGE: Final = 0.005  # below, two decimals show nothing


@dataclass(frozen=True)
class Explainer:
    """Explains the areas of one result in one language."""

    result: Result
    language: str

    @cached_property
    def words(self) -> Texts:
        """The sentences of this room."""
        return texts(self.language, OWN_TEXTS)

    @cached_property
    def found(self) -> Contributions:
        """The contributions of all areas."""
        return contributions(self.result.recipe, self.result.status.scores)

    @cached_property
    def means(self) -> dict[str, float]:
        """The mean of each indicator over the areas that take part, each area counted once."""
        return dict(zip(self.result.recipe.ids, self.result.values[self.result.status.used].mean(axis=0).tolist(), strict=True))

    def why(self, row: int) -> str:
        """Why an area stands where it stands, or why it is left out: a few sentences."""
        return " ".join(self.sentences(row))

    def sentences(self, row: int) -> Iterator[str]:
        """Where the area stands, what moves it there most, and how it changes."""
        if self.result.reasons[row] != TAKES_PART:
            yield self.left_out(row)
            return
        status = self.result.status
        used_row = int(np.count_nonzero(status.used[:row]))
        yield self._stands(status, row, used_row)
        for id, amount in largest(self.found, used_row):
            yield self._moved(row, id, amount)
        if self.result.dynamics is not None and self.result.dynamics.used[row]:
            yield self._changed(self.result.dynamics, row)

    def left_out(self, row: int) -> str:
        """Why an area has no index."""
        recipe, reason = self.result.recipe, self.result.reasons[row]
        if reason == TOO_SMALL and recipe.population is not None:
            return self._say("few_people", minimum=recipe.population.minimum, reason=self._said(recipe.population.reason))
        if reason == UNCOUNTED:
            return self._say("people_unknown")
        if reason in {MISSING, SUPPRESSED}:
            lacking = [self._said(one.label) for n, one in enumerate(recipe.indicators) if np.isnan(self.result.values[row, n])]
            return self._say(f"value_{reason}", indicators=", ".join(lacking))
        return self._said(recipe.exclude[int(reason.partition(".")[2])].reason)

    def class_name(self, row: int) -> str:
        """The name of an area's class, or its number where the recipe names none; nothing without a class."""
        recipe, of = self.result.recipe, int(self.result.status.classes[row])
        if recipe.classes is None or not of:
            return ""
        named = next((self._said(band.label) for band in recipe.classes.bands if band.id == of), "")
        return named or self._say("unnamed_class", of=of, number=recipe.classes.number)

    def _stands(self, status: Standing, row: int, used_row: int) -> str:
        index = number(float(status.scores.index[used_row]), 2, self.language)
        place = number(int(status.rank[row]), 0, self.language)
        areas = number(int(status.used.sum()), 0, self.language)
        named = self.class_name(row)
        if not named:
            return self._say("stands", index=index, rank=place, areas=areas)
        return self._say("stands_in_class", index=index, rank=place, areas=areas, name=named)

    def _moved(self, row: int, id: str, amount: float) -> str:
        recipe = self.result.recipe
        direction = "moves_not" if abs(amount) < NO_CHANGE else "raises" if amount > 0 else "lowers"
        effect = self._say(direction, amount=number(abs(amount), 2, self.language))
        group = next((group for group in recipe.groups if group.id == id), None)
        if group is not None:
            return self._say("domain", label=self._said(group.label), effect=effect)
        n = recipe.ids.index(id)
        one = recipe.indicators[n]
        value = self._quantity(one, float(self.result.values[row, n]))
        return self._say("indicator", label=self._said(one.label), value=value, mean=self._quantity(one, self.means[id]), effect=effect)

    def _changed(self, dynamics: Standing, row: int) -> str:
        rule = self.result.recipe.dynamics
        bands = rule.classes.bands if rule else ()
        of = int(dynamics.classes[row])
        name = next((self._said(band.label) for band in bands if band.id == of), str(of))
        index = float(dynamics.scores.index[int(np.count_nonzero(dynamics.used[:row]))])
        return self._say("changes", name=name, index=number(index, 2, self.language))

    def _quantity(self, one: Ingredient, value: float) -> str:
        decimals = 0 if one.unit in {"rank", "euro"} else 1
        return self.words("index", "quantities", one.unit, value=number(value, decimals, self.language))

    def _say(self, key: str, **values: object) -> str:
        return self.words("index", "why", key, **values)

    def _said(self, words: Words) -> str:
        return words.said(self.language)
