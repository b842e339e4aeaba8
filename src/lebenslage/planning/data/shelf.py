"""What lies in the data room: areas, indicators with their newest day, versions and their changes. Every question names its authority."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Final
from uuid import UUID

from django.db.models import Count, Max, Q

from lebenslage.authorities.models import Authority, Staff
from lebenslage.feeds.models import Waiting
from lebenslage.feeds.queries import waiting
from lebenslage.journal.models import Entry
from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Batch, Edition, Figures, Indicator

MOST_VERSIONS: Final = 50
CHANGES: Final = ("import_figures", "withdraw_figures", "restore_figures", "carry_figures", "sum_cells")
STANDING: Final = Q(figures__batch__withdrawn_at=None)


@dataclass(frozen=True, slots=True)
class Topic:
    """The indicators of a topic, each with its newest day."""

    name: str
    indicators: Sequence[Indicator]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything on the first page."""

    editions: Sequence[Edition]
    topics: Sequence[Topic]
    versions: Sequence[Batch]
    waiting: Sequence[Waiting]

    @property
    def names(self) -> dict[str, str]:
        """The names of the indicators by key."""
        return {one.key: one.name for topic in self.topics for one in topic.indicators}

    @property
    def has_quarters(self) -> bool:
        """Whether outlines or at least keys of quarters are there."""
        return any(one.level == catalogue.LEVEL for one in self.editions)

    @property
    def has_figures(self) -> bool:
        """Whether there are any indicators."""
        return bool(self.topics)


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the journal about a version."""

    action: str
    who: str
    at: datetime


def shelf(authority: Authority) -> Shelf:
    """What is there; four questions."""
    return Shelf(list(catalogue.editions(authority)), topics(authority), versions(authority), list(waiting(authority)))


def topics(authority: Authority) -> Sequence[Topic]:
    """The catalogue by topic, each indicator with `newest`, the newest day that counts."""
    some = catalogue.indicators(authority).annotate(newest=Max("figures__on", filter=STANDING)).order_by("topic", "name")
    return [Topic(name, list(those)) for name, those in groupby(some, key=lambda one: one.topic)]


def versions(authority: Authority) -> Sequence[Batch]:
    """The last imports, withdrawn ones too, each with how many columns it brought."""
    some = Batch.objects.filter(authority=authority).annotate(columns=Count("figures")).defer("how", "found")
    return list(some.order_by("-at", "-pk")[:MOST_VERSIONS])


def figures_of(batch: Batch) -> Sequence[Figures]:
    """The columns of a version, without the heavy parts of their edition."""
    some = Figures.objects.filter(batch=batch).select_related("indicator", "edition").defer("edition__outlines", "edition__drawn")
    return list(some.order_by("indicator__topic", "indicator__name", "on"))


def changes(batch: Batch) -> Sequence[Change]:
    """Who did what to a version, by the journal."""
    about = Entry.objects.filter(subject="authority", subject_id=batch.authority_id, action__in=CHANGES, details__batch=batch.pk)
    lines = list(about.order_by("id"))
    names = staff_names(batch.authority_id, {line.actor for line in lines if line.actor})
    return [Change(line.action, names.get(line.actor, ""), line.at) for line in lines]


def staff_names(authority: UUID, users: set[UUID]) -> Mapping[UUID | None, str]:
    """The names of members of staff by user."""
    some = Staff.objects.filter(authority=authority, user__in=users)
    return dict(some.values_list("user_id", "name"))


def standing(indicator: Indicator, edition: Edition) -> Sequence[Figures]:
    """Every column of an indicator in an edition, of versions that count and of those that do not, the latest day and version first."""
    some = (
        Figures.objects.filter(indicator=indicator, edition=edition)
        .select_related("batch", "indicator")
        .defer("batch__how", "batch__found")
    )
    return list(some.order_by("-on", "-batch__at", "-batch__pk"))


def days_of(batch: Batch) -> Sequence[date]:
    """The days of a version."""
    return list(Figures.objects.filter(batch=batch).values_list("on", flat=True).distinct().order_by("on"))
