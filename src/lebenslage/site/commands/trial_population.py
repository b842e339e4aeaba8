"""A population to measure with: every column varied, in shares as they are found among tenants and small owners. Deterministic by seed.

It is a yardstick, not a picture of any place: the synthetic population of a town is another command.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lebenslage.benefits.facts import FACTS, einkommen, personen, unterhalt
from lebenslage.benefits.facts.einkommen import Einkommensart
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.law.columns import HOUSEHOLD_ID, dtype_of
from lebenslage.law.facts import LAST_DAY, NOBODY, Fact
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity

type Numbers = npt.NDArray[np.int64]

SIZES = {1: 0.42, 2: 0.33, 3: 0.12, 4: 0.09, 5: 0.03, 6: 0.01}
RARE = 0.01
ADULT_KINDS = {Einkommensart.LOHN: 0.55, Einkommensart.SONDERZAHLUNG: 0.25, Einkommensart.KAPITAL: 0.08, Einkommensart.MINIJOB: 0.06}
OLD_KINDS = {Einkommensart.RENTE: 0.92, Einkommensart.ANDERE_RENTE: 0.15, Einkommensart.VERSORGUNG: 0.04, Einkommensart.MINIJOB: 0.05}
CHILD_KINDS = {Einkommensart.UNTERHALT: 0.12, Einkommensart.UNTERHALTSVORSCHUSS: 0.04, Einkommensart.AUSBILDUNGSFOERDERUNG: 0.01}
FIRST_CHOICE = {"aufenthalt": 0.86, "leistung": 0.95, "wohnform": 0.88, "betreuung": 0.95, "todesfall_wirkung": 0.9}
MOST_EUROS = {"month": 900, "year": 6_000, "": 20_000}
RENTS, DWELLINGS = (250, 1_300), (2_500, 13_000)


@dataclass(frozen=True)
class Draw:
    """A source of random columns for rows of one entity."""

    rng: np.random.Generator
    rows: int
    today: int

    def share(self, share: float) -> Numbers:
        """Ones with a share, else zeros."""
        return (self.rng.random(self.rows) < share).astype(np.int64)

    def between(self, least: int, most: int) -> Numbers:
        """Whole numbers in a range, ends included."""
        return self.rng.integers(least, most + 1, self.rows)

    def bits(self, shares: Mapping[Any, float]) -> Numbers:
        """Several choices, each with its share."""
        total = np.zeros(self.rows, np.int64)
        for choice, share in shares.items():
            total |= self.share(share) * int(choice)
        return total

    def fact(self, fact: Fact) -> Numbers:
        """A column for a fact, by what kind it is."""
        if fact.choices is not None:
            return self._choice(fact)
        kind = fact.unit.kind if fact.unit else ""
        if fact.asked.assumed is not None:
            usual = self.share(1 - RARE)
            return np.where(usual, fact.asked.assumed, self._other(fact, kind))
        return self._other(fact, kind)

    def _choice(self, fact: Fact) -> Numbers:
        members = list(fact.members.values())
        if fact.several:
            return self.bits(dict.fromkeys(members, 2 * RARE))
        first = self.share(FIRST_CHOICE.get(fact.id, 1 / len(members)))
        return np.where(first, members[0], self.rng.choice(members, self.rows))

    def _other(self, fact: Fact, kind: str) -> Numbers:
        if kind == "money":
            return self._amount(fact)
        if kind == "flag":
            return self.share({"lebensmittelpunkt": 0.98, "todesfall": RARE}.get(fact.id, 0.3))
        if kind == "day":
            return self.today + self.between(-500, 120)
        if kind == "area":
            return self.between(*DWELLINGS)
        least = max(fact.bounds.least, 0)
        return self.between(least, min(fact.bounds.greatest, least + 60))

    def _amount(self, fact: Fact) -> Numbers:
        if fact.id == "miete":
            return self.between(100 * RENTS[0], 100 * RENTS[1])
        amount = self.between(0, 100 * MOST_EUROS[fact.unit.per if fact.unit else ""])
        lowest = min((fact.bounds.least, *fact.asked.words.values()))
        return np.where(self.share(0.05), max(lowest, -100_000), amount)


def population(persons: int, on: date, seed: int = 2026) -> Mapping[Entity, pa.Table]:
    """The tables of a population of just so many persons: persons, households, maintenance payments."""
    rng = np.random.default_rng(seed)
    sizes = rng.choice(list(SIZES), persons, p=list(SIZES.values()))
    households = int(np.searchsorted(np.cumsum(sizes), persons)) + 1
    sizes = sizes[:households]
    sizes[-1] -= int(sizes.sum()) - persons
    today = on.toordinal()
    payers = np.sort(rng.choice(households, max(households // 30, 1)))
    return {
        PERSON: _table(_persons(Draw(rng, persons, today), sizes), np.repeat(np.arange(households), sizes)),
        HOUSEHOLD: _table(_columns(Draw(rng, households, today), HOUSEHOLD), np.arange(households)),
        unterhalt.UNTERHALTSZAHLUNG: _table(_columns(Draw(rng, len(payers), today), unterhalt.UNTERHALTSZAHLUNG), payers),
    }


def _persons(draw: Draw, sizes: Numbers) -> dict[Fact, Numbers]:
    place = np.arange(draw.rows) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    couple = (place == 1) & (draw.share(0.7) == 1)
    relation = np.where(place == 0, Verhaeltnis.ANTRAGSTELLEND, Verhaeltnis.KIND)
    other = draw.rng.choice([int(Verhaeltnis.VERWANDT), int(Verhaeltnis.PFLEGEKIND), int(Verhaeltnis.MITBEWOHNEND)], draw.rows)
    relation = np.where((place > 0) & (draw.share(0.04) == 1), other, relation)
    relation = np.where(couple, np.where(draw.share(0.8), Verhaeltnis.EHEGATTE, Verhaeltnis.PARTNER), relation)
    child = relation == Verhaeltnis.KIND
    age = np.where(child, draw.between(0, 21), draw.between(20, 88))
    columns = _columns(draw, PERSON)
    columns[personen.verhaeltnis] = relation
    columns[personen.geburtsdatum] = draw.today - age * 365 - draw.between(0, 364)
    columns[personen.elternteil_1] = np.where(child, 0, NOBODY)
    columns[personen.elternteil_2] = np.where(child & np.repeat(sizes > 2, sizes), 1, NOBODY)
    columns[einkommen.einkommensarten] = _kinds(draw, age)
    columns[einkommen.abzuege] = np.where(age < 17, 0, np.where(draw.share(0.7), 7, draw.between(0, 7)))
    columns[einkommen.vermoegen] = np.where(draw.share(0.92), draw.between(0, 2_000_000), draw.between(0, 20_000_000))
    return columns


def _kinds(draw: Draw, age: Numbers) -> Numbers:
    rare = draw.bits(dict.fromkeys(Einkommensart, RARE))
    young, old = draw.bits(CHILD_KINDS), draw.bits(OLD_KINDS)
    return np.where(age < 17, young, np.where(age > 66, old, draw.bits(ADULT_KINDS)) | rare)


def _columns(draw: Draw, entity: Entity) -> dict[Fact, Numbers]:
    return {fact: draw.fact(fact) for fact in FACTS if fact.entity == entity}


def _table(columns: Mapping[Fact, Numbers], ids: Numbers) -> pa.Table:
    arrays = {HOUSEHOLD_ID: pa.array(ids.astype(np.int32))}
    for fact, numbers in columns.items():
        money = fact.unit is not None and fact.unit.kind == "money"
        arrays[f"{fact.id}_cent" if money else fact.id] = pa.array(
            np.minimum(numbers, LAST_DAY if not money else numbers).astype(dtype_of(fact))
        )
    return pa.table(arrays)


def main(folder: Path, persons: int, on: date) -> None:
    """Write the tables of a population into a folder."""
    for entity, table in population(persons, on).items():
        with pa.ipc.new_file(folder / f"{entity.plural}.arrow", table.schema) as file:
            file.write_table(table)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), date.fromisoformat(sys.argv[3]))
