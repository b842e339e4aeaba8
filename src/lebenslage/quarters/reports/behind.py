"""What stands behind the figures: method, how sure they are, what is hidden and why, sources, and the meaning of every indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lebenslage.law.texts import Texts
from lebenslage.papers.report import Chapter, Table
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.reports.material import Material


def behind(material: Material, say: Texts) -> Iterator[Chapter]:
    """The last chapters."""
    yield _method(material, say)
    yield Chapter("uncertainty", say("report", "uncertainty"), _paragraphs("uncertainty_text", say))
    yield _hidden(material, say)
    yield _sources(material, say)
    yield _glossary(material, say)


def _method(material: Material, say: Texts) -> Chapter:
    own = material.texts.get("method", "")
    return Chapter(
        "method",
        say("report", "method"),
        _paragraphs("method_text", say),
        own=own,
        writable=True,
        chapters=tuple(of_markdown(material.method)),
        new_page=True,
    )


def _paragraphs(key: str, say: Texts) -> tuple[str, ...]:
    return tuple(part.strip() for part in say("report", key).split("\n") if part.strip())


def of_markdown(text: str) -> Iterator[Chapter]:
    """The chapters of a method section: headings, paragraphs and lists are all that it has."""
    parts = [part.splitlines() for part in f"\n{text}".split("\n#") if part.strip()]
    for number, (heading, *lines) in enumerate(parts):
        said = [line.strip() for line in lines if line.strip()]
        points = [line.lstrip("-0123456789. ") for line in said if line[0] in "-0123456789"]
        paragraphs = [line for line in said if line[0] not in "-0123456789"]
        yield Chapter(f"method-{number}", heading.lstrip("# "), tuple(paragraphs), tuple(points))


def _hidden(material: Material, say: Texts) -> Chapter:
    head = tuple(say("report", "hidden_head", key) for key in ("name", "shown", "hidden", "missing"))
    rows = tuple((f"{one.indicator.name} {one.on.year}", *_counted(one.marks)) for one in _all(material))
    left_out = tuple(f"{name}: {why}" for name, why in material.left_out)
    why = [part.format(minimum=material.minimum) for part in _paragraphs("hidden_text", say)]
    draft = () if material.released else (say("report", "hidden_draft"),)
    return Chapter("hidden", say("report", "hidden"), (*draft, *why), left_out, tables=(Table(say("report", "hidden_table"), head, rows),))


def _all(material: Material) -> Sequence[Column]:
    return [one for now in material.now for one in (material.before.get(now.indicator.key), now) if one is not None]


def _counted(marks: Sequence[Mark]) -> tuple[str, str, str]:
    gone, absent = (sum(mark is wanted for mark in marks) for wanted in (Mark.SUPPRESSED, Mark.MISSING))
    return str(len(marks) - gone - absent), str(gone), str(absent)


def _sources(material: Material, say: Texts) -> Chapter:
    areas = say("report", "source_areas", title=material.edition.title, source=material.edition.source, licence=material.edition.licence)
    found = [
        say("report", "source", names=", ".join(names), source=source, licence=licence)
        for (source, licence), names in _by_source(material).items()
    ]
    return Chapter("sources", say("report", "sources"), points=(areas, *found))


def _by_source(material: Material) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for one in material.now:
        found.setdefault((one.source or one.indicator.source, one.indicator.licence), []).append(one.indicator.name)
    return found


def _glossary(material: Material, say: Texts) -> Chapter:
    head = (say("report", "glossary_head", "name"), say("report", "glossary_head", "meaning"), say("report", "glossary_head", "of"))
    rows = tuple((one.indicator.name, one.indicator.definition, one.indicator.denominator or "–") for one in material.now)
    return Chapter("glossary", say("report", "glossary"), tables=(Table("", head, rows, numeric=False),))
