"""SGB II beside GETTSIM's, with its readings."""

from datetime import date
from typing import Any

import numpy as np

from lebenslage.benefits.facts.einkommen import vermoegen
from lebenslage.benefits.sgb2 import (
    sgb2_bedarf,
    sgb2_eigenes_einkommen,
    sgb2_kind_deckt_eigenen_bedarf,
    sgb2_leistung,
    sgb2_unterkunft_kopfteil,
    sgb2_vermoegen_im_freibetrag,
)
from lebenslage.benefits.sgb2.rules.einkommen import sgb2_kindergeld_anrechenbar
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_angehoerig
from lebenslage.benefits.sgb2.rules.unterkunft import sgb2_koepfe, sgb2_unterkunft_und_heizung
from lebenslage.benefits.sgb2.rules.vermoegen import sgb2_vermoegensfreibetrag
from lebenslage.benefits.sgb2.rules.verteilung import (
    sgb2_einkommen_der_erwachsenen,
    sgb2_gesamtbedarf,
    sgb2_teilt_mittel_der_erwachsenen,
)
from lebenslage.benefits.sgb2.statute import SGB2, SINCE, parameter
from lebenslage.kernel.units import Cent, CentPerMonth, Count, Flag
from lebenslage.law.inputs import count_of, greatest_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule
from tests.oracle.agreement import Out, Reading, Right, whole_household
from tests.oracle.answers import Numbers, Oracle
from tests.oracle.rights import ASSUME, household_answers, law_of

CENTS = 100
FIRST_CHILD_STAGE = 2


@rule(HOUSEHOLD, cites=SGB2("§ 9 Abs. 2 S. 3"), since=SINCE)
def orakel_teilende(personen: Count = count_of(sgb2_teilt_mittel_der_erwachsenen)) -> Count:
    """Over how many persons the income is spread."""
    return personen


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 3 Nr. 4"), since=SINCE)
def orakel_gedeckte(personen: Count = count_of(sgb2_kind_deckt_eigenen_bedarf)) -> Count:
    """How many children left."""
    return personen


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1"), since=SINCE)
def orakel_kopfteil(kopfteil: CentPerMonth = greatest_of(sgb2_unterkunft_kopfteil)) -> CentPerMonth:
    """A head's share of housing."""
    return kopfteil


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 5"), since=SINCE)
def orakel_ueber_kindergeld_des_kindes(
    gedeckt: Flag = of(sgb2_kind_deckt_eigenen_bedarf),
    eigenes: CentPerMonth = of(sgb2_eigenes_einkommen, when=sgb2_kind_deckt_eigenen_bedarf),
    bedarf: CentPerMonth = of(sgb2_bedarf, when=sgb2_kind_deckt_eigenen_bedarf),
    kindergeld: CentPerMonth = of(sgb2_kindergeld_anrechenbar, when=sgb2_kind_deckt_eigenen_bedarf),
) -> CentPerMonth:
    """What a child has beyond its need, other than Kindergeld."""
    return max(0, eigenes - bedarf - kindergeld) if gedeckt else 0


@rule(HOUSEHOLD, cites=SGB2("§ 11 Abs. 1 S. 5"), since=SINCE)
def orakel_ueber_kindergeld(summe: CentPerMonth = sum_of(orakel_ueber_kindergeld_des_kindes)) -> CentPerMonth:
    """That of all children."""
    return summe


@rule(HOUSEHOLD, cites=SGB2("§ 12 Abs. 2 und 4"), since=SINCE)
def orakel_vermoegen_der_familie_frei(
    besitz: Cent = sum_of(vermoegen, where=sgb2_angehoerig), frei: Cent = sum_of(sgb2_vermoegensfreibetrag, where=sgb2_angehoerig)
) -> Flag:
    """Assets do not exceed the allowances, both of the whole family: also of children who cover their own need."""
    return besitz <= frei


TARGETS = (
    orakel_vermoegen_der_familie_frei,
    orakel_ueber_kindergeld,
    sgb2_leistung,
    sgb2_vermoegen_im_freibetrag,
    sgb2_gesamtbedarf,
    sgb2_einkommen_der_erwachsenen,
    sgb2_koepfe,
    sgb2_unterkunft_und_heizung,
    orakel_teilende,
    orakel_gedeckte,
    orakel_kopfteil,
)


