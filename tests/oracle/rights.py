"""What the households of an oracle file answer to all our rights, and the rights that are compared."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import numpy as np

from lebenslage.benefits.facts.antrag import NEVER
from lebenslage.benefits.facts.familie import Familienstand, LageDesKindes
from lebenslage.law.engine import LawOn
from lebenslage.law.rules import Rule
from tests.oracle.answers import SAME_FOR_ALL, Answers, Oracle, answers_of
from tests.oracle.net_income import ASSUMED, told
from tests.oracle.population import CHILD

YEARS_OF_BENEFITS = 3

# Beside what Wohngeld asks: nobody is in special circumstances, everything is applied for for the first time, one dwelling is rented.
ASSUME: Mapping[str, int] = {
    **SAME_FOR_ALL,
    **{name: value for name, value in ASSUMED.items() if name != "nettolohn"},
    "kindergeld_an_andere": 0,
    "auslaendische_kinderleistung": 0,
    "erstausbildung_abgeschlossen": 0,
    "arbeitet_mehr_als_zwanzig_stunden": 0,
    "enkelkind": 0,
    "vollwaise": 0,
    "hilfebedarf_laut_bescheid": 0,
    "bildungsort": 0,
    "ausbildungsverguetung": 0,
    "schwanger": 0,
    "erwerbsfaehigkeit": 0,
    "warmwasser_dezentral": 0,
    "merkzeichen": 0,
    "wohnvertrag": 0,
    "renten_abzuege": 0,
    "rentenart": 0,
    "behindertenhilfe": 0,
    "angemessen_eine_person": 0,
    "angemessen_eine_person_weniger": 0,
    "angehoerige_ueber_100000": 0,
    "fruehgeburt_wochen": 0,
    "alleiniger_bezug": 0,
    "elterngeld_unterbrochen": 0,
    "basis_schon_gleichzeitig": 0,
    "elterngeld_basismonate": 0,
    "elterngeld_plusmonate": 0,
    "dauer_monate": 12,
    "laufender_bescheid_ab": NEVER,
}


def household_answers(oracle: Oracle) -> Answers:
    """Everything that the file says, as answers; the net wage is the one that GETTSIM was given too."""
    answers = answers_of(oracle)
    people = oracle.columns
    child = people["verhaeltnis"] == CHILD
    work = told(people, oracle.day)
    more = {name: work[name] for name in ("steuerklasse", "hat_kinder", "kinder_unter_25", "elternteil_1", "elternteil_2")}
    more |= {
        "nettolohn_cent": people["netto_monat"],
        "lage_des_kindes": np.where(people["in_ausbildung"], int(LageDesKindes.AUSBILDUNG), int(LageDesKindes.NICHTS_DAVON)),
        "familienstand": np.where(people["verheiratet"], int(Familienstand.VERHEIRATET), int(Familienstand.LEDIG)),
        "verheiratet": (people["verheiratet"] & ~child).astype(np.int8),
    }
    long_ago = oracle.day.replace(year=oracle.day.year - YEARS_OF_BENEFITS).toordinal()
    dwelling = {
        "heizkosten_gesondert_cent": oracle.by_household("heizung_monat"),
        "wohnflaeche": (oracle.by_household("wohnflaeche") * 100).astype(np.int64),
        "leistungsbezug_seit": np.where(oracle.by_household("bezug_im_vorjahr"), long_ago, NEVER),
    }
    return answers.with_persons(**more).with_households(**dwelling)


@cache
def law_of(day: date, *targets: Rule) -> LawOn:
    """The law behind some conclusions alone."""
    return LawOn(day, (), targets)
