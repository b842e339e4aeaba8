"""A bar on the terminal, moved by work that says how far it is."""

from collections.abc import Callable
from typing import Any


def reporting(bar: Any) -> Callable[[int, int], None]:
    """What work calls with what is done and what there is in all."""

    def report(done: int, total: int) -> None:
        bar.length = total
        bar.update(done - bar.pos)

    return report
