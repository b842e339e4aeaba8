"""Kinderzuschlag beside GETTSIM's, with its readings."""

from datetime import date

import numpy as np
import numpy.typing as npt

from lebenslage.benefits.facts.einkommen import Einkommensart
from lebenslage.benefits.kinderzuschlag.eltern import kiz_mindesteinkommen_erreicht, kiz_nach_einkommen, kiz_vermoegen_darueber
from lebenslage.benefits.kinderzuschlag.hoehe import kiz_betrag
from lebenslage.benefits.kinderzuschlag.kinder import kiz_fuer_ein_kind
from lebenslage.benefits.sgb2.statute import parameter as sgb2_parameter
from lebenslage.kernel.fixed import CENT
from tests.oracle.agreement import Out, Reading, Right, whole_household
from tests.oracle.answers import Answers, Numbers, Oracle
from tests.oracle.rights import ASSUME, household_answers, law_of

EURO, MOST_CHILDREN = 100, 5
LOHN, MINIJOB = int(Einkommensart.LOHN), int(Einkommensart.MINIJOB)
HOUSING = {2023: [4884, 6600, 1440], 2024: [5028, 7392, 1500], 2025: [5184, 7392, 1536], 2026: [5340, 7848, 1584]}
TARGETS = (kiz_fuer_ein_kind, kiz_mindesteinkommen_erreicht, kiz_vermoegen_darueber, kiz_nach_einkommen, kiz_betrag)


def _open(out: Out) -> Numbers:
    """Where a child, the least income and assets allow it."""
    assets = out[kiz_vermoegen_darueber]
    return (
        (out[kiz_fuer_ein_kind] != 0)
        & (out[kiz_mindesteinkommen_erreicht] != 0)
        & ((assets == 0) | (CENT * assets <= out[kiz_nach_einkommen]))
    )


def paid(out: Out) -> Numbers:
    """What we pay, before the priority over SGB II."""
    return np.where(_open(out), out[kiz_betrag], 0)


def _not_rounded(_: Oracle, out: Out, amount: Numbers) -> Numbers:
    exact = np.maximum(out[kiz_nach_einkommen] // CENT - out[kiz_vermoegen_darueber], 0)
    return np.where(_open(out), exact, 0)


def report_of_the_year(day: date) -> dict[str, list[int]]:
    """The sums for housing and heating in GETTSIM 1.3.1 (`parameter_existenzminimum`): alone, couple, child."""
    return {"kiz_wohnbedarf": HOUSING[day.year]}


def free_of_work(oracle: Oracle) -> Numbers:
    """What stays free of each person's pay in a household with children (SGB II § 11b Abs. 2 and 3), in hundredths of a cent."""
    ends, rates = (sgb2_parameter(name).on(oracle.day).value for name in ("sgb2_erwerb_stufen", "sgb2_erwerb_saetze"))
    flat = sgb2_parameter("sgb2_grundabsetzbetrag").on(oracle.day).value
    pay = oracle["lohn_monat"]
    upper = (ends[1], ends[2], ends[4])
    shares = sum(
        np.maximum(np.minimum(pay, end) - start, 0) * rate
        for start, end, rate in zip((ends[0], ends[1], ends[2]), upper, rates, strict=True)
    )
    return np.where(pay > 0, 100 * flat + shares, 0)


def _full_euros(oracle: Oracle, answers: Answers) -> Answers:
    """Each parent's net pay is lowered so that what counts of it is in full euros; mini-jobs are told as work with that net pay."""
    free, net, pay = free_of_work(oracle), oracle["netto_monat"], oracle["lohn_monat"]
    counted = (100 * net - free) // (100 * EURO) * EURO
    free_in_cents = (free + 50) // 100
    return answers.with_persons(
        einkommensarten=np.where(pay > 0, answers.persons["einkommensarten"] & ~MINIJOB | LOHN, answers.persons["einkommensarten"]),
        bruttolohn_cent=pay,
        nettolohn_cent=np.where(counted > 0, counted + free_in_cents, np.minimum(net, free_in_cents)),
    )


def _many_children(oracle: Oracle) -> dict[str, npt.NDArray[np.bool_]]:
    children = oracle.by_household("personen") - oracle.by_household("erwachsene")
    return {"more than five children: GETTSIM's shares of housing end at five": children > MOST_CHILDREN}


KINDERZUSCHLAG = Right(
    "kinderzuschlag",
    "Kinderzuschlag, before the test against SGB II",
    law=lambda day: law_of(day, *TARGETS),
    targets=TARGETS,
    answers=household_answers,
    assume=ASSUME,
    theirs=lambda oracle: whole_household(oracle, "g_kinderzuschlag"),
    ours=paid,
    readings=(
        Reading(
            "the parents' share of housing by the report of the year",
            "BKGG § 6a Abs. 5 S. 4",
            "the statute names the 12th report on the subsistence minimum",
            figures=report_of_the_year,
        ),
        Reading("not rounded to full euros", "BKGG § 11 Abs. 2", "amounts are rounded to full euros, from 50 cents up", made=_not_rounded),
        Reading(
            "each parent's net income rounded down to full euros",
            "BKGG § 6a Abs. 5 und 6",
            "the statute rounds the amount at the end, not the income",
            told=_full_euros,
        ),
    ),
    left_out=_many_children,
)
