"""Where the oracle reads the law otherwise than we do: each reading is put on our own law, so that computing explains the difference.

A reading either changes what our law is told, or what is made of our result. Adopted one after the other they must leave no difference.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from lebenslage.benefits.facts.personen import Merkmal
from lebenslage.benefits.wohngeld.statute import parameter
from tests.oracle.answers import Answers, Numbers, Oracle, payments
from tests.oracle.population import CHILD

LEAST_AMOUNT, MOST_MEMBERS = 10, 12

type Told = Callable[[Oracle, Answers], Answers]
type Made = Callable[[Oracle, "Ours", Numbers], Numbers]


@dataclass(frozen=True, slots=True)
class Ours:
    """Our results by household: the amount in euros before conditions, whether assets allow it, M and Y of the formula in euros."""

    amount: Numbers
    assets_allow: npt.NDArray[np.bool_]
    rent: Numbers
    income: Numbers

    @property
    def statute(self) -> Numbers:
        """What is paid: nothing with too much assets, nothing below ten euros."""
        return np.where(self.assets_allow & (self.amount >= LEAST_AMOUNT), self.amount, 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of the oracle: its name, the paragraph that decides, and how our law is made to follow it."""

    name: str
    paragraph: str
    told: Told | None = None
    made: Made | None = None


def _figure(oracle: Oracle, name: str) -> Any:
    """A figure of the day, in cents."""
    return parameter(name).on(oracle.day).value


def _nothing_below_the_need(oracle: Oracle, _: Ours, paid: Numbers) -> Numbers:
    return np.where(oracle.by_household("g_mindesteinkommen"), paid, 0)


def _from_one_euro(_: Oracle, ours: Ours, paid: Numbers) -> Numbers:
    return np.where(ours.assets_allow & (ours.amount < LEAST_AMOUNT), ours.amount, paid)


