"""The method section of an index that the town keeps, out of its recipe."""

from __future__ import annotations

import yaml
from pydantic import ValidationError

from lebenslage.atlas.index.method import method
from lebenslage.atlas.index.recipe import Recipe
from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Batch


def method_of(authority: Authority, index: Column, say: Texts) -> str:
    """How the index was computed, as Markdown; empty where it came as a file without its recipe."""
    found = Batch.objects.filter(authority=authority, withdrawn_at=None, figures__indicator=index.indicator).order_by("-at", "-pk").first()
    try:
        return method(Recipe.model_validate(yaml.safe_load(found.how["recipe"])), say.language) if found and "recipe" in found.how else ""
    except ValidationError:
        return ""
