"""A synthetic population: households drawn from fitted shares, with ages, parents, incomes, rents and dwellings. Deterministic by seed.

It is a model, not a picture of a place: only what was fitted to local counts is local, everything else is a plausible share. A fact that
the model does not draw has its plain answer on every row, so that any right can be simulated; that it is a model says every result.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lebenslage.benefits.facts import FACTS, antrag, bedarf, einkommen, familie, netto, personen, wohnen
from lebenslage.benefits.facts.einkommen import Abzug, Einkommensart
from lebenslage.benefits.facts.familie import Familienstand
from lebenslage.benefits.facts.netto import Steuerklasse
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.law.columns import HOUSEHOLD_ID
from lebenslage.law.facts import NOBODY, Condition, Fact
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.site.commands.population_marginals import SHAPE, VARIABLES, Area

CHUNK = 100_000
MOST_PERSONS = 8
MODEL, FITTED = "model", "fitted"
AREA, MUNICIPALITY, QUARTER, ORIGIN = "gebiet", "gemeinde", "quartier", "herkunft"
BANDS = ((18, 29), (30, 49), (50, 64), (65, 92))
YES = (personen.lebensmittelpunkt, bedarf.erreichbar)
type Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Homes:
    """Households of a chunk: their area, type, age band, rent level and number of persons."""

    area: Numbers
    kind: Numbers
    band: Numbers
    level: Numbers
    size: Numbers


def chunks(areas: Sequence[Area], persons: int, seed: int) -> Iterator[Homes]:
    """The households of just so many persons, in the order of the areas; the last one is cut."""
    left = persons
    for number, (area, cells) in enumerate(_cells(areas, persons)):
        rng = np.random.default_rng([seed, number, 0])
        size, kind, band, level = np.unravel_index(cells, SHAPE)
        sizes = np.where(
            size == len(VARIABLES["groesse"]) - 1, rng.choice([5, 6, 7, MOST_PERSONS], len(size), p=[0.7, 0.2, 0.07, 0.03]), size + 1
        )
        used = int(np.searchsorted(np.cumsum(sizes), left)) + 1
        homes = Homes(np.full(len(size), area), kind, band, level, sizes)
        if used <= len(sizes):
            yield _cut(homes, used, left)
            return
        left -= int(sizes.sum())
        yield homes


def _cells(areas: Sequence[Area], persons: int) -> Iterator[tuple[int, Numbers]]:
    """Whole numbers of households of each kind, chunk by chunk; the last area goes on as long as it is asked."""
    people = sum(float((area.cells * _persons_of_cell()).sum()) for area in areas)
    for number, area in enumerate(areas):
        wanted = area.cells.ravel() * (persons / people)
        counts = np.diff(np.floor(np.cumsum(wanted) + 0.5), prepend=0).astype(np.int64)
        cells = np.repeat(np.arange(counts.size), counts)
        cells = cells[np.random.default_rng([number, len(cells)]).permutation(len(cells))]
        yield from ((number, cells[at : at + CHUNK]) for at in range(0, len(cells), CHUNK))
    while True:
        yield len(areas) - 1, np.repeat(areas[-1].cells.argmax(), 1000)


def _persons_of_cell() -> npt.NDArray[np.float64]:
    return np.array([1, 2, 3, 4, 5.43]).reshape(-1, 1, 1, 1)


def _cut(homes: Homes, used: int, persons: int) -> Homes:
    """The first households, the last of them cut to what is left; a family that is cut to one is somebody alone."""
    area, kind, band, level, size = (column[:used].copy() for column in (homes.area, homes.kind, homes.band, homes.level, homes.size))
    size[-1] -= int(size.sum()) - persons
    kind[-1] = 0 if size[-1] == 1 else min(kind[-1], 1) if size[-1] == 2 and kind[-1] != 3 else kind[-1]
    return Homes(area, kind, band, level, size)


class Drawn:
    """The persons and facts of a chunk of households."""

    def __init__(self, homes: Homes, rng: np.random.Generator, today: int) -> None:
        """Draw everything; `today` is the day on which the households apply."""
        self.homes, self.rng, self.today = homes, rng, today
        self.households, self.persons = len(homes.size), int(homes.size.sum())
        self.of = np.repeat(np.arange(self.households), homes.size)
        self.place = np.arange(self.persons) - np.repeat(np.cumsum(homes.size) - homes.size, homes.size)
        couple = (homes.kind == 1) | (homes.kind == 2)
        self.partner = couple[self.of] & (self.place == 1)
        self.adult = (self.place == 0) | self.partner
        self.couple = couple[self.of]
        self.children = (homes.size - 1 - couple)[self.of]
        self.age = self._ages()
        self.facts = {**self._who(), **self._incomes(), **self._home()}

    def share(self, share: float) -> npt.NDArray[np.bool_]:
        """True on a share of the persons."""
        return self.rng.random(self.persons) < share

    def between(self, least: float, most: float) -> Numbers:
        """Whole numbers for the persons, ends included."""
        return self.rng.integers(int(least), int(most) + 1, self.persons)

    def _ages(self) -> Numbers:
        first = np.array([band[0] for band in BANDS])[self.homes.band]
        last = np.array([band[1] for band in BANDS])[self.homes.band]
        head = self.rng.integers(first, last + 1)[self.of]
        child = np.minimum(self.rng.triangular(0, 7, 24, self.persons).astype(np.int64), np.maximum(head - 18, 0))
        partner = np.maximum(18, head + self.rng.normal(-1, 4, self.persons).astype(np.int64))
        return np.where(self.place == 0, head, np.where(self.partner, partner, child))

    def _who(self) -> dict[Fact, Numbers]:
        relation = np.where(self.place == 0, int(Verhaeltnis.ANTRAGSTELLEND), int(Verhaeltnis.KIND))
        married = (self.rng.random(self.households) < 0.8)[self.of]
        relation = np.where(self.partner, np.where(married, int(Verhaeltnis.EHEGATTE), int(Verhaeltnis.PARTNER)), relation)
        pair = self.couple & self.adult & married
        single_parent = (self.homes.kind == 3)[self.of] & self.adult
        status = np.where(pair, int(Familienstand.VERHEIRATET), np.where(single_parent, int(Familienstand.GESCHIEDEN), 0))
        return {
            personen.verhaeltnis: relation,
            personen.geburtsdatum: self.today - self.age * 365 - self.age // 4 - self.between(0, 364),
            personen.elternteil_1: np.where(self.adult, NOBODY, 0),
            personen.elternteil_2: np.where(~self.adult & self.couple, 1, NOBODY),
            personen.kindergeld: (~self.adult & ((self.age < 18) | self.share(0.6))).astype(np.int64),
            bedarf.verheiratet: pair.astype(np.int64),
            familie.familienstand: status,
        }

    def _incomes(self) -> dict[Fact, Numbers]:
        old, grown = self.age >= 66, self.age >= 18
        works = grown & ~old & self.share(0.72) & (self.adult | self.share(0.4))
        minijob = grown & ~works & self.share(0.14)
        own = grown & ~old & ~works & self.share(0.12)
        pension = old & self.share(0.93)
        alone = (self.homes.kind == 3)[self.of] & ~self.adult & (self.age < 18)
        maintenance = alone & self.share(0.4)
        advance = alone & ~maintenance & self.share(0.6)
        interest = self.adult & self.share(0.1)
        kinds = {
            Einkommensart.LOHN: works,
            Einkommensart.MINIJOB: minijob,
            Einkommensart.SELBSTSTAENDIG: own,
            Einkommensart.RENTE: pension,
            Einkommensart.UNTERHALT: maintenance,
            Einkommensart.UNTERHALTSVORSCHUSS: advance,
            Einkommensart.KAPITAL: interest,
        }
        gross = np.minimum(np.exp(self.rng.normal(7.9, 0.55, self.persons)) * 100, 2_000_000).astype(np.int64)
        tax = np.where(self.couple, int(Steuerklasse.IV), np.where(self.children > 0, int(Steuerklasse.II), int(Steuerklasse.I)))
        wealth = np.where(self.share(0.8), self.between(0, 1_500_000), self.between(1_500_000, 20_000_000))
        return {
            einkommen.einkommensarten: np.sum([np.where(who, int(kind), 0) for kind, who in kinds.items()], axis=0),
            einkommen.bruttolohn: np.where(works, gross, 0),
            einkommen.minijob: np.where(minijob, self.between(15_000, 55_600), 0),
            einkommen.gewinn_selbststaendig: np.where(own, self.between(300_000, 6_000_000), 0),
            einkommen.rente: np.where(
                pension, np.minimum(np.exp(self.rng.normal(7.0, 0.45, self.persons)) * 100, 400_000).astype(np.int64), 0
            ),
            einkommen.unterhalt: np.where(maintenance, self.between(15_000, 48_000), 0),
            einkommen.unterhaltsvorschuss: np.where(advance, einkommen.BERECHNEN, 0),
            einkommen.kapitalertraege: np.where(interest, self.between(1_000, 150_000), 0),
            einkommen.abzuege: np.where(works, sum(int(one) for one in Abzug), np.where(pension, int(Abzug.KRANKENVERSICHERUNG), 0)),
            einkommen.vermoegen: np.where(self.adult, wealth, 0),
            netto.nettolohn: np.where(works, netto.SCHAETZEN, 0),
            netto.steuerklasse: np.where(works, tax, 0),
            netto.hat_kinder: (self.adult & (self.children > 0)).astype(np.int64),
            netto.kinder_unter_25: np.where(self.adult, self.children, 0),
        }

    def _home(self) -> dict[Fact, Numbers]:
        size, level = self.homes.size, self.homes.level + 1
        area = np.maximum(2_200, 3_000 + 1_700 * size + self.rng.normal(0, 700, self.households)).astype(np.int64)
        rent = area * self.rng.uniform(5.0, 8.5, self.households) * (0.85 + 0.1 * level)
        heating = area * self.rng.uniform(1.0, 1.9, self.households)
        return {
            wohnen.mietenstufe: level,
            wohnen.wohnflaeche: area,
            wohnen.miete: rent.astype(np.int64),
            bedarf.heizkosten_gesondert: heating.astype(np.int64),
            antrag.antragsdatum: np.full(self.households, self.today),
        }


def plain(fact: Fact) -> int:
    """The plain answer to a fact that the model does not draw."""
    if fact.asked.assumed is not None:
        return fact.asked.assumed
    if fact in YES:
        return 1
    if fact.unit is not None and fact.unit.kind == "person":
        return NOBODY
    if "pauschal" in fact.asked.words:
        return fact.asked.words["pauschal"]
    least = 0 if fact.choices is None or fact.several else min(fact.members.values())
    return max(least, min(fact.bounds.least, fact.bounds.greatest)) if fact.bounds.least > 0 else least


def facts_of_model(drawn: Mapping[Fact, Numbers]) -> Sequence[Fact]:
    """The facts that stand in the table: those that are drawn, and those that may be asked and are not assumed by the statute."""
    return [
        f
        for f in FACTS
        if f.entity in (PERSON, HOUSEHOLD) and (f in drawn or (f.asked.assumed is None and _may_be_asked(f.asked.when, drawn)))
    ]


def _may_be_asked(when: Condition | None, drawn: Mapping[Fact, Numbers]) -> bool:
    if when is None:
        return True
    possible = when.fact in drawn or when.holds(plain(when.fact))
    return possible and _may_be_asked(when.fact.asked.when, drawn)


def table(homes: Homes, areas: Sequence[Area], first: int, rng: np.random.Generator, today: int) -> pa.Table:
    """The rows of a chunk: one a person, in the input format of `lebenslage simulate`."""
    drawn = Drawn(homes, rng, today)
    columns: dict[str, pa.Array] = {HOUSEHOLD_ID: pa.array((drawn.of + first).astype(np.int64))}
    for name, words in (
        (AREA, [area.name for area in areas]),
        (MUNICIPALITY, [area.name.partition("/")[0] for area in areas]),
        (QUARTER, [area.name.partition("/")[2] for area in areas]),
        (ORIGIN, [FITTED if area.local else MODEL for area in areas]),
    ):
        columns[name] = pa.DictionaryArray.from_arrays(pa.array(homes.area[drawn.of].astype(np.int32)), pa.array(words))
    for fact in facts_of_model(drawn.facts):
        columns[_name(fact)] = _column(fact, drawn)
    return pa.table(columns)


def _name(fact: Fact) -> str:
    return f"{fact.id}_cent" if fact.unit is not None and fact.unit.kind == "money" else fact.id


def _column(fact: Fact, drawn: Drawn) -> pa.Array:
    values = drawn.facts.get(fact)
    if values is None:
        values = np.full(drawn.persons, plain(fact), np.int64)
    elif fact.entity is HOUSEHOLD:
        values = values[drawn.of]
    return pa.array(np.asarray(values, np.int8 if fact.small else np.int32))
