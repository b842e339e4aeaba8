"""Short households for stories about SGB XII and the AsylbLG: one thing is told, everything else is the ordinary answer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lebenslage.benefits.asylblg import ASYLBLG
from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.grundsicherung import GRUNDSICHERUNG
from lebenslage.benefits.hilfe_zum_lebensunterhalt import HILFE_ZUM_LEBENSUNTERHALT
from lebenslage.law.engine import LawOn, Result
from lebenslage.law.household import Household
from lebenslage.law.rules import Rule

type Answers = dict[str, Any]

ON = date(2026, 3, 1)
RIGHTS = (GRUNDSICHERUNG, HILFE_ZUM_LEBENSUNTERHALT, ASYLBLG)
COMMON: Answers = {
    "lebensmittelpunkt": "ja", "aufenthalt": "deutsch", "merkmale": [], "leistung": "keine", "einkommensarten": [], "vermoegen": 0,
    "kindergeld": "nein", "schwanger": "nein", "behindertenhilfe": [], "pflegegrad": "keiner", "verheiratet": "nein",
    "elternteil_1": "niemand", "elternteil_2": "niemand", "wohnvertrag": "mietpartei", "in_deutschland_seit": "2025-06-01",
}  # fmt: skip
OLD: Answers = {**COMMON, "verhaeltnis": "antragstellend", "geburtsdatum": "1955-05-20"}
WORKING_AGE: Answers = {**COMMON, "verhaeltnis": "antragstellend", "geburtsdatum": "1985-05-20", "erwerbsfaehigkeit": "erwerbsfaehig"}
CHILD: Answers = {**COMMON, "verhaeltnis": "kind", "geburtsdatum": "2016-01-10", "betreuung": "nicht_geteilt", "kindergeld": "ja"}
HOME: Answers = {
    "wohnform": "miete", "miete": 400, "mietbestandteile": [], "heizkosten_gesondert": 80, "warmwasser_dezentral": "nein",
    "wohnbesonderheiten": [], "antragsdatum": "2026-03-10", "haushaltsstrom": 0,
}  # fmt: skip


def old(**told: Any) -> Answers:
    """An applicant of 70."""
    return {**OLD, **told}


def unable(kind: str = "voll_erwerbsgemindert_dauernd", **told: Any) -> Answers:
    """An applicant of 40 who cannot work."""
    return {**WORKING_AGE, "erwerbsfaehigkeit": kind, **told}


def able(**told: Any) -> Answers:
    """An applicant of 40 who can work."""
    return {**WORKING_AGE, **told}


def spouse(of: Mapping[str, Any], **told: Any) -> Answers:
    """The same kind of person as a spouse."""
    return {**of, "verhaeltnis": "ehegatte", "getrennt_lebend": "nein", **told}


def child(**told: Any) -> Answers:
    """A child of ten with Kindergeld."""
    return {**CHILD, **told}


def pension(gross: object, withheld: object = 0, kind: str = "alter") -> Answers:
    """A statutory pension of a month."""
    return {"einkommensarten": ["rente"], "rente": gross, "renten_abzuege": withheld, "rentenart": kind}


def wages(gross: object, net: object) -> Answers:
    """Pay of a month."""
    return {"einkommensarten": ["lohn"], "bruttolohn": gross, "nettolohn": net}


def household(*people: Answers, **told: Any) -> Household:
    """These people in a rented flat of 480 euros with heating; P1 applies."""
    return VOCABULARY.read({"haushalt": {**HOME, **told}, "personen": {f"P{n}": each for n, each in enumerate(people, 1)}})


def assessed(right: str, *people: Answers, on: date = ON, law: LawOn | None = None, **told: Any) -> Result:
    """What the law says of a right for these people."""
    return (law or LawOn(on, RIGHTS)).assess(household(*people, **told))[right]


def euros(right: str, *people: Answers, on: date = ON, **told: Any) -> float:
    """The amount in euros, nought for a no."""
    return (assessed(right, *people, on=on, **told).amount or 0) / 100


def refusal(result: Result) -> str:
    """The condition that refuses, or nothing."""
    return result.refused_by.id if result.refused_by else ""


def values(rule: Rule, *people: Answers, on: date = ON, **told: Any) -> list[object]:
    """A rule's values on all its rows."""
    house = household(*people, **told)
    run = LawOn(on, (), (rule,)).conclude(house, rule)
    return [rule.value(run, row) for row in range(house.rows(rule.entity))]
