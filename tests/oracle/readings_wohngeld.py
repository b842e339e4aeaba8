"""Wohngeld beside GETTSIM's: the readings of `readings`, with the reason why we do not follow each."""

from collections.abc import Mapping

import numpy as np

from lebenslage.benefits.wohngeld.rules.anspruch import vermoegen_unschaedlich
from lebenslage.benefits.wohngeld.rules.hoehe import m_der_formel, wohngeld_betrag, y_der_formel
from lebenslage.kernel.fixed import ONE
from tests.oracle import readings
from tests.oracle.agreement import Out, Reading, Right
from tests.oracle.answers import Numbers, Oracle
from tests.oracle.readings import Ours
from tests.oracle.rights import ASSUME, household_answers, law_of

EURO = 100
TARGETS = (wohngeld_betrag, vermoegen_unschaedlich, m_der_formel, y_der_formel)
REASONS: Mapping[str, str] = {
    "amounts from 1 to 9 euros are paid": "no claim below 10 euros",
    "nothing where income and Wohngeld stay below need": "the statute names no such exclusion; plausibility is asked in the single case",
    "of a pension only the taxable share, no lump sum": "the part above the taxed share counts too, and 102 euros a year are taken off",
    "the employee's lump sum for mini-jobs too": "pay taxed at a flat rate counts less what it really cost",
    "interest whole, without the free 100 euros": "interest counts after the saver's lump sum; above 100 euros that is added back",
    "profit from trade not counted": "it is one of the kinds of positive income",
    "the allowance for every degree of disability": "degree 100, or from 50 with need of care and care at home",
    "lone parents of grown children in training too": "one child under 18 with Kindergeld",
    "child's earnings only with Kindergeld": "the paragraph names the age of 25 alone",
    "child's earnings gross": "open: the paragraph frees receipts, we free no more than was counted",
    "the least rent before the heating relief is added": "the relief is part of the rent that counts; the least value replaces that sum",
}


def _adapted(reading: readings.Reading) -> Reading:
    def made(oracle: Oracle, out: Out, paid: Numbers) -> Numbers:
        return reading.made(oracle, _ours(out), paid // EURO) * EURO if reading.made is not None else paid

    return Reading(reading.name, f"WoGG {reading.paragraph}", REASONS[reading.name], told=reading.told, made=made if reading.made else None)


def _ours(out: Out) -> Ours:
    return Ours(out[wohngeld_betrag] // EURO, out[vermoegen_unschaedlich] != 0, out[m_der_formel] / ONE, out[y_der_formel] / ONE)


WOHNGELD = Right(
    "wohngeld",
    "Wohngeld, before the priority over other benefits",
    law=lambda day: law_of(day, *TARGETS),
    targets=TARGETS,
    answers=household_answers,
    assume=ASSUME,
    theirs=lambda oracle: np.rint(oracle.by_household("g_anspruch") * EURO).astype(np.int64),
    ours=lambda out: _ours(out).statute * EURO,
    readings=tuple(_adapted(reading) for reading in readings.READINGS),
    left_out=readings.left_out,
)
