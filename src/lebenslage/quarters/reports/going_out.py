"""A report goes out: its figures are released, the report is written anew from what was released, and its files are kept."""

from __future__ import annotations

from django.db import transaction

from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.papers.report import as_pages, report_pdf
from lebenslage.quarters.catalogue import columns
from lebenslage.quarters.columns import column_of
from lebenslage.quarters.queries import least_minimum
from lebenslage.quarters.releasing import hindrances, release
from lebenslage.quarters.reports.annex import annex_of
from lebenslage.quarters.reports.content import content_of
from lebenslage.quarters.reports.drafting import material_of
from lebenslage.quarters.reports.models import Report, State
from lebenslage.quarters.reports.portals import PAPER, for_portals
from lebenslage.quarters.reports.problems import NothingReleasable


def go_out(report_id: int, *, by: Actor) -> None:
    """Release a report that was let go; what hinders it is kept with the draft."""
    report = Report.objects.select_related("authority", "edition").get(pk=report_id)
    if report.state != State.RELEASING:
        return
    say = sentences(DEFAULT)
    try:
        _release(report, say, by=by)
    except Problem as problem:
        why = say("problems", problem.key, **problem.details)
        Report.objects.filter(pk=report.pk).update(state=State.DRAFT, released_by="", failed=why)


@transaction.atomic
def _release(report: Report, say: Texts, *, by: Actor) -> None:
    at = now()
    exact = columns(report.authority, report.edition)
    hindered = [(one.indicator.name, say("problems", why.key, **why.details)) for one, why in hindrances(exact)]
    wanted = [one for one in exact if one.indicator.name not in dict(hindered)]
    stand = release(report.authority, wanted, by=by, at=at, minimum=least_minimum(report.authority))
    shown = [column_of(one) for one in stand if any(number is not None for number in one.numbers)]
    if not shown:
        raise NothingReleasable(why="; ".join(why for _, why in hindered) or "–")
    material = material_of(report, shown, say, at.date(), released=True, left_out=hindered)
    content = content_of(material, say)
    pdf = report_pdf(content, at=at)
    Report.objects.filter(pk=report.pk).update(
        state=State.RELEASED,
        released_at=at,
        day=material.day,
        content=as_pages(content),
        pdf=pdf,
        annex=annex_of(report.edition, shown, say, {PAPER: pdf, **for_portals(report, shown, say, at)}),
        failed="",
    )
    about = Subject("authority", report.authority_id, report.authority_id)
    record("report_released", about, by=by, report=report.pk, columns=len(shown))
