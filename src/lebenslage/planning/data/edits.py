"""Who changed what in the catalogue, by the journal: field by field, as it was and as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from lebenslage.authorities.models import Authority
from lebenslage.journal.models import Entry
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.data.shelf import staff_names
from lebenslage.quarters.models import Indicator

ROOM: Final = "planning_data"
MOST: Final = 10
NEW, CHANGED = "describe_indicator", "change_indicator"
WORDED: Final = {"better": "betters", "of_people": "of_people", "kind": "kinds"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that was changed, in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of an entry, or its beginning: `key` is that of the indicator, `name` what it is called now, if it is still there."""

    key: str
    name: str
    new: bool
    who: str
    at: datetime
    differences: Sequence[Difference]


def edits_of(indicator: Indicator) -> Sequence[Edit]:
    """What became of the words of an indicator, the latest first. Two questions."""
    lines = _lines(indicator.authority, NEW, CHANGED).filter(details__indicator=indicator.key)
    return _told(indicator.authority, list(lines[:MOST]), {indicator.key: indicator.name})


def latest_edits(authority: Authority, names: dict[str, str]) -> Sequence[Edit]:
    """What was changed last in the catalogue of a town; `names` of its indicators by key. Two questions."""
    return _told(authority, list(_lines(authority, CHANGED)[:MOST]), names)


def _lines(authority: Authority, *actions: str) -> Any:
    return Entry.objects.filter(subject="authority", subject_id=authority.pk, action__in=actions).order_by("-id")


def _told(authority: Authority, lines: Sequence[Entry], names: dict[str, str]) -> Sequence[Edit]:
    people = staff_names(authority.pk, {line.actor for line in lines if line.actor})
    return [_edit(line, people.get(line.actor, ""), names) for line in lines]


def _edit(line: Entry, who: str, names: dict[str, str]) -> Edit:
    said, key = line.details, line.details["indicator"]
    parts = zip(said.get("fields", ()), said.get("before", ()), said.get("after", ()), strict=True)
    return Edit(key, names.get(key, key), line.action == NEW, who, line.at, [_difference(*part) for part in parts])


def _difference(field: str, before: str, after: str) -> Difference:
    name = sentences(DEFAULT)(ROOM, "indicator", "changes", "fields", field)
    return Difference(name, _worded(field, before), _worded(field, after))


def _worded(field: str, value: str) -> str:
    say, among = sentences(DEFAULT), WORDED.get(field)
    if not value:
        return say(ROOM, "indicator", "changes", "empty")
    return say(ROOM, "indicator", among, value) if among else value
