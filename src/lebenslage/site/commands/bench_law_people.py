"""The households that are measured: those of the project's yardstick for peers, as answers to our law and as plain columns for GETTSIM.

45 % single, 20 % couples, 22 % couples with one to three children, 13 % single parents with one or two; adults from 25 to 60, children
to 17; wages of all sizes, rents, assets. One row a person, households together, adults first; deterministic by seed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lebenslage.benefits.facts import FACTS, einkommen, netto
from lebenslage.benefits.facts.einkommen import Abzug, Einkommensart
from lebenslage.benefits.facts.familie import Familienstand
from lebenslage.benefits.facts.netto import Steuerklasse
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.law.columns import HOUSEHOLD_ID
from lebenslage.law.facts import NOBODY
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity
from lebenslage.site.commands.population_model import plain

SEED = 20250101
MINIJOB = 538.0
type People = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True, slots=True)
class _Homes:
    """Households: their type (0 single, 1 couple, 2 couple with children, 3 single parent), children and adults."""

    kind: npt.NDArray[np.int64]
    children: npt.NDArray[np.int64]
    adults: npt.NDArray[np.int64]


def people(persons: int, year: int, seed: int = SEED) -> People:
    """The persons: amounts in euros, pointers to rows of the whole table, -1 for nobody."""
    rng = np.random.default_rng(seed)
    homes = _homes(rng, persons)
    size = homes.adults + homes.children
    home = np.repeat(np.arange(len(size)), size)
    first = np.repeat(np.cumsum(size) - size, size)
    place = np.arange(persons) - first
    adult = place < homes.adults[home]
    age = np.where(adult, rng.integers(25, 61, persons), rng.integers(0, 18, persons))
    return {
        "haushalt": home,
        "platz": place,
        "erwachsen": adult,
        "alter": age,
        "geburtsjahr": year - age,
        "art": homes.kind[home],
        "paar": (homes.adults == 2)[home],
        "kinder": homes.children[home],
        "erste_zeile": first,
        **_amounts(rng, homes, home, place, adult),
    }


def _homes(rng: np.random.Generator, persons: int) -> _Homes:
    drawn = rng.random(persons)
    kind = np.select([drawn < 0.45, drawn < 0.65, drawn < 0.87], [0, 1, 2], 3).astype(np.int64)
    children = np.where(kind == 2, 1 + rng.choice(3, persons, p=[0.45, 0.40, 0.15]), 0)
    children = np.where(kind == 3, 1 + rng.choice(2, persons, p=[0.65, 0.35]), children)
    adults = np.where((kind == 1) | (kind == 2), 2, 1)
    reached = np.cumsum(adults + children)
    whole = int(np.searchsorted(reached, persons, "left"))
    if whole < persons and reached[whole] == persons:
        return _Homes(kind[: whole + 1], children[: whole + 1], adults[: whole + 1])
    rest = persons - (int(reached[whole - 1]) if whole else 0)  # the household that does not fit is replaced by people alone
    alone = np.zeros(rest, np.int64)
    return _Homes(*(np.concatenate([column[:whole], more]) for column, more in ((kind, alone), (children, alone), (adults, alone + 1))))


def _amounts(
    rng: np.random.Generator, homes: _Homes, home: npt.NDArray[np.int64], place: npt.NDArray[np.int64], adult: npt.NDArray[np.bool_]
) -> People:
    count, persons, size = len(homes.kind), len(home), homes.adults + homes.children
    by_area = rng.uniform(7.0, 12.5, count)
    area = np.round(30 + 17 * size + rng.normal(0, 6, count), 0).clip(25)
    rent = np.round(by_area * area, 2)
    heating = np.round(area * rng.uniform(1.1, 1.9, count), 2)
    level = rng.integers(1, 8, count)
    assets = np.where(rng.random(count) < 0.8, rng.uniform(0, 12_000, count), rng.uniform(12_000, 150_000, count))
    drawn = rng.random(persons)
    wage = np.where(drawn < 0.40, rng.uniform(150, MINIJOB, persons), np.exp(rng.normal(7.75, 0.55, persons)))
    wage = np.where(adult, np.round(np.where(drawn < 0.25, 0.0, wage), 2), 0.0)
    paid = (homes.kind == 3)[home] & ~adult & (rng.random(persons) < 0.4)
    return {
        "lohn": wage,
        "unterhalt": np.where(paid, 350.0, 0.0),
        "vermoegen": np.where(place == 0, np.round(assets[home], 2), 0.0),
        "miete": rent[home],
        "heizung": heating[home],
        "flaeche": area[home],
        "stufe": level[home],
    }


def tables(drawn: People, on: date) -> Mapping[Entity, pa.Table]:
    """The same persons as answers to our law: one table of persons, one of households."""
    first = np.flatnonzero(drawn["platz"] == 0)
    columns = _answers(drawn, on.year)
    homes = {
        HOUSEHOLD_ID: drawn["haushalt"][first],
        "mietenstufe": drawn["stufe"][first].astype(np.int8),
        "wohnflaeche": (drawn["flaeche"][first] * 100).astype(np.int32),
        "miete_cent": _cents(drawn["miete"][first]),
        "heizkosten_gesondert_cent": _cents(drawn["heizung"][first]),
    }
    return {PERSON: pa.table(dict(columns)), HOUSEHOLD: pa.table(homes)}


def assumptions(drawn: Mapping[Entity, pa.Table], on: date) -> Mapping[str, int]:
    """The plain answer to everything else that the law may ask, the same for everybody."""
    told = {name.removesuffix("_cent") for table in drawn.values() for name in table.column_names}
    rest = {fact.id: plain(fact) for fact in FACTS if fact.id not in told and fact.asked.assumed is None}
    return {
        **rest,
        "antragsdatum": on.toordinal(),
        netto.nettolohn.id: netto.SCHAETZEN,
        einkommen.unterhaltsvorschuss.id: einkommen.BERECHNEN,
    }


def _answers(drawn: People, year: int) -> Mapping[str, npt.NDArray[Any]]:
    adult, wage, pair = drawn["erwachsen"], drawn["lohn"], drawn["paar"]
    alone, children = drawn["art"] == 3, drawn["kinder"]
    small, large = (wage > 0) & (wage <= MINIJOB), wage > MINIJOB
    maintained = drawn["unterhalt"] > 0
    advanced = alone & ~adult & ~maintained
    kinds = np.select(
        [large, small, maintained, advanced],
        [int(Einkommensart.LOHN), int(Einkommensart.MINIJOB), int(Einkommensart.UNTERHALT), int(Einkommensart.UNTERHALTSVORSCHUSS)],
        0,
    )
    january = np.array([date(each, 1, 1).toordinal() for each in range(year - 70, year + 1)])
    relation = np.where(
        ~adult, int(Verhaeltnis.KIND), np.where(drawn["platz"] == 0, int(Verhaeltnis.ANTRAGSTELLEND), int(Verhaeltnis.EHEGATTE))
    )
    tax = np.where(alone, int(Steuerklasse.II), np.where(pair, int(Steuerklasse.IV), int(Steuerklasse.I)))
    status = np.where(pair, int(Familienstand.VERHEIRATET), np.where(alone, int(Familienstand.GESCHIEDEN), int(Familienstand.LEDIG)))
    byte: dict[str, npt.NDArray[Any]] = {
        "verhaeltnis": relation,
        "elternteil_1": np.where(adult, NOBODY, 0),
        "elternteil_2": np.where(~adult & pair, 1, NOBODY),
        "kindergeld": ~adult,
        "abzuege": np.where(large, sum(int(one) for one in Abzug), 0),
        "steuerklasse": np.where(adult, tax, 0),
        "hat_kinder": adult & (children > 0),
        "kinder_unter_25": np.where(adult, children, 0),
        "verheiratet": adult & pair,
        "familienstand": np.where(adult, status, 0),
    }
    return {
        HOUSEHOLD_ID: drawn["haushalt"].astype(np.int32),
        "geburtsdatum": january[drawn["geburtsjahr"] - (year - 70)].astype(np.int32),
        "einkommensarten": kinds.astype(np.int32),
        "bruttolohn_cent": np.where(large, _cents(wage), 0).astype(np.int32),
        "minijob_cent": np.where(small, _cents(wage), 0).astype(np.int32),
        "unterhalt_cent": _cents(drawn["unterhalt"]),
        "vermoegen_cent": _cents(drawn["vermoegen"]),
        **{name: values.astype(np.int8) for name, values in byte.items()},
    }


def _cents(euros: npt.NDArray[Any]) -> npt.NDArray[np.int32]:
    return np.rint(euros * 100).astype(np.int32)
