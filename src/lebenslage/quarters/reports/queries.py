"""Reading reports. What is released is read as it went out, without computing anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.quarters import catalogue
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Edition
from lebenslage.quarters.reports.models import Block, Report, State


@dataclass(frozen=True, slots=True)
class Basis:
    """The figures that a report can be made of now: the newest edition of the areas that has any."""

    edition: Edition
    columns: Sequence[Column]


def reports(authority: Authority) -> QuerySet[Report]:
    """All reports of a town, the newest first, without their files."""
    return Report.objects.filter(authority=authority).select_related("edition").defer(*_HEAVY)


def report(authority: Authority, id: int) -> Report | None:
    """A report of this town, without its files."""
    return reports(authority).filter(pk=id).first()


def released_reports(authority: Authority) -> Sequence[Report]:
    """What the public may read, the newest first: title, day, released_at, without content and files."""
    return list(reports(authority).filter(state=State.RELEASED).order_by("-released_at"))


def released_report(authority: Authority, id: int) -> Report | None:
    """A released report with its `content`: title, subtitle, facts, and chapters as `papers.report.Chapter` in plain data; else None.

    A chapter has place, heading, paragraphs, points, own (pieces: list, lines), drawings (shape, svg, alt, caption, legend), tables
    (caption, head, rows, note, numeric) and chapters. The template `reports/chapters.html` shows them.
    """
    return Report.objects.filter(authority=authority, pk=id, state=State.RELEASED).defer("pdf", "annex").first()


def pdf(authority: Authority, id: int) -> bytes | None:
    """The PDF of a released report, as it went out."""
    return _file(authority, id, "pdf")


def annex(authority: Authority, id: int) -> bytes | None:
    """The data annex of a released report: a ZIP with CSV, CSVW, GeoPackage and a note."""
    return _file(authority, id, "annex")


def newest_draft(authority: Authority) -> Report | None:
    """The draft that was made last."""
    return reports(authority).filter(state=State.DRAFT).order_by("-made_at", "-pk").first()


def texts_of(report: Report) -> Mapping[str, Block]:
    """The texts by their places."""
    return {block.place: block for block in report.blocks.all()}


def basis(authority: Authority) -> Basis | None:
    """What a report can be made of; two queries where the newest edition has figures."""
    for edition in catalogue.editions(authority).filter(level=catalogue.LEVEL).defer("outlines"):
        columns = catalogue.columns(authority, edition)
        if columns:
            return Basis(edition, columns)
    return None


def news(report: Report, columns: Sequence[Column]) -> Mapping[str, Any]:
    """What is new beside the report before: days, indicators, and how many texts were taken over and not looked at yet."""
    old: Mapping[str, Any] = report.previous.recipe if report.previous else {}
    keys = {one.indicator.key: one.indicator.name for one in columns}
    days = {one.on.isoformat(): one.on for one in columns}
    return {
        "days": [day for text, day in sorted(days.items()) if text not in old.get("days", ())],
        "indicators": [name for key, name in keys.items() if key not in old.get("indicators", ())],
        "carried": report.blocks.filter(carried=True).count(),
    }


def _file(authority: Authority, id: int, field: str) -> bytes | None:
    found = Report.objects.filter(authority=authority, pk=id, state=State.RELEASED).values_list(field, flat=True).first()
    return bytes(found) if found else None


_HEAVY = ("content", "pdf", "annex", "edition__outlines", "edition__drawn")
