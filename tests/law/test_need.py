"""More need is never less benefit: each right alone, and what all of them leave together; where a right falls, a statute says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together.cliffs import declared
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.living import living
from lebenslage.law.engine import Status
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON
from tests.law.households import ON, Document, drawn
from tests.law.needs import NEEDS, TO_LIVE, homes
from tests.law.ordinary import children

LAW = Law.on(ON)
HOMES = homes()
A_CHILD = ("a child just born", "a small child", "a child at school")

type Worth = tuple[bool, int]


@dataclass(frozen=True)
class Falls:
    """A right that may fall with a need, and the paragraph that says so."""

    right: str
    needs: tuple[str, ...]
    cites: str


# Kinderzuschlag is for who is not in need of SGB II beside it; a greater need is met there.
# The cost of a home is shared by heads, and a child has a claim of its own in chapter 3 or SGB II. So a child may lower chapter 4; in a
# home where nobody else of its circle lives also SGB II (§ 22), chapter 3 (§ 35) and the AsylbLG. Wohngeld it lowers by a few euros where
# rent and income are next to nothing: the least income of the formula is higher for two (WoGG § 19 Abs. 2, Anlage 3 Nr. 1). A child with
# income of its own (beyond what comes first: Kindergeld, Unterhaltsvorschuss) may lower any right that looks at the income of all; it is
# no need.
FALLS = (
    Falls(
        "kinderzuschlag",
        (
            "much more rent",
            "heating",
            "hot water at home",
            "pregnancy",
            "costly diet",
            "a need of its own kind",
            "help to take part in working life",
        ),
        "BKGG § 6a Abs. 1 Nr. 3, Abs. 1a",
    ),
    Falls("grundsicherung", A_CHILD, "SGB XII § 42a Abs. 1, § 35 Abs. 1"),
)
# Where Wohngeld grows with the need, it may end the need, and the Sofortzuschlag with it (SGB II § 12a S. 2 Nr. 2, § 72).
PRIORITY = next(one for one in declared() if one.id == "sofortzuschlag")
PRIORITY_GROWS = ("disability", "disability with mark Bl", "care")


def worth(home: Household) -> Mapping[str, Worth]:
    return {id: (result.status is Status.YES, result.amount or 0) for id, result in LAW.assess(home).items()}


@cache
def before(name: str) -> Mapping[str, Worth]:
    return worth(HOMES[name])


@cache
def left(name: str) -> int:
    monthly = living(LAW, HOMES[name]).monthly
    assert monthly is not None, name
    return monthly


@cache
def odd_homes() -> list[tuple[Document, Household, int]]:
    """Households that chance has drawn, of whom all is known, with what they have to live on."""
    read = ((document, VOCABULARY.read(document)) for document in drawn(15))
    found = ((document, home, living(LAW, home).monthly) for document, home in read)
    return [(document, home, monthly) for document, home, monthly in found if monthly is not None]


@pytest.mark.slow
@pytest.mark.parametrize("need", NEEDS)
def test_more_need_never_lowers_a_right_except_where_a_statute_says_so(need: str) -> None:
    after = {name: worth(NEEDS[need](home)) for name, home in HOMES.items()}
    lost = {right for name, rights in after.items() for right, found in rights.items() if found < before(name)[right]}
    gained = {right for name, rights in after.items() for right, found in rights.items() if found > before(name)[right]}

    assert lost == {one.right for one in FALLS if need in one.needs}
    assert gained, "no right answers to this need"


@pytest.mark.slow
@pytest.mark.parametrize("need", TO_LIVE)
def test_more_need_never_leaves_less_in_all_than_the_supplement_that_ends_with_it(need: str) -> None:
    falls = set()
    for name, home in HOMES.items():
        after = living(LAW, TO_LIVE[need](home)).monthly
        assert after is not None, name
        assert after >= left(name) - PRIORITY.loss(children(home), 0), name
        falls |= {name} if after < left(name) else set()

    assert bool(falls) is (need in PRIORITY_GROWS), falls


@pytest.mark.slow
@pytest.mark.parametrize("need", [need for need in TO_LIVE if need not in (*A_CHILD, "much more rent")])
def test_more_need_leaves_no_odd_household_with_less(need: str) -> None:
    """Not much more rent: who is shut out of SGB II loses Kinderzuschlag to a need that nobody meets (BKGG § 6a Abs. 1 Nr. 3)."""
    decided = 0
    for document, home, monthly in odd_homes():
        after = living(LAW, TO_LIVE[need](home)).monthly
        decided += after is not None
        assert after is None or after >= monthly - PRIORITY.loss(children(home), 0), document

    assert decided >= len(odd_homes()) - 3


def test_every_home_is_known_to_the_last_answer() -> None:
    assert [name for name, home in HOMES.items() if any(r.status is Status.UNKNOWN for r in LAW.assess(home).values())] == []
    assert max(home.rows(PERSON) for home in HOMES.values()) == 5


def test_every_right_that_weighs_a_need_is_among_these_homes() -> None:
    granted = {right for name in HOMES for right, (yes, _) in before(name).items() if yes}
    without_need = {"gewerbesteuer"}  # a tax of a trade: no need changes it

    assert granted == set(LAW.benefits) - without_need
