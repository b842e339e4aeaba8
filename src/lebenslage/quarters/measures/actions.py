"""Writing measures and money; each change in the journal, by the names of what changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.measures.changes import Amount, Said
from lebenslage.quarters.measures.models import Measure, Money, Programme
from lebenslage.quarters.measures.problems import AreaNotOnMap


@transaction.atomic
def keep_programme(authority: Authority, name: str, aim: str, *, by: Actor) -> Programme:
    """Keep a programme, or change its aim."""
    kept, new = Programme.objects.update_or_create(authority=authority, name=name, defaults={"aim": aim})
    record("keep_programme" if new else "change_programme", Subject("authority", authority.id, authority.id), by=by, programme=kept.pk)
    return kept


@transaction.atomic
def keep_measure(authority: Authority, said: Said, *, by: Actor, measure: Measure | None = None) -> Measure:
    """Keep a measure, or change one. Raises AreaNotOnMap."""
    _check(authority, said.areas)
    kept = measure or Measure(authority=authority)
    fields = said.fields()
    changed = sorted(name for name, value in fields.items() if measure is None or getattr(kept, name) != value)
    for name in changed:
        setattr(kept, name, fields[name])
    kept.changed_at = now()
    kept.save()
    if changed:
        _say(kept, "keep_measure" if measure is None else "change_measure", by, changed=changed)
    return kept


@transaction.atomic
def remove_measure(measure: Measure, *, by: Actor) -> None:
    """Take a measure and its money out of every list; it can be brought back."""
    Measure.objects.filter(pk=measure.pk).update(removed_at=now())
    _say(measure, "remove_measure", by)


@transaction.atomic
def bring_back(measure: Measure, *, by: Actor) -> None:
    """Bring a removed measure back."""
    Measure.objects.filter(pk=measure.pk).update(removed_at=None)
    _say(measure, "bring_back_measure", by)


@transaction.atomic
def keep_money(measure: Measure, amounts: Sequence[Amount], *, by: Actor) -> None:
    """Keep amounts; one of the same year, source and area is replaced. Raises AreaNotOnMap."""
    _check(measure.authority, [one.area for one in amounts if one.area])
    for one in amounts:
        known = {"planned": one.planned, "spent": one.spent}
        Money.objects.update_or_create(measure=measure, year=one.year, source=one.source, area=one.area, defaults=known)
    _say(measure, "keep_money", by, year=[str(year) for year in sorted({one.year for one in amounts})], amounts=len(amounts))


@transaction.atomic
def remove_money(money: Money, *, by: Actor) -> None:
    """Take an amount away."""
    money.delete()
    _say(money.measure, "remove_money", by, year=[str(money.year)])


def _check(authority: Authority, areas: Sequence[str]) -> None:
    latest = edition(authority) if areas else None
    wrong = sorted(set(areas) - set(latest.keys if latest else []))
    if wrong:
        raise AreaNotOnMap(area=wrong[0])


def _say(measure: Measure, action: str, by: Actor, **details: Any) -> None:
    record(action, Subject("measure", measure.pk, measure.authority_id), by=by, **details)
