"""Which figure of a policy case is which conclusion of our law, and GETTSIM's readings of cases, put on our law."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lebenslage.benefits.elterngeld.anspruch import elterngeld_unter_einkommensgrenze
from lebenslage.benefits.elterngeld.hoehe import eg_betrag, eg_prozentsatz
from lebenslage.benefits.elterngeld.kind import eg_mehrlinge, eg_mit_geschwisterbonus
from lebenslage.benefits.elterngeld.monate import eg_berechtigt
from lebenslage.benefits.grundsicherung.rules.anspruch import grundsicherung_der_person
from lebenslage.benefits.grundsicherung.rules.vermoegen import sgb12_vermoegen_unschaedlich
from lebenslage.benefits.kindergeld.kinder import kindergeld_betrag
from lebenslage.benefits.kinderzuschlag.eltern import kiz_mindesteinkommen_erreicht, kiz_nach_einkommen, kiz_vermoegen_darueber
from lebenslage.benefits.kinderzuschlag.hoehe import kiz_betrag
from lebenslage.benefits.kinderzuschlag.kinder import kiz_fuer_ein_kind
from lebenslage.benefits.sgb2 import (
    sgb2_bg_mitglied,
    sgb2_erwerbstaetigenfreibetrag,
    sgb2_mehrbedarf,
    sgb2_regelbedarf,
    sgb2_unterkunft_kopfteil,
    sgb2_vermoegen_im_freibetrag,
    sgb2_zahlbetrag,
)
from lebenslage.benefits.sgb2.rules.erwerb import sgb2_anrechenbarer_erwerb
from lebenslage.benefits.sgb2.rules.unterkunft import sgb2_koepfe, sgb2_unterkunft_und_heizung
from lebenslage.benefits.sgb2.rules.verteilung import sgb2_einkommen_der_erwachsenen, sgb2_gesamtbedarf
from lebenslage.benefits.unterhaltsvorschuss.hoehe import uvg_betrag
from lebenslage.benefits.wohngeld.rules.anspruch import vermoegen_unschaedlich
from lebenslage.benefits.wohngeld.rules.freibetraege import freibetraege
from lebenslage.benefits.wohngeld.rules.hoehe import wohngeld_betrag
from lebenslage.kernel.fixed import CENT, ONE
from lebenslage.law.evaluation import Evaluation
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import Rule
from tests.oracle import readings_sgb2
from tests.oracle.case_household import PolicyCase
from tests.oracle.readings_kinderzuschlag import report_of_the_year
from tests.oracle.readings_sgb2 import orakel_gedeckte, orakel_kopfteil, orakel_teilende, supplement_in_the_need

CENTS, MICRO = 100, 1_000_000
LEAST_WOHNGELD = 1_000
TWELVE = 12
type Told = Callable[[PolicyCase, dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Our conclusion for a figure: the rules behind it and the value in euros for the person in a place, of the family of a head."""

    benefit: str
    rules: tuple[Rule, ...]
    value: Callable[[Evaluation, int, int], float]
    everybody: bool = True
    added: bool = False
    exact: Target | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """A reading of GETTSIM on a case."""

    name: str
    paragraph: str
    figures: Callable[[date], Mapping[str, Any]] | None = None
    told: Told | None = None
    exact: bool = False


def _number(run: Evaluation, rule: Rule, row: int = 0) -> int:
    value = rule.value(run, row)
    if not isinstance(value, int):
        missing = sorted({fact.id for fact, _ in rule.blockers(run, row)})  # type: ignore[attr-defined]
        raise TypeError(f"{rule.id}: the case does not say {', '.join(missing)}")
    return int(value)


def of_person(benefit: str, *rules: Rule) -> Target:
    """The sum of some conclusions of a person."""
    return Target(benefit, rules, lambda run, row, head: sum(_number(run, rule, row) for rule in rules) / CENTS)


