"""Bars on the terminal for the work of the atlas, drawn only once there is something to say."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from typing import Any

import click

from lebenslage.atlas.progress import Progress


@contextmanager
def bars(*, hidden: bool) -> Iterator[Progress]:
    """What work calls with what is done and what there is in all (0: nobody knows); work that starts over gets a new bar.

    Nothing is drawn before the first call, nor where nobody looks, so that a mistake found before it stays one sentence.
    """
    bar: Any = None
    quiet = hidden or not sys.stderr.isatty()
    with ExitStack() as drawn:

        def report(done: int, total: int) -> None:
            nonlocal bar
            if bar is None or total != (bar.length or 0) or done < bar.pos:
                drawn.close()
                bar = drawn.enter_context(click.progressbar(count(), total or None, file=sys.stderr, hidden=quiet))
            bar.update(done - bar.pos)

        yield report
