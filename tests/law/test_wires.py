"""Wires between the persons of a household: the least of them, another person's value, those who name a person. Compiled equals plain."""

from collections.abc import Sequence
from datetime import date
from random import Random

import pyarrow as pa
import pytest

from lebenslage.benefits.wohngeld.statute import WOGG
from lebenslage.kernel.units import CentPerMonth, Count, Flag
from lebenslage.law.engine import Benefit, LawOn
from lebenslage.law.evaluation import Evaluation
from lebenslage.law.facts import Fact, flag, money, person
from lebenslage.law.household import Household
from lebenslage.law.inputs import at, count_pointing, least_of, of, sum_of, sum_pointing
from lebenslage.law.nodes import HOUSEHOLD, PERSON, UNKNOWN, Value
from lebenslage.law.rules import Rule, rule
from lebenslage.law.simulation import Simulation

TODAY = date(2025, 7, 1)
NOBODY = -1

wage = money("wage_told", PERSON, CentPerMonth, proof="payslip")
young = flag("young_told", PERSON)
mother = person("mother_told", PERSON)
father = person("father_told", PERSON)
asked = flag("asked_told", HOUSEHOLD)
FACTS: dict[str, Fact] = {"wage": wage, "young": young, "mother": mother, "father": father}


@rule(PERSON, cites=WOGG("§ 1"), since="2023-01-01")
def worker(amount: CentPerMonth = of(wage)) -> Flag:
    """Whether somebody earns; a conclusion that others read."""
    return amount > 100


@rule(PERSON, cites=WOGG("§ 1"), since="2023-01-01")
def kept(
    hers: CentPerMonth = at(wage, via=mother, otherwise=7),
    works: Flag = at(worker, via=father),
    children: Count = count_pointing(young, via=(mother, father)),
    earned: CentPerMonth = sum_pointing(wage, via=(mother, father), when=asked),
    grown: Count = count_pointing(worker, via=(mother,), when=worker),
) -> CentPerMonth:
    """What stands on the rows of mother, father and children."""
    return hers + (10 if works else 0) * (1 + children) + earned // 3 + 1000 * grown


@rule(HOUSEHOLD, cites=WOGG("§ 1"), since="2023-01-01")
def least(
    lowest: CentPerMonth = least_of(wage, where=young, otherwise=-5),
    lowest_kept: CentPerMonth = least_of(kept),
    everything: CentPerMonth = sum_of(kept),
) -> CentPerMonth:
    """The least wage of the young and the least and the sum of what is kept."""
    return lowest + 3 * lowest_kept + 7 * everything


@rule(HOUSEHOLD, cites=WOGG("§ 1"), since="2023-01-01")
def allowed(lowest: CentPerMonth = least_of(kept)) -> Flag:
    """A gate for the benefit that holds these rules together."""
    return lowest >= -1_000_000


@pytest.fixture(scope="module")
def law() -> LawOn:
    return LawOn(TODAY, (Benefit("wires", (allowed,), least, least, least),))


type Told = dict[str, int | None]


def household(people: Sequence[Told], told: int | None = 1) -> Household:
    """A household of these people; what is left out, or None, is not known."""
    given: dict[Fact, Sequence[Value]] = {
        fact: [UNKNOWN if (value := each.get(name)) is None else value for each in people] for name, fact in FACTS.items()
    }
    given[asked] = [UNKNOWN if told is None else told]
    return Household({HOUSEHOLD: ("haushalt",), PERSON: [str(n) for n in range(len(people))]}, given)


def human(wage: int | None = 0, young: int | None = 0, mother: int | None = NOBODY, father: int | None = NOBODY) -> Told:
    """A person of whom everything is known, except what is told as None."""
    return {"wage": wage, "young": young, "mother": mother, "father": father}


def concluded(law: LawOn, goal: Rule, of: Household, row: int = 0) -> Value:
    return goal.value(law.conclude(of, goal), row)


def missing(law: LawOn, goal: Rule, of: Household, row: int = 0) -> list[tuple[str, int]]:
    run = Evaluation(law.in_force, of)
    return [(fact.id, at_row) for fact, at_row in goal.blockers(run, row) if isinstance(fact, Fact)]


def test_a_child_reads_her_mother_s_wage_and_nobody_s_where_she_has_none(law: LawOn) -> None:
    family = household([human(wage=90), human(mother=0)], told=0)

    assert [concluded(law, kept, family, row) for row in (0, 1)] == [7, 90]


def test_a_parent_who_is_named_twice_counts_the_child_once(law: LawOn) -> None:
    family = household([human(father=1), human(young=1, wage=60, mother=0, father=0)])

    assert concluded(law, kept, family, 0) == 7 + 20


def test_the_least_of_nobody_is_what_the_rule_says(law: LawOn) -> None:
    assert concluded(law, least, household([human()], told=0)) == -5 + 3 * 7 + 7 * 7


def test_an_unknown_mother_is_what_is_asked_first(law: LawOn) -> None:
    family = household([human(wage=None), human(mother=None)], told=0)

    assert concluded(law, kept, family, 1) is UNKNOWN
    assert missing(law, kept, family, 1)[0] == ("mother_told", 1)


def test_a_known_mother_s_missing_wage_is_asked_on_her_row(law: LawOn) -> None:
    assert missing(law, kept, household([human(wage=None), human(mother=0, wage=0)], told=0), 1) == [("wage_told", 0)]


def test_whoever_might_point_here_without_adding_anything_is_not_asked(law: LawOn) -> None:
    family = household([human(), human(young=0, father=None, wage=0)])

    assert concluded(law, kept, family, 0) == 7
    assert missing(law, kept, family, 0) == []


def test_an_open_condition_is_asked(law: LawOn) -> None:
    assert missing(law, kept, household([human(), human(mother=0, wage=50)], told=None), 0) == [("asked_told", 0)]


def test_a_pointer_to_another_kind_of_row_is_refused() -> None:
    def far(amount: CentPerMonth = at(wage, via=mother)) -> CentPerMonth:
        return amount

    with pytest.raises(TypeError, match="a rule per haushalt cannot point to it"):
        rule(HOUSEHOLD, cites=WOGG("§ 1"), since="2023-01-01")(far)


@pytest.mark.slow
def test_compiled_and_plain_say_the_same_of_every_household(law: LawOn) -> None:
    chance = Random(5)
    homes = [_drawn(chance, 1 + n % 9) for n in range(800)]

    table = Simulation(law, targets=(least,)).simulate(_tables(homes)).column("least").to_pylist()

    assert table == [concluded(law, least, home) for home in homes]


def _drawn(chance: Random, size: int) -> Household:
    people = [human(*(chance.choice(values) for values in ([0, 50, 101, 950], [0, 1], _others(size), _others(size)))) for _ in range(size)]
    return household(people, chance.randint(0, 1))


def _others(size: int) -> list[int]:
    return [NOBODY, *range(size)]


def _tables(homes: Sequence[Household]) -> dict:  # type: ignore[type-arg]
    persons = {"haushalt": [h for h, home in enumerate(homes) for _ in range(home.rows(PERSON))]}
    for fact in FACTS.values():
        name = f"{fact.id}_cent" if fact is wage else fact.id
        persons[name] = [int(home.get(fact, row)) for home in homes for row in range(home.rows(PERSON))]  # type: ignore[arg-type]
    answers = {"haushalt": list(range(len(homes))), "asked_told": [int(home.get(asked)) for home in homes]}  # type: ignore[arg-type]
    return {PERSON: pa.table(persons), HOUSEHOLD: pa.table(answers)}
