"""Households as if a right were claimed, received or given up: the same law asked again with another answer, never a second calculation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from lebenslage.benefits.facts import einkommen, leistungen, personen
from lebenslage.benefits.facts.einkommen import BERECHNEN, Einkommensart
from lebenslage.benefits.facts.leistungen import Leistung, Stand
from lebenslage.law.engine import LawOn, Result, Status
from lebenslage.law.facts import LAST_DAY, Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON, UNKNOWN
from lebenslage.law.rules import Rule

RECEIVED_AS: Final[Mapping[str, Leistung]] = {
    "sgb2": Leistung.GRUNDSICHERUNGSGELD,
    "grundsicherung": Leistung.GRUNDSICHERUNG_IM_ALTER,
    "hilfe_zum_lebensunterhalt": Leistung.HILFE_ZUM_LEBENSUNTERHALT,
    "asylblg": Leistung.ASYLBEWERBERLEISTUNG,
}
GIVEN_UP: Final = frozenset(RECEIVED_AS.values())


def whose(result: Result) -> Mapping[int, int]:
    """Each person's own amount of a right, by row; nothing where the right has no amount for each person."""
    each = result.benefit.each
    if each is None or result.status is not Status.YES:
        return {}
    values = {row: result.value(each, row) for row in range(result.within.rows(PERSON))}
    return {row: value for row, value in values.items() if isinstance(value, int) and value > 0}


def claimed(household: Household, result: Result) -> Household:
    """The household as if a right that comes first were paid: it counts wherever such income counts."""
    for row, amount in whose(result).items():
        if result.benefit.id == "kindergeld":
            household = household.answered(personen.kindergeld, row, 1)
        elif result.benefit.id == "unterhaltsvorschuss":
            household = _with_income(household, row, Einkommensart.UNTERHALTSVORSCHUSS, {einkommen.unterhaltsvorschuss: BERECHNEN})
        elif result.benefit.id == "elterngeld" and household.get(einkommen.elterngeld, row) is UNKNOWN:
            paid = {einkommen.elterngeld: amount, einkommen.elterngeld_plus: 0, einkommen.elterngeld_kinder: 1}
            household = _with_income(household, row, Einkommensart.ELTERNGELD, paid)
    return household


def without_minimum(household: Household) -> Household:
    """Nobody receives a benefit for the cost of living: not applied for, or given up (WoGG § 8 Abs. 2)."""
    for row in range(household.rows(PERSON)):
        if household.get(leistungen.leistung, row) in GIVEN_UP:
            household = household.answered(leistungen.leistung, row, Leistung.KEINE)
        if household.get(leistungen.bei_leistung_beruecksichtigt, row):
            household = household.answered(leistungen.bei_leistung_beruecksichtigt, row, 0)
        kinds = household.get(einkommen.einkommensarten, row)
        if isinstance(kinds, int) and kinds & Einkommensart.LEISTUNG:
            household = household.answered(einkommen.einkommensarten, row, kinds & ~Einkommensart.LEISTUNG)
    return household


def receiving(household: Household, results: Iterable[Result], considered: Iterable[int], first_day: int) -> Household:
    """The household in which these benefits for the cost of living are granted; `considered` are those whose income counted in them."""
    for row in considered:
        household = household.answered(leistungen.bei_leistung_beruecksichtigt, row, 1)
    for result in results:
        for row in whose(result):
            household = household.answered(leistungen.leistung, row, RECEIVED_AS[result.benefit.id])
            household = household.answered(leistungen.leistung_stand, row, Stand.BEWILLIGT)
            household = household.answered(leistungen.leistung_ab, row, first_day)
            household = household.answered(leistungen.leistung_bis, row, LAST_DAY)
            household = household.answered(leistungen.wohngeld_statt_leistung, row, 0)
    return household


def rows_where(law: LawOn, household: Household, flag: Rule | None) -> tuple[int, ...]:
    """The persons for whom a flag holds."""
    if flag is None:
        return ()
    run = law.conclude(household, flag)
    return tuple(row for row in range(run.rows(PERSON)) if flag.value(run, row) is not UNKNOWN and flag.value(run, row))


def _with_income(household: Household, row: int, kind: Einkommensart, answers: Mapping[Fact, int]) -> Household:
    kinds = household.get(einkommen.einkommensarten, row)
    household = household.answered(einkommen.einkommensarten, row, (kinds if isinstance(kinds, int) else 0) | kind)
    for fact, value in answers.items():
        household = household.answered(fact, row, value)
    return household
