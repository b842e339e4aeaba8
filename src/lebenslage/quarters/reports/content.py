"""A whole report out of its material: the same for the draft, the page, the PDF and the files without a database."""

from __future__ import annotations

from collections.abc import Iterator

from lebenslage.law.texts import Texts
from lebenslage.papers.report import Chapter, ReportContent, Spoken
from lebenslage.quarters.reports.behind import behind
from lebenslage.quarters.reports.material import Material
from lebenslage.quarters.reports.opening import striking, summary
from lebenslage.quarters.reports.profiles import profiles
from lebenslage.quarters.reports.themes import development, themes


def content_of(material: Material, say: Texts) -> ReportContent:
    """The report. `say` speaks German."""
    words = Spoken(*(say("report", "layout", key) for key in ("contents", "page", "draft", "copy", "incomplete")))
    subtitle = say("report", "subtitle", number=len(material.edition.keys), town=material.town, day=say.day(material.day.toordinal()))
    return ReportContent(
        material.title,
        material.office,
        subtitle,
        tuple(_facts(material, say)),
        tuple(chapters(material, say)),
        words,
        draft=not material.released,
    )


def chapters(material: Material, say: Texts) -> Iterator[Chapter]:
    """All chapters in order; a foreword and an outlook only where somebody wrote them, or may."""
    yield from _own(material, "foreword", say)
    yield summary(material, say)
    yield striking(material, say)
    yield from themes(material, say)
    yield from development(material, say)
    yield from profiles(material, say)
    yield from _own(material, "outlook", say)
    yield from behind(material, say)


def _own(material: Material, place: str, say: Texts) -> Iterator[Chapter]:
    text = material.texts.get(place, "")
    if text or not material.released:
        yield Chapter(place, say("report", place), own=text, writable=True, new_page=True)


def _facts(material: Material, say: Texts) -> Iterator[tuple[str, str]]:
    yield say("report", "fact_day"), say.day(material.day.toordinal())
    if material.day_before is not None:
        yield say("report", "fact_before"), say.day(material.day_before.toordinal())
    yield say("report", "fact_made"), say.day(material.made_on.toordinal())
    yield say("report", "fact_areas"), material.edition.title
    yield say("report", "fact_state"), say("report", "released_state" if material.released else "draft_state")
