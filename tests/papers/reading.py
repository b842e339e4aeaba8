"""Reading a printed paper back: its text, its structure and the data inside."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Name, Pdf

BFCHAR = re.compile(rb"<([0-9a-f]{4})>\s*<([0-9a-f]+)>", re.IGNORECASE)
BFRANGE = re.compile(rb"<([0-9a-f]{4})>\s*<([0-9a-f]{4})>\s*<([0-9a-f]+)>", re.IGNORECASE)


def opened(pdf: bytes) -> Pdf:
    """The document."""
    return pikepdf.open(BytesIO(pdf))


def attached(pdf: bytes) -> dict[str, Any]:
    """The data inside: name to content."""
    with opened(pdf) as document:
        return {name: json.loads(file.get_file().read_bytes()) for name, file in document.attachments.items()}


def text_of(pdf: bytes) -> str:
    """Every letter shown on the pages, one space between pieces; without spaces that were set as distances."""
    with opened(pdf) as document:
        return " ".join(_page_text(page) for page in document.pages)


def squeezed(text: str) -> str:
    """Without any space, to compare what was broken into lines."""
    return re.sub(r"\s", "", text)


def structure(pdf: bytes) -> list[str]:
    """The kinds of structure elements (H1, P, Table ...) in the order in which they are read."""
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node.S).lstrip("/"))
            if "/K" in node:
                walk(node.K)

    with opened(pdf) as document:
        walk(document.Root.StructTreeRoot.K)
    return found


def _page_text(page: pikepdf.Page) -> str:
    maps = {name: _unicode_of(font) for name, font in page.Resources.Font.items()}
    shown: list[str] = []
    current: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            current = maps[str(operands[0])]
        elif str(operator) in ("TJ", "Tj"):
            pieces = operands[0] if str(operator) == "TJ" else operands
            shown += [_decoded(bytes(piece), current) for piece in pieces if isinstance(piece, pikepdf.String)]
        elif str(operator) == "ET":
            shown.append(" ")
    return "".join(shown)


def _decoded(raw: bytes, codes: dict[int, str]) -> str:
    return "".join(codes.get(int.from_bytes(raw[i : i + 2]), "") for i in range(0, len(raw), 2))


def _unicode_of(font: Any) -> dict[int, str]:
    stream = font[Name.ToUnicode].read_bytes()
    codes: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", stream, re.DOTALL):
        codes |= {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in BFCHAR.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", stream, re.DOTALL):
        for first, last, text in BFRANGE.findall(block):
            start = int(text, 16)
            codes |= {code: chr(start + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)}
    return codes
