"""What neighbours and connectors do."""

from lebenslage.neighbours.actions.connecting import appoint, dismiss, name_quarters, open_board
from lebenslage.neighbours.actions.keeping_time import forget_hours, note_hours
from lebenslage.neighbours.actions.moderating import close_report, hide, release, stop
from lebenslage.neighbours.actions.posting import Wording, delete, end, put_up, put_up_for, renew
from lebenslage.neighbours.actions.reporting import report, report_talk
from lebenslage.neighbours.actions.sweeping import sweep
from lebenslage.neighbours.actions.taking_part import join, leave, speak
from lebenslage.neighbours.actions.talking import answer, block, forget, mark_read, unblock, write

__all__ = [
    "Wording", "answer", "appoint", "block", "close_report", "delete", "dismiss", "end", "forget", "forget_hours", "hide", "join", "leave",
    "mark_read", "name_quarters", "note_hours", "open_board", "put_up", "put_up_for", "release", "renew", "report", "report_talk", "speak",
    "stop", "sweep", "unblock", "write",
]  # fmt: skip
