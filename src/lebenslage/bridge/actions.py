"""Pushing what the cases of a month count into the quarters, where small counts are hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from django.db import transaction

from lebenslage.authorities.models import Authority
from lebenslage.cases.counts import counts
from lebenslage.journal.actions import Actor
from lebenslage.quarters.actions import Counts, Part, publish
from lebenslage.quarters.models import Publication
from lebenslage.quarters.months import following_month
from lebenslage.quarters.problems import NothingCounted
from lebenslage.quarters.queries import area_keys, least_minimum

APPLICATIONS: Final = "wohngeld_antraege"
GRANTS: Final = Part("wohngeld_bewilligungen", of=APPLICATIONS)

type ByArea = Mapping[str, tuple[int, int]]


@transaction.atomic
def push(authority: Authority, month: date, *, by: Actor, at: datetime) -> Sequence[Publication]:
    """Publish the applications and the grants of a month; pushed again, they stay as they stand.

    Raises NothingCounted for a month before the town was connected, and what `publish` raises.
    """
    if authority.connected_since is None or following_month(month) <= authority.connected_since:
        raise NothingCounted(authority=authority.name, month=f"{month:%Y-%m}")
    counted, keys, minimum = counts(authority, month), area_keys(authority), least_minimum(authority)
    columns: Sequence[tuple[str | Part, Counts]] = [(APPLICATIONS, _on_the_map(counted, keys, 0)), (GRANTS, _on_the_map(counted, keys, 1))]
    return [
        publish(authority, indicator, month, values, minimum=minimum, at=at, source=authority.office, by=by)
        for indicator, values in columns
    ]


def _on_the_map(counted: ByArea, keys: Sequence[str], place: int) -> Counts:
    """The count of each area; every case is counted, so an area without one has zero. The town counts those without an area too."""
    return {None: sum(pair[place] for pair in counted.values())} | {key: counted.get(key, (0, 0))[place] for key in keys}
