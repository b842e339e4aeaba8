"""The press: a Typst template and its content become a PDF that is built to PDF/UA-1 and PDF/A-3a, with its data attached.

Say of our papers: built to PDF/UA-1 and PDF/A-3a, which the typesetter enforces; checked with pikepdf in our tests (tags, headings, table
headers, language, title, XMP, attachment) and by eye; not veraPDF-certified.

The same content at the same time gives the same bytes. Nothing is fetched: fonts and templates are part of this package, and no package
of Typst's own server is used.
"""

from __future__ import annotations

import json
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
    source = _source(template, _printable(content), attachment)
    pdf = _compiler().compile(input=source, format="pdf", pdf_standards=STANDARDS, timestamp=int(at.timestamp()))
    assert isinstance(pdf, bytes)
    return pdf


def _source(template: Path, shown: Mapping[str, Any], attachment: Attachment | None) -> bytes:
    """The main file of one paper. Content stands here, not in `sys.inputs`: a change of these forgets every paragraph set before."""
    content = _literal({**shown, "incomplete": SIGN in _as_json(shown)})
    copy = "none"
    if attachment is not None:
        parts = {"name": attachment.name, "description": attachment.description, "data": _as_json(attachment.data)}
        copy = f"json(bytes({_literal(parts)}))"
    return f'#import "/{template.relative_to(PACKAGE).as_posix()}": paper\n#paper(json(bytes({content})), {copy})'.encode()


def _literal(value: object) -> str:
    """JSON as a string of Typst."""
    escaped = _as_json(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


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
