"""Writing areas, catalogue and figures: each import a version, each change in the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from lebenslage.authorities.models import Authority, Staff
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Area, Batch, Better, Edition, Figures, Indicator, Kind


@dataclass(frozen=True, slots=True)
class Outlines:
    """Areas about to be kept: `outlines` and `drawn` as `Edition` says."""

    title: str
    valid_from: date
    keys: Sequence[str]
    names: Sequence[str]
    source: str
    level: str = "quartiere"
    crs: str = "EPSG:25832"
    outlines: bytes = b""
    drawn: Mapping[str, Any] | None = None
    licence: str = "dl-de/by-2-0"


@dataclass(frozen=True, slots=True)
class Meaning:
    """An entry of the catalogue about to be kept."""

    key: str
    name: str
    definition: str
    kind: Kind
    unit: str
    source: str
    topic: str = ""
    denominator: str = ""
    better: Better = Better.NEITHER
    of_people: bool = True
    licence: str = "dl-de/by-2-0"


@dataclass(frozen=True, slots=True)
class NewColumn:
    """Figures about to be kept, in the order of the edition's keys."""

    indicator: Indicator
    on: date
    numbers: Sequence[float | None]
    marks: Sequence[Mark]
    bases: Sequence[float | None] | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """Where figures come from; `found` is what the check found, in sentences."""

    title: str
    source: str
    at: datetime
    origin: str = "file"
    digest: str = ""
    licence: str = "dl-de/by-2-0"
    how: Mapping[str, Any] | None = None
    found: Sequence[str] = ()


def actor(staff: Staff) -> Actor:
    """The member of staff as the journal knows her."""
    return Actor(staff.user_id, staff.role)


@transaction.atomic
def keep_edition(authority: Authority, given: Outlines, *, at: datetime, by: Actor) -> Edition:
    """Keep areas; an edition of the same level and day is replaced while no figures lean on it. Quarters become those of addresses, too."""
    former = Edition.objects.filter(authority=authority, level=given.level, valid_from=given.valid_from)
    former.filter(figures=None, released=None).delete()
    kept = Edition.objects.create(authority=authority, at=at, **{**asdict(given), "drawn": given.drawn or {}})
    if given.level == "quartiere":
        known = set(Area.objects.filter(authority=authority).values_list("key", flat=True))
        pairs = [pair for pair in zip(given.keys, given.names, strict=True) if pair[0] not in known]
        Area.objects.bulk_create([Area(authority=authority, key=key, name=name, source=given.source) for key, name in pairs])
    _say(authority, "keep_edition", by, edition=given.title, areas=len(given.keys))
    return kept


@transaction.atomic
def describe(authority: Authority, meaning: Meaning, *, by: Actor) -> Indicator:
    """Keep an entry of the catalogue, or change it. The journal keeps which words were changed, as they were and as they are."""
    found = Indicator.objects.select_for_update().filter(authority=authority, key=meaning.key).first()
    if found is None:
        _say(authority, "describe_indicator", by, indicator=meaning.key)
        return Indicator.objects.create(authority=authority, **asdict(meaning))
    changed = {name: (getattr(found, name), new) for name, new in asdict(meaning).items() if getattr(found, name) != new}
    if changed:
        _change(found, changed, by=by)
    return found


def _change(indicator: Indicator, changed: Mapping[str, tuple[Any, Any]], *, by: Actor) -> None:
    for name, (_, new) in changed.items():
        setattr(indicator, name, new)
    indicator.save(update_fields=list(changed))
    before, after = ([_plain(pair[side]) for pair in changed.values()] for side in (0, 1))
    said = {"fields": list(changed), "before": before, "after": after}
    _say(indicator.authority, "change_indicator", by, indicator=indicator.key, **said)


def _plain(value: str | bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


@transaction.atomic
def keep_figures(
    authority: Authority, edition: Edition, columns: Sequence[NewColumn], given: Import, *, by: Actor, name: str = ""
) -> Batch:
    """Keep columns as one version; `name` is who brought them, as colleagues read it."""
    fields = {**asdict(given), "how": given.how or {}, "found": list(given.found)}
    batch = Batch.objects.create(authority=authority, by_name=name, **fields)
    Figures.objects.bulk_create([_stored(batch, edition, one) for one in columns])
    _say(authority, "import_figures", by, batch=batch.pk, columns=len(columns), origin=given.origin)
    return batch


@transaction.atomic
def withdraw(batch: Batch, *, at: datetime, by: Actor) -> None:
    """Let the version before this one count again."""
    Batch.objects.filter(pk=batch.pk).update(withdrawn_at=at)
    _say(batch.authority, "withdraw_figures", by, batch=batch.pk)


@transaction.atomic
def restore(batch: Batch, *, by: Actor) -> None:
    """Let a withdrawn version count again."""
    Batch.objects.filter(pk=batch.pk).update(withdrawn_at=None)
    _say(batch.authority, "restore_figures", by, batch=batch.pk)


def _stored(batch: Batch, edition: Edition, one: NewColumn) -> Figures:
    return Figures(
        batch=batch,
        indicator=one.indicator,
        edition=edition,
        on=one.on,
        numbers=list(one.numbers),
        qualities="".join(one.marks),
        bases=None if one.bases is None else list(one.bases),
    )


def _say(authority: Authority, action: str, by: Actor, **details: Any) -> None:
    record(action, Subject("authority", authority.id, authority.id), by=by, **details)