def of_household(benefit: str, *rules: Rule) -> Target:
    """A conclusion of the household."""
    return Target(benefit, rules, lambda run, row, head: sum(_number(run, rule) for rule in rules) / CENTS)


def _members(*rules: Rule) -> Target:
    """The sum of some conclusions over the Bedarfsgemeinschaft; of a person outside it over herself."""

    def value(run: Evaluation, row: int, head: int) -> float:
        rows = [i for i in range(run.rows(PERSON)) if _number(run, sgb2_bg_mitglied, i)] if _number(run, sgb2_bg_mitglied, row) else [row]
        return sum(_number(run, rule, i) for rule in rules for i in rows) / CENTS

    return Target("sgb2", (*rules, sgb2_bg_mitglied), value, everybody=False)


def _paid(run: Evaluation, row: int, head: int) -> float:
    if not _number(run, sgb2_vermoegen_im_freibetrag):
        return 0
    members = [i for i in range(run.rows(PERSON)) if _number(run, sgb2_bg_mitglied, i)]
    return sum(_number(run, sgb2_zahlbetrag, i) for i in members) / CENTS if row in members else 0


def _paid_to_one(run: Evaluation, row: int, head: int) -> float:
    return _number(run, sgb2_zahlbetrag, row) / CENTS if _number(run, sgb2_vermoegen_im_freibetrag) else 0


def _wohngeld(run: Evaluation, row: int, head: int) -> float:
    amount = _number(run, wohngeld_betrag)
    return amount / CENTS if _number(run, vermoegen_unschaedlich) and amount >= LEAST_WOHNGELD else 0


def _unrounded(run: Evaluation, row: int, head: int) -> float:
    """The claims together, of shares of housing and income that are not rounded; nothing for a child that has left."""
    if not _number(run, sgb2_vermoegen_im_freibetrag) or not _number(run, sgb2_bg_mitglied, row):
        return 0
    exact = _number(run, sgb2_unterkunft_und_heizung) / _number(run, sgb2_koepfe) - _number(run, orakel_kopfteil)
    heads = _number(run, orakel_teilende) + _number(run, orakel_gedeckte)
    return max(0, _number(run, sgb2_gesamtbedarf) - _number(run, sgb2_einkommen_der_erwachsenen) + heads * exact) / CENTS


def _kinderzuschlag_open(run: Evaluation) -> bool:
    assets, amount = _number(run, kiz_vermoegen_darueber), _number(run, kiz_nach_einkommen)
    allowed = assets == 0 or CENT * assets <= amount
    return bool(_number(run, kiz_fuer_ein_kind) and _number(run, kiz_mindesteinkommen_erreicht) and allowed)


def _kinderzuschlag(run: Evaluation, row: int, head: int) -> float:
    return _number(run, kiz_betrag) / CENTS if _kinderzuschlag_open(run) else 0


def _kinderzuschlag_exact(run: Evaluation, row: int, head: int) -> float:
    """Not rounded to full euros."""
    amount = _number(run, kiz_nach_einkommen) / CENT - _number(run, kiz_vermoegen_darueber)
    return max(0, amount) / CENTS if _kinderzuschlag_open(run) else 0


KIZ = (kiz_fuer_ein_kind, kiz_mindesteinkommen_erreicht, kiz_vermoegen_darueber, kiz_nach_einkommen, kiz_betrag)


def _elterngeld(run: Evaluation, row: int, head: int) -> float:
    return _number(run, eg_betrag, row) / CENTS if _number(run, elterngeld_unter_einkommensgrenze) else 0


