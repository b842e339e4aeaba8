"""A PDF as pictures that stand in the page itself: no reader of the browser runs, nothing of a stranger's file reaches it.

They are drawn by a child process with little memory and little time (`files.workshop`): a hostile file costs a picture, not the desk.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Final

from lebenslage.files import workshop
from lebenslage.files.problems import BrokenFile, ManyAtWork

MOST_PAGES: Final = 6
WIDTH: Final = 910


def sheets(pdf: bytes, *, most: int = MOST_PAGES) -> Sequence[str]:
    """The first pages as addresses of pictures; none where they cannot be drawn."""
    try:
        drawn = workshop.draw(pdf, width=WIDTH, most=most).pictures
    except (BrokenFile, ManyAtWork):
        return ()
    return [f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}" for picture in drawn]
