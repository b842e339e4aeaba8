"""How lists call things: which column holds what, which word means which kind of place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from lebenslage.authorities.spelling import folded
from lebenslage.quarters.places.models import Access, Kind

COLUMNS: Final[Mapping[str, str]] = {
    "name": r"name|bezeichnung|titel|title|einrichtung|id|key|objekt|standort|.*[ _]name",
    "kind": r"kind|art|typ|type|kategorie|category|amenity|nutzung",
    "x": r"x|lon|lng|long|longitude|laenge|laengengrad|ostwert|rechtswert|east|easting|e|utm ?x|x ?koordinate",
    "y": r"y|lat|latitude|breite|breitengrad|nordwert|hochwert|north|northing|n|utm ?y|y ?koordinate",
    "address": r"address|adresse|anschrift|strasse|street|addr.*|.*[ _]strasse",
    "barrier_free": r"barrier.*|wheelchair|rollstuhl.*|zugaenglich.*",
    "hours": r"hours|opening.*|oeffnungszeit.*|offen",
    "price": r"price|preis|kosten|cost.*|euro|eur",
    "capacity": r"capacity|plaetze|kapazitaet|seats",
    "serves": r"serves|fuer|zielgruppe|fuer wen",
    "candidate": r"candidate|kandidat|status|stand|standing",
}
"""A column of a list by the names it goes by, the likeliest first; folded: lower case, umlauts written out."""

KINDS: Final[Mapping[Kind, str]] = {
    Kind.FOUNTAIN: r"brunnen|fountain|trinkwasser|drinking water",
    Kind.LIBRARY: r"biblioth|buecherei|library|libraries",
    Kind.DAY_CARE: r"tagespflege|day care|seniorentag",
    Kind.CARE: r"pflege|nursing|altenheim|seniorenheim|care home",
    Kind.DAYCARE: r"kita|kinderg|kindertag|daycare|nursery",
    Kind.SCHOOL: r"schul|school|gymnasium|kolleg",
    Kind.CHURCH: r"kirche|church|moschee|synagoge|gemeinde|place of worship|dom$",
    Kind.POOL: r"bad$|baeder|pool|schwimm",
    Kind.PARK: r"park|gruen|garten|green",
    Kind.DOCTOR: r"arzt|aerzt|praxis|doctor|klinik|krankenhaus|hospital",
    Kind.PHARMACY: r"apothek|pharmac",
    Kind.YOUTH: r"jugend|youth",
    Kind.SPORTS: r"sport",
    Kind.OFFICE: r"quartiersb|stadtteilb|quarter office",
    Kind.ADVICE: r"berat|advice|counsel",
    Kind.CONTACT: r"anlauf|contact|kontaktst",
    Kind.COMMUNITY: r"nachbarschaft|buergerh|gemeindeh|community|begegnung|stadtteilh",
    Kind.OTHER: r"sonst|other",
}
"""A kind of place by what its German or English name contains; the first that fits counts."""

CANDIDATE: Final = re.compile(r"kandidat|candidate|moeglich|possible|geplant|planned")
YES: Final = re.compile(r"ja|yes|true|1|y|j|voll.*|full.*")
PARTLY: Final = re.compile(r"teil.*|limited|part.*|bedingt.*|eingeschr.*")
NO: Final = re.compile(r"nein|no|false|0|n|nicht.*|kein.*")


def columns_for(headers: Sequence[str]) -> Mapping[str, str]:
    """Which header holds which of `COLUMNS`, where one seems to."""
    words = {header: folded(header) for header in headers}
    found: dict[str, str] = {}
    for column, names in COLUMNS.items():
        fitting = (header for name in names.split("|") for header in headers if re.fullmatch(name, words[header]))
        header = next((one for one in fitting if one not in found.values()), None)
        if header is not None:
            found[column] = header
    return found


def kind_for(text: str) -> str:
    """The kind of place that a word or a file's name speaks of; empty where none."""
    words = folded(text)
    if words in Kind:
        return words
    return next((str(kind) for kind, pattern in KINDS.items() if re.search(pattern, words)), "")


def standing_for(text: str) -> bool:
    """Whether a word or a file's name speaks of candidates."""
    return bool(CANDIDATE.search(folded(text)))


def yes_or_no(text: str) -> str:
    """How free of barriers a word says a place is."""
    words = folded(text)
    answers = {Access.YES: YES, Access.PARTLY: PARTLY, Access.NO: NO}
    return next((str(answer) for answer, pattern in answers.items() if pattern.fullmatch(words)), str(Access.UNKNOWN))
