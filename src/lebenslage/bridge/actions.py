"""Pushing what the cases and the neighbours of a month count into the quarters, where small counts are hidden, and into the catalogue.

What is not pushed, and why: refusals, and cases that are still open. Applications less grants are the open and the refused together;
each of the two, published beside them, would tell the other by subtraction, so the control allows an indicator one part and no second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from django.db import transaction

from lebenslage.authorities.models import Authority
from lebenslage.bridge import meanings
from lebenslage.bridge.duration import nothing_shown, took
from lebenslage.bridge.entering import Counted, enter, published_cells
from lebenslage.cases.counts import counts
from lebenslage.journal.actions import Actor
from lebenslage.neighbours.counts import activity
from lebenslage.planning.take_up.names import GRANTS as GRANTED
from lebenslage.quarters.actions import Counts, Part, publish
from lebenslage.quarters.models import Publication
from lebenslage.quarters.months import following_month
from lebenslage.quarters.problems import NothingCounted
from lebenslage.quarters.queries import area_keys, least_minimum

APPLICATIONS: Final = meanings.APPLICATIONS
GRANTS: Final = Part(GRANTED, of=APPLICATIONS)
POSTS: Final = meanings.POSTS
HELPS: Final = Part(meanings.HELPS, of=POSTS)

type ByArea = Mapping[str, tuple[int, int]]
type Pair = Sequence[str | Part]


@transaction.atomic
def push(authority: Authority, month: date, *, by: Actor, at: datetime) -> Sequence[Publication]:
    """Publish the applications and grants of a month, and the posts and helps of neighbours; pushed again, they stay as they stand.

    What stands enters the catalogue, with the duration where enough was granted. Raises NothingCounted for a month in which the town was
    neither connected nor had a board, and what `publish` raises.
    """
    counted = list(_counted(authority, month))
    if not counted:
        raise NothingCounted(authority=authority.name, month=f"{month:%Y-%m}")
    stand = [one for pair, numbers in counted for one in _published(authority, month, pair, numbers, by=by, at=at)]
    enter(authority, month, _entries(authority, month, stand), by=by, at=at)
    return stand


def _counted(authority: Authority, month: date) -> Iterator[tuple[Pair, ByArea]]:
    if authority.connected_since is not None and following_month(month) > authority.connected_since:
        yield (APPLICATIONS, GRANTS), counts(authority, month)
    neighbours = activity(authority, month)
    if neighbours is not None:
        yield (POSTS, HELPS), neighbours


def _published(authority: Authority, month: date, pair: Pair, counted: ByArea, *, by: Actor, at: datetime) -> Iterator[Publication]:
    keys, minimum, source = area_keys(authority), least_minimum(authority), authority.office
    for place, indicator in enumerate(pair):
        values = _on_the_map(counted, keys, place)
        yield publish(authority, indicator, month, values, minimum=minimum, at=at, source=source, by=by)


def _entries(authority: Authority, month: date, stand: Sequence[Publication]) -> Iterator[Counted]:
    for one in stand:
        cells = published_cells(one)
        yield cells
        if one.indicator == GRANTED and not nothing_shown(lasted := took(authority, month, cells)):
            yield lasted


def _on_the_map(counted: ByArea, keys: Sequence[str], place: int) -> Counts:
    """The count of each area; every case is counted, so an area without one has zero. The town counts those without an area too."""
    return {None: sum(pair[place] for pair in counted.values())} | {key: counted.get(key, (0, 0))[place] for key in keys}