def paid(out: Out) -> Numbers:
    """What we pay: nothing where assets are too high."""
    return np.where(out[sgb2_vermoegen_im_freibetrag] != 0, out[sgb2_leistung], 0)


def supplement_in_the_need(day: date) -> dict[str, Any]:
    """Figures that make the supplement a part of the children's standard need."""
    stages = [value / CENTS for value in parameter("sgb2_regelbedarfsstufen").on(day).value]
    more = parameter("sgb2_sofortzuschlag_betrag").on(day).value / CENTS
    return {
        "sgb2_regelbedarfsstufen": [*stages[:FIRST_CHILD_STAGE], *(stage + more for stage in stages[FIRST_CHILD_STAGE:])],
        "sgb2_sofortzuschlag_betrag": 0,
    }


def _allowances_of_the_family(_: Oracle, out: Out, amount: Numbers) -> Numbers:
    """The claim where the family's allowances are enough, instead of those of the community; before what is made of the amount."""
    return np.where(out[orakel_vermoegen_der_familie_frei] != 0, out[sgb2_leistung], 0)


def _all_that_is_over(_: Oracle, out: Out, amount: Numbers) -> Numbers:
    return np.maximum(amount - out[orakel_ueber_kindergeld], 0)


def _not_rounded(_: Oracle, out: Out, amount: Numbers) -> Numbers:
    """The claims together, of shares of housing and income that are not rounded: to the cent only at the end."""
    exact = out[sgb2_unterkunft_und_heizung] / out[sgb2_koepfe] - out[orakel_kopfteil]
    heads = out[orakel_teilende] + out[orakel_gedeckte]
    total = out[sgb2_gesamtbedarf] - out[sgb2_einkommen_der_erwachsenen] - out[orakel_ueber_kindergeld] + heads * exact
    return np.where(amount > 0, np.rint(np.maximum(total, 0)).astype(np.int64), amount)


SGB2_RIGHT = Right(
    "sgb2",
    "SGB II, before the priority of Wohngeld and Kinderzuschlag",
    law=lambda day: law_of(day, *TARGETS),
    targets=TARGETS,
    answers=household_answers,
    assume=ASSUME,
    theirs=lambda oracle: whole_household(oracle, "g_buergergeld"),
    ours=paid,
    readings=(
        Reading(
            "the supplement for children is part of their need",
            "SGB II § 72 Abs. 1",
            "25 euros are added to the claim of each child, outside the sharing of income",
            figures=supplement_in_the_need,
        ),
        Reading(
            "after the first year of benefits rent by a rule of thumb",
            "SGB II § 22 Abs. 1 S. 1",
            "what is adequate is the municipality's to say; ten euros for 45 square metres and 15 for each further person is no law",
            figures=lambda day: {"sgb2_faustregel_wohnen": 1},
        ),
        Reading(
            "no flat sum for insurances off Kindergeld that is the parent's income",
            "SGB II § 11b Abs. 1 S. 1 Nr. 3; Bürgergeld-V § 6 Abs. 1 Nr. 1",
            "30 euros a month are taken off any income of an adult that work does not free already",
            figures=lambda day: {"sgb2_versicherungspauschale": 0},
        ),
        Reading(
            "a child that covers its need counts at the assets",
            "SGB II § 7 Abs. 3 Nr. 4, § 12 Abs. 2 S. 1, Abs. 4 S. 1",
            "a child that covers its need leaves; allowances are for the persons in the community only",
            made=_allowances_of_the_family,
        ),
        Reading(
            "all that a child has beyond its need is its parents' income",
            "SGB II § 7 Abs. 3 Nr. 4, § 11 Abs. 1 S. 5",
            "a child that covers its need leaves; only Kindergeld that it does not need passes to the parent, never its maintenance",
            made=_all_that_is_over,
        ),
        Reading(
            "shares of housing and of income not rounded",
            "SGB II § 41 Abs. 2",
            "each person's claim is rounded to the cent",
            made=_not_rounded,
        ),
    ),
)
