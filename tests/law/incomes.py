"""Incomes that are varied, of families of every kind; and what is left with each: one right, all that is for the living, everything."""

from collections.abc import Mapping
from dataclasses import dataclass

from lebenslage.benefits.facts import einkommen, ermaessigungen, familie, netto, vlaanderen
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.living import varied
from lebenslage.benefits.together.overview import overview
from lebenslage.law.curves import Look, Varied
from lebenslage.law.engine import Result, Status
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from tests.law.households import ON
from tests.law.needs import DAY_CARE, FOR_A_TIME, FOR_GOOD, OLD, PARENT, SCHOOL, seeking_asylum, working
from tests.law.ordinary import adult, child, completed, family

LAW = Law.on(ON)
EURO = 100
A_YEAR = {"year": 12}
REPAID = "zuzahlung"  # what was paid too much in a year is given back: nothing to live on
TICKET = {"sozialticket_einkommensfaktor": 110, "sozialpass_einkommensfaktor": 110}


@dataclass(frozen=True)
class Income:
    """An answer of a household that is varied, from `low` to `high` cents."""

    home: Household
    fact: Fact
    row: int = 0
    high: int = 6000 * EURO


def wage(adults: int, children: int, rent: int) -> Income:
    """One wage, its net estimated."""
    return Income(_estimated(working(1000, adults, children, rent)), einkommen.bruttolohn)


def incomes() -> Mapping[str, Income]:
    """By name."""
    parent = family(adult(bruttolohn=1000, nettolohn="schaetzen"), child(**SCHOOL), child("1.3.2021", **DAY_CARE), **TICKET)
    refused = family(adult(bruttolohn=1000, nettolohn=800, leistung="keine"), sozialleistung_abgelehnt="ja", einkommen_ueber_bedarf=0)
    return {
        **{
            f"wage, {adults} adults, {children} children, rent {rent}": wage(adults, children, rent)
            for adults, children, rent in ((1, 0, 500), (1, 1, 500), (1, 3, 900), (2, 0, 900), (2, 2, 900), (2, 3, 500))
        },
        "wage of a parent": Income(parent, einkommen.bruttolohn),
        "wage of who seeks asylum": Income(_estimated(seeking_asylum(400, "1.6.2025")), einkommen.bruttolohn),
        "old-age pension": Income(family(adult(**OLD, rente=500), adult("ehegatte", geburtsdatum="3.3.1948")), einkommen.rente),
        "pension of who cannot work": Income(family(adult(**FOR_GOOD, rente=500), child()), einkommen.rente),
        "pension of who cannot work for a time": Income(
            family(adult(**FOR_A_TIME, rente=500), child(), child("1.3.2021")), einkommen.rente
        ),
        "wage beside maintenance": Income(_estimated(_maintained()), einkommen.bruttolohn),
        "maintenance of a child": Income(working(900, 1, 2, 500), einkommen.unterhalt, row=1, high=1500 * EURO),
        "mini-job": Income(working(0, 1, 2, 500), einkommen.minijob, high=556 * EURO),
        "unemployment benefit": Income(working(0, 2, 1, 900), einkommen.lohnersatz, high=3000 * EURO),
        "taxable income before birth": Income(_newborn(), familie.zve_vor_geburt, high=200_000 * EURO),
        "income above need": Income(refused, ermaessigungen.einkommen_ueber_bedarf, high=100 * EURO),
        "wage in Antwerp": Income(family(adult(), child(), land="be", deelt_huishouden="ja"), vlaanderen.nettoloon_belgie),
    }


def _estimated(home: Household) -> Household:
    return completed(home.answered(netto.nettolohn, 0, netto.SCHAETZEN))


def _maintained() -> Household:
    return family(adult(bruttolohn=1000, nettolohn=800), child(), child("1.2.2018", unterhalt=700), miete=900)


def _newborn() -> Household:
    return family(adult(**PARENT), child("10.5.2025"))


def for_living(income: Income) -> Varied:
    """Earnings, other income and the rights for the cost of living, in the best lawful combination."""
    found = varied(LAW, income.home, income.fact, income.row)
    found.household = completed(found.household)
    return found


def alone(income: Income) -> Mapping[str, Varied]:
    """The income itself and one right, each as claimed alone; for every right that has a sum."""
    known: dict[object, Mapping[str, Result]] = {}
    home = for_living(income).household

    def of(right: str) -> Varied:
        def look(changed: Household) -> Look:
            value = changed.get(income.fact, income.row)
            assert isinstance(value, int)
            if value not in known:
                known[value] = LAW.assess(changed)
            result = known[value][right]
            assert result.status is not Status.UNKNOWN, result.missing
            return Look({right: result.status}, {right: result.amount or 0}, value + (result.amount or 0))

        return Varied(home, income.fact, income.row, look)

    return {benefit.id: of(benefit.id) for benefit in LAW.known if benefit.unit is not None}


def everything(income: Income) -> Varied:
    """What is left to live on, and what follows from its notices: lunch at school, day-care, ticket, broadcasting."""
    living = for_living(income)

    def look(changed: Household) -> Look:
        base, found = living.looking(changed), overview(LAW, changed)
        assert base.total is not None, base.missing
        units = {id: right.alone.benefit.unit for id, right in found.rights.items() if id not in {*base.amounts, REPAID}}
        beside = {id: (found.rights[id].amount or 0) // A_YEAR.get(unit.per, 1) for id, unit in units.items() if unit is not None}
        statuses = {id: found.rights[id].together.status for id in beside}
        return Look({**base.statuses, **statuses}, {**base.amounts, **beside}, base.total + sum(beside.values()))

    return Varied(living.household, income.fact, income.row, look)