UNROUNDED = (*readings_sgb2.TARGETS, sgb2_bg_mitglied)
PAID = (sgb2_zahlbetrag, sgb2_bg_mitglied, sgb2_vermoegen_im_freibetrag)
WOHNGELD = (wohngeld_betrag, vermoegen_unschaedlich)
NEED = (sgb2_regelbedarf, sgb2_mehrbedarf)
TARGETS: dict[str, Target] = {
    "bürgergeld__betrag_m_bg": Target("sgb2", PAID, _paid, everybody=False, exact=Target("sgb2", UNROUNDED, _unrounded, everybody=False)),
    "bürgergeld__anspruchshöhe_m": Target("sgb2", PAID, _paid_to_one, everybody=False),
    "bürgergeld__regelsatz_m": of_person("sgb2", *NEED),
    "bürgergeld__regelsatz_m_bg": _members(*NEED),
    "bürgergeld__regelbedarf_m": of_person("sgb2", *NEED, sgb2_unterkunft_kopfteil),
    "bürgergeld__regelbedarf_m_bg": _members(*NEED, sgb2_unterkunft_kopfteil),
    "bürgergeld__kosten_der_unterkunft_m": of_person("sgb2", sgb2_unterkunft_kopfteil),
    "bürgergeld__kosten_der_unterkunft_m_bg": _members(sgb2_unterkunft_kopfteil),
    "bürgergeld__anrechnungsfreies_einkommen_m": of_person("sgb2", sgb2_erwerbstaetigenfreibetrag),
    "bürgergeld__nettoeinkommen_nach_abzug_freibetrag_m": of_person("sgb2", sgb2_anrechenbarer_erwerb),
    "bürgergeld__betrag_m": Target("sgb2", PAID, _paid_to_one, everybody=False),
    "elterngeld__betrag_m": Target("elterngeld", (eg_betrag, elterngeld_unter_einkommensgrenze), _elterngeld),
    "elterngeld__grundsätzlich_anspruchsberechtigt": Target(
        "elterngeld",
        (eg_berechtigt, elterngeld_unter_einkommensgrenze),
        lambda run, row, head: float(bool(_number(run, eg_berechtigt, row) and _number(run, elterngeld_unter_einkommensgrenze))),
    ),
    "elterngeld__geschwisterbonus_grundsätzlich_anspruchsberechtigt_fg": Target(
        "elterngeld", (eg_mit_geschwisterbonus,), lambda run, row, head: float(_number(run, eg_mit_geschwisterbonus))
    ),
    "elterngeld__anzahl_mehrlinge_fg": Target("elterngeld", (eg_mehrlinge,), lambda run, row, head: max(0, _number(run, eg_mehrlinge) - 1)),
    "grundsicherung__im_alter__anspruchshöhe_m": of_person("grundsicherung", grundsicherung_der_person),
    "grundsicherung__im_alter__betrag_m": of_person("grundsicherung", grundsicherung_der_person),
    "grundsicherung__im_alter__vermögensgrenze_unterschritten_eg": Target(
        "grundsicherung",
        (sgb12_vermoegen_unschaedlich,),
        lambda run, row, head: float(bool(_number(run, sgb12_vermoegen_unschaedlich, row))),
    ),
    "kindergeld__betrag_m_hh": Target(
        "kindergeld",
        (kindergeld_betrag,),
        lambda run, row, head: sum(_number(run, kindergeld_betrag, i) for i in range(run.rows(PERSON))) / CENTS,
        added=True,
    ),
    "kinderzuschlag__anspruchshöhe_m_bg": Target(
        "kinderzuschlag", KIZ, _kinderzuschlag, exact=Target("kinderzuschlag", KIZ, _kinderzuschlag_exact)
    ),
    "unterhaltsvorschuss__betrag_m": of_person("unterhaltsvorschuss", uvg_betrag),
    "wohngeld__anspruchshöhe_m_wthh": Target("wohngeld", WOHNGELD, _wohngeld),
    "wohngeld__freibetrag_m": Target("wohngeld", (freibetraege,), lambda run, row, head: _number(run, freibetraege, row) / 12 / MICRO),
}
TARGETS["kindergeld__betrag_m"] = Target(
    "kindergeld",
    (kindergeld_betrag,),
    lambda run, row, head: TARGETS["kindergeld__betrag_m_hh"].value(run, row, head) if row == head else 0,
)

