"""What people do on a busy day: how often of a hundred requests each kind comes, for `lebenslage bench web`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Reading 80, form steps 15, submits 5. At 200 requests a second the desk opens sixteen pages a second: a hundred caseworkers who open a
# page every six seconds.
READING: Final[Mapping[str, int]] = {
    "start": 14,
    "question": 18,
    "result": 8,
    "task list": 8,
    "my applications": 12,
    "my application": 12,
    "desk: list": 3,
    "desk: case": 5,
}
STEPS: Final[Mapping[str, int]] = {"step: question": 10, "step: particulars": 5}
SUBMITS: Final[Mapping[str, int]] = {"submit": 5}
SHARES: Final[Mapping[str, int]] = {**READING, **STEPS, **SUBMITS}


def in_words() -> str:
    """The shares as the help prints them."""
    return "; ".join(
        f"{sum(kinds.values())} {what} ({', '.join(f'{kind} {share}' for kind, share in kinds.items())})"
        for what, kinds in (("reading", READING), ("form steps", STEPS), ("submits", SUBMITS))
    )
