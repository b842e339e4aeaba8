"""A missing answer makes a right unknown, never silently yes or no; and the questions asked are few and end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.benefits.facts import VOCABULARY, personen, wohnen
from lebenslage.benefits.together import Law
from lebenslage.law.engine import Result, Status
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN
from tests.law.households import households, thinned
from tests.law.plain import ON, Document, home, person, read, wohngeld

LAW = Law.on(ON)
WOHNGELD = ("wohngeld",)


def assessed(household: Household) -> Result:
    """Wohngeld on the day of the tests."""
    return LAW.assess(household, "wohngeld")["wohngeld"]


def without(document: Document, *facts: str, section: str = "haushalt", name: str = "") -> Document:
    """A document in which some answers are not given."""
    answers = document[section][name] if name else document[section]
    for fact in facts:
        del answers[fact]
    return document


def answers_in(household: Household) -> int:
    """How many answers a household holds."""
    return sum(value is not UNKNOWN for values in household.given.values() for value in values)


def test_without_the_rent_the_right_is_unknown_and_the_rent_is_named() -> None:
    result = wohngeld(without(home(person(rente=1000)), "miete"))

    assert (result.status, result.amount) == (Status.UNKNOWN, None)
    assert [missing.fact for missing in result.missing] == [wohnen.miete]


def test_a_missing_answer_names_the_person_it_is_about() -> None:
    result = wohngeld(without(home(person(), person("kind", unterhalt=300)), "unterhalt", section="personen", name="P2"))

    assert [(missing.fact.id, missing.row) for missing in result.missing] == [("unterhalt", 1)]


def test_who_has_no_right_to_the_dwelling_is_refused_without_another_question() -> None:
    result = assessed(VOCABULARY.read({"haushalt": {"wohnform": "ohne_eigenes_recht"}, "personen": {"P1": {}}}))

    assert (result.status, result.refused_by and result.refused_by.id) == (Status.NO, "wohngeldberechtigt")


def test_assets_above_the_limit_refuse_whatever_the_rent_is() -> None:
    result = wohngeld(without(home(person(vermoegen=60_001)), "miete"))

    assert (result.status, result.refused_by and result.refused_by.id) == (Status.NO, "vermoegen_unschaedlich")


def test_income_beyond_every_claim_refuses_even_at_the_best_rent() -> None:
    result = wohngeld(without(home(person(lohnersatz=2500)), "miete"))

    assert (result.status, result.refused_by and result.refused_by.id) == (Status.NO, "mindestbetrag_erreicht")


def test_a_rich_relative_whose_home_is_unclear_leaves_the_right_open() -> None:
    """Where her centre of life is elsewhere, her income does not count: neither answer may be taken for the better one."""
    relative = {**person("verwandt", lohnersatz=5000), "lebensmittelpunkt": None}

    assert wohngeld(home(person(), relative)).status is Status.UNKNOWN


def test_a_rich_spouse_who_may_be_excluded_leaves_the_right_open() -> None:
    """Counted for the benefit of the other, she is excluded and her income with her."""
    receiver = person(leistung="grundsicherung_im_alter", leistung_stand="bewilligt", leistung_ab="1.1.2025", leistung_bis="offen")
    spouse = {**person("ehegatte", lohnersatz=5000), "bei_leistung_beruecksichtigt": None}

    assert wohngeld(home(receiver, spouse, person("kind"))).status is Status.UNKNOWN


@pytest.mark.parametrize(("pension", "status"), [(0, Status.NO), (100, Status.YES), (None, Status.UNKNOWN)])
def test_a_pension_that_frees_more_than_it_counts_leaves_the_right_open(pension: int | None, status: Status) -> None:
    """§ 17a: the first 1,200 euros a year are free in full, while § 16 has taken 30 % of them before."""
    paid = ["steuern", "krankenversicherung", "rentenversicherung"]
    retired = person(rente=pension, lohnersatz=2172, merkmale=["grundrentenzeiten"], abzuege=paid)

    assert wohngeld(home(retired)).status is status


def test_an_answer_that_changes_nothing_is_not_asked() -> None:
    """A flatmate's assets, income and birthday."""
    flatmate = {**person("mitbewohnend"), "vermoegen": None, "abzuege": None, "einkommensarten": None, "geburtsdatum": None}

    assert wohngeld(home(person(rente=900), flatmate)).status is Status.YES


