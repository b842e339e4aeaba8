"""Short households for stories about rights that follow from a notice."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together import Law
from lebenslage.law.engine import LawOn, Missing, Result
from lebenslage.law.household import Household

type Answers = dict[str, Any]

ON = date(2026, 5, 1)
WOHNGELD: Answers = {"wohngeld_bescheid_ab": "2026-01-01", "wohngeld_bescheid_bis": "2026-12-31"}
KINDERZUSCHLAG: Answers = {"kinderzuschlag_bescheid_ab": "2026-05-01", "kinderzuschlag_bescheid_bis": "2026-10-31"}


def adult(*notices: str, **told: Any) -> Answers:
    """An applicant of 36 who lives on her own means, with these notices."""
    return {"verhaeltnis": "antragstellend", "geburtsdatum": "1990-02-01", "leistung": "keine", "bescheide": list(notices), **told}


def child(*notices: str, **told: Any) -> Answers:
    """A child of ten with these notices, Kindergeld paid for it."""
    born = {"verhaeltnis": "kind", "geburtsdatum": "2016-02-01", "leistung": "keine", "kindergeld": "ja"}
    return {**born, "bescheide": list(notices), **told}


def looking_for_a_home(relation: str = "antragstellend", **told: Any) -> Answers:
    """A grown-up of about forty without income, as the rights around a new home ask for one."""
    plain = {
        "geburtsdatum": "1985-04-01",
        "aufenthalt": "deutsch",
        "merkmale": [],
        "einkommensarten": [],
        "abzuege": [],
        "schwanger": "nein",
    }
    return {"verhaeltnis": relation, **plain, **told}


def drawing(benefit: str, **told: Any) -> Answers:
    """What somebody answers who holds a notice on a benefit for the cost of living, all year."""
    return {"leistung": benefit, "leistung_stand": "bewilligt", "leistung_ab": "2026-01-01", "leistung_bis": "2026-12-31", **told}


def household(people: Mapping[str, Answers], **told: Any) -> Household:
    """The household of these people."""
    return VOCABULARY.read({"haushalt": told, "personen": dict(people)})


def assessed(right: str, people: Mapping[str, Answers], *, on: date = ON, law: LawOn | None = None, **told: Any) -> Result:
    """What the law says of a right for these people."""
    return (law or Law.on(on)).assess(household(people, **told))[right]


def asked(right: str, people: Mapping[str, Answers], *, on: date = ON, **told: Any) -> str:
    """The fact that is asked next for a right, or nothing."""
    missing: Missing | None = Law.on(on).next_question(household(people, **told), [right])
    return missing.fact.id if missing else ""


def refusal(result: Result) -> str:
    """The condition that refuses, or nothing."""
    return result.refused_by.id if result.refused_by else ""
