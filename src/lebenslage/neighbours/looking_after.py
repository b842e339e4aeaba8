"""What a connector reads: the list names no words; each post or report that she opens is noted in the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lebenslage.authorities.models import Staff
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.neighbours.actions.posting import subject
from lebenslage.neighbours.models import Connector, Post, PostState, Report
from lebenslage.neighbours.queries import Shown, quarters
from lebenslage.neighbours.sealed import told_in, way_of, words_of


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits in the quarters of a connector, by numbers and kinds alone."""

    waiting: Sequence[tuple[Post, str]]
    reports: Sequence[tuple[Report, str]]
    offline: Sequence[tuple[Post, str]]


@dataclass(frozen=True, slots=True)
class Opened:
    """A post that a connector opened; `way` leads to somebody offline."""

    shown: Shown
    way: str


def connector_of(staff: Staff) -> Connector | None:
    """The connector that this member of staff is."""
    return Connector.objects.filter(staff=staff, authority=staff.authority_id).select_related("authority").first()


def actor(staff: Staff) -> Actor:
    """The member of staff as the journal knows her."""
    return Actor(staff.user_id, staff.role)


def quarters_of(connector: Connector) -> Mapping[str, str]:
    """The quarters she looks after: key and name."""
    return {key: name for key, name in quarters(connector.authority).items() if key in connector.areas}


def queue(connector: Connector) -> Queue:
    """What waits, the oldest first. Three queries and the names."""
    names = quarters(connector.authority)
    mine = Post.objects.filter(authority=connector.authority_id, area__in=connector.areas).defer("sealed", "sealed_way").order_by("since")
    reports = Report.objects.filter(authority=connector.authority_id, area__in=connector.areas, done=None).defer("sealed")
    offline = mine.filter(vault=None, state=PostState.LIVE, expires__gt=now())
    return Queue(*([(one, names.get(one.area, "")) for one in some] for some in (mine.filter(state=PostState.WAITING), reports, offline)))


def open_post(connector: Connector, id: UUID, *, by: Actor) -> Opened | None:
    """The words of one post in her quarters; that she read them is recorded."""
    post = Post.objects.filter(authority=connector.authority_id, area__in=connector.areas, pk=id).first()
    if post is None:
        return None
    record("read_post", subject(post), by=by, read=True)
    return Opened(Shown(post, **words_of(post), quarter=quarters(connector.authority).get(post.area, "")), way_of(post))


def open_report(connector: Connector, id: UUID, *, by: Actor) -> tuple[Report, Mapping[str, str]] | None:
    """One report in her quarters, with what was handed over; that she read it is recorded."""
    report = Report.objects.filter(authority=connector.authority_id, area__in=connector.areas, pk=id).first()
    if report is None:
        return None
    record("read_report", Subject("report", report.id, report.authority_id, report.vault_id), by=by, read=True)
    return report, told_in(report)
