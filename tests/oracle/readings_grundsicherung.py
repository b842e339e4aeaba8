"""Grundsicherung im Alter beside GETTSIM's, for pensioners, with its readings."""

import numpy as np

from lebenslage.benefits.grundsicherung.rules.anspruch import grundsicherung_betrag
from tests.oracle.agreement import Reading, Right, whole_household
from tests.oracle.answers import Answers, Oracle
from tests.oracle.rights import ASSUME, household_answers, law_of

PER_SQUARE_METRE, FIRST, FURTHER, HUNDREDTHS = 1_000, 4_500, 1_500, 100


def _by_rule_of_thumb(oracle: Oracle, answers: Answers) -> Answers:
    """Rent and heating of who had benefits for more than a year, as one sum: the cost of the area that counts, up to ten euros each."""
    homes = answers.households
    heads = np.bincount(oracle["haushalt"])
    area = homes["wohnflaeche"]
    counted = np.minimum(area, FIRST + FURTHER * (heads - 1))
    cost = homes["miete_cent"] + homes["heizkosten_gesondert_cent"]
    accepted = np.minimum(cost * counted // area, PER_SQUARE_METRE * counted // HUNDREDTHS)
    drew = oracle.by_household("bezug_im_vorjahr")
    return answers.with_households(
        miete_cent=np.where(drew, accepted, homes["miete_cent"]),
        heizkosten_gesondert_cent=np.where(drew, 0, homes["heizkosten_gesondert_cent"]),
    )


def _at_the_limit(oracle: Oracle, answers: Answers) -> Answers:
    """One cent more in each household: assets exactly at the free amount are then above it."""
    return answers.with_persons(vermoegen_cent=answers.persons["vermoegen_cent"] + oracle.heads)


GRUNDSICHERUNG = Right(
    "grundsicherung",
    "Grundsicherung im Alter (SGB XII)",
    law=lambda day: law_of(day, grundsicherung_betrag),
    targets=(grundsicherung_betrag,),
    answers=household_answers,
    assume=ASSUME,
    theirs=lambda oracle: whole_household(oracle, "g_grundsicherung"),
    ours=lambda out: out[grundsicherung_betrag],
    readings=(
        Reading(
            "after the first year of benefits rent by a rule of thumb",
            "SGB XII § 35 Abs. 1 S. 1",
            "what is adequate is the municipality's to say; ten euros for 45 square metres and 15 for each further person is no law",
            told=_by_rule_of_thumb,
        ),
        Reading(
            "nothing where assets are exactly the free amount",
            "SGB XII § 90 Abs. 2 Nr. 9; VO zu § 90 Abs. 2 Nr. 9 SGB XII § 1",
            "what is up to the free amount is not to be used",
            told=_at_the_limit,
        ),
    ),
)
