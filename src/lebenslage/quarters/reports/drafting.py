"""A draft as it would look now: the newest figures, all of them exact, with the texts that planners wrote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lebenslage.law.texts import Texts
from lebenslage.papers.report import ReportContent
from lebenslage.quarters.catalogue import columns
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Kind
from lebenslage.quarters.reports.content import content_of
from lebenslage.quarters.reports.material import Material, newest
from lebenslage.quarters.reports.methods import method_of
from lebenslage.quarters.reports.models import Report
from lebenslage.quarters.reports.queries import texts_of

MINIMUM = 5


def draft_of(report: Report, say: Texts, on: date) -> ReportContent:
    """The draft. Two queries."""
    return content_of(material_of(report, columns(report.authority, report.edition), say, on), say)


def material_of(
    report: Report, some: Sequence[Column], say: Texts, on: date, *, released: bool = False, left_out: Sequence[tuple[str, str]] = ()
) -> Material:
    """What the report is made of, from these columns."""
    now, before = newest(some)
    index = next((one for one in now if one.indicator.kind == Kind.INDEX), None)
    return Material(
        town=report.authority.town or report.authority.name,
        office=report.authority.name,
        title=report.title,
        edition=report.edition,
        now=now,
        before=before,
        released=released,
        minimum=MINIMUM,
        made_on=on,
        texts={place: block.text for place, block in texts_of(report).items()},
        left_out=left_out,
        method="" if index is None else method_of(report.authority, index, say),
    )
