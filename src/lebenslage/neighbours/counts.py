"""Numbers for the bridge: posts and helps of a month by quarter, nobody's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.neighbours.models import Board, Tally


def activity(authority: Authority, month: date) -> Mapping[str, tuple[int, int]] | None:
    """Posts put up and helps that worked, by key of the quarter; None for a month that ended before the board was open."""
    board = Board.objects.filter(authority=authority).first()
    if board is None or board.since.date().replace(day=1) > month:
        return None
    with acting(authority=authority.id):
        return {one.area: (one.posts, one.helps) for one in Tally.objects.filter(authority=authority, month=month)}