def _taxable_pension(oracle: Oracle, answers: Answers) -> Answers:
    taxable = np.rint(oracle["g_rente_steuerpflichtig"] * 100).astype(np.int64)
    return answers.with_persons(rente_cent=np.where(oracle["rente_monat"] > 0, taxable + _figure(oracle, "renten_pauschbetrag") // 12, 0))


def _lump_sum_for_minijobs(oracle: Oracle, answers: Answers) -> Answers:
    costs = np.where(answers.persons["minijob_cent"] > 0, np.maximum(answers.persons["minijob_kosten_cent"], _lump_sum(oracle)), 0)
    return answers.with_persons(minijob_kosten_cent=costs)


def _lump_sum(oracle: Oracle) -> int:
    return int(_figure(oracle, "arbeitnehmer_pauschbetrag"))


def _all_interest(oracle: Oracle, answers: Answers) -> Answers:
    interest = answers.persons["kapitalertraege_cent"]
    return answers.with_persons(kapitalertraege_cent=np.where(interest > 0, interest + _figure(oracle, "kapitalertraege_frei"), 0))


def _no_trade(_: Oracle, answers: Answers) -> Answers:
    return answers.with_persons(gewinn_gewerbe_cent=np.zeros_like(answers.persons["gewinn_gewerbe_cent"]))


def _every_degree(oracle: Oracle, answers: Answers) -> Answers:
    disabled = oracle["behinderung_grad"] > 0
    severely = np.where(disabled, int(Merkmal.SCHWERBEHINDERT), 0)
    return answers.with_persons(merkmale=severely, grad_der_behinderung=np.where(disabled, 100, answers.persons["grad_der_behinderung"]))


def _grown_children_make_lone_parents(oracle: Oracle, answers: Answers) -> Answers:
    lone = np.bincount(oracle["haushalt"], weights=oracle["alleinerziehend"])[oracle["haushalt"]] > 0
    trainee = lone & oracle["in_ausbildung"]
    young = oracle.day.replace(year=oracle.day.year - 17, month=1, day=1).toordinal()
    born = np.where(trainee, young, answers.persons["geburtsdatum"])
    return answers.with_persons(geburtsdatum=born, kindergeld=np.where(trainee, 1, answers.persons["kindergeld"]))


def _kindergeld_makes_the_child(oracle: Oracle, answers: Answers) -> Answers:
    """Children without Kindergeld are made 25 years old, so that the allowance ends."""
    without = (oracle["verhaeltnis"] == CHILD) & ~oracle["g_kindergeld"] & (oracle["lohn_monat"] > 0)
    old = oracle.day.replace(year=oracle.day.year - 25, month=1, day=1).toordinal()
    return answers.with_persons(geburtsdatum=np.where(without, old, answers.persons["geburtsdatum"]))


def _gross_pay_of_the_child(oracle: Oracle, answers: Answers) -> Answers:
    """What the allowance is more than ours is taken off as maintenance paid: the sum of allowances and maintenance is the same."""
    persons, most = answers.persons, _figure(oracle, "freibetrag_erwerb_kind")
    share = 100 - 10 * np.bitwise_count(persons["abzuege"].astype(np.uint8)).astype(np.int64)
    wage = np.maximum(12 * persons["bruttolohn_cent"] - np.maximum(persons["werbungskosten_cent"], _lump_sum(oracle)), 0)
    small = np.maximum(12 * persons["minijob_cent"] - persons["minijob_kosten_cent"], 0)
    ours = np.minimum((wage + small) * share // 100, most)
    child = (oracle["verhaeltnis"] == CHILD) & oracle["g_kindergeld"]
    more = np.where(child, np.minimum(12 * oracle["lohn_monat"], most) - ours, 0)
    return replace(answers, payments=payments(oracle["haushalt"][more > 0], more[more > 0]))


def _least_rent_before_heating(oracle: Oracle, answers: Answers) -> Answers:
    least = np.array(_figure(oracle, "mindestwerte_m"))[np.minimum(oracle.by_household("personen"), MOST_MEMBERS) - 1]
    return answers.with_households(miete_cent=np.maximum(answers.households["miete_cent"], least))


READINGS = (
    Reading("amounts from 1 to 9 euros are paid", "§ 21 Nr. 1", made=_from_one_euro),
    Reading("nothing where income and Wohngeld stay below need", "§§ 20, 21; WoGVwV 15.01", made=_nothing_below_the_need),
    Reading("of a pension only the taxable share, no lump sum", "§ 14 Abs. 2 Nr. 3; EStG § 9a S. 1 Nr. 3", told=_taxable_pension),
    Reading("the employee's lump sum for mini-jobs too", "§ 14 Abs. 1 S. 3 Nr. 2", told=_lump_sum_for_minijobs),
    Reading("interest whole, without the free 100 euros", "§ 14 Abs. 1 S. 1, Abs. 2 Nr. 15", told=_all_interest),
    Reading("profit from trade not counted", "§ 14 Abs. 1 S. 1; EStG § 2 Abs. 1 Nr. 2", told=_no_trade),
    Reading("the allowance for every degree of disability", "§ 17 Nr. 1", told=_every_degree),
    Reading("lone parents of grown children in training too", "§ 17 Nr. 3 Buchst. b", told=_grown_children_make_lone_parents),
    Reading("child's earnings only with Kindergeld", "§ 17 Nr. 4", told=_kindergeld_makes_the_child),
    Reading("child's earnings gross", "§ 17 Nr. 4; WoGVwV 17.03.5", told=_gross_pay_of_the_child),
    Reading("the least rent before the heating relief is added", "§ 11 Abs. 1; Anlage 3 Nr. 1", told=_least_rent_before_heating),
)


def left_out(oracle: Oracle) -> Mapping[str, npt.NDArray[np.bool_]]:
    """Households whose difference no reading can follow: of more than twelve members the tables themselves are read otherwise."""
    return {"more than twelve members: tables read beyond the twelfth": oracle.by_household("personen") > MOST_MEMBERS}
