"""`docs/atlas-recipes.md`: how to write a recipe of one's own, and every recipe we ship as a method section."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from lebenslage.atlas.index import find_recipe, recipe_files
from lebenslage.atlas.index.method import method
from lebenslage.atlas.index.recipe import (
    Band,
    Classes,
    Combination,
    Dynamics,
    Edition,
    Exclusion,
    Group,
    Ingredient,
    Part,
    Population,
    Recipe,
    Words,
)
from lebenslage.site.commands.handbook_text import table_rows

PARTS: Final = (Recipe, Ingredient, Words, Group, Combination, Classes, Band, Dynamics, Population, Exclusion, Edition)
SECTIONS: Final = {
    "Recipe": "The recipe",
    "Ingredient": "An indicator",
    "Words": "Words",
    "Group": "A group",
    "Combination": "How to combine",
}

EXAMPLE: Final = """\
id: care
title: {de: Pflege im Quartier, en: Care in the quarter}
purpose: {de: Wo viele Menschen Pflege brauchen und wenig da ist., en: Where many people need care and little is there.}
sources: [Our own choice of March 2026]
key: [quarter]
indicators:
  - id: very_old
    label: {de: Menschen über 80, en: People over 80}
    direction: burden
    unit: percent
    denominator: {de: der Bevölkerung, en: of the population}
    weight: 2
  - id: care_places
    label: {de: Pflegeplätze, en: Places in care}
    direction: strength
    unit: per_1000
    denominator: {de: der Menschen über 80, en: of people over 80}
    weight: 1
normalise: z
combine: {weights: given, how: mean, again: z}
classes: {kind: natural, number: 4}
"""

OPENING: Final = f"""\
# Recipes of indices

An index makes one figure of many. *How* is a decision, and a town must be able to show it: so each index here is a recipe, a file
that is read by the computer and printed as a method section. `lebenslage index --recipes` lists those that come with the house,
`lebenslage index --method NAME` prints one, and `lebenslage index NAME DATA... OUT` uses it. A path to a file of your own stands
wherever a name may stand. This page is written from the files by `lebenslage docs`.

## A recipe of your own

```yaml
{EXAMPLE}```

Every value is brought to one scale, turned so that high means more of what the recipe measures, weighed and combined; the index then
gets classes. What a file may not say is refused with file, field and remedy: a rate without a denominator, an unknown field, limits that
fall, a geometric mean of values that can be negative.
"""


def recipes_book() -> str:
    """The page."""
    return "\n".join([OPENING, *_fields(), *_recipes()]) + "\n"


def _fields() -> Iterator[str]:
    for part in PARTS:
        yield from (f"### {SECTIONS.get(part.__name__, part.__name__)}", "", inspect.getdoc(part) or "", "")
        yield from table_rows(("Field", "What it is", "Without it"), _fields_of(part))
        yield ""


def _fields_of(part: type[Part]) -> list[tuple[str, str, str]]:
    return [_field(name, field) for name, field in part.model_fields.items() if not field.exclude]


def _field(name: str, field: FieldInfo) -> tuple[str, str, str]:
    default = field.get_default(call_default_factory=True)
    empty = default is None or (not default and default is not False)
    without = "needed" if field.is_required() else "nothing" if empty else _shown(default)
    return f"`{field.alias or name}`", _kind(field.annotation), without


def _shown(default: object) -> str:
    if isinstance(default, Part):
        return ", ".join(f"{name}: {value}" for name, value in default.model_dump().items())
    return ", ".join(default) if isinstance(default, tuple) else str(default).lower()


def _kind(given: Any) -> str:
    """A type as a person calls it."""
    given = getattr(given, "__value__", given)
    origin, inside = get_origin(given), get_args(given)
    if isinstance(given, type) and origin is None:
        return {"str": "text", "float": "number", "int": "whole number", "bool": "true or false"}.get(given.__name__, _named(given))
    if origin is tuple:
        return f"list of: {_kind(inside[0])}"
    if origin is Mapping:
        return f"by name: {_kind(inside[1])}"
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in inside)
    return " or ".join(_kind(one) for one in inside if one is not type(None))


def _named(part: type) -> str:
    return SECTIONS.get(part.__name__, part.__name__).lower()


def _recipes() -> Iterator[str]:
    for name in recipe_files():
        for edition in find_recipe(name).editions or [""]:
            lines = method(find_recipe(name, edition), "en").splitlines()
            titled = [
                f"{lines[0]}: {edition}" if edition else lines[0],
                "",
                f"`lebenslage index {name}{f' --edition {edition}' if edition else ''}`",
            ]
            yield from (f"#{line}" if line.startswith("#") else line for line in (*titled, *lines[1:], ""))
