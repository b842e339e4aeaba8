"""A result to take along, and the companion of a notice."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from lebenslage.law.engine import Status
from lebenslage.law.texts import LANGUAGES, texts
from lebenslage.papers.companion import COMPANIONS, companion_page, companion_pdf
from lebenslage.papers.letter import OWN_TEXTS, words
from lebenslage.papers.notice import Outcome
from lebenslage.papers.problems import ReasonsMissing
from lebenslage.papers.result import ResultContent, result_content, result_pdf
from lebenslage.papers.wohngeld import in_language, wohngeld_notice
from tests.papers.matters import DAY, assessed, household, matter
from tests.papers.reading import attached, squeezed, text_of

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
NAMES = ("Anna", "Murat", "Hatice", "Lina", "Berg", "Yılmaz", "Jonas", "Köln")


def told(language: str, document: dict[str, object] | None = None, **given: object) -> ResultContent:
    family = assessed(document or household()).run.household
    return result_content(family, on=DAY, at=AT, language=language, **given)  # type: ignore[arg-type]


def without_rent() -> dict[str, object]:
    document = household()
    del document["haushalt"]["miete"]
    return document


def rich() -> dict[str, object]:
    document = household(miete="400,00")
    document["personen"]["Anna Berg"]["bruttolohn"] = "4.900,00"
    return document


@pytest.mark.parametrize("language", LANGUAGES)
def test_amount_period_and_every_step_are_printed(language: str) -> None:
    content = told(language)
    text = squeezed(text_of(result_pdf(content)))
    right = content.rights[0]
    assert right.status == "yes"
    assert squeezed(right.headline) in text
    assert len(right.lines) > 30
    assert [line for line in right.lines if squeezed(line.label) not in text or squeezed(line.value) not in text] == []
    assert [row for row in right.period if squeezed(row.value) not in text] == []
    assert right.proofs
    assert [proof for proof in right.proofs if squeezed(proof) not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_names_anybody(language: str) -> None:
    pdf = result_pdf(told(language))
    everything = text_of(pdf) + json.dumps(attached(pdf), ensure_ascii=False)
    assert [name for name in NAMES if name in everything] == []
    assert words(language)("result", "person", number=2) in everything


def test_a_no_says_why_and_what_would_change_it_and_asks_for_no_paper() -> None:
    content = told("en", rich())
    right = content.rights[0]
    assert (right.status, right.proofs, right.where, right.period) == ("no", (), "", ())
    assert "This can change if your income falls" in right.headline
    assert squeezed(words("en")("result", "nothing")) in squeezed(text_of(result_pdf(content)))


def test_an_open_result_lists_what_is_missing() -> None:
    content = told("nl", without_rent())
    assert content.rights[0].status == Status.UNKNOWN.value
    assert content.rights[0].missing == ("Hoeveel betaalt u per maand aan uw verhuurder?",)


def test_the_proofs_may_be_handed_in() -> None:
    assert told("en", proofs={"wohngeld": ("Rental contract",)}).rights[0].proofs == ("Rental contract",)


def test_the_same_answers_give_the_same_sheet() -> None:
    assert result_pdf(told("de")) == result_pdf(told("de"))


@pytest.mark.parametrize("language", COMPANIONS)
def test_a_companion_says_first_that_the_notice_is_binding(language: str) -> None:
    result = assessed(household())
    text = squeezed(text_of(companion_pdf(result, matter(result), language, at=AT)))
    banner = squeezed(words(language)("companion", "banner"))
    assert text.startswith(banner)
    assert "WG-2026-000123" in text


@pytest.mark.parametrize("language", COMPANIONS)
@pytest.mark.parametrize("document", [household(), rich()], ids=["grant", "refusal"])
def test_a_companion_has_the_lines_of_the_notice_with_the_same_numbers_and_figures(language: str, document: dict[str, object]) -> None:
    result = assessed(document)
    outcome = Outcome.GRANT if result.status is Status.YES else Outcome.REFUSAL
    notice = wohngeld_notice(result, matter(result, outcome))
    translated = in_language(notice, result, language)
    exact = [(one.number, one.rule, one.row, one.exact, one.unit, one.cites) for one in notice.lines]
    assert [(one.number, one.rule, one.row, one.exact, one.unit, one.cites) for one in translated.lines] == exact
    assert [one.exact for one in translated.reference_amounts] == [one.exact for one in notice.reference_amounts]
    assert (translated.amount, translated.remedy, translated.begins) == (notice.amount, notice.remedy, notice.begins)
    assert translated.decision != notice.decision or outcome is Outcome.REFUSAL


def test_no_german_sentence_is_left_in_an_english_companion() -> None:
    result = assessed(household())
    notice = wohngeld_notice(result, matter(result))
    page = companion_page(in_language(notice, result, "en"), notice.subject)
    german = json.dumps(companion_page(in_language(notice, result, "de-einfach"), notice.subject), ensure_ascii=False)
    english = json.dumps(page, ensure_ascii=False)
    assert [word for word in (" und ", " nicht ", " haben ") if word not in german] == []
    assert [word for word in (" nicht ", " haben ", " wird ", " voraussichtlich") if word in english] == []


def test_what_the_office_typed_stays_german_and_is_marked_as_such() -> None:
    result = assessed(household())
    partial = matter(result, Outcome.PARTIAL, reasons="Die Garage zählt mit.", conditions=("Bitte melden Sie sich.",))
    notice = wohngeld_notice(result, partial)
    page = companion_page(in_language(notice, result, "nl"), notice.subject)
    assert page["german"]["language"] == "de"
    assert (page["german"]["own"], page["german"]["conditions_list"]) == ("Die Garage zählt mit.", ["Bitte melden Sie sich."])
    assert (page["reasons"]["own"], page["reasons"]["conditions_list"]) == ("", [])


def test_a_refusal_in_english_says_why_and_until_when_to_object() -> None:
    result = assessed(rich())
    text = squeezed(text_of(companion_pdf(result, matter(result, Outcome.REFUSAL), "en", at=AT)))
    assert squeezed("Your income is too high, compared with your housing costs") in text
    assert squeezed("28 December 2026, if the German letter is posted on 24 November 2026.") in text


def test_a_notice_has_no_german_companion_and_a_notice_without_reasons_none_at_all() -> None:
    result = assessed(household())
    with pytest.raises(ValueError, match="no companion"):
        companion_pdf(result, matter(result), "de", at=AT)
    with pytest.raises(ReasonsMissing):
        companion_pdf(result, matter(result, Outcome.PARTIAL), "en", at=AT)


def keys(strings: dict[str, object], path: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in strings.items():
        found |= keys(value, f"{path}.{key}") if isinstance(value, dict) else {f"{path}.{key}"}
    return found


def test_the_languages_have_the_same_sentences() -> None:
    shared = ("letter", "receipt", "handover", "formless_help", "result", "problems")
    own = {language: texts(language, OWN_TEXTS).strings for language in LANGUAGES}
    for part in shared:
        assert len({frozenset(keys(own[language][part])) for language in LANGUAGES}) == 1, part
    assert len({frozenset(keys(own[language]["companion"])) for language in COMPANIONS}) == 1


def test_every_condition_that_can_refuse_has_its_words_in_a_companion() -> None:
    gates = [gate.id for gate in assessed(household()).benefit.gates]
    assert [(one, gate) for one in COMPANIONS for gate in gates if not words(one).has("notice", "wohngeld", "refused", gate)] == []
