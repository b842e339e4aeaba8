"""A social report as data and as PDF: chapters with paragraphs, tables, maps and profiles. What it says is put together elsewhere.

The same content is the web page, the PDF (built to PDF/UA-1 and PDF/A-3a) and the JSON inside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from lebenslage.papers.plain import plain
from lebenslage.papers.press import Attachment, printed

FORMAT: Final = "lebenslage/report/1"
TEMPLATE: Final = Path(__file__).with_name("report.typ")
ATTACHED_AS: Final = "bericht.json"
FONT: Final = 'font-family="Noto Sans"'


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; the first cell of each row names it. `numeric` says which columns are set to the right."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    numeric: bool = True


class Shape(StrEnum):
    """How a drawing is set: a map with its legend beside it, a small map beside the text, or strips over the whole line."""

    MAP = "map"
    PLACE = "place"
    STRIPS = "strips"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as SVG, what it shows in words, its caption, and the legend of a map, which is SVG too."""

    shape: Shape
    svg: str
    alt: str
    caption: str = ""
    legend: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: `paragraphs`, then `points`, the block of text that a person wrote (`own`), drawings, tables and chapters within.

    `place` is its name in the report: by it a text of one edition is found again in the next. `writable` says that a text may stand there.
    """

    place: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    own: str = ""
    writable: bool = False
    drawings: tuple[Drawing, ...] = ()
    tables: tuple[Table, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    new_page: bool = False
    set_apart: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words that the layout needs: contents, page numbers, a draft's mark, and what the attached copy is."""

    contents: str
    page: str
    draft: str
    copy: str
    incomplete: str


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A whole report. `draft` marks every page; a draft may hold figures that nobody outside may see."""

    title: str
    author: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]
    words: Spoken
    language: str = "de"
    draft: bool = False

    def data(self) -> Mapping[str, Any]:
        """The machine-readable copy: what is printed, without the drawings."""
        return {"format": FORMAT, "title": self.title, "author": self.author, "chapters": [_without_drawings(one) for one in self.chapters]}


def report_pdf(content: ReportContent, *, at: datetime) -> bytes:
    """The PDF. Raises ValueError for a time without zone."""
    copy = Attachment(ATTACHED_AS, content.data(), content.words.copy)
    return printed(TEMPLATE, _page(content), at=at, attachment=copy)


def as_pages(content: ReportContent) -> dict[str, Any]:
    """The content as a page shows it: plain data, texts in paragraphs and lists. The small maps of where an area lies stay away."""
    chapters = [_shown(one) for one in content.chapters]
    told = {"title": content.title, "subtitle": content.subtitle, "contents": content.words.contents}
    return {**told, "facts": plain(content.facts), "chapters": chapters}


def _shown(one: Chapter) -> dict[str, Any]:
    drawings = [plain(drawing) for drawing in one.drawings if drawing.shape is not Shape.PLACE]
    return {**plain(one), "own": typed(one.own), "drawings": drawings, "chapters": [_shown(inner) for inner in one.chapters]}


def _page(content: ReportContent) -> Mapping[str, Any]:
    sheet = {
        "subject": content.title,
        "author": content.author,
        "language": content.language,
        "page": content.words.page,
        "incomplete": content.words.incomplete,
    }
    return {
        "sheet": sheet,
        "subtitle": content.subtitle,
        "facts": [list(pair) for pair in content.facts],
        "contents": content.words.contents,
        "draft": content.words.draft if content.draft else "",
        "chapters": [_chapter(one) for one in content.chapters],
    }


def _chapter(one: Chapter) -> Mapping[str, Any]:
    drawings = [
        {**plain(drawing), "svg": _printable_svg(drawing.svg), "legend": _printable_svg(drawing.legend)} for drawing in one.drawings
    ]
    return {**plain(one), "drawings": drawings, "own": typed(one.own), "chapters": [_chapter(inner) for inner in one.chapters]}


def _printable_svg(svg: str) -> str:
    """With the letters of our papers: what the picture asks for on a screen is not at hand here."""
    return svg.replace('font-family="Fira Sans, sans-serif"', FONT)


def typed(text: str) -> Sequence[Mapping[str, Any]]:
    """A text as a person typed it: paragraphs apart by empty lines, lines that begin with a hyphen are a list."""
    blocks = [block.strip().splitlines() for block in text.replace("\r", "").split("\n\n") if block.strip()]
    return [piece for block in blocks for piece in _pieces(block)]


def _pieces(lines: Sequence[str]) -> Sequence[Mapping[str, Any]]:
    found: list[dict[str, Any]] = []
    for line in lines:
        item = line.lstrip().startswith(("- ", "• ", "* "))
        words = line.strip().lstrip("-•* ").strip() if item else line.strip()
        if found and found[-1]["list"] and item:
            found[-1]["lines"].append(words)
        elif found and not found[-1]["list"] and not item:
            found[-1]["lines"][0] += f" {words}"
        else:
            found.append({"list": item, "lines": [words]})
    return found


def _without_drawings(one: Chapter) -> Mapping[str, Any]:
    kept = {key: value for key, value in plain(one).items() if key not in ("drawings", "new_page", "set_apart", "writable")}
    return {**kept, "chapters": [_without_drawings(inner) for inner in one.chapters]}


def writable(content: ReportContent) -> Mapping[str, Chapter]:
    """The chapters in which a person may write, by place."""
    return {one.place: one for top in content.chapters for one in (top, *top.chapters) if one.writable}
