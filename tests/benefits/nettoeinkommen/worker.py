"""One worker and what our law concludes of her wage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.nettoeinkommen import einkommensteuer, erwerbseinkommen_brutto, erwerbseinkommen_netto, netto_belegt
from lebenslage.benefits.nettoeinkommen.rules import beitraege, lohnsteuer
from lebenslage.law.engine import LawOn
from lebenslage.law.nodes import Value
from lebenslage.law.rules import Rule

GOALS = (einkommensteuer, erwerbseinkommen_brutto, erwerbseinkommen_netto, netto_belegt, lohnsteuer.lohnsteuer_gesamt)
WORKER = {
    "verhaeltnis": "antragstellend",
    "geburtsdatum": "1980-01-01",
    "einkommensarten": ["lohn"],
    "kindergeld": "nein",
    "elternteil_1": "niemand",
    "elternteil_2": "niemand",
}
ESTIMATED = {
    "werbungskosten": "pauschal",
    "nettolohn": "schaetzen",
    "steuerklasse": "i",
    "beschaeftigung": "arbeitnehmer",
    "krankenversicherung": "gesetzlich",
    "kirchensteuer": "keine",
    "hat_kinder": "nein",
}


@cache
def law(day: date) -> LawOn:
    """The law of net income alone."""
    return LawOn(day, (), (*GOALS, beitraege.sozialversicherungsbeitraege))


def concluded(
    year: int,
    *rules: Rule,
    others: Mapping[str, Any] | None = None,
    figures: Mapping[str, Any] | None = None,
    month: int = 1,
    **answers: object,
) -> list[Value]:
    """What the rules conclude of a worker who answers so (None: nothing), in January of a year or another month."""
    usual = WORKER if "nettolohn" in answers or "einkommensarten" in answers else {**WORKER, **ESTIMATED}
    anna = {fact: answer for fact, answer in {**usual, **answers}.items() if answer is not None}
    household = VOCABULARY.read({"haushalt": {}, "personen": {"Anna": anna, **(others or {})}})
    on = law(date(year, month, 1))
    run = (on.reformed(figures) if figures else on).conclude(household, *GOALS)
    return [rule.value(run, 0) for rule in rules]
