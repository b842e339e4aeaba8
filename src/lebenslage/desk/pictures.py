"""A PDF as pictures, drawn in memory: no reader of the browser runs, nothing of a stranger's file reaches it, nothing touches the disk."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Sequence
from typing import Final

import pikepdf
import typst

MOST_PAGES: Final = 6
MOST_BYTES: Final = 2 * 1024 * 1024
DOTS_PER_INCH: Final = 110
SHEETS: Final = b"""#set page(width: auto, height: auto, margin: 0pt)
#let paper = bytes(json("paper.json"))
#for number in range(1, int(sys.inputs.pages) + 1) { page(image(paper, format: "pdf", page: number, width: 595pt)) }
"""


def sheets(pdf: bytes, *, most: int = MOST_PAGES) -> Sequence[str]:
    """The first pages as addresses of pictures that stand in the page itself; none where the file is too large or cannot be drawn."""
    if len(pdf) > MOST_BYTES:
        return ()
    try:
        pages = min(number_of_pages(pdf), most)
        files = {"main.typ": SHEETS, "paper.json": json.dumps(list(pdf)).encode()}
        # typst takes several files at once, though its types do not say so.
        drawn = typst.compile(files, format="png", ppi=DOTS_PER_INCH, sys_inputs={"pages": str(pages)})  # type: ignore[call-overload]
    except (typst.TypstError, pikepdf.PdfError):
        return ()
    several = drawn if isinstance(drawn, list) else [drawn]
    return [f"data:image/png;base64,{base64.b64encode(picture).decode()}" for picture in several]


def number_of_pages(pdf: bytes) -> int:
    """How many pages there are. Raises pikepdf.PdfError."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)
