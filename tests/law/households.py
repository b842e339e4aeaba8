"""Households of every kind, written as documents that people could have typed: plain ones and odd ones, from one person to fourteen.

A document holds every answer that the law can ask of it. How odd it is, how many live there and one seed are all that hypothesis draws,
so that a failing household shrinks to few persons, ordinary answers and a small seed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from lebenslage.benefits.facts import VOCABULARY, unterhalt
from lebenslage.kernel.money import write_amount
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import HOUSEHOLD, PERSON, UNKNOWN
from lebenslage.law.values import read_value
from tests.law.bents import BENTS

type Answers = dict[str, Any]
type Document = dict[str, Any]

ON = date(2025, 7, 1)
MOST_PERSONS = 14
MOST_EUROS = {"month": 900, "year": 6_000, "": 30_000}
MOST_CENTS = {"miete": 150_000, "bruttolohn": 280_000, "rente": 160_000, "vermoegen": 3_000_000}
FAMILY = ["ehegatte", "partner", "kind", "kind", "kind", "verwandt", "verwandt", "pflegekind", "pflegeeltern", "mitbewohnend"]
YOUNG = ("kind", "pflegekind")
USUAL_KINDS = {"kind": [], "pflegekind": []}
WORKING_KINDS = [["lohn"], ["lohn", "sonderzahlung"], ["rente"], ["minijob"], ["lohnersatz"], []]


@dataclass
class Author:
    """Writes one household: `oddity` is the chance of an answer that is not the usual one, `bent` what the household is bent on."""

    seed: int
    size: int
    oddity: float
    on: date = ON
    bent: str = ""
    chance: Random = field(init=False)
    of_home: dict[Fact, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed * 1000 + self.size)

    def document(self) -> Document:
        """The whole document: facts in the order in which they are defined, each only where it is asked."""
        relations = self._relations()
        births = [self._birth(relation) for relation in relations]
        if BENTS[self.bent].baby and relations[-1] == "kind":
            births[-1] = self.on - timedelta(days=self.chance.randint(10, 250))
        home = self._answered(self._told(young=None), HOUSEHOLD.name, self._place())
        people = {f"P{n + 1}": self._person(n, relations, births) for n in range(self.size)}
        document: Document = {HOUSEHOLD.plural: home, PERSON.plural: people}
        if self.odd():
            payments = range(self.chance.randint(1, 3))
            facts = VOCABULARY.facts[unterhalt.UNTERHALTSZAHLUNG]
            document["unterhaltszahlungen"] = {f"U{n + 1}": self._answered({}, f"U{n + 1}", facts.values()) for n in payments}
        return document

    def odd(self, share: float = 1.0) -> bool:
        """Whether this time the answer is not the usual one."""
        return self.chance.random() < self.oddity * share

    def _place(self) -> Iterator[Fact]:
        """The facts of the household; of a running notice only where there is one to speak of."""
        notice = self.odd()
        for fact in VOCABULARY.facts[HOUSEHOLD].values():
            if fact.id.startswith(("bescheid_", "aenderung_", "laufender_")) and fact.asked.assumed is None and not notice:
                continue
            yield fact

    def _relations(self) -> list[str]:
        others = ["kind"] if BENTS[self.bent].kept and not self.odd() else FAMILY if self.oddity else ["kind"]
        return ["antragstellend", *(self.chance.choice(others) for _ in range(self.size - 1))]

    def _birth(self, relation: str) -> date:
        years = self.chance.randint(0, 26) if relation in YOUNG else self.chance.randint(28, 85)
        return self.on - timedelta(days=round(365.25 * years) + self.chance.randint(0, 364))

    def _person(self, row: int, relations: list[str], births: list[date]) -> Answers:
        relation = relations[row]
        older = [n for n, birth in enumerate(births) if (births[row] - birth).days > 16 * 365]
        first = 0 if relation == "kind" and 0 in older else self.chance.choice([*older, None]) if self.odd() else None
        kinds = USUAL_KINDS.get(relation, self.chance.choice(WORKING_KINDS))
        answers: Answers = {
            "verhaeltnis": relation,
            "geburtsdatum": f"{births[row]:%d.%m.%Y}",
            "elternteil_1": "niemand" if first is None else f"P{first + 1}",
            "elternteil_2": self.chance.choice(["niemand", *(f"P{n + 1}" for n in older if n != first)]) if self.odd() else "niemand",
            "einkommensarten": sorted({*kinds, *self._some("einkommensarten", 0.15)}),
            **self._told(young=relation in YOUNG),
        }
        return self._answered(answers, f"P{row + 1}", VOCABULARY.facts[PERSON].values())

    def _told(self, *, young: bool | None) -> Answers:
        """What the household is bent on: of the home (`young` is None), a grown-up or a child; most of it, where the household is odd."""
        told = {key: answer for key, answer in BENTS[self.bent].told(young).items() if not self.odd(0.2)}
        return {key: self.chance.choice(answer) if isinstance(answer, tuple) else answer for key, answer in told.items()}

    def _some(self, fact: str, share: float) -> list[str]:
        names = VOCABULARY.facts[PERSON][fact].members
        return [name for name in names if self.odd(share)]

    def _answered(self, answers: Answers, name: str, facts: Any) -> Answers:
        """Answer the facts that are asked, in the light of the answers before."""
        known = dict(self.of_home)
        for fact in facts:
            when = fact.asked.when
            if when is not None and not when.holds(known.get(when.fact, 0)):
                answers.pop(fact.id, None)
                continue
            if fact.id not in answers:
                if fact.asked.assumed is not None and not self.odd(0.5):
                    continue
                answers[fact.id] = self._answer(fact)
            told = self.of_home if fact.entity is HOUSEHOLD else known
            known[fact] = told[fact] = 0 if fact.unit and fact.unit.kind == "person" else read_value(fact, answers[fact.id], name)
        return answers

    def _answer(self, fact: Fact) -> Any:
        if fact.choices is not None:
            names = list(fact.members)
            if fact.several:
                return [name for name in names if self.odd(0.3)]
            return self.chance.choice(names) if self.odd() or fact.id == "mietenstufe" else names[0]
        if fact.asked.words and self.odd(0.5):
            return self.chance.choice(list(fact.asked.words))
        return self._quantity(fact, fact.unit.kind if fact.unit else "")

    def _quantity(self, fact: Fact, kind: str) -> Any:
        if kind == "money":
            most = MOST_CENTS.get(fact.id, 100 * MOST_EUROS[fact.unit.per if fact.unit else ""])
            cents = self.chance.randint(0, 10 * most if self.odd(0.05) else most)
            return write_amount(-cents if fact.bounds.least < 0 and self.odd(0.5) else cents, 2, point=",", group=".")
        if kind == "flag":
            usual = fact.id in ("lebensmittelpunkt", "kindergeld", "aenderung_dauerhaft")
            return "ja" if usual is not self.odd(0.5) else "nein"
        if kind == "day":
            return f"{self.on + timedelta(days=self.chance.randint(-500, 120)):%d.%m.%Y}"
        if kind == "area":
            return f"{self.chance.randint(250, 1300) / 10}".replace(".", ",")
        return self.chance.randint(max(fact.bounds.least, 0), min(fact.bounds.greatest, fact.bounds.least + 24))


def whole(seed: int, size: int = 3, oddity: float = 0.3) -> Household:
    """One household in which every answer is given."""
    return VOCABULARY.read(Author(seed, size, oddity).document())


def drawn(many: int) -> list[Document]:
    """The same documents every time: so many of each bent, from ordinary to odd."""
    return [Author(seed, 1 + seed % 5, seed % 3 / 10, bent=bent).document() for bent in BENTS for seed in range(1, many + 1)]


def documents(most: int = MOST_PERSONS) -> st.SearchStrategy[Document]:
    """Documents of complete households, plain or odd."""
    return st.builds(
        lambda seed, size, oddity, bent: Author(seed, size, oddity / 100, bent=bent).document(),
        st.integers(0, 10**6),
        st.integers(1, most),
        st.integers(0, 60),
        st.sampled_from(list(BENTS)),
    )


def households(most: int = MOST_PERSONS) -> st.SearchStrategy[Household]:
    """Complete households."""
    return documents(most).map(VOCABULARY.read)


def thinned(household: Household, share: float, seed: int) -> Household:
    """The household without some of its answers; answers for which the statute names the ordinary case stay."""
    chance = Random(seed)
    given = {
        fact: [value if fact.asked.assumed is not None or chance.random() >= share else UNKNOWN for value in values]
        for fact, values in household.given.items()
    }
    return Household(household.names, given)
