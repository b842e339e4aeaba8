"""The register of municipalities: which one is meant, and which rent level it has. It needs no database."""

import csv
import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from lebenslage.authorities.municipality import Kind, LevelFrom, Municipality
from lebenslage.authorities.problems import UnclearMunicipality, UnknownMunicipality
from lebenslage.authorities.spelling import folded, folded_short, spellings
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.kernel.keys import OfficialKey

DATA: Final = Path(__file__).with_name("data") / "municipalities_nrw.csv"
LEVELS_SINCE, LEVELS_KNOWN_UNTIL = date(2023, 1, 1), date(2026, 12, 31)
MOST_CANDIDATES = 5
POSTCODE: Final = re.compile(r"^\d{5}\s+(?=\D)")


def _read(path: Path) -> Iterator[Municipality]:
    with path.open(encoding="utf8", newline="") as rows:
        for row in csv.DictReader(rows):
            yield Municipality(
                key=OfficialKey("DE", row["ags"]),
                ars=OfficialKey("DE", row["ars"]),
                name=row["name"],
                kind=Kind(row["type"]),
                kreis=row["kreis"],
                mietenstufe=Mietenstufe[row["mietenstufe"]],
                mietenstufe_from=LevelFrom(row["mietenstufe_source"]),
                population_2011=int(row["population_2011_12_31"]) if row["population_2011_12_31"] else None,
            )


MUNICIPALITIES: Final[Mapping[OfficialKey, Municipality]] = {m.key: m for m in _read(DATA)}
_SPELLED: Final = [(m, spellings(m.name)) for m in sorted(MUNICIPALITIES.values(), key=lambda m: -(m.population_2011 or 0))]
_EXACT: Final[defaultdict[str, list[Municipality]]] = defaultdict(list)
for _municipality, _names in _SPELLED:
    for _name in _names:
        _EXACT[_name].append(_municipality)


# Whole names alone: "Halle-Neustadt" is no district of Halle (Westf.).
_WHOLE: Final = frozenset(fold(m.name) for m in MUNICIPALITIES.values() for fold in (folded, folded_short))


type Spelled = tuple[Municipality, frozenset[str]]


def municipality(key: OfficialKey) -> Municipality:
    """The municipality with this key (8 digits). Raises UnknownMunicipality."""
    if key not in MUNICIPALITIES:
        raise UnknownMunicipality(given=key.key)
    return MUNICIPALITIES[key]


def search(text: str) -> list[Municipality]:
    """The municipalities whose name begins with the text, then those that contain it; the larger first. Nothing for an empty text."""
    return _search(text, _SPELLED)


def _search(text: str, among: Iterable[Spelled]) -> list[Municipality]:
    wanted = folded(text)
    if not wanted:
        return []
    begins = [m for m, names in among if any(name.startswith(wanted) for name in names)]
    contains = [m for m, names in among if m not in begins and any(wanted in name for name in names)]
    return begins + contains


def find(given: object, others: Iterable[Municipality] = ()) -> Municipality:
    """The municipality that is named, by key or name, in the register or among others. Raises UnknownMunicipality, UnclearMunicipality."""
    name, invented = str(given).strip(), [(m, spellings(m.name)) for m in others]
    exact = _exactly(name, invented) or _exactly(_without_district(name), invented)
    if len(exact) == 1:
        return exact[0]
    known = [*_SPELLED, *invented]
    candidates = exact or _search(name, known) or _alike(folded(name), known)
    if not candidates:
        raise UnknownMunicipality(given=name[:40])
    raise UnclearMunicipality(given=name[:40], candidates=[f"{m.name} ({m.key.key})" for m in candidates[:MOST_CANDIDATES]])


def _exactly(name: str, invented: Iterable[Spelled]) -> list[Municipality]:
    wanted, key = folded(name), _possible_key(name)
    of_that_key = [MUNICIPALITIES[key]] if key and key in MUNICIPALITIES else []
    return [*of_that_key, *_EXACT.get(wanted, ()), *(m for m, names in invented if m.key == key or wanted in names)]


def _without_district(name: str) -> str:
    """The municipality in what people write on an envelope: no postcode before it, no district after a hyphen."""
    name = POSTCODE.sub("", name)
    first, hyphen, _ = name.partition("-")
    return first if hyphen and folded(first) in _WHOLE else name


def _possible_key(given: str) -> OfficialKey | None:
    """A key of 8 digits; a number that lost its leading zero on the way counts too."""
    digits = given.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) in (7, 8)):
        return None
    return OfficialKey("DE", digits.zfill(8))


def _alike(wanted: str, among: Iterable[Spelled]) -> list[Municipality]:
    close = difflib.get_close_matches(wanted, [name for _, names in among for name in names], n=MOST_CANDIDATES, cutoff=0.7)
    return [m for m, names in among if names & set(close)]


def level_of(found: Municipality) -> dict[str, object]:
    """The rent level of a municipality as a fact."""
    return {"mietenstufe": found.mietenstufe.name.lower()}


def lookup_gemeinde(given: object) -> dict[str, object]:
    """The rent level of a municipality that is named. Raises UnknownMunicipality, UnclearMunicipality."""
    return level_of(find(given))


def lookup_gemeinde_on(day: date) -> Callable[[object], Mapping[str, object]]:
    """The same for a known day. The lookup raises DateWithoutTable where the rent levels of that day are not known."""
    return lookup_on(day, lookup_gemeinde)


def lookup_on(day: date, lookup: Callable[[object], Mapping[str, object]]) -> Callable[[object], Mapping[str, object]]:
    """A lookup that is refused outside the days of the table."""

    def looked_up(given: object) -> Mapping[str, object]:
        if not LEVELS_SINCE <= day <= LEVELS_KNOWN_UNTIL:
            raise DateWithoutTable(parameter="mietenstufe", on=day, first=LEVELS_SINCE, last=LEVELS_KNOWN_UNTIL)
        return lookup(given)

    return looked_up
