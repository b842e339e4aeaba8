"""What the figures of the bridge mean, as the catalogue says it to planners and to everybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lebenslage.authorities.models import Authority
from lebenslage.planning.take_up.names import GRANTS, NEED_LEAST, NEED_MOST
from lebenslage.quarters.models import Better, Kind
from lebenslage.quarters.recording import Meaning

APPLICATIONS: Final = "wohngeld_antraege"
DURATION: Final = "wohngeld_dauer"
POSTS: Final = "nachbarn_beitraege"
HELPS: Final = "nachbarn_hilfen"
RIGHTS, NEIGHBOURS = "Rechte", "Nachbarschaft"
HIDDEN: Final = "Kleine Zahlen sind verborgen."
SIMULATED: Final = "haben nach der Simulation einen Anspruch. Die Haushalte sind erfunden."

# Topic, name, definition, unit.
WORDS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    APPLICATIONS: (RIGHTS, "Anträge auf Wohngeld", f"Anträge, die in diesem Monat eingegangen sind. {HIDDEN}", "Anträge"),
    GRANTS: (RIGHTS, "Bewilligungen von Wohngeld", f"Bescheide dieses Monats, die Wohngeld bewilligen. {HIDDEN}", "Bescheide"),
    DURATION: (
        RIGHTS,
        "Dauer bis zur Bewilligung",
        "So viele Wochen dauerte die Hälfte der Bewilligungen dieses Monats höchstens, vom vollständigen Antrag an. Auf zwei Wochen "
        "gerundet, und nur, wo zehn Bewilligungen veröffentlicht sind.",
        "Wochen",
    ),
    POSTS: (NEIGHBOURS, "Beiträge von Nachbarn", f"Angebote und Gesuche, die in diesem Monat ans Brett kamen. {HIDDEN}", "Beiträge"),
    HELPS: (NEIGHBOURS, "Geglückte Hilfen", f"Beiträge, die in diesem Monat mit „Es hat geklappt“ endeten. {HIDDEN}", "Hilfen"),
    NEED_LEAST: (RIGHTS, "Anspruch auf Wohngeld, mindestens", f"Mindestens so viele Haushalte {SIMULATED}", "Haushalte"),
    NEED_MOST: (RIGHTS, "Anspruch auf Wohngeld, höchstens", f"Höchstens so viele Haushalte {SIMULATED}", "Haushalte"),
}


def meaning_of(key: str, authority: Authority) -> Meaning:
    """The entry of the catalogue for a figure of the bridge."""
    topic, name, definition, unit = WORDS[key]
    simulated = key in (NEED_LEAST, NEED_MOST)
    source = f"Simulation mit erfundenen Haushalten, {authority.name}" if simulated else authority.office or authority.name
    kind, better = (Kind.MEAN, Better.LOW) if key == DURATION else (Kind.COUNT, Better.NEITHER)
    return Meaning(key, name, definition, kind, unit, source, topic, better=better, of_people=not simulated)
