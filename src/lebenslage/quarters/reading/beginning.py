"""Where the understanding of a file begins: the edition it speaks of, the last file of its form, its likely day, source and licence."""

from __future__ import annotations

from datetime import date
from typing import Final

from lebenslage.authorities.models import Authority
from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Batch, Edition
from lebenslage.quarters.reading.cells import LEVEL
from lebenslage.quarters.reading.guessing import naming, suggested_day
from lebenslage.quarters.reading.how import How
from lebenslage.quarters.reading.matching import Areas
from lebenslage.quarters.reading.problems import NoAreaColumn, NoQuarters
from lebenslage.quarters.reading.sheet import Sheet

MOST_EDITIONS: Final = 6
FORMER: Final = 60
BROUGHT: Final = ("file", "feed")


def likely(authority: Authority, what: str, sheet: Sheet, today: date, former: How | None) -> How:
    """Day, source and licence as they are likely: the source that the file names, or the one of the last import."""
    on = suggested_day([sheet.file, *sheet.notes, sheet.name], today)
    noted = next((note.partition(":")[2].strip() for note in sheet.notes if note.lower().startswith("quelle:")), "")
    source = former.source if former else noted or source_of(authority)
    licence = former.licence if former else How(what="figures").licence
    without = former.without if former else []
    return How.model_validate({"what": what, "on": on, "source": source, "licence": licence, "sheet": sheet.name, "without": without})


def source_of(authority: Authority) -> str:
    """The source of the last file, or else the town itself."""
    last = Batch.objects.filter(authority=authority, withdrawn_at=None, origin__in=BROUGHT).first()
    return last.source if last else authority.name


def last_like(authority: Authority, what: str, header: list[str]) -> tuple[str, How] | None:
    """The last import of a file with these headings."""
    some = Batch.objects.filter(authority=authority, withdrawn_at=None, origin__in=BROUGHT).only("title", "how")[:FORMER]
    for batch in some:
        if batch.how.get("what") == what and [one["heading"] for one in batch.how.get("columns", [])] == header:
            return batch.title, How.model_validate(batch.how)
    return None


def edition_for(authority: Authority, sheet: Sheet) -> Edition:
    """The edition whose areas the rows name best. Raises NoQuarters, NoAreaColumn."""
    some = list(catalogue.editions(authority).exclude(level=LEVEL)[:MOST_EDITIONS])
    if not some:
        raise NoQuarters(file=sheet.file)
    fitting = [one for one in some if naming(sheet, Areas(one.keys, one.names))]
    if not fitting:
        raise NoAreaColumn(file=sheet.file, keys=some[0].keys[:3], names=some[0].names[:3])
    return max(fitting, key=lambda one: _rows_meant(sheet, one))


def _rows_meant(sheet: Sheet, edition: Edition) -> int:
    areas = Areas(edition.keys, edition.names)
    return max(len({meant.place for text in set(texts) if (meant := areas.meant(text))}) for texts in sheet.columns.values())
