"""Every sentence exists in every language, and what the law concludes is told line by line with its paragraphs."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.benefits.facts import einkommen, personen, wohnen
from lebenslage.benefits.together import Law, words
from lebenslage.kernel import errors
from lebenslage.kernel.errors import Problem
from lebenslage.kernel.units import BY_NAME
from lebenslage.law import problems
from lebenslage.law.explain import explain, headline, open_questions
from lebenslage.law.facts import LAST_DAY, NOBODY
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN
from lebenslage.law.texts import LANGUAGES, MissingText
from lebenslage.site.commands.missing_texts import missing_texts
from tests.law.households import households
from tests.law.plain import ON, home, person, wohngeld

ANNA = {"fact": einkommen.bruttolohn, "person": "Anna", "given": "viel"}
SAMPLES: list[Problem] = [
    errors.UnreadableFile(file="a.yaml", reason="line 3"),
    errors.UnreadableAmount(given="viel"),
    errors.UnclearAmount(given="1,200", given_whole="1200"),
    errors.UnreadableDate(given="gestern"),
    errors.YearUnclear(given="3.11.50", given_year="50"),
    errors.NoSuchDay(given="30.2.1950"),
    errors.DateWithoutTable(parameter="mindestbetrag", on=date(2027, 1, 1), first=date(2023, 1, 1), last=date(2026, 12, 31)),
    errors.InvalidKey(given="0531", expected="2, 5, 8, 12"),
    problems.UnknownFact(fact="vermogen", person="Anna", suggestion="vermoegen"),
    problems.UnknownSection(section="haushalte", known=["haushalt", "personen"]),
    problems.NoPersons(),
    problems.NotAMapping(section="personen"),
    problems.DuplicatePerson(person="Anna"),
    problems.WrongUnit(**ANNA, expected="month"),
    problems.NotAnAmount(**ANNA),
    problems.TwoAmounts(**ANNA, given_whole="1200"),
    problems.NotANumber(**ANNA),
    problems.NotADay(**ANNA),
    problems.NotYesOrNo(**ANNA),
    problems.UnknownChoice(**ANNA, choices=["lohn", "rente"]),
    problems.TooSmall(**ANNA, least=0),
    problems.TooGreat(**ANNA, greatest=10_000_000),
    problems.UnknownPerson(**ANNA),
    problems.Contradiction(fact=einkommen.bruttolohn, person="Anna", other=einkommen.einkommensarten, choice=["lohn"]),
    problems.TwoHeads(person="Anna", other="Berta"),
    problems.NoHead(),
    problems.OlderThanParent(person="Anna", other="Berta"),
    problems.OwnParent(person="Anna"),
    problems.MissingColumn(column="miete", because="wohnform"),
    problems.UnreadableColumn(column="miete", given="string"),
    problems.UnsortedTable(column="haushalt"),
    problems.ColumnOutOfBounds(column="miete", given=-1),
    problems.UnknownFigure(figure="mindestbetrg", suggestion="mindestbetrag"),
    problems.WrongFigure(figure="mindestbetrag", given="neun"),
]
in_every_language = pytest.mark.parametrize("language", LANGUAGES)


@in_every_language
def test_no_string_is_missing(language: str) -> None:
    assert missing_texts(language) == []


def test_every_problem_of_a_file_has_a_sample_here() -> None:
    known = {p for module in (errors, problems) for p in vars(module).values() if isinstance(p, type) and issubclass(p, Problem)}

    assert known - {Problem} == {type(sample) for sample in SAMPLES}


@in_every_language
@pytest.mark.parametrize("problem", SAMPLES, ids=lambda problem: problem.key)
def test_every_problem_is_a_whole_sentence(language: str, problem: Problem) -> None:
    sentence = words(language).problem(problem)

    assert re.fullmatch(r"[^{}]{20,}[.?!](\s*)", sentence), sentence
    assert "UNKNOWN" not in sentence


@in_every_language
def test_a_problem_says_who_what_and_where(language: str) -> None:
    sentence = words(language).problem(problems.NotAnAmount(**ANNA))

    assert all(part in sentence for part in ("Anna", "viel", "bruttolohn"))


def test_a_problem_in_german_reads_as_people_speak() -> None:
    sentence = words("de").problem(problems.TooGreat(fact=wohnen.miete, person="", given="1.000.000", greatest=10_000_000))

    assert "100.000,00" in sentence
    assert "Euro" in sentence or "€" in sentence


def test_languages_differ() -> None:
    sentences = {words(language)("facts", "miete", "question") for language in LANGUAGES}

    assert len(sentences) == len(LANGUAGES)


def test_a_missing_string_is_no_silent_other_language() -> None:
    with pytest.raises(MissingText, match=r"nl: facts\.rent\.label"):
        words("nl")("facts", "rent", "label")


def test_values_are_written_as_the_language_writes_them() -> None:
    euros = [words(language).value(123_450, BY_NAME["cent"]) for language in ("de", "en", "nl")]

    assert ["1.234,50" in euros[0], "1,234.50" in euros[1], "1.234,50" in euros[2]] == [True, True, True]


def test_a_loss_is_cut_towards_zero_for_showing() -> None:
    """In millionths of a euro: -1.239999."""
    assert "-1,23" in words("de").value(-1_239_999, BY_NAME["micro-euro/year"])


@in_every_language
def test_special_values_have_words(language: str) -> None:
    say = words(language)
    open_end, nobody = say.value(LAST_DAY, BY_NAME["day"]), say.value(NOBODY, BY_NAME["person"])

    assert len({open_end, nobody, say.value(UNKNOWN, None), say.value(1, BY_NAME["flag"]), say.value(0, BY_NAME["flag"])}) == 5


def test_choices_are_told_by_name_and_several_together() -> None:
    say = words("de")

    assert say.choice(personen.Verhaeltnis, 3) == say("choices", "Verhaeltnis", "kind")
    assert say.choice(einkommen.Einkommensart, 1 | 1024) == ", ".join(say("choices", "Einkommensart", n) for n in ("lohn", "rente"))


@in_every_language
def test_the_headline_says_yes_with_the_amount_no_with_the_reason_or_what_is_open(language: str) -> None:
    say = words(language)
    results = [wohngeld(home(person(rente=1000))), wohngeld(home(person(vermoegen=90_000))), wohngeld(home(person(), miete=None))]
    lines = [headline(result, say) for result in results]

    assert "261" in lines[0]
    assert lines[1] == say("rules", "vermoegen_unschaedlich", "refused")
    assert open_questions(results[2], say) == [say("facts", "miete", "question")]


def test_a_question_about_a_person_names_her() -> None:
    result = wohngeld(home(person(), {**person("kind"), "vermoegen": None}))

    assert all("P2" in question for question in open_questions(result, words("de")))


def test_every_line_names_its_paragraph() -> None:
    lines = explain(wohngeld(home(person(rente=1000))), words("de"), everything=True)

    assert {line.cites.split()[0] for line in lines} <= {"WoGG", "WoGV", "EStG", "BEEG", "UhVorschG"}
    assert all(re.match(r"\w+ (§{1,2} )?\d+", line.cites) for line in lines)


def test_the_lines_lead_from_the_rent_and_the_income_to_the_amount() -> None:
    lines = explain(wohngeld(home(person(rente=1000))), words("de"))
    order = [line.rule.id for line in lines]

    assert order.index("beruecksichtigte_miete") < order.index("wohngeld_bis_zwoelf") < order.index("wohngeld_betrag")
    assert order.index("gesamteinkommen") < order.index("wohngeld_bis_zwoelf")


def test_a_line_tells_its_figures_and_their_values() -> None:
    lines = explain(wohngeld(home(person(rente=1000))), words("de"))
    pensions = next(line for line in lines if line.rule.id == "einkuenfte_aus_renten")

    assert (pensions.person, "11.898,00" in pensions.value) == ("P1", True)
    assert [reading.value for reading in pensions.reads if reading.figure] == [words("de").value(10_200, BY_NAME["cent/year"])]


def test_what_comes_to_nothing_is_left_out_unless_everything_is_asked_for() -> None:
    result = wohngeld(home(person(rente=1000)))
    short, long = explain(result, words("de")), explain(result, words("de"), everything=True)

    assert all(line.weight for line in short)
    assert len(short) < len(long) <= len(result.trail)


@given(households(most=5), st.sampled_from(LANGUAGES))
@settings(max_examples=40)
def test_every_household_s_result_can_be_told_in_every_language(household: Household, language: str) -> None:
    result = Law.on(ON).assess(household, "wohngeld")["wohngeld"]
    lines = explain(result, words(language), everything=True)

    assert headline(result, words(language)).strip()
    assert all(line.sentence.strip() and "{" not in line.sentence for line in lines)
