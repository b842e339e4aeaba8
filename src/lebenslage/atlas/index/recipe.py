"""What an index is made of: a recipe as typed data, read from YAML, the same file that a person reads as a method section.

An index has one or two floors. *Indicators* are brought to one scale (`normalise`); those with a `group` are combined within it (a domain),
and what stands alone is combined with the groups into the index. On each floor `combine` says with which weights, how, and whether the
result is brought to a scale `again`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

type Scale = Literal["none", "z", "minmax", "rank", "exponential"]
type Direction = Literal["burden", "strength"]
type Unit = Literal["percent", "per_1000", "per_10000", "euro", "years", "metres", "square_metres", "number", "score", "rank"]

RATES: Final = frozenset({"percent", "per_1000", "per_10000"})
EXPONENTIAL_CONSTANT: Final = 23.0


class Part(BaseModel):
    """A part of a recipe: fixed, and nothing in it that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Words(Part):
    """A name or a sentence: German and English at least; plain German and Dutch fall back on them."""

    de: str
    en: str
    plain: str = Field(default="", alias="de-einfach")
    nl: str = ""

    def said(self, language: str) -> str:
        """The words in one of the four languages."""
        return {"de": self.de, "de-einfach": self.plain or self.de, "nl": self.nl or self.en}.get(language, self.en)


class Ingredient(Part):
    """One indicator: what it counts, out of how many, and where a table carries it.

    `columns` are the names it may have there, the first found counts; its id is one of them. `change` likewise for a published change
    over time. `base` names columns with the denominator's counts, from which the noise of a share is estimated.
    """

    id: str
    label: Words
    direction: Direction
    unit: Unit
    denominator: Words | None = None
    group: str = ""
    weight: float = Field(default=1.0, gt=0)
    normalise: Scale | None = None
    logarithm: bool = False
    columns: tuple[str, ...] = ()
    change: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    source: str = ""


class Combination(Part):
    """How members become one: weights (all equal, as given, or by the first principal component), sum or mean, and the scale afterwards.

    A mean divides by the weights' sum; a sum does not. A geometric mean multiplies: what is 0 in one stays 0.
    """

    weights: Literal["equal", "given", "pca"] = "equal"
    how: Literal["sum", "mean", "geometric"] = "sum"
    again: Scale = "none"


class Group(Part):
    """A domain: its indicators are combined before the domains are."""

    id: str
    label: Words
    weight: float = Field(default=1.0, gt=0)
    combine: Combination = Combination()


class Band(Part):
    """One class. With cuts, a value belongs to the first band that it fits: `below` a limit, or `up_to` it; the last has no limit."""

    id: int
    label: Words
    sign: str = ""
    below: float | None = None
    up_to: float | None = None

    @property
    def limit(self) -> float:
        """Where the class ends; infinity for the last."""
        given = self.below if self.up_to is None else self.up_to
        return math.inf if given is None else given


class Classes(Part):
    """Classes: fixed `cuts`; equal `shares` of the areas, ceil(number * rank / N); or `natural` breaks.

    Shares are counted from the area with the `greatest` or the `least` index. Bands name the classes in their order; shares may do without.
    """

    kind: Literal["cuts", "shares", "natural"]
    number: int = Field(default=0, ge=0, le=100)
    counted_from: Literal["greatest", "least"] = "greatest"
    bands: tuple[Band, ...] = ()


class Dynamics(Part):
    """What changed, against the change of the others: the same steps with the change of each indicator, and classes of its own."""

    classes: Classes
    years: int = Field(default=2, gt=0)


class Population(Part):
    """Areas with fewer inhabitants are not classified: their shares would be chance."""

    columns: tuple[str, ...]
    minimum: int = Field(ge=0)
    reason: Words


class Exclusion(Part):
    """Areas that the publisher leaves out: those whose column has another word than `keep`. A table without the column excludes none."""

    columns: tuple[str, ...]
    keep: tuple[str, ...]
    reason: Words


class Edition(Part):
    """A version of the method under a name: the indicators that it uses. The last one counts where none is asked for."""

    label: Words
    indicators: tuple[str, ...] = Field(min_length=1)


class Recipe(Part):
    """A whole method. `unknown` are codes that mean "no value" in the tables it is published with.

    `key` and `name` are the columns that may hold the areas' keys and names. Where a value is `missing` the area is left out (exclude),
    nothing is computed (refuse), or the mean of the other areas stands in (average). `constant` belongs to the exponential scale.
    """

    id: str
    title: Words
    purpose: Words
    sources: tuple[str, ...] = Field(min_length=1)
    limits: Words | None = None
    measures: Direction = "burden"
    key: tuple[str, ...] = ("key",)
    name: tuple[str, ...] = ("name",)
    unknown: tuple[str, ...] = ()
    indicators: tuple[Ingredient, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = ()
    normalise: Scale = "z"
    constant: float = Field(default=EXPONENTIAL_CONSTANT, gt=0)
    combine: Combination = Combination()
    classes: Classes | None = None
    dynamics: Dynamics | None = None
    population: Population | None = None
    exclude: tuple[Exclusion, ...] = ()
    missing: Literal["exclude", "refuse", "average"] = "exclude"
    editions: Mapping[str, Edition] = {}
    edition: str = Field(default="", exclude=True)

    def of(self, ids: tuple[str, ...]) -> Recipe:
        """The same method with these indicators alone, and the groups that still have one."""
        kept = tuple(one for one in self.indicators if one.id in ids)
        groups = tuple(group for group in self.groups if any(one.group == group.id for one in kept))
        return self.model_copy(update={"indicators": kept, "groups": groups})

    def inside(self, group: str) -> list[int]:
        """The places of a group's indicators among the columns."""
        return [n for n, one in enumerate(self.indicators) if one.group == group]

    @property
    def ids(self) -> tuple[str, ...]:
        """The indicators' ids in the order of the columns of every array of values."""
        return tuple(one.id for one in self.indicators)
