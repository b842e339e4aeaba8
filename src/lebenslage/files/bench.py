"""The child process of `workshop.py`: it takes one piece of work, does it within its limits, and ends.

It holds no key and no database, opens no file and no connection: what a stranger's file makes of it stays in it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import pikepdf
import pypdfium2
from PIL import Image

from lebenslage.files import pdfs
from lebenslage.files.inspection import PDF, UNREADABLE, inspect
from lebenslage.files.photos import photo
from lebenslage.files.problems import BrokenFile, PictureTooLarge
from lebenslage.kernel.confined import confine
from lebenslage.kernel.errors import Problem

MEMORY: Final = 1024 * 1024 * 1024
SECONDS: Final = 25
MOST_OPEN: Final = 32
BROKEN: Final = (pikepdf.PdfError, pypdfium2.PdfiumError, RuntimeError, IndexError, *UNREADABLE)

type Answer = tuple[Mapping[str, Any], Sequence[bytes]]


def _take(files: Sequence[bytes], name: str) -> Answer:
    """Look at what was brought and make a clean PDF of it."""
    content = files[0]
    found = inspect(content, name)
    if found.media_type == PDF:
        return {"pages": found.pages, "photo": False}, [pdfs.cleaned(content)]
    return {"pages": 1, "photo": True}, [pdfs.of_photo(photo(content, found.media_type))]


def _join(files: Sequence[bytes]) -> Answer:
    return {}, [pdfs.joined(files)]


def _rearrange(files: Sequence[bytes], order: Sequence[Sequence[int]]) -> Answer:
    return {}, [pdfs.rearranged(files[0], [(number, quarters) for number, quarters in order])]


def _mark(files: Sequence[bytes], words: str) -> Answer:
    return {}, [pdfs.marked(files[0], words)]


def _draw(files: Sequence[bytes], first: int, most: int, width: int) -> Answer:
    """Pages as pictures, with the hints of all pages: so their number is known, too."""
    return {"hints": pdfs.hints(files[0])}, list(pdfs.drawn(files[0], first=first, most=most, width=width))


WORK: Final[Mapping[str, Callable[..., Answer]]] = {"take": _take, "join": _join, "rearrange": _rearrange, "mark": _mark, "draw": _draw}


def main() -> None:
    """Read a line of JSON and the files whose sizes it names; answer in the same way."""
    confine(memory=MEMORY, seconds=SECONDS, files=MOST_OPEN)
    asked = json.loads(sys.stdin.buffer.readline())
    files = [sys.stdin.buffer.read(size) for size in asked["sizes"]]
    told, made = _done(asked["work"], files, asked["how"])
    head = json.dumps({**told, "sizes": [len(one) for one in made]})
    sys.stdout.buffer.write(head.encode() + b"\n" + b"".join(made))


def _done(work: str, files: Sequence[bytes], how: Mapping[str, Any]) -> Answer:
    name = how.get("name", "")
    try:
        return WORK[work](files, **how)
    except Problem as problem:
        return _refused(problem)
    except (Image.DecompressionBombError, MemoryError):
        return _refused(PictureTooLarge(name=name))
    except BROKEN:
        return _refused(BrokenFile(name=name))


def _refused(problem: Problem) -> Answer:
    return {"problem": type(problem).__name__, "details": problem.details}, ()


if __name__ == "__main__":
    main()
