"""What can be wrong with a household file: each problem names the person, the fact and what to do."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lebenslage.benefits.facts import VOCABULARY, antrag, einkommen, personen, wohnen
from lebenslage.kernel.errors import Problem, UnreadableFile
from lebenslage.law import problems
from lebenslage.law.household import Household, load_document
from lebenslage.law.nodes import PERSON, UNKNOWN
from tests.law.plain import Document, home, person, read


def refused(document: object) -> Problem:
    """The problem that reading a document meets."""
    with pytest.raises(Problem) as caught:
        VOCABULARY.read(document)
    return caught.value


def told(**answers: Any) -> Document:
    """A household of one, Anna, who says this of herself."""
    return {"personen": {"Anna": {"verhaeltnis": "antragstellend", **answers}}}


def lived(**answers: Any) -> Document:
    """A household of one that says this of its dwelling."""
    return {"haushalt": answers, "personen": {"Anna": {"verhaeltnis": "antragstellend"}}}


def test_a_word_that_is_no_fact_is_met_with_the_nearest_one() -> None:
    problem = refused(told(vermogen=300))

    assert isinstance(problem, problems.UnknownFact)
    assert problem.details == {"fact": "vermogen", "person": "Anna", "suggestion": "vermoegen"}


def test_a_fact_of_the_household_is_none_of_a_person() -> None:
    assert isinstance(refused(told(mietenstufe="iii")), problems.UnknownFact)


def test_a_section_that_no_file_has_is_named_with_those_it_may_have() -> None:
    problem = refused({"haushalte": {}})

    assert isinstance(problem, problems.UnknownSection)
    assert problem.details == {"section": "haushalte", "known": ["haushalt", "personen", "unterhaltszahlungen"]}


@pytest.mark.parametrize("document", [{}, {"haushalt": {}}, {"personen": {}}, {"personen": None}])
def test_a_household_of_nobody_is_refused(document: Document) -> None:
    assert isinstance(refused(document), problems.NoPersons)


@pytest.mark.parametrize(
    "document", [None, [], "Anna", {"personen": ["Anna"]}, {"personen": {"Anna": "Kind"}}, {"haushalt": 3, "personen": {"A": {}}}]
)
def test_facts_that_do_not_stand_as_name_and_value_are_refused(document: object) -> None:
    assert isinstance(refused(document), problems.NotAMapping)


@pytest.mark.parametrize(
    ("typed", "fact"), [("14.400 €/Jahr", "bruttolohn"), ("1200 per month", "gewerkschaftsbeitrag"), ("5 pro Jahr", "lohnersatz")]
)
def test_an_amount_for_another_period_is_refused_and_not_converted(typed: str, fact: str) -> None:
    problem = refused(told(**{fact: typed}))

    assert isinstance(problem, problems.WrongUnit)
    assert (problem.details["fact"], problem.details["person"]) == (VOCABULARY.facts[PERSON][fact], "Anna")


def test_an_amount_for_its_own_period_is_read() -> None:
    assert VOCABULARY.read(lived(miete="650,00 € im Monat")).get(wohnen.miete) == 650_00


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({"vermoegen": "viel"}, problems.NotAnAmount),
        ({"vermoegen": "12,345"}, problems.TwoAmounts),
        ({"grad_der_behinderung": "hundert"}, problems.NotANumber),
        ({"grad_der_behinderung": "50,5"}, problems.NotANumber),
        ({"grad_der_behinderung": True}, problems.NotANumber),
        ({"geburtsdatum": "30.2.2001"}, problems.NotADay),
        ({"lebensmittelpunkt": "vielleicht"}, problems.NotYesOrNo),
        ({"verhaeltnis": "onkel"}, problems.UnknownChoice),
        ({"einkommensarten": ["lohn", "lotto"]}, problems.UnknownChoice),
        ({"einkommensarten": {"lohn": 3}}, problems.UnknownChoice),
        ({"bruttolohn": -1}, problems.TooSmall),
        ({"bruttolohn": "1.000.000,00"}, problems.TooGreat),
        ({"geburtsdatum": "1.1.1899"}, problems.TooSmall),
        ({"elternteil_1": "Berta"}, problems.UnknownPerson),
    ],
)
def test_a_value_that_is_none_names_the_fact_and_the_person(answers: Document, kind: type[Problem]) -> None:
    problem = refused(told(**answers))

    assert type(problem) is kind
    assert (problem.details["fact"], problem.details["person"]) == (VOCABULARY.facts[PERSON][next(iter(answers))], "Anna")


def test_negative_rent_is_refused_without_a_person() -> None:
    problem = refused(lived(miete="-400"))

    assert isinstance(problem, problems.TooSmall)
    assert (problem.details["fact"], problem.details["person"]) == (wohnen.miete, "")


def test_a_slip_in_a_choice_is_met_with_the_nearest_one() -> None:
    assert refused(told(verhaeltnis="antragsstellend")).details["choices"] == ["antragstellend"]


def test_the_losses_of_a_trade_may_be_negative() -> None:
    household = VOCABULARY.read(told(einkommensarten=["gewerbe"], gewinn_gewerbe="-2.000"))

    assert household.get(einkommen.gewinn_gewerbe) == -2000_00


def test_an_amount_of_a_kind_that_was_not_chosen_is_a_contradiction() -> None:
    problem = refused(told(einkommensarten=["rente"], bruttolohn=900))

    assert isinstance(problem, problems.Contradiction)
    assert problem.details == {
        "fact": einkommen.bruttolohn,
        "person": "Anna",
        "other": einkommen.einkommensarten,
        "choice": ["lohn"],
    }


def test_nothing_of_a_kind_that_was_not_chosen_is_none() -> None:
    assert VOCABULARY.read(told(einkommensarten=["rente"], bruttolohn=0)).get(einkommen.bruttolohn) == 0


def test_two_people_cannot_both_apply() -> None:
    problem = refused({"personen": {"Anna": {"verhaeltnis": "antragstellend"}, "Berta": {"verhaeltnis": "antragstellend"}}})

    assert isinstance(problem, problems.TwoHeads)
    assert problem.details == {"person": "Anna", "other": "Berta"}


def test_somebody_must_apply_once_everybody_s_place_is_known() -> None:
    assert isinstance(refused({"personen": {"Anna": {"verhaeltnis": "kind"}}}), problems.NoHead)
    assert VOCABULARY.read({"personen": {"Anna": {"verhaeltnis": "kind"}, "Berta": {}}}).rows(PERSON) == 2


@pytest.mark.parametrize("born", ["1.2.1980", "1.2.1970"])
def test_a_child_as_old_as_its_parent_or_older_is_impossible(born: str) -> None:
    problem = refused(home(person(), person("kind", geburtsdatum=born, elternteil_1="P1")))

    assert isinstance(problem, problems.OlderThanParent)
    assert problem.details == {"person": "P2", "other": "P1"}


def test_the_second_parent_is_checked_too() -> None:
    impossible = home(person(), person("partner", geburtsdatum="1.1.2020"), person("kind", elternteil_1="P1", elternteil_2="P2"))

    assert isinstance(refused(impossible), problems.OlderThanParent)


def test_nobody_is_her_own_parent() -> None:
    assert refused(told(elternteil_1="Anna")).details == {"person": "Anna"}


def test_a_name_given_twice_is_refused_instead_of_keeping_the_last() -> None:
    with pytest.raises(problems.DuplicatePerson) as caught:
        load_document("personen:\n  Anna: {vermoegen: 1}\n  Anna: {vermoegen: 2}\n")

    assert caught.value.details == {"person": "Anna"}


@pytest.mark.parametrize("text", ["personen: [", "a: b: c", "\tx: 1", "&a [*a"])
def test_a_text_that_is_no_yaml_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile):
        load_document(text)


def test_a_file_that_is_not_there_or_is_no_text_is_refused(tmp_path: Path) -> None:
    picture = tmp_path / "picture.yaml"
    picture.write_bytes(b"\xff\xd8\xff\xe0")

    for path in (tmp_path / "nowhere.yaml", picture, tmp_path):
        with pytest.raises(UnreadableFile) as caught:
            VOCABULARY.read_file(path)
        assert caught.value.details["file"] == path.name


def test_a_file_may_be_json() -> None:
    household = VOCABULARY.read(load_document('{"haushalt": {"miete": 500}, "personen": {"Anna": {"lebensmittelpunkt": true}}}'))

    assert (household.get(wohnen.miete), household.get(personen.lebensmittelpunkt)) == (500_00, 1)


def test_numbers_and_words_stand_as_they_are_typed() -> None:
    """YAML alone would read one and a fifth, and no as false."""
    household = VOCABULARY.read(load_document("haushalt: {miete: 1.200, todesfall: no}\npersonen: {Anna: {geburtsdatum: 2001-02-03}}"))

    assert (household.get(wohnen.miete), household.get(personen.todesfall)) == (1200_00, 0)
    assert household.get(personen.geburtsdatum) == date(2001, 2, 3).toordinal()


def test_an_empty_answer_is_a_missing_one() -> None:
    assert VOCABULARY.read(lived(miete=None)).get(wohnen.miete) is UNKNOWN


def test_words_may_stand_for_values() -> None:
    household = read(home(person(), heizkosten="Pauschal", ablehnung_ab="keine"))

    assert (household.get(wohnen.heizkosten), household.get(antrag.ablehnung_ab)) == (wohnen.PAUSCHAL, antrag.NEVER)


def test_several_choices_may_be_one_word_or_none() -> None:
    kinds = [VOCABULARY.read(told(einkommensarten=typed)).get(einkommen.einkommensarten) for typed in ("lohn", ["lohn"], [], "keine")]

    assert kinds == [1, 1, 0, 0]


def test_a_lookup_turns_a_municipality_into_its_rent_level() -> None:
    household = VOCABULARY.read(lived(gemeinde="Bonn"), {"gemeinde": lambda name: {"mietenstufe": {"Bonn": "v"}[str(name)]}})

    assert household.get(wohnen.mietenstufe) == wohnen.Mietenstufe.V


def test_another_answer_leaves_the_household_before_it_unchanged() -> None:
    before = Household({PERSON: ["Anna", "Berta"]}, {})
    after = before.answered(einkommen.vermoegen, 1, 500)

    assert (before.get(einkommen.vermoegen, 1), after.given[einkommen.vermoegen]) == (UNKNOWN, [UNKNOWN, 500])
