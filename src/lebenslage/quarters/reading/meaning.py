"""What a figure means that is new to the catalogue: in the words of the starter set, or in those of its file."""

from __future__ import annotations

import re
from typing import Final

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import Actor
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.quarters import recording
from lebenslage.quarters.models import Better, Indicator, Kind
from lebenslage.quarters.reading.figures import Ready
from lebenslage.quarters.reading.guessing import Known, suggested
from lebenslage.quarters.reading.how import How

MONEY: Final = re.compile(r"euro|€|kosten|ausgaben", re.IGNORECASE)


def described(authority: Authority, known: Known, how: How, file: str, one: Ready, *, by: Actor) -> Indicator:
    """The entry of the catalogue; a new one in the words of the starter set, or in those of the file."""
    own = known.indicators.get(one.indicator)
    return own or recording.describe(authority, meaning_of(one, how, file), by=by)


def meaning_of(one: Ready, how: How, file: str) -> recording.Meaning:
    """What a new indicator means."""
    start = suggested(one.indicator)
    if start is None:
        money = bool(MONEY.search(one.heading))
        unit = "Euro" if money else {Kind.SHARE: "Prozent", Kind.COUNT: "Menschen"}.get(one.stored_kind, "Wert")
        words = sentences(DEFAULT)("findings", "new_definition", column=one.heading, file=file)
        return recording.Meaning(
            one.indicator, one.heading[:120], words, one.stored_kind, unit, how.source, of_people=not money, licence=how.licence
        )
    return recording.Meaning(
        start.key,
        start.name,
        start.definition,
        Kind(start.kind) if start.kind == one.stored_kind else one.stored_kind,
        start.unit,
        how.source,
        start.topic,
        start.denominator,
        Better(start.better),
        start.of_people,
        how.licence,
    )
