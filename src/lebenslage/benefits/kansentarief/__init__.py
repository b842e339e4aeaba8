"""Kansentarief: the reduced price on the Antwerp A-kaart (UiTPAS), and what it saves. A local right that follows from other rights."""

from lebenslage.benefits.kansentarief.rules import KANSENTARIEF, KANSENTARIEF_DAZU

__all__ = ["KANSENTARIEF", "KANSENTARIEF_DAZU"]