TARGETS["elterngeld__lohnersatzanteil"] = Target(
    "elterngeld",
    (eg_prozentsatz, eg_berechtigt),
    lambda run, row, head: _number(run, eg_prozentsatz, row) / ONE if row == head else math.nan,
)
AFTER_PRIORITY = "vorrangprüfungen__wohngeld_kinderzuschlag_vorrangig_oder_günstiger"
NOT_OURS: dict[str, str] = {
    AFTER_PRIORITY: "the amount after the priority of Wohngeld, which the case gives as known; the claim before it is compared",
    "bg_id": "a grouping, no figure: who belongs is compared through the amounts",
    "wthh_id": "a grouping that GETTSIM makes to find the best combination; our law takes the household as it is",
    "bürgergeld__berechtigte_wohnfläche": "a step of GETTSIM's rule of thumb for rent; the rent it leads to is compared",
    "bürgergeld__anerkannte_warmmiete_je_qm_m": "a step of GETTSIM's rule of thumb for rent; the rent it leads to is compared",
}


def _after_the_first_year(case: PolicyCase, document: dict[str, Any]) -> None:
    if any(case.inputs.get("bürgergeld__bezug_im_vorjahr", [False])):
        document["haushalt"]["leistungsbezug_seit"] = f"{case.on.year - 3}-01-01"


def _only_with_income(case: PolicyCase, document: dict[str, Any]) -> None:
    """Children from 12 on are said to receive SGB II, of a need that no advance ends."""
    for person in document["personen"].values():
        if case.on.year - int(person["geburtsdatum"][:4]) >= TWELVE and person["verhaeltnis"] == "kind":
            person |= {"leistung": "grundsicherungsgeld", "leistung_stand": "bewilligt", "hilfebedarf_laut_bescheid": 99_999}


def _ordinary_work(case: PolicyCase, document: dict[str, Any]) -> None:
    """Mini-jobs are told as ordinary work, with the employee's lump sum."""
    for person in document["personen"].values():
        if "minijob" in person["einkommensarten"]:
            kinds = ["lohn" if kind == "minijob" else kind for kind in person["einkommensarten"]]
            pay = person.pop("minijob")
            del person["minijob_kosten"]
            person |= {"einkommensarten": kinds, "bruttolohn": pay, "nettolohn": pay, "werbungskosten": "pauschal"}


VARIANTS: Mapping[str, Sequence[Variant]] = {
    "sgb2": (
        Variant("the supplement for children is part of their need", "SGB II § 72 Abs. 1", figures=supplement_in_the_need),
        Variant(
            "after the first year of benefits rent by a rule of thumb",
            "SGB II § 22 Abs. 1",
            figures=lambda day: {"sgb2_faustregel_wohnen": 1},
            told=_after_the_first_year,
        ),
        Variant(
            "no flat sum for insurances off Kindergeld that is the parent's income",
            "SGB II § 11b Abs. 1 S. 1 Nr. 3",
            figures=lambda day: {"sgb2_versicherungspauschale": 0},
        ),
        Variant("shares of housing and of income not rounded", "SGB II § 41 Abs. 2", exact=True),
    ),
    "grundsicherung": (
        Variant(
            "the partner under SGB II gives what SGB II finds too much",
            "SGB XII § 43 Abs. 1 S. 2",
            figures=lambda day: {"sgb12_partner_nach_sgb2": 1},
        ),
    ),
    "kinderzuschlag": (
        Variant("not rounded to full euros", "BKGG § 11 Abs. 2", exact=True),
        Variant("the parents' share of housing by the report of the year", "BKGG § 6a Abs. 5 S. 4", figures=report_of_the_year),
    ),
    "unterhaltsvorschuss": (
        Variant("from twelve on only where the parent earns 600 euros", "UhVorschG § 1 Abs. 1a", told=_only_with_income),
    ),
    "wohngeld": (Variant("the employee's lump sum for mini-jobs too", "WoGG § 14 Abs. 1 S. 3 Nr. 2", told=_ordinary_work),),
}
