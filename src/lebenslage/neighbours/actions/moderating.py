"""What a connector does in the quarters she looks after. Everything she reads and does stands in the journal."""

from __future__ import annotations

from django.db import transaction

from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.neighbours.actions.posting import subject
from lebenslage.neighbours.models import Connector, Neighbour, Post, PostState, Report
from lebenslage.neighbours.problems import NotYourQuarter


@transaction.atomic
def release(connector: Connector, post: Post, *, by: Actor) -> None:
    """Let a post that waited stand on the board, or one that was hidden. Raises NotYourQuarter."""
    _must_be_hers(connector, post.area)
    Post.objects.filter(pk=post.pk, state__in=[PostState.WAITING, PostState.HIDDEN]).update(
        state=PostState.LIVE, checked=now(), checked_by=by.id, reason=""
    )
    record("release_post", subject(post), by=by)


@transaction.atomic
def hide(connector: Connector, post: Post, *, reason: str, by: Actor) -> None:
    """Take a post down; its owner reads why. Raises NotYourQuarter."""
    _must_be_hers(connector, post.area)
    Post.objects.filter(pk=post.pk).update(state=PostState.HIDDEN, checked=now(), checked_by=by.id, reason=reason)
    record("hide_post", subject(post), by=by, reason=reason)


@transaction.atomic
def stop(connector: Connector, report: Report, *, by: Actor) -> None:
    """Let the person whom a report is about write nothing more, and take her posts down. Raises NotYourQuarter."""
    _must_be_hers(connector, report.area)
    for neighbour in Neighbour.objects.filter(vault=report.about, authority=report.authority_id):
        Neighbour.objects.filter(pk=neighbour.pk).update(stopped=now())
        Post.objects.filter(vault=neighbour.vault_id).update(state=PostState.HIDDEN, reason=report.reason, checked=now(), checked_by=by.id)
        record(
            "stop_neighbour", Subject("neighbour", neighbour.id, neighbour.authority_id, neighbour.vault_id), by=by, reason=report.reason
        )
    close_report(connector, report, by=by)


@transaction.atomic
def close_report(connector: Connector, report: Report, *, by: Actor) -> None:
    """Note that a report was looked after. Raises NotYourQuarter."""
    _must_be_hers(connector, report.area)
    Report.objects.filter(pk=report.pk).update(done=now(), done_by=by.id)
    record("close_report", Subject("report", report.id, report.authority_id), by=by)


def _must_be_hers(connector: Connector, area: str) -> None:
    if area not in connector.areas:
        raise NotYourQuarter