def test_the_ordinary_case_of_the_statute_is_taken_and_said() -> None:
    result = wohngeld(home(person(rente=1000)))

    assert {"dauer_monate", "voraussetzungen_ab"} <= {missing.fact.id for missing in result.assumed}


def test_an_answer_given_is_not_reported_as_assumed() -> None:
    result = wohngeld(home(person(rente=1000), dauer_monate=6))

    assert "dauer_monate" not in {missing.fact.id for missing in result.assumed}


def test_the_first_question_opens_the_first_gate() -> None:
    first = LAW.next_question(VOCABULARY.read({"personen": {"P1": {}}}), WOHNGELD)

    assert first is not None
    assert first.fact is wohnen.wohnform


def test_gates_are_asked_before_amounts() -> None:
    """Whose dwelling and who lives there come first, the rent and the kinds of income after them."""
    household, asked = VOCABULARY.read({"personen": {"P1": {}}}), []
    complete = read(home(person(rente=1000)))
    while missing := LAW.next_question(household, WOHNGELD):
        asked.append(missing.fact)
        household = household.answered(missing.fact, missing.row, int(complete.get(missing.fact)))  # type: ignore[arg-type]

    assert asked.index(personen.lebensmittelpunkt) < asked.index(personen.merkmale) < asked.index(wohnen.miete)


def test_when_everything_is_decided_nothing_is_asked() -> None:
    assert LAW.next_question(read(home(person(rente=1000))), WOHNGELD) is None


def test_only_the_goals_that_were_named_are_asked_for() -> None:
    with pytest.raises(KeyError):
        LAW.next_question(read(home()), ["schlechtwettergeld"])


@given(households(most=5), st.sampled_from([0.03, 0.3]), st.integers(0, 10**6))
@settings(max_examples=100)
def test_with_answers_missing_the_right_is_unknown_or_the_same(household: Household, share: float, seed: int) -> None:
    complete, partly = assessed(household), assessed(thinned(household, share, seed))

    if partly.status is not Status.UNKNOWN:
        assert (partly.status, partly.amount) == (complete.status, complete.amount)


@given(households(most=3), st.sampled_from([0.3, 1.0]), st.integers(0, 10**6))
@settings(max_examples=25)
def test_asking_until_the_end_leads_to_the_result_of_the_complete_household(household: Household, share: float, seed: int) -> None:
    partly, asked = thinned(household, share, seed), 0
    while missing := LAW.next_question(partly, WOHNGELD):
        answer = household.get(missing.fact, missing.row)
        assert isinstance(answer, int), f"{missing.fact} is asked although the complete household was never asked for it"
        partly, asked = partly.answered(missing.fact, missing.row, answer), asked + 1
    end, complete = assessed(partly), assessed(household)

    assert (end.status, end.amount) == (complete.status, complete.amount)
    assert asked < answers_in(household)


@pytest.mark.slow
@given(households(most=4))
@settings(max_examples=60)
def test_no_answer_is_better_than_the_one_that_is_taken_for_the_best(household: Household) -> None:
    """Refusing at the best of all open answers is only fair where no other answer would have led to more."""
    before = assessed(household)
    for fact, values in household.given.items():
        for row in range(len(values)):
            if isinstance(fact.value(before.run, row), int) and fact.bounds.favourable is not None:
                better = assessed(household.answered(fact, row, fact.bounds.favourable))
                assert before.status is not Status.YES or (better.amount or 0) >= (before.amount or 0), (fact, row)
