"""Households to compare with another calculator: random, deterministic by seed, needing nothing but NumPy.

One row a person, the rows of a household together, adults first. Every circumstance is drawn that both sides can be told: wages below and
above the limit of the mini-job, costs, interest, two kinds of profit, pensions, unemployment benefit, maintenance, disability, children in
training and at work, assets around the limit, very low rents, large families.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

type Numbers = npt.NDArray[np.int64]
type Columns = dict[str, npt.NDArray[np.generic]]

HEAD, SPOUSE, PARTNER, CHILD = 0, 1, 2, 3  # as in the choices of the fact `verhaeltnis`
SINGLE, COUPLE, FAMILY, ALONE_WITH_CHILDREN, PENSIONER, PENSIONERS = range(6)
SHARES = [0.32, 0.12, 0.24, 0.16, 0.11, 0.05]
CHILDREN, CHILDREN_SHARES = np.arange(1, 13), [0.41, 0.35, 0.13, 0.05, 0.02, 0.01, 0.01, 0.005, 0.005, 0.004, 0.003, 0.003]
DEGREES = [20, 30, 50, 70, 80, 100]


@dataclass(frozen=True)
class Draw:
    """Random whole numbers for the persons of households."""

    rng: np.random.Generator
    rows: int

    def share(self, share: float) -> npt.NDArray[np.bool_]:
        """True for a share of the rows."""
        return self.rng.random(self.rows) < share

    def between(self, least: int, most: int, step: int = 1) -> Numbers:
        """Multiples of a step in a range."""
        return step * self.rng.integers(least // step, most // step + 1, self.rows)


def population(households: int, year: int, seed: int) -> Columns:
    """So many households as they are in June of a year: amounts in whole cents, a month or a year as the name says."""
    rng = np.random.default_rng(seed)
    kind = rng.choice(len(SHARES), households, p=SHARES)
    with_children = np.isin(kind, [FAMILY, ALONE_WITH_CHILDREN])
    children = np.where(with_children, rng.choice(CHILDREN, households, p=CHILDREN_SHARES), 0)
    adults = np.where(np.isin(kind, [COUPLE, FAMILY, PENSIONERS]), 2, 1)
    size = adults + children
    home = np.repeat(np.arange(households), size)
    place = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
    draw = Draw(rng, len(home))
    persons: Columns = {"haushalt": home, "platz": place, "personen": size[home], "erwachsene": adults[home]}
    persons |= _ages(draw, persons, old=np.isin(kind, [PENSIONER, PENSIONERS])[home], year=year)
    persons |= _work(draw, persons)
    persons |= _other_income(draw, persons, alone=(kind == ALONE_WITH_CHILDREN)[home])
    return persons | _dwelling(Draw(rng, households), home, size)


def _ages(draw: Draw, persons: Columns, *, old: npt.NDArray[np.bool_], year: int) -> Columns:
    child = persons["platz"] >= persons["erwachsene"]
    grown_child = child & draw.share(0.12)
    age = np.where(child, draw.between(0, 17), np.where(old, draw.between(68, 90), draw.between(45, 60)))
    age = np.where(grown_child, draw.between(18, 24), age)
    young = ~child & ~old & (persons["personen"] == persons["erwachsene"])
    age = np.where(young, draw.between(26, 60), age)
    married = (np.random.default_rng(year).random(int(persons["haushalt"][-1]) + 1) < 0.8)[persons["haushalt"]]
    relation = np.where(child, CHILD, np.where(persons["platz"] == 0, HEAD, np.where(married, SPOUSE, PARTNER)))
    training = grown_child & draw.share(0.7)
    minor = np.bincount(persons["haushalt"], weights=child & ((age < 18) | training)) > 0
    return {
        "alter": age,
        "geburtsjahr": year - age,
        "alt": old,
        "verhaeltnis": relation,
        "verheiratet": (persons["erwachsene"] == 2) & married & ~child,
        "in_ausbildung": training,
        "alleinerziehend": (persons["erwachsene"] == 1) & ~child & minor[persons["haushalt"]],
    }


def _work(draw: Draw, persons: Columns) -> Columns:
    child, age = persons["verhaeltnis"] == CHILD, persons["alter"]
    able = ~persons["alt"] & (~child | ((age >= 15) & draw.share(0.35)))
    lot = draw.rng.random(draw.rows)
    usual = np.rint(np.exp(draw.rng.normal(7.55, 0.5, draw.rows)) * 100).astype(np.int64).clip(65_000, 900_000)
    wage = np.where(lot < 0.22, 0, np.where(lot < 0.40, draw.between(5_000, 52_000, 1_000), usual))
    wage = np.where(child, np.where(lot < 0.6, draw.between(4_000, 50_000, 1_000), draw.between(70_000, 130_000, 1_000)), wage)
    wage = np.where(able, wage, 0)
    costs = np.where((wage > 0) & draw.share(0.2), draw.between(20_000, 400_000, 1_000), 0)
    return {
        "lohn_monat": wage,
        "werbungskosten_jahr": costs,
        "stunden_woche": np.where(child, 10, np.where(wage > 60_000, 38, np.where(wage > 0, 10, 0))),
        "selbststaendig_jahr": np.where(~child & able & draw.share(0.04), draw.between(120_000, 2_400_000, 1_200), 0),
        "gewerbe_jahr": np.where(~child & able & draw.share(0.03), draw.between(120_000, 2_400_000, 1_200), 0),
    }


def _other_income(draw: Draw, persons: Columns, *, alone: npt.NDArray[np.bool_]) -> Columns:
    child, old = persons["verhaeltnis"] == CHILD, persons["alt"]
    jobless = ~child & ~old & (persons["lohn_monat"] == 0)
    wealth = np.where(draw.share(0.9), draw.between(0, 1_500_000, 100), draw.between(1_500_000, 14_000_000, 100))
    degrees = draw.rng.choice(DEGREES, draw.rows)
    return {
        "kapital_jahr": np.where(~child & draw.share(0.12), draw.between(1_200, 120_000, 1_200), 0),
        "rente_monat": np.where(old, draw.between(30_000, 220_000, 1_000), 0),
        "arbeitslosengeld_monat": np.where(jobless & draw.share(0.4), draw.between(40_000, 160_000, 1_000), 0),
        "unterhalt_monat": np.where(alone & child & draw.share(0.4), draw.between(10_000, 55_000, 1_000), 0),
        "behinderung_grad": np.where(draw.share(0.06), degrees, 0),
        "pflege_zuhause": draw.share(0.4),
        "vermoegen": np.where(persons["platz"] == 0, wealth, np.where(child, 0, wealth // 2)),
    }


def _dwelling(draw: Draw, home: Numbers, size: Numbers) -> Columns:
    area = draw.between(25, 50) + 14 * size
    rent = np.where(draw.share(0.01), draw.between(3_000, 12_000, 100), np.rint(draw.rng.uniform(600, 1_400, draw.rows) * area))
    heating = np.rint(draw.rng.uniform(110, 190, draw.rows) * area)
    return {
        "miete_monat": rent.astype(np.int64)[home],
        "heizung_monat": heating.astype(np.int64)[home],
        "wohnflaeche": area[home],
        "mietenstufe": draw.between(1, 7)[home],
    }
