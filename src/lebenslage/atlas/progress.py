"""How work says how far it is, to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import Final

SAID_EVERY: Final = 100

type Progress = Callable[[int, int], None]
"""Hears what is done and what there is in all; 0 in all where nobody knows."""


def silently(_done: int, _total: int) -> None:
    """Tells nobody."""


def telling[One](work: Iterable[One], progress: Progress, *, every: int = 1, total: int | None = None) -> Iterator[One]:
    """The pieces of work one after the other; progress hears of the start, of each `every` pieces that are done, and of the end.

    How many there are is said by `total`, or by the work's own length; without both nobody knows. Where there is no work it hears nothing.
    """
    known = total if total is not None else len(work) if isinstance(work, Sized) else 0
    if known or not isinstance(work, Sized):
        progress(0, known)
    for done, one in enumerate(work, 1):
        yield one
        if done % every == 0 or done == known:
            progress(done, known)
