"""A recipe as a method section: what a report prints, so that anybody can compute it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from lebenslage.atlas.index.reasons import OWN_TEXTS
from lebenslage.atlas.index.recipe import Classes, Combination, Group, Ingredient, Recipe
from lebenslage.atlas.numerals import number
from lebenslage.law.texts import Texts, texts


def method(recipe: Recipe, language: str) -> str:
    """The recipe in words, as Markdown. `language` is de, de-einfach, en or nl."""
    return "\n".join(_Section(recipe, language, texts(language, OWN_TEXTS)).lines())


@dataclass(frozen=True)
class _Section:
    recipe: Recipe
    language: str
    words: Texts

    def lines(self) -> Iterator[str]:
        """The whole section."""
        recipe = self.recipe
        yield from (f"# {recipe.title.said(self.language)}", "", recipe.purpose.said(self.language), "")
        if recipe.edition:
            yield from (self.say("edition", name=recipe.edition, label=recipe.editions[recipe.edition].label.said(self.language)), "")
        yield from (f"## {self.say('indicators')}", "", *map(self.indicator, recipe.indicators), "")
        yield from (f"## {self.say('steps')}", "", *(f"{n}. {step}" for n, step in enumerate(self.steps(), 1)), "")
        yield from self.classes("classes", recipe.classes)
        if recipe.dynamics is not None:
            yield from (f"## {self.say('change')}", "", self.say("change_how", years=recipe.dynamics.years), "")
            yield from self.classes("change_classes", recipe.dynamics.classes)
        if recipe.limits is not None:
            yield from (f"## {self.say('limits')}", "", recipe.limits.said(self.language), "")
        yield from (f"## {self.say('sources')}", "", *(f"- {source}" for source in recipe.sources))

    def indicator(self, one: Ingredient) -> str:
        """A line of the list: what it is, in which unit of what, and what a high value means."""
        unit = self.words("index", "units", one.unit)
        unit = f"{unit} {one.denominator.said(self.language)}" if one.denominator else unit
        parts = [self.say("indicator", label=one.label.said(self.language), id=one.id, unit=unit), self.say(one.direction)]
        if one.logarithm:
            parts.append(self.say("logarithm"))
        if self._weighted(one):
            parts.append(self.say("weight", weight=self.exact(one.weight)))
        return "- " + " ".join([*parts, one.source] if one.source else parts)

    def steps(self) -> Iterator[str]:
        """Who takes part, then from values to the index."""
        recipe = self.recipe
        if recipe.population is not None:
            reason = recipe.population.reason.said(self.language)
            yield self.say("few_people", minimum=recipe.population.minimum, reason=reason)
        yield from (self.say("left_out", reason=one.reason.said(self.language)) for one in recipe.exclude)
        yield self.say(f"missing_{recipe.missing}")
        yield self.scaled()
        yield from map(self.domain, recipe.groups)
        yield self.combined(recipe.combine, alone=len(recipe.indicators) == 1)

    def scaled(self) -> str:
        """How indicators come to one scale, and those that take another one."""
        scale = partial(self.words, "index", "scales", constant=self.exact(self.recipe.constant))
        turned = [one.label.said(self.language) for one in self.recipe.indicators if one.direction != self.recipe.measures]
        other = [one for one in self.recipe.indicators if one.normalise not in {None, self.recipe.normalise}]
        parts = [self.say("one_scale"), scale(self.recipe.normalise)] if len(other) < len(self.recipe.indicators) else []
        parts += [f"{one.label.said(self.language)}: {scale(str(one.normalise))}" for one in other]
        return " ".join([*parts, self.say("turned", indicators=", ".join(turned))] if turned else parts)

    def domain(self, group: Group) -> str:
        """How a domain is made of its indicators."""
        inside = ", ".join(self.recipe.indicators[n].label.said(self.language) for n in self.recipe.inside(group.id))
        parts = [self.say("domain", label=group.label.said(self.language), indicators=inside), self.combined(group.combine)]
        if self.recipe.combine.weights == "given":
            parts.append(self.say("weight", weight=self.exact(group.weight)))
        return " ".join(parts)

    def combined(self, combine: Combination, *, alone: bool = False) -> str:
        """Weights, sum or mean, and the scale afterwards; one indicator alone needs the scale only."""
        parts = [] if alone else [self.words("index", "weights", combine.weights), self.words("index", "how", combine.how)]
        if combine.again != "none":
            parts.append(self.say("again", scale=self.words("index", "scales", combine.again, constant=self.exact(self.recipe.constant))))
        return " ".join(parts)

    def classes(self, heading: str, classes: Classes | None) -> Iterator[str]:
        """The classes, each with its limits."""
        if classes is None:
            return
        yield from (f"## {self.say(heading)}", "")
        if classes.kind == "cuts":
            yield from self.bands(classes)
        else:
            key = "natural" if classes.kind == "natural" else f"shares_{classes.counted_from}"
            yield self.say(key, number=classes.number)
            yield from ("" for _ in classes.bands[:1])
            yield from (f"- {band.id}: {band.label.said(self.language)}" for band in classes.bands)
        yield ""

    def bands(self, classes: Classes) -> Iterator[str]:
        """Classes with limits."""
        for band in classes.bands:
            key = "above" if band is classes.bands[-1] else "up_to" if band.below is None else "below"
            limit = classes.bands[-2].limit if key == "above" else band.limit
            sign = f" ({band.sign})" if band.sign else ""
            yield f"- {band.id}{sign}: {self.say(key, label=band.label.said(self.language), limit=self.exact(limit))}"

    def exact(self, value: float) -> str:
        """A number with the decimals it has."""
        text = f"{value:g}"
        return number(value, len(text.partition(".")[2]), self.language)

    def say(self, key: str, **values: object) -> str:
        """A sentence of the method."""
        return self.words("index", "method", key, **values)

    def _weighted(self, one: Ingredient) -> bool:
        inside = next((group.combine for group in self.recipe.groups if group.id == one.group), self.recipe.combine)
        return inside.weights == "given"
