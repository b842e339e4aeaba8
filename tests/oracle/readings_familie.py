"""Kindergeld and Unterhaltsvorschuss beside GETTSIM's, with its readings."""

import numpy as np

from lebenslage.benefits.facts.leistungen import Leistung
from lebenslage.benefits.kindergeld.anspruch import kindergeld_gesamt
from lebenslage.benefits.unterhaltsvorschuss.anspruch import uvg_gesamt
from lebenslage.law.facts import MAX_AMOUNT
from tests.oracle.agreement import Reading, Right, by_household
from tests.oracle.answers import Answers, Oracle
from tests.oracle.population import CHILD
from tests.oracle.rights import ASSUME, household_answers, law_of

TWELVE = 12


def _only_with_income(oracle: Oracle, answers: Answers) -> Answers:
    """Every child from 12 on is said to receive SGB II, of a need that no advance ends: then the parent's 600 euros alone decide."""
    older = (oracle["verhaeltnis"] == CHILD) & (oracle["alter"] >= TWELVE)
    return answers.with_persons(
        leistung=np.where(older, int(Leistung.GRUNDSICHERUNGSGELD), 0),
        leistung_stand=np.ones(len(older), np.int64),
        hilfebedarf_laut_bescheid_cent=np.full(len(older), MAX_AMOUNT // 10),
    )


KINDERGELD = Right(
    "kindergeld",
    "Kindergeld",
    law=lambda day: law_of(day, kindergeld_gesamt),
    targets=(kindergeld_gesamt,),
    answers=household_answers,
    assume=ASSUME,
    theirs=lambda oracle: by_household(oracle, "g_kindergeld_betrag"),
    ours=lambda out: out[kindergeld_gesamt],
)
UNTERHALTSVORSCHUSS = Right(
    "unterhaltsvorschuss",
    "Unterhaltsvorschuss",
    law=lambda day: law_of(day, uvg_gesamt),
    targets=(uvg_gesamt,),
    answers=household_answers,
    assume=ASSUME,
    theirs=lambda oracle: by_household(oracle, "g_unterhaltsvorschuss"),
    ours=lambda out: out[uvg_gesamt],
    readings=(
        Reading(
            "from twelve on only where the parent earns 600 euros",
            "UhVorschG § 1 Abs. 1a S. 1 Nr. 1 und 2",
            "a child that receives no SGB II, or needs none with the advance, is not asked for the parent's income",
            told=_only_with_income,
        ),
        Reading(
            "amounts from 1 to 4 euros are paid",
            "UhVorschG § 9 Abs. 3 S. 3",
            "less than five euros are not paid",
            figures=lambda day: {"uvg_kleinstbetrag": 0},
        ),
    ),
)
