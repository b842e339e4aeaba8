"""An application on paper, and a formless one."""

from __future__ import annotations

from datetime import date

import pytest

from lebenslage.law.texts import LANGUAGES
from lebenslage.papers.application import Applicant, Office, ProofAsked, application_page, application_pdf
from lebenslage.papers.formless import formless_page, formless_pdf
from lebenslage.papers.letter import words
from lebenslage.papers.receipt import Section, Stated
from tests.papers.reading import attached, opened, squeezed, text_of
from tests.papers.writing import APPLICANT, HOMELESS, MADE, OFFICE, OWN_WORDS, PROOFS, application, formless


def printed(**changes: object) -> str:
    return squeezed(text_of(application_pdf(application(**changes))))


def pages(pdf: bytes) -> int:
    with opened(pdf) as document:
        return len(document.pages)


def test_the_office_stands_in_the_window_and_the_applicant_above_it() -> None:
    letter = application_page(application())["letter"]
    assert letter["address"] == [OFFICE.authority, OFFICE.office, OFFICE.street, OFFICE.place]
    assert letter["sender"]["return_line"] == "Anna Berg · Lindenweg 12, 50999 Musterstadt"


def test_what_is_asked_for_every_proof_and_every_answer_is_in_it() -> None:
    text = printed()
    for part in (
        "Ich beantrage Wohngeld.",
        "Miete im Monat",
        "1.120,00 €",
        "Anna Berg: Geburtsdatum",
        "Mietvertrag",
        "Auch möglich: eine Mietbescheinigung.",
        "Anna Berg: Lohnabrechnung",
        "Unterschrift: Anna Berg",
        "0170 5550123",
    ):
        assert squeezed(part) in text


def test_the_wrong_office_is_asked_to_pass_it_on_and_the_day_stays() -> None:
    assert squeezed("Er gilt als an dem Tag gestellt, an dem er bei Ihnen eingegangen ist (§ 16 Abs. 2 SGB I).") in printed()


def test_every_page_for_the_office_has_the_number_and_the_page_for_the_person_is_not_counted() -> None:
    pdf = application_pdf(application())
    text = squeezed(text_of(pdf))
    count = pages(pdf) - 1
    assert [f"AntragK7FM-2QXD·Seite{n}von{count}" in text for n in range(1, count + 1)] == [True] * count


def test_a_proof_that_is_enclosed_is_ticked_and_says_so_to_who_does_not_see() -> None:
    rows = application_page(application())["proofs"]["rows"]
    assert [row["says_enclosed"] for row in rows] == [
        "Mietvertrag: liegt bei, angekreuzt",
        "Anna Berg: Lohnabrechnung: liegt bei, Kästchen",
    ]


def test_an_application_without_proofs_says_so_and_promises_none() -> None:
    page = application_page(application(proofs=()))
    assert "kein Nachweis" in page["proofs"]["intro"]
    assert all("reiche ich nach" not in sentence for sentence in page["sign"]["declare"])


def test_the_signature_declares_what_the_benefit_wants() -> None:
    page = application_page(application(declarations=("Das Amt darf beim Rententräger nachfragen.",)))
    assert page["sign"]["declare"] == ["Das Amt darf beim Rententräger nachfragen."]


def test_a_person_without_an_address_says_where_she_is_and_how_she_is_reached() -> None:
    text = printed(applicant=HOMELESS)
    for part in ("keine feste Anschrift", "Hält sich auf in", "Düren", "Bitte erreichen Sie mich so: über die Bahnhofsmission Düren."):
        assert squeezed(part) in text
    assert squeezed("Sie brauchen keine feste Anschrift.") in text


def test_a_person_nobody_can_reach_asks_for_her_post() -> None:
    assert squeezed("Bitte halten Sie Post für mich bereit.") in printed(applicant=Applicant("Max Bär", stays="Aachen"))


def test_an_office_without_a_known_address_is_told_and_the_town_hall_named() -> None:
    page = application_page(application(office=Office("Kreis Düren")))
    assert page["letter"]["address"] == ["Kreis Düren", words("de")("application", "office_unknown")]
    assert "Rathaus" in page["for_you"]["office_note"][0]
    assert application_page(application())["for_you"]["office_note"] == [words("de")("handover", "mail", mail=OFFICE.mail)]


