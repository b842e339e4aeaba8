"""Families for the tests of SGB II: written plainly, drawn at random, read as household files."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hypothesis import strategies as st

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.sgb2 import SGB2_LEISTUNG
from lebenslage.law.engine import LawOn, Result
from lebenslage.law.household import Household
from lebenslage.law.rules import Rule

type Answers = dict[str, Any]

ON = date(2026, 3, 1)
GROWN: Answers = {"erwerbsfaehigkeit": "erwerbsfaehig", "schwanger": "nein"}
ADULT: Answers = {
    "verhaeltnis": "antragstellend", "geburtsdatum": "1985-05-20", "aufenthalt": "deutsch", "merkmale": [], "leistung": "keine",
    "einkommensarten": [], "vermoegen": 0, **GROWN,
}  # fmt: skip
CHILD: Answers = {
    "verhaeltnis": "kind", "geburtsdatum": "2016-01-10", "aufenthalt": "deutsch", "betreuung": "nicht_geteilt",
    "lebensmittelpunkt": "ja", "merkmale": [], "leistung": "keine", "einkommensarten": [], "vermoegen": 0, "kindergeld": "ja",
}  # fmt: skip
HOME: Answers = {
    "wohnform": "miete", "miete": 600, "mietbestandteile": [], "heizkosten_gesondert": 0, "warmwasser_dezentral": "nein",
    "wohnbesonderheiten": [], "antragsdatum": "2026-03-01",
}  # fmt: skip


def adult(**told: Any) -> Answers:
    """An applicant who can work and has nothing, except what is told."""
    return {**ADULT, **told}


def partner(**told: Any) -> Answers:
    """Her partner."""
    return {**ADULT, "verhaeltnis": "partner", **told}


def child(**told: Any) -> Answers:
    """A child of ten with Kindergeld."""
    return {**CHILD, **told}


def wages(gross: object, net: object) -> Answers:
    """Pay of a month."""
    return {"einkommensarten": ["lohn"], "bruttolohn": str(gross), "nettolohn": str(net)}


def household(*people: Answers, **told: Any) -> Household:
    """These people in a rented home of 600 euros."""
    return VOCABULARY.read({"haushalt": {**HOME, **told}, "personen": {f"P{n}": each for n, each in enumerate(people)}})


def assessed(house: Household, on: date = ON, *rules: Rule) -> Result:
    """SGB II of a household."""
    return LawOn(on, (SGB2_LEISTUNG,), rules).assess(house)["sgb2"]


@dataclass(frozen=True)
class Earner:
    """Somebody with pay."""

    gross: int
    net: int


@dataclass(frozen=True)
class Young:
    """A child by age, with maintenance a month."""

    age: int
    maintenance: int


@dataclass(frozen=True)
class Family:
    """One or two adults, their children, rent in cents."""

    adults: tuple[Earner, ...]
    children: tuple[Young, ...]
    rent: int
    hot_water: bool = False
    order: tuple[int, ...] = field(default=())

    def read(self, on: date = ON) -> Household:
        """As a household file; `order` mixes the persons."""
        people = [_earning(who, n) for n, who in enumerate(self.adults)] + [_young(one, on) for one in self.children]
        mixed = [people[n] for n in self.order] if self.order else people
        return household(*mixed, miete=_euros(self.rent), warmwasser_dezentral="ja" if self.hot_water else "nein")


def _euros(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _earning(who: Earner, place: int) -> Answers:
    base = adult() if place == 0 else partner()
    return {**base, **wages(_euros(who.gross), _euros(who.net))} if who.gross else base


def _young(one: Young, on: date) -> Answers:
    more: Answers = {"einkommensarten": ["unterhalt"], "unterhalt": _euros(one.maintenance)} if one.maintenance else {}
    grown = GROWN if one.age >= 15 else {}
    return child(geburtsdatum=f"{on.year - one.age}-{on.month:02d}-01", **grown, **more)


def earners() -> st.SearchStrategy[Earner]:
    """No pay, or pay with a net below the gross."""
    pay = st.integers(1, 300_000).flatmap(
        lambda gross: st.builds(Earner, st.just(gross), st.integers(gross * 6 // 10, gross).map(lambda n: max(1, n)))
    )
    return st.one_of(st.just(Earner(0, 0)), pay)


def families() -> st.SearchStrategy[Family]:
    """One or two adults with up to four children under 18."""
    young = st.builds(Young, st.integers(0, 17), st.one_of(st.just(0), st.integers(1, 90_000)))
    return st.builds(
        Family,
        st.lists(earners(), min_size=1, max_size=2).map(tuple),
        st.lists(young, max_size=4).map(tuple),
        st.integers(0, 200_000),
        st.booleans(),
    )
