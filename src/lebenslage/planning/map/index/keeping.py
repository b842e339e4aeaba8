"""Keeping an index: as a version of figures with its recipe, for every day on which all its indicators have figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils.text import slugify

from lebenslage.authorities.models import Authority, Staff
from lebenslage.law.texts import Texts
from lebenslage.planning.map.asked import Asked
from lebenslage.planning.map.index.building import KEPT_DRAWS, Built
from lebenslage.planning.map.index.draft import Draft
from lebenslage.planning.map.index.recipes import recipe_of, written
from lebenslage.planning.map.wording import ROOM
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Batch, Better, Indicator, Kind
from lebenslage.quarters.recording import Import, Meaning, NewColumn, actor, describe, keep_figures

ORIGIN: Final = "index"
LONGEST_KEY: Final = 50


def own_indices(authority: Authority) -> Sequence[Batch]:
    """The indices that the town computed, each as it counts now, the latest first."""
    latest: dict[str, Batch] = {}
    for batch in Batch.objects.filter(authority=authority, origin=ORIGIN, withdrawn_at=None):
        latest.setdefault(batch.title, batch)
    return list(latest.values())


def days_of(found: Asked, keys: Sequence[str]) -> Sequence[date]:
    """The days on which every one of these indicators has figures, the latest first."""
    days = [set(found.days(key)) for key in keys]
    return sorted(set.intersection(*days), reverse=True) if days else []


def columns_at(found: Asked, keys: Sequence[str], on: date) -> Sequence[Column]:
    """The columns of a day in the order of the keys."""
    by_key = {one.indicator.key: one for one in found.columns if one.on == on}
    return [by_key[key] for key in keys]


def catalogue_of(found: Asked) -> dict[str, Indicator]:
    """The indicators of which an index may be made: any but an index."""
    return {one.key: one for one in found.catalogue if one.kind != Kind.INDEX}


@transaction.atomic
def keep(draft: Draft, found: Asked, say: Texts, *, at: datetime, by: Staff) -> Indicator:
    """Keep the index with its score and its class; the same name again is its next version. Raises what computing raises."""
    recipe = recipe_of(draft, catalogue_of(found), say)
    score, rank = _described(found.authority, draft, say, by=by)
    columns: list[NewColumn] = []
    for on in days_of(found, draft.keys):
        built = Built(recipe, columns_at(found, draft.keys, on), on, KEPT_DRAWS)
        classes = [float(one) if one else None for one in built.classes]
        columns += [NewColumn(score, on, built.numbers, built.marks), NewColumn(rank, on, classes, _of(built.marks))]
    source = say(ROOM, "index", "source", authority=found.authority.name)
    given = Import(draft.name, source, at, origin=ORIGIN, how={"recipe": written(recipe), "indicator": score.key})
    keep_figures(found.authority, found.edition, columns, given, by=actor(by), name=by.name)
    return score


def _of(marks: Sequence[Mark]) -> Sequence[Mark]:
    return list(marks)


def _described(authority: Authority, draft: Draft, say: Texts, *, by: Staff) -> tuple[Indicator, Indicator]:
    key = f"index-{slugify(draft.name)}"[:LONGEST_KEY]
    names = (draft.name, say(ROOM, "index", "class_of", name=draft.name))
    definitions = [say(ROOM, "index", "definitions", one, number=len(draft.parts)) for one in ("score", "class")]
    score, rank = (
        Meaning(
            one,
            name[:120],
            definition,
            Kind.INDEX,
            unit,
            say(ROOM, "index", "source", authority=authority.name),
            topic=say(ROOM, "index", "topic"),
            better=Better.LOW,
            of_people=False,
        )
        for one, name, definition, unit in zip((key, f"{key}-klasse"), names, definitions, ("Punkte", "Klasse"), strict=True)
    )
    return describe(authority, score, by=actor(by)), describe(authority, rank, by=actor(by))
