"""The press: a Typst template and its content become a PDF that is built to PDF/UA-1 and PDF/A-3a, with its data attached.

Say of our papers: built to PDF/UA-1 and PDF/A-3a, which the typesetter enforces; checked with pikepdf in our tests (tags, headings, table
headers, language, title, XMP, attachment) and by eye; not veraPDF-certified.

The same content at the same time gives the same bytes. Nothing is fetched: fonts and templates are part of this package, and no package
of Typst's own server is used.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from lebenslage.papers.glyphs import FONTS, SIGN, printable

PACKAGE: Final = Path(__file__).parent.parent
_of_thread: Final = threading.local()
LONG_WORD: Final = re.compile(r'[^\s"\\]{61,}')
PIECE: Final = 30
STANDARDS: Final[list[typst.PDFStandard]] = ["ua-1", "a-3a"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """The machine-readable copy inside a PDF: a JSON file with its name and a sentence on what it is."""

    name: str
    data: Mapping[str, Any]
    description: str


def printed(template: Path, content: Mapping[str, Any], *, at: datetime, attachment: Attachment | None = None) -> bytes:
    """The PDF of a template of this package, whose function `paper(content, copy)` draws it.

    Characters that no font has are printed as a sign and `content.incomplete` is true, so that the template can say so; the attached
    data keep them. Raises ValueError for a time without zone, typst.TypstError for a broken template.
    """
    if at.tzinfo is None:
        raise ValueError("the time of a paper needs a zone")
    source = _source(template, content, attachment)
    pdf = _compiler().compile(input=source, format="pdf", pdf_standards=STANDARDS, timestamp=int(at.timestamp()))
    assert isinstance(pdf, bytes)
    return pdf


def _source(template: Path, content: Mapping[str, Any], attachment: Attachment | None) -> bytes:
    """The main file of one paper. Content stands here, not in `sys.inputs`: a change of these forgets every paragraph set before."""
    shown = _as_json(content)
    if not _is_printable(shown):
        shown = _as_json(_printable(content))
    shown = LONG_WORD.sub(_breakable, shown.replace("§ ", "§\N{NO-BREAK SPACE}"))  # a paragraph stays with its number
    incomplete = "true" if SIGN in shown else "false"
    copy = "none"
    if attachment is not None:
        name, description, data = (_literal(part) for part in (attachment.name, attachment.description, _as_json(attachment.data)))
        copy = f"(name: {name}, description: {description}, data: {data})"
    paper = f"#paper(json(bytes({_literal(shown)})) + (incomplete: {incomplete}), {copy})"
    return f'#import "/{template.relative_to(PACKAGE).as_posix()}": paper\n{paper}'.encode()


def _breakable(word: re.Match[str]) -> str:
    """A word that no line holds, in pieces: none of its letters may run off the page."""
    letters = word.group()
    return "\N{ZERO WIDTH SPACE}".join(letters[start : start + PIECE] for start in range(0, len(letters), PIECE))


def _literal(text: str) -> str:
    """A string of Typst."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_printable(json_of_content: str) -> bool:
    """Whether nothing needs a change: seen at one look, where no escape hides a character."""
    return "\\" not in json_of_content and printable(json_of_content) == json_of_content


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _printable(inner) for key, inner in value.items()}
    return [_printable(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def _as_json(value: object) -> str:
    """JSON in readable letters; half a surrogate pair, which UTF-8 cannot hold, stays an escape."""
    return json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace").decode()


def _compiler() -> typst.Compiler:
    """The compiler of this thread: it serves one thread at a time, and only one that is used again forgets what it no longer needs."""
    found: typst.Compiler | None = getattr(_of_thread, "compiler", None)
    if found is None:
        found = typst.Compiler(root=PACKAGE, font_paths=_fonts(), ignore_system_fonts=True)
        _of_thread.compiler = found
    return found


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
