"""Contributions and income tax beside GETTSIM's, with its readings."""

from datetime import date
from decimal import Decimal
from typing import Any

from lebenslage.benefits.nettoeinkommen.statute import parameter
from lebenslage.law.columns import HOUSEHOLD_ID
from tests.oracle.agreement import Reading, Right, by_household
from tests.oracle.answers import Answers, Oracle, payments
from tests.oracle.net_income import ASSUMED, NOTHING, TARGETS, law, orakel_beitraege, orakel_einkommensteuer, told

RATES = (Decimal("0.14"), Decimal("0.2397"), Decimal("0.42"), Decimal("0.45"))
TEN_THOUSAND, CENTS = Decimal(10_000), 100


def continuous_tariff(day: date) -> dict[str, Any]:
    """The tariff as GETTSIM has it: squares from the zones and marginal rates, unrounded, and no rounding to full euros on the way."""
    ends = [Decimal(end) / CENTS for end in parameter("est_grenzen").on(day).value]
    squares, fixed = [], [Decimal(0)]
    for zone in (0, 1):
        width = ends[zone + 1] - ends[zone]
        square = (RATES[zone + 1] - RATES[zone]) / (2 * width)
        squares.append(square * TEN_THOUSAND**2)
        fixed.append(fixed[-1] + (RATES[zone] + square * width) * width)
    high = fixed.pop() - RATES[2] * ends[2]
    fixed += [high, high - (RATES[3] - RATES[2]) * ends[3]]
    return {"est_volle_euro": 0, "est_quadrat": _decimals(squares), "est_fest": _decimals(fixed)}


def _decimals(values: list[Decimal]) -> list[str]:
    return [str(round(value, 10)) for value in values]


UNROUNDED = Reading(
    "contributions with fractions of a cent",
    "BVV § 1 Abs. 2, § 2 Abs. 1",
    "each contribution is rounded to the cent, half up",
    figures=lambda day: {"bvv_rundung": 0},
)
ROUNDED_UP = Reading(
    "deductible contributions rounded up to full euros",
    "EStG § 10 Abs. 3 und 4",
    "no rounding is ordered; only the highest amount of Abs. 3 S. 1 is rounded up",
    figures=lambda day: {"est_vorsorge_volle_euro": 1},
)
TARIFF = Reading(
    "the tariff from its marginal rates; the half of a couple's income and its tax not rounded down",
    "EStG § 32a Abs. 1 S. 1, 2 und 6, Abs. 5",
    "the statute names coefficients with two decimals, rounds income and tax down to full euros, and doubles the rounded tax",
    figures=continuous_tariff,
)


def answers(oracle: Oracle) -> Answers:
    """What the households are asked about work and children."""
    persons = told(oracle.columns, oracle.day)
    return Answers(persons, {HOUSEHOLD_ID: oracle.by_household("haushalt")}, payments(NOTHING, NOTHING))


CONTRIBUTIONS = Right(
    "beitraege",
    "Social insurance contributions of employees",
    law=law,
    targets=TARGETS,
    answers=answers,
    assume=ASSUMED,
    theirs=lambda oracle: by_household(oracle, "g_beitraege"),
    ours=lambda out: out[orakel_beitraege],
    readings=(UNROUNDED,),
)
INCOME_TAX = Right(
    "einkommensteuer",
    "Income tax of a year",
    law=law,
    targets=TARGETS,
    answers=answers,
    assume=ASSUMED,
    theirs=lambda oracle: by_household(oracle, "g_einkommensteuer"),
    ours=lambda out: out[orakel_einkommensteuer],
    readings=(UNROUNDED, ROUNDED_UP, TARIFF),
)
