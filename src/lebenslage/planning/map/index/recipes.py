"""From a draft to a recipe of the atlas and back, and the recipes to start from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from lebenslage.atlas.index import find_recipe, recipe_files
from lebenslage.atlas.index.library import checked
from lebenslage.atlas.index.recipe import Recipe
from lebenslage.law.texts import Texts
from lebenslage.planning.map.index.draft import CLASSES, Draft, Part
from lebenslage.planning.map.wording import ROOM
from lebenslage.quarters.models import Batch, Indicator, Kind

LEAST_PARTS = 2


@dataclass(frozen=True, slots=True)
class Start:
    """Something to begin with: its name and the draft."""

    name: str
    draft: Draft
    own: bool = False


def recipe_of(draft: Draft, catalogue: Mapping[str, Indicator], say: Texts) -> Recipe:
    """The recipe of a draft: weights as given, the mean on one scale, five classes of as many areas each."""
    words = say.strings[ROOM]["words"][str(CLASSES)]
    content = {
        "id": "eigener_index",
        "title": _both(draft.name or say(ROOM, "index", "unnamed")),
        "purpose": _both(say(ROOM, "index", "purpose")),
        "sources": sorted({catalogue[part.key].source for part in draft.parts}),
        "indicators": [_ingredient(part, catalogue[part.key]) for part in draft.parts],
        "normalise": draft.scale,
        "combine": {"weights": "given", "how": "mean", "again": "z" if draft.scale == "z" else "none"},
        "classes": {
            "kind": "shares",
            "number": CLASSES,
            "counted_from": "least",
            "bands": [{"id": number, "label": _both(word)} for number, word in enumerate(words, start=1)],
        },
    }
    return checked(content, draft.name)


def written(recipe: Recipe) -> str:
    """The recipe as the YAML of a file that `lebenslage index` reads."""
    return yaml.safe_dump(recipe.model_dump(mode="json", by_alias=True, exclude_defaults=True), allow_unicode=True, sort_keys=False)


def starts(catalogue: Mapping[str, Indicator], own: Sequence[Batch]) -> Iterator[Start]:
    """What one can begin with: the town's own indices, and shipped recipes of which the town has two indicators or more."""
    for batch in own:
        content = yaml.safe_load(batch.how["recipe"])
        yield from _start(Recipe.model_validate(content), catalogue, own=True)
    for name in recipe_files():
        yield from _start(find_recipe(name), catalogue, own=False)


def _start(recipe: Recipe, catalogue: Mapping[str, Indicator], *, own: bool) -> Iterator[Start]:
    parts = [Part(one.id, one.weight, one.direction) for one in recipe.indicators if one.id in catalogue]
    if len(parts) >= LEAST_PARTS:
        yield Start(recipe.title.de, Draft(recipe.title.de if own else "", parts, recipe.normalise), own)


def _ingredient(part: Part, indicator: Indicator) -> dict[str, Any]:
    share = indicator.kind == Kind.SHARE and indicator.unit in {"Prozent", "%"}
    return {
        "id": part.key,
        "label": _both(indicator.name),
        "direction": part.direction,
        "unit": "percent" if share else "number",
        "weight": part.weight,
        "source": indicator.source,
        **({"denominator": _both(indicator.denominator or indicator.name)} if share else {}),
    }


def _both(words: str) -> dict[str, str]:
    return {"de": words, "en": words}
