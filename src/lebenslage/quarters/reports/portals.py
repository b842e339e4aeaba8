"""The annex in the words of DCAT-AP.de, for data portals. Addresses are relative: what is described lies beside the description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from lebenslage.law.texts import Texts
from lebenslage.quarters.columns import Column
from lebenslage.quarters.exchange.dcat import Catalogue, Dataset, File, described, written
from lebenslage.quarters.reports.annex import CSV, GEOPACKAGE
from lebenslage.quarters.reports.models import Report

DCAT: Final = "dcat.ttl"
PAPER: Final = "bericht.pdf"
CSVW: Final = "http://www.w3.org/TR/tabular-data-model/"


def for_portals(report: Report, columns: Sequence[Column], say: Texts, at: datetime) -> dict[str, bytes]:
    """The description as a file of the annex, in Turtle. The columns are those that are released."""
    catalogue = Catalogue(f"{DCAT}#catalog", PAPER, [_dataset(report, columns, say, at)])
    return {DCAT: written(described(report.authority, catalogue), "ttl").encode()}


def _dataset(report: Report, columns: Sequence[Column], say: Texts, at: datetime) -> Dataset:
    licences = {one.indicator.licence for one in columns}
    days = [one.on for one in columns]
    return Dataset(
        f"{DCAT}#{report.authority.key}-{report.pk}",
        f"{report.title}: {report.authority.town or report.authority.name}",
        say("report", "annex_title", areas=report.edition.title),
        PAPER,
        at,
        at,
        (min(days), max(days)),
        licences.pop() if len(licences) == 1 else "",
        "; ".join(sorted({one.source or one.indicator.source for one in columns})),
        list(_files(report, say)),
        sorted({one.indicator.topic for one in columns if one.indicator.topic} | {"Sozialbericht", "Stadtteile"}),
    )


def _files(report: Report, say: Texts) -> Iterator[File]:
    yield File(CSV, say("report", "annex_files", "csv"), "CSV", "text/csv", CSVW)
    if report.edition.outlines:
        yield File(GEOPACKAGE, say("report", "annex_files", "gpkg"), "GPKG", "application/geopackage+sqlite3")
    yield File(PAPER, report.title, "PDF", "application/pdf")
