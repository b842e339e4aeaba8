"""The households of an oracle file as the answers that our law asks for, in the table format of `lebenslage.law.columns`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from lebenslage.benefits.facts.einkommen import Abzug, Einkommensart
from lebenslage.benefits.facts.personen import Merkmal
from lebenslage.benefits.facts.unterhalt import UNTERHALTSZAHLUNG, Empfaenger
from lebenslage.law.columns import HOUSEHOLD_ID
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity

type Numbers = npt.NDArray[Any]
type Columns = Mapping[str, Numbers]

LEAST_DEGREE = 20
NOBODY = -1

# The same for everybody: German, living here, no other benefit, a rented flat, heating paid apart, applied for in the month itself.
SAME_FOR_ALL = {
    "lebensmittelpunkt": 1,
    "aufenthalt": 0,
    "getrennt_lebend": 0,
    "betreuung": 0,
    "leistung": 0,
    "bei_leistung_beruecksichtigt": 0,
    "gewerkschaftsbeitrag": 0,
    "elternteil_1": NOBODY,
    "elternteil_2": NOBODY,
    "eigenes_wohnrecht": 0,
    "mitbewohner_entgelt": 0,
    "wohnform": 0,
    "wohnflaeche": 5_000,
    "mietbestandteile": 0,
    "wohnbesonderheiten": 0,
    "todesfall": 0,
    "ablehnung_bekannt_am": 1 + date(2000, 1, 1).toordinal(),
    "mieterhoehung_bekannt_am": 1 + date(2000, 1, 1).toordinal(),
}

KINDS = {
    "selbststaendig_jahr": (Einkommensart.SELBSTSTAENDIG, "gewinn_selbststaendig_cent"),
    "gewerbe_jahr": (Einkommensart.GEWERBE, "gewinn_gewerbe_cent"),
    "kapital_jahr": (Einkommensart.KAPITAL, "kapitalertraege_cent"),
    "rente_monat": (Einkommensart.RENTE, "rente_cent"),
    "arbeitslosengeld_monat": (Einkommensart.LOHNERSATZ, "lohnersatz_cent"),
    "unterhalt_monat": (Einkommensart.UNTERHALT, "unterhalt_cent"),
    "unterhaltsvorschuss_monat": (Einkommensart.UNTERHALTSVORSCHUSS, "unterhaltsvorschuss_cent"),
}


@dataclass(frozen=True, slots=True)
class Oracle:
    """An oracle file: the day, and every column by its name, one row a person."""

    day: date
    columns: Columns

    def __getitem__(self, name: str) -> Numbers:
        """A column."""
        return self.columns[name]

    @property
    def heads(self) -> npt.NDArray[np.bool_]:
        """The first row of each household."""
        return self["platz"] == 0

    def by_household(self, name: str) -> Numbers:
        """A column that is the same for all persons of a household, once for each."""
        return self[name][self.heads]


def read_oracle(file: Path) -> Oracle:
    """Read an oracle file."""
    table = pq.read_table(file)
    columns = {name: table[name].to_numpy() for name in table.column_names}
    columns["unterhaltsvorschuss_monat"] = np.rint(columns["g_unterhaltsvorschuss"] * 100).astype(np.int64)
    return Oracle(date.fromisoformat(table.schema.metadata[b"day"].decode()), columns)


@dataclass(frozen=True, slots=True)
class Answers:
    """What our law is told: columns of persons, of households and of maintenance payments."""

    persons: Columns
    households: Columns
    payments: Columns

    def with_persons(self, **columns: Numbers) -> Answers:
        """The same with other columns of persons."""
        return replace(self, persons={**self.persons, **columns})

    def with_households(self, **columns: Numbers) -> Answers:
        """The same with other columns of households."""
        return replace(self, households={**self.households, **columns})

    def tables(self) -> Mapping[Entity, pa.Table]:
        """As Arrow tables."""
        return {
            PERSON: pa.table(dict(self.persons)),
            HOUSEHOLD: pa.table(dict(self.households)),
            UNTERHALTSZAHLUNG: pa.table(dict(self.payments)),
        }


def answers_of(oracle: Oracle) -> Answers:
    """What the households would answer. Who pays taxes and contributions, and who has a mini-job, follows from the oracle's own rules."""
    first_days = np.array([date(int(year), 1, 1).toordinal() for year in range(1900, 2030)])
    persons = {
        HOUSEHOLD_ID: oracle["haushalt"],
        "verhaeltnis": oracle["verhaeltnis"],
        "geburtsdatum": first_days[oracle["geburtsjahr"] - 1900],
        "kindergeld": oracle["g_kindergeld"].astype(np.int8),
        "vermoegen_cent": oracle["vermoegen"],
        "merkmale": np.where(oracle["behinderung_grad"] >= 50, int(Merkmal.SCHWERBEHINDERT), 0),
        "grad_der_behinderung": np.maximum(oracle["behinderung_grad"], LEAST_DEGREE),
        "pflege_zuhause": oracle["pflege_zuhause"].astype(np.int8),
        "abzuege": _deductions(oracle),
        **_income(oracle),
    }
    households = {
        HOUSEHOLD_ID: oracle.by_household("haushalt"),
        "miete_cent": oracle.by_household("miete_monat"),
        "mietenstufe": oracle.by_household("mietenstufe"),
        "antragsdatum": np.full(int(oracle.heads.sum()), oracle.day.toordinal()),
    }
    return Answers(persons, households, payments(np.zeros(0, np.int64), np.zeros(0, np.int64)))


def payments(households: Numbers, cents: Numbers) -> Columns:
    """Maintenance paid under a title, in cents a year."""
    to = np.full(len(households), int(Empfaenger.SONSTIGE_PERSON))
    return {HOUSEHOLD_ID: households, "unterhalt_an": to, "unterhalt_gezahlt_cent": cents, "unterhalt_titel_cent": cents}


def _deductions(oracle: Oracle) -> Numbers:
    taxes = np.where(oracle["g_einkommensteuer"] > 0, int(Abzug.STEUERN), 0)
    health = np.where(oracle["g_krankenversicherung"] > 0, int(Abzug.KRANKENVERSICHERUNG), 0)
    pension = np.where(oracle["g_rentenversicherung"] > 0, int(Abzug.RENTENVERSICHERUNG), 0)
    return taxes | health | pension


def _income(oracle: Oracle) -> Columns:
    wage, small = oracle["lohn_monat"], oracle["g_minijob"]
    kinds = np.where(wage > 0, np.where(small, int(Einkommensart.MINIJOB), int(Einkommensart.LOHN)), 0)
    for name, (kind, _) in KINDS.items():
        kinds |= np.where(oracle[name] > 0, int(kind), 0)
    return {
        "einkommensarten": kinds,
        "bruttolohn_cent": np.where(small, 0, wage),
        "werbungskosten_cent": np.where(small, 0, oracle["werbungskosten_jahr"]),
        "minijob_cent": np.where(small, wage, 0),
        "minijob_kosten_cent": np.where(small, oracle["werbungskosten_jahr"], 0),
        **{column: oracle[name] for name, (_, column) in KINDS.items()},
    }
