"""The recipes we ship, and any other that a person writes: read, checked, every mistake a sentence with file, field and remedy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lebenslage.atlas.index.checking import check
from lebenslage.atlas.index.problems import (
    RecipeFieldTwice,
    RecipeHasUnknownField,
    RecipeLacksField,
    RecipeValueWrong,
    UnknownEdition,
    UnknownRecipe,
    UnreadableRecipe,
)
from lebenslage.atlas.index.recipe import Recipe
from lebenslage.law.yaml_files import LOADER

SHIPPED: Final = Path(__file__).parents[1] / "recipes"
ENDINGS: Final = (".yaml", ".yml")
SHAPES: Final = {"string": '"…"', "float": "1.5", "int": "3", "bool": "true | false", "tuple": "[…, …]", "too": "[…, …]", "model": "{…: …}"}


class Once(LOADER):  # type: ignore[misc, valid-type]
    """Reads YAML and refuses a field that stands twice, of which one would be lost."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        for place, (key, _) in enumerate(node.value):
            if key.value in keys[:place]:
                raise RecipeFieldTwice(file="", line=key.start_mark.line + 1, field=key.value)
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return found


def recipe_files() -> Mapping[str, Path]:
    """The recipes we ship, by name."""
    return {file.stem: file for file in sorted(SHIPPED.glob("*.yaml"))}


def find_recipe(given: str, edition: str = "") -> Recipe:
    """The recipe of a name that we ship, or in a file; with an edition, the method of that edition.

    Without one the last edition of the file counts. Raises UnknownRecipe, UnknownEdition and what `read_recipe` raises.
    """
    known = recipe_files()
    file = known.get(given) or Path(given)
    if given not in known and (file.suffix.lower() not in ENDINGS or not file.is_file()):
        raise UnknownRecipe(given=given, known=list(known))
    return of_edition(read_recipe(file), edition)


def of_edition(recipe: Recipe, edition: str = "") -> Recipe:
    """The recipe with the indicators of an edition; without a name, of the last one. Raises UnknownEdition."""
    if not recipe.editions:
        if edition:
            raise UnknownEdition(recipe=recipe.id, given=edition, known=["-"])
        return recipe
    name = edition or list(recipe.editions)[-1]
    if name not in recipe.editions:
        raise UnknownEdition(recipe=recipe.id, given=edition, known=list(recipe.editions))
    return recipe.of(recipe.editions[name].indicators).model_copy(update={"edition": name})


def read_recipe(file: Path) -> Recipe:
    """Read and check a recipe.

    Raises UnreadableRecipe, RecipeFieldTwice, RecipeLacksField, RecipeHasUnknownField, RecipeValueWrong, and what `check` raises.
    """
    try:
        content = yaml.load(file.read_text(encoding="utf8"), Loader=Once)  # noqa: S506 - a safe loader
    except RecipeFieldTwice as error:
        raise RecipeFieldTwice(**{**error.details, "file": file.name}) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UnreadableRecipe(file=file.name, line=line) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableRecipe(file=file.name, line=1) from error
    return checked(content, file.name)


def checked(content: Any, file: str) -> Recipe:
    """A recipe from the content of a file. Raises as `read_recipe` does."""
    try:
        recipe = Recipe.model_validate(content if isinstance(content, dict) else {})
    except ValidationError as error:
        raise _explained(error.errors()[0], file) from error
    check(recipe, file)
    return recipe


def _explained(error: ErrorDetails, file: str) -> RecipeLacksField | RecipeHasUnknownField | RecipeValueWrong:
    *above, last = [_counted(place) for place in error["loc"]]
    field = ".".join((*above, last))
    if error["type"] == "missing":
        return RecipeLacksField(file=file, field=field)
    if error["type"] == "extra_forbidden":
        return RecipeHasUnknownField(file=file, field=field)
    return RecipeValueWrong(file=file, field=field, given=str(error["input"])[:60], expected=_expected(error))


def _expected(error: ErrorDetails) -> str:
    """What may stand there, in signs that every language has."""
    limits = error.get("ctx", {})
    if "expected" in limits:
        return str(limits["expected"]).replace(" or ", " | ").replace(", ", " | ")
    signs = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤"}
    found = [f"{sign} {limits[name]:g}" for name, sign in signs.items() if name in limits]
    return found[0] if found else SHAPES.get(error["type"].partition("_")[0], "…")


def _counted(place: str | int) -> str:
    """A place in a list as a person counts it."""
    return str(place + 1) if isinstance(place, int) else place
