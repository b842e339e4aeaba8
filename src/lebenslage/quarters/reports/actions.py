"""Making a report, writing in it, letting it go: a draft may be thrown away, a released report never changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from lebenslage.authorities.models import Authority, Staff
from lebenslage.journal.actions import Subject, record
from lebenslage.quarters.columns import Column
from lebenslage.quarters.recording import actor
from lebenslage.quarters.reports.models import Block, Report, State
from lebenslage.quarters.reports.problems import AlreadyReleased, NothingToReport, TooMuchText
from lebenslage.quarters.reports.queries import basis, released_reports
from lebenslage.quarters.reports.tasks import release_report

LONGEST: Final = 6000


@transaction.atomic
def make(authority: Authority, title: str, *, by: Staff, at: datetime) -> Report:
    """A draft out of everything there is; texts of the last released report are taken over, to be looked at. Raises NothingToReport."""
    found = basis(authority)
    if found is None:
        raise NothingToReport()
    day = max(one.on for one in found.columns)
    previous = next(iter(released_reports(authority)), None)
    made = Report.objects.create(
        authority=authority,
        title=title or f"Sozialbericht {day.year}",
        edition=found.edition,
        day=day,
        previous=previous,
        recipe=_recipe(found.columns),
        made_at=at,
        made_by=by.name,
    )
    if previous is not None:
        Block.objects.bulk_create(
            Block(report=made, place=one.place, text=one.text, carried=True, by_name=one.by_name, at=one.at)
            for one in previous.blocks.all()
        )
    _say("make_report", made, by)
    return made


@transaction.atomic
def write(report: Report, place: str, text: str, *, by: Staff, at: datetime) -> None:
    """Put a text at a place of a draft; an empty one takes it away. Raises AlreadyReleased."""
    _refuse_released(report)
    if text.strip():
        fields = {"text": text.strip(), "carried": False, "by_name": by.name, "at": at}
        Block.objects.update_or_create(report=report, place=place, defaults=fields)
    else:
        Block.objects.filter(report=report, place=place).delete()
    _say("write_in_report", report, by, place=place)


@transaction.atomic
def add_passage(report: Report, place: str, passage: str, *, by: Staff, at: datetime) -> None:
    """Put a passage below what stands at a place of a draft, to be looked at. Raises AlreadyReleased, TooMuchText."""
    _refuse_released(report)
    former = Block.objects.filter(report=report, place=place).first()
    text = f"{former.text}\n\n{passage}" if former else passage
    if len(text) > LONGEST:
        raise TooMuchText(place=place)
    fields = {"text": text, "carried": True, "by_name": by.name, "at": at}
    Block.objects.update_or_create(report=report, place=place, defaults=fields)
    _say("add_to_report", report, by, place=place)


@transaction.atomic
def take_passage_out(report: Report, place: str, passage: str, *, by: Staff, at: datetime) -> None:
    """Take a passage out again that stands there word for word; the rest of the text stays as it is. Raises AlreadyReleased."""
    _refuse_released(report)
    former = Block.objects.filter(report=report, place=place).first()
    if former is None or passage not in former.text:
        return
    before, _, behind = former.text.partition(passage)
    rest = "\n\n".join(part.strip() for part in (before, behind) if part.strip())
    if rest:
        Block.objects.filter(pk=former.pk).update(text=rest, carried=False, by_name=by.name, at=at)
    else:
        former.delete()
    _say("take_out_of_report", report, by, place=place)


@transaction.atomic
def rename(report: Report, title: str, *, by: Staff) -> None:
    """Give a draft another title. Raises AlreadyReleased."""
    _refuse_released(report)
    Report.objects.filter(pk=report.pk).update(title=title)
    _say("rename_report", report, by)


@transaction.atomic
def throw_away(report: Report, *, by: Staff) -> None:
    """Throw a draft away. Raises AlreadyReleased."""
    _refuse_released(report)
    _say("throw_report_away", report, by)
    report.delete()


@transaction.atomic
def let_go(report: Report, *, by: Staff) -> None:
    """Begin the release; the figures and files are made in the background. Raises AlreadyReleased."""
    _refuse_released(report)
    Report.objects.filter(pk=report.pk).update(state=State.RELEASING, released_by=by.name, failed="")
    _say("release_report", report, by)
    transaction.on_commit(lambda: _begin(report, by))


def _begin(report: Report, by: Staff) -> None:
    release_report.enqueue(report.pk, authority=str(report.authority_id), by=str(by.user_id), role=by.role)


def _refuse_released(report: Report) -> None:
    locked = Report.objects.select_for_update().only("state").get(pk=report.pk)
    if locked.state != State.DRAFT:
        raise AlreadyReleased(title=report.title)


def _recipe(columns: Sequence[Column]) -> dict[str, list[str]]:
    keys = sorted({one.indicator.key for one in columns})
    return {"indicators": keys, "days": sorted({one.on.isoformat() for one in columns})}


def _say(action: str, report: Report, by: Staff, **details: Any) -> None:
    record(action, Subject("authority", report.authority_id, report.authority_id), by=actor(by), report=report.pk, **details)
