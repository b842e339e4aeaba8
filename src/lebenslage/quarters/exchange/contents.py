"""What can be shared, as typed data: checked when it is shared, when it is taken over, and when it comes as a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final, Literal, Self
from urllib.parse import urlencode

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

LICENCE: Final = "CC BY 4.0"
type Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160)]
type Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]


class _Typed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Ingredient(BaseModel):
    """An indicator of a recipe; what else a recipe says of it does not matter here."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    weight: float = 1.0
    direction: Literal["burden", "strength"] = "burden"
    label: Mapping[str, str] = {}

    @property
    def name(self) -> str:
        """As people call it, or else its key."""
        return self.label.get("de") or self.id


class Ingredients(BaseModel):
    """As much of a recipe of the atlas as the index builder needs."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: Mapping[str, str]
    indicators: Annotated[list[Ingredient], Field(min_length=1, max_length=60)]
    normalise: str = "z"


class Recipe(_Typed):
    """A recipe of an index, as the YAML of a file that `lebenslage index` reads."""

    kind: Literal["recipe"] = "recipe"
    recipe: Annotated[str, StringConstraints(max_length=40_000)]

    @model_validator(mode="after")
    def _is_a_recipe(self) -> Self:
        self.ingredients  # noqa: B018 - raises where it cannot be read
        return self

    @property
    def ingredients(self) -> Ingredients:
        """What it is made of. Raises ValueError."""
        try:
            return Ingredients.model_validate(yaml.safe_load(self.recipe))
        except yaml.YAMLError as error:
            raise ValueError("recipe is no YAML") from error

    @property
    def in_the_builder(self) -> str:
        """The query under which the index builder opens with it."""
        made = self.ingredients
        pairs = [("merkmale", ",".join(one.id for one in made.indicators)), ("skala", made.normalise), ("name", made.title.get("de", ""))]
        pairs += [(f"g_{one.id}", f"{one.weight:g}") for one in made.indicators]
        return urlencode([*pairs, *((f"r_{one.id}", one.direction) for one in made.indicators)])


class Block(_Typed):
    """A text of a report, and the place at which it stood."""

    kind: Literal["block"] = "block"
    place: Annotated[str, StringConstraints(max_length=100)] = ""
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=6000)]


class Effect(_Typed):
    """What a measure moved: the best guess, and between which two numbers it lies; none is open on that side."""

    indicator: Line
    unit: Annotated[str, StringConstraints(max_length=40)] = ""
    effect: float
    low: float | None = None
    high: float | None = None
    before: date
    after: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if (self.low is not None and self.low > self.effect) or (self.high is not None and self.high < self.effect):
            raise ValueError("low <= effect <= high")
        return self

    @property
    def sure(self) -> bool:
        """Whether zero lies outside."""
        return (self.low is not None and self.low > 0) or (self.high is not None and self.high < 0)


class Measure(_Typed):
    """What was done, for whom, what it cost, what it changed, and what others should know."""

    kind: Literal["measure"] = "measure"
    aim: Words = ""
    done: Words = ""
    target_group: Annotated[str, StringConstraints(max_length=160)] = ""
    cost: Annotated[str, StringConstraints(max_length=200)] = ""
    effects: Annotated[list[Effect], Field(max_length=20)] = []
    lessons: Words = ""
    contact: Annotated[str, StringConstraints(max_length=200)] = ""


type Content = Annotated[Recipe | Block | Measure, Field(discriminator="kind")]


class Item(_Typed):
    """Something shared: where it comes from, since when, and what it is."""

    title: Line
    summary: Words = ""
    town: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    since: date
    content: Content

    @property
    def stored(self) -> dict[str, Any]:
        """The content as it is kept."""
        return self.content.model_dump(mode="json")

    @property
    def digest(self) -> str:
        """The same for the same content of the same town."""
        text = json.dumps([self.town, self.title, self.stored], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


class Parcel(_Typed):
    """A file for towns on other installations."""

    lebenslage_exchange: Literal[1] = 1
    licence: Literal["CC BY 4.0"] = LICENCE
    items: Annotated[list[Item], Field(min_length=1, max_length=500)]
