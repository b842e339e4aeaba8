"""Our estimate of net income for the persons of an oracle file, and what it needs to be told."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lebenslage.benefits.facts.einkommen import Einkommensart
from lebenslage.benefits.facts.netto import SCHAETZEN, Steuerklasse
from lebenslage.benefits.nettoeinkommen import einkommensteuer, erwerbseinkommen_netto, sozialversicherungsbeitraege
from lebenslage.benefits.nettoeinkommen.statute import SGB4, SINCE, parameter
from lebenslage.kernel.units import CentPerMonth, CentPerYear
from lebenslage.law.columns import HOUSEHOLD_ID
from lebenslage.law.engine import LawOn
from lebenslage.law.inputs import sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule
from lebenslage.law.simulation import Simulation
from tests.oracle.population import CHILD, Columns

NOBODY = -1
NOTHING = np.zeros(0, np.int64)
UNTIL_25 = 25


@rule(HOUSEHOLD, cites=SGB4("§§ 14, 15"), since=SINCE)
def orakel_netto(summe: CentPerMonth = sum_of(erwerbseinkommen_netto)) -> CentPerMonth:
    """Net income of a household."""
    return summe


@rule(HOUSEHOLD, cites=SGB4("§ 28d"), since=SINCE)
def orakel_beitraege(summe: CentPerMonth = sum_of(sozialversicherungsbeitraege)) -> CentPerMonth:
    """Contributions of a household."""
    return summe


@rule(HOUSEHOLD, cites=SGB4("§ 28d"), since=SINCE)
def orakel_einkommensteuer(summe: CentPerYear = sum_of(einkommensteuer)) -> CentPerYear:
    """Income tax of a household, that of a couple on both its members."""
    return summe


TARGETS = (orakel_netto, orakel_beitraege, orakel_einkommensteuer)
FIRST_DAYS = np.array([date(year, 1, 1).toordinal() for year in range(1900, 2031)])
"""The ordinal of 1 January, by year from 1900 on."""


@cache
def law(day: date) -> LawOn:
    """The law of net income alone."""
    return LawOn(day, (), TARGETS)


def small(people: Columns, day: date) -> npt.NDArray[np.bool_]:
    """Who has a mini-job and no other."""
    return (people["lohn_monat"] > 0) & (people["lohn_monat"] <= parameter("sgb4_geringfuegigkeitsgrenze").on(day).value)


def told(people: Columns, day: date) -> Mapping[str, npt.NDArray[np.generic]]:
    """The answers on work, tax class and children that an estimate needs."""
    child = people["verhaeltnis"] == CHILD
    mini, wage = small(people, day), people["lohn_monat"]
    children = np.bincount(people["haushalt"], weights=child & (people["alter"] < UNTIL_25)).astype(np.int64)[people["haushalt"]]
    first = np.arange(len(child)) - people["platz"]
    tax_class = np.where(people["alleinerziehend"], Steuerklasse.II, np.where(people["verheiratet"], Steuerklasse.IV, Steuerklasse.I))
    kinds = np.where(wage > 0, np.where(mini, int(Einkommensart.MINIJOB), int(Einkommensart.LOHN)), 0)
    kinds |= np.where(people["selbststaendig_jahr"] > 0, int(Einkommensart.SELBSTSTAENDIG), 0)
    kinds |= np.where(people["gewerbe_jahr"] > 0, int(Einkommensart.GEWERBE), 0)
    parent = np.where(child, 0, NOBODY)
    return {
        HOUSEHOLD_ID: people["haushalt"],
        "verhaeltnis": people["verhaeltnis"],
        "geburtsdatum": FIRST_DAYS[people["geburtsjahr"] - 1900],
        "einkommensarten": kinds,
        "bruttolohn_cent": np.where(mini, 0, wage),
        "werbungskosten_cent": np.where(mini, 0, people["werbungskosten_jahr"]),
        "minijob_cent": np.where(mini, wage, 0),
        "gewinn_selbststaendig_cent": people["selbststaendig_jahr"],
        "gewinn_gewerbe_cent": people["gewerbe_jahr"],
        "steuerklasse": tax_class,
        "hat_kinder": (~child & (children > 0)).astype(np.int8),
        "kinder_unter_25": np.where(child, 0, children),
        "kindergeld": (child & ((people["alter"] < 18) | people["in_ausbildung"])).astype(np.int8),
        "elternteil_1": parent,
        "elternteil_2": np.where(child & (people["erwachsene"][first] == 2), 1, NOBODY),
    }


ASSUMED = {
    "nettolohn": SCHAETZEN,
    "beschaeftigung": 0,
    "krankenversicherung": 0,
    "privatbeitrag": 0,
    "kirchensteuer": 0,
    "steuerfreie_zuschlaege": 0,
    "selbststaendig_abgaben": 0,
    "getrennt_lebend": 0,
    "minijob_befreit": 1,
}


def net_income(people: Columns, day: date) -> npt.NDArray[np.int64]:
    """The net earned income of each person in cents: by our law, every person run as a household of her own kind."""
    alone = {**told(people, day), HOUSEHOLD_ID: np.arange(len(people["haushalt"]))}
    alone = {**alone, "verhaeltnis": np.zeros(len(people["haushalt"]), np.int64)}
    alone["elternteil_1"] = alone["elternteil_2"] = np.full(len(people["haushalt"]), NOBODY)
    return run(alone, law(day))[orakel_netto]


def run(persons: Mapping[str, npt.NDArray[np.generic]], of: LawOn) -> Mapping[object, npt.NDArray[np.int64]]:
    """Our law over these persons: a column a household."""
    simulation = Simulation(of, targets=TARGETS, assume=ASSUMED)
    households = pa.table({HOUSEHOLD_ID: np.unique(persons[HOUSEHOLD_ID])})
    return simulation.run(simulation.prepare({PERSON: pa.table(dict(persons)), HOUSEHOLD: households}))