def test_an_earlier_formless_application_keeps_its_day() -> None:
    page = application_page(application(formless_on=date(2026, 10, 30)))
    assert "30. Oktober 2026" in page["apply"]["sentences"][0]
    assert "30. Oktober 2026" in page["for_you"]["rules"][0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_the_person_is_in_her_language_and_the_rest_german(language: str) -> None:
    text = printed(language=language)
    assert squeezed(words(language)("handover", "yours")) in text
    assert squeezed("Erklärung und Unterschrift") in text


def test_the_answers_go_with_it_as_data() -> None:
    pdf = application_pdf(application())
    data = attached(pdf)["antrag.json"]
    assert data == application().data()
    assert (data["facts"], data["made"]) == ({"haushalt": {"miete": 112000}}, "2026-11-03T21:47:00+01:00")
    assert application_pdf(application()) == pdf


def test_thirty_people_with_three_hundred_answers_are_all_printed() -> None:
    people = [f"Kind Nummer {number} von und zu Hohenlohe-Langenburg" for number in range(30)]
    sections = tuple(
        Section(f"Abschnitt {n}", tuple(Stated("Geburtsdatum", f"{n + 1}. Mai 2020", who) for who in people)) for n in range(10)
    )
    proofs = tuple(ProofAsked("Geburtsurkunde", person=who) for who in people)
    text = printed(sections=sections, proofs=proofs)
    assert [who for who in people if text.count(squeezed(who)) < 11] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_formless_application_is_one_page(language: str) -> None:
    pdf = formless_pdf(formless(language=language))
    text = squeezed(text_of(pdf))
    assert pages(pdf) == 1
    assert squeezed("Er gilt als an dem Tag gestellt, an dem er bei Ihnen eingeht") in text
    assert squeezed(words(language)("formless_help", "day")) in text
    assert all(squeezed(line) in text for line in OWN_WORDS.splitlines())
    assert attached(pdf)["antrag.json"]["words"] == OWN_WORDS


def test_a_way_to_be_reached_is_name_enough() -> None:
    page = formless_page(formless(applicant=Applicant("", reached=("0170 5550123",)), office=None))
    assert page["letter"]["address"][0] == "An das zuständige Amt"
    assert "Ich möchte meinen Namen noch nicht nennen." in page["sentences"]
    assert "Bitte erreichen Sie mich so: 0170 5550123." in page["sentences"]
    assert page["sign"]["signature"] == "Unterschrift"


def test_who_did_not_say_her_address_is_not_called_homeless() -> None:
    text = squeezed(text_of(formless_pdf(formless(applicant=Applicant("Anna Berg")))))
    assert "keinefesteAnschrift" not in text
    assert "hiernichtangegeben" in text


def test_nobody_at_all_cannot_apply() -> None:
    with pytest.raises(ValueError, match="a name or a way"):
        formless_pdf(formless(applicant=Applicant("  ")))


def test_a_time_needs_a_zone() -> None:
    for make in (
        lambda: application_pdf(application(made=MADE.replace(tzinfo=None))),
        lambda: formless_pdf(formless(made=MADE.replace(tzinfo=None))),
    ):
        with pytest.raises(ValueError, match="zone"):
            make()


def test_the_same_application_has_the_same_proofs_whoever_prints_it() -> None:
    assert application_page(application(applicant=APPLICANT, proofs=PROOFS)) == application_page(application())


def test_a_name_too_long_for_a_line_is_cut_there_and_whole_below() -> None:
    name = "Anna " * 100
    page = application_page(application(applicant=Applicant(name, ("Weg 1",))))
    assert len(page["letter"]["sender"]["authority"]) <= 90
    assert len(page["sign"]["signature"]) <= 110
    assert page["apply"]["rows"][0]["value"] == name


def test_a_word_that_no_line_holds_runs_over_many_lines_and_not_off_the_page() -> None:
    pdf = formless_pdf(formless(words="A" * 6000))
    text = text_of(pdf)
    assert squeezed(text).replace("\u200b", "").count("A" * 30) >= 200 - len(range(pages(pdf)))
    assert pages(pdf) > 1
    assert "Donaudampfschifffahrtsgesellschaftskapitänswitwenstraße" in text_of(
        formless_pdf(formless(words="Donaudampfschifffahrtsgesellschaftskapitänswitwenstraße"))
    )
