"""What stands in a Wohngeld notice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from lebenslage.kernel.deadlines import Remedy, RemedyForm, RemedyKind, RemedyPlace
from lebenslage.law.engine import Status
from lebenslage.papers.letter import words
from lebenslage.papers.notice import Dispatch, NoticeContent, Outcome
from lebenslage.papers.problems import FigureNotConfirmed, NoClaimToGrant, ReasonsMissing
from lebenslage.papers.wohngeld import wohngeld_notice
from lebenslage.papers.wohngeld_page import wohngeld_notice_pdf, wohngeld_page
from tests.papers.matters import assessed, household, matter
from tests.papers.reading import attached, squeezed, text_of

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
REASONS = "Die Kündigung der Garage haben wir noch nicht gesehen.\nBis dahin zählt die Garage mit (§ 9 Abs. 2 WoGG)."


def granted() -> NoticeContent:
    result = assessed(household())
    return wohngeld_notice(result, matter(result))


def refused() -> NoticeContent:
    document = household(miete="400,00")
    document["personen"]["Anna Berg"]["bruttolohn"] = "4.900,00"
    result = assessed(document)
    return wohngeld_notice(result, matter(result, Outcome.REFUSAL))


@pytest.fixture(scope="module")
def grant_text() -> str:
    return squeezed(text_of(wohngeld_notice_pdf(granted(), at=AT)))


@pytest.fixture(scope="module")
def refusal_text() -> str:
    return squeezed(text_of(wohngeld_notice_pdf(refused(), at=AT)))


def test_the_decision_comes_before_every_paragraph(grant_text: str) -> None:
    assert "SiebekommenWohngeldalsMietzuschuss:600,00€imMonat." in grant_text
    assert grant_text.index("SiebekommenWohngeld") < grant_text.index("§")


def test_the_parts_come_in_the_order_a_reader_needs() -> None:
    parts = ["decision", "amounts", "reasons", "calculation", "disagree", "duties", "contact", "instruction", "law"]
    order = list(wohngeld_page(granted()))
    assert [part for part in order if part in parts] == parts


def test_every_amount_and_paragraph_of_the_calculation_is_printed(grant_text: str) -> None:
    lines = granted().lines
    assert len(lines) > 30
    assert [line.label for line in lines if squeezed(line.label) not in grant_text] == []
    assert [line.value for line in lines if squeezed(line.value) not in grant_text] == []
    assert [line.cites for line in lines if squeezed(line.cites) not in grant_text] == []


def test_lines_are_numbered_without_a_gap() -> None:
    assert [line.number for line in granted().lines] == list(range(1, len(granted().lines) + 1))


def test_no_line_only_repeats_the_amount_before_it() -> None:
    assert not [
        b.rule for a, b in pairwise(granted().lines) if a.exact == b.exact and a.unit == b.unit == "fixed-euro/month" and not b.sentence
    ]


def test_a_binding_notice_does_not_say_probably(grant_text: str, refusal_text: str) -> None:
    assert "voraussichtlich" not in grant_text
    assert "voraussichtlich" not in refusal_text


def test_the_amounts_of_section_24_are_the_rent_and_the_income_before_deductions(grant_text: str) -> None:
    amounts = {one.name: one for one in granted().reference_amounts}
    assert amounts["rent"].value == "977,00\u00a0€ im Monat"
    assert amounts["income"].value == "3.214,00\u00a0€ im Monat"
    assert all(squeezed(one.value) in grant_text and squeezed(one.tell) in grant_text for one in amounts.values())


def test_a_change_is_to_be_told_beyond_fifteen_percent_to_the_cent() -> None:
    amounts = {one.name: one for one in granted().reference_amounts}
    assert amounts["rent"].limit == "830,45\u00a0€ im Monat"  # 85 % of 977.00
    assert amounts["income"].limit == "3.696,10\u00a0€ im Monat"  # 115 % of 3,214.00


@pytest.mark.parametrize(
    "paragraph", ["§27Abs.3Satz1Nr.1", "§27Abs.3Satz1Nr.2", "§27Abs.3Satz1Nr.3", "§27Abs.4", "§28Abs.1Satz2", "§28Abs.4Satz1"]
)
def test_every_duty_of_section_24_is_told(grant_text: str, paragraph: str) -> None:
    assert paragraph in grant_text


def test_a_grant_says_that_one_can_apply_again_and_that_it_may_be_decided_anew(grant_text: str) -> None:
    assert "könnenSieWohngeldneubeantragen" in grant_text
    assert "auchwennSienichtsmeldenmussten" in grant_text


def test_authority_name_and_remedy_stand_there(grant_text: str) -> None:
    """§ 33 Abs. 3, § 36 SGB X: authority, name, remedy, where, seat, time limit, form."""
    seat = "StadtMusterstadt,AmtfürSozialesundWohnen,Wohngeldstelle,Rathausplatz1,50999Musterstadt"
    assert f"beifolgenderBehördezuerheben:{seat}." in grant_text
    assert "MaraKlein" in grant_text
    assert "innerhalbeinesMonats,nachdemerIhnenbekanntgegebenwordenist,Widerspruch" in grant_text
    assert "oderzurNiederschrift" in grant_text


def test_the_last_day_counts_from_the_fourth_day_and_over_christmas(grant_text: str) -> None:
    assert granted().remedy.counts_from == date(2026, 11, 28)
    assert granted().remedy.last_day == date(2026, 12, 28)
    assert "28.Dezember2026,wenndieserBriefam24.November2026zurPostgeht" in grant_text


def test_a_notice_in_the_portal_says_from_when_it_counts() -> None:
    result = assessed(household())
    notice = wohngeld_notice(result, matter(result, dispatch=Dispatch.PORTAL))
    assert "Nachricht über diesen Bescheid" in wohngeld_page(notice)["disagree"]["rows"][0]["value"]


def test_a_court_can_be_the_place_of_the_remedy() -> None:
    result = assessed(household())
    klage = Remedy(RemedyKind.KLAGE, RemedyPlace.COURT, (RemedyForm.SCHRIFTLICH, RemedyForm.NIEDERSCHRIFT), 1, ("VwGO § 74",))
    notice = wohngeld_notice(result, matter(result, remedy=klage, court="Verwaltungsgericht Köln, Appellhofplatz, 50667 Köln"))
    assert "Klage erhoben werden" in wohngeld_page(notice)["instruction"]["text"]
    assert "Verwaltungsgericht Köln" in wohngeld_page(notice)["instruction"]["text"]


def test_a_refusal_says_what_decided_what_would_change_it_and_who_helps(refusal_text: str) -> None:
    assert refusal_text.index("WirlehnenIhrenAntragaufWohngeldab.") < refusal_text.index("§")
    assert "Dasändertsich,wennIhrEinkommensinkt" in refusal_text
    assert "EineSozialberatunginIhrerNähe" in refusal_text
    assert "WoGG§21Nr.1" in refusal_text


def test_a_refusal_ends_its_calculation_with_the_condition_that_failed_and_asks_no_duties(refusal_text: str) -> None:
    assert refused().lines[-1].rule == "mindestbetrag_erreicht"
    assert refused().lines[-1].exact == 0
    assert refused().amount is None
    assert "WasSieunsmeldenmüssen" not in refusal_text


def test_every_condition_that_can_refuse_has_its_words() -> None:
    result = assessed(household())
    lacking = [gate.id for gate in result.benefit.gates if not words("de").has("notice", "wohngeld", "refused", gate.id)]
    assert lacking == []


def test_a_refusal_for_assets_shows_them_beside_the_limit() -> None:
    document = household()
    document["personen"]["Anna Berg"]["vermoegen"] = "400.000"
    result = assessed(document)
    notice = wohngeld_notice(result, matter(result, Outcome.REFUSAL))
    assert "402.000,00\u00a0€" in notice.lines[-1].sentence
    assert {line.rule for line in notice.lines}.isdisjoint({"wohngeld_betrag", "miete_oder_belastung"})


def test_a_refusal_of_another_kind_rests_on_the_caseworkers_reasons() -> None:
    result = assessed(household())
    notice = wohngeld_notice(result, matter(result, Outcome.REFUSAL, reasons="Sie haben nicht mitgewirkt (§ 66 SGB I)."))
    page = wohngeld_page(notice)
    assert notice.lines == ()
    assert page["reasons"]["own"] == "Sie haben nicht mitgewirkt (§ 66 SGB I)."
    assert "keine Berechnung" in page["calculation"]["intro"]


def test_a_partial_grant_says_so_and_why() -> None:
    result = assessed(household())
    text = squeezed(text_of(wohngeld_notice_pdf(wohngeld_notice(result, matter(result, Outcome.PARTIAL, reasons=REASONS)), at=AT)))
    assert "EinemTeilIhresAntragskönnenwirnichtfolgen." in text
    assert "DieKündigungderGaragehabenwirnochnichtgesehen." in text


def test_reasons_are_demanded_where_the_calculation_gives_none() -> None:
    result = assessed(household())
    for outcome in (Outcome.PARTIAL, Outcome.REFUSAL):
        with pytest.raises(ReasonsMissing):
            wohngeld_notice(result, matter(result, outcome, reasons="  "))


def test_what_the_law_does_not_give_cannot_be_granted() -> None:
    document = household()
    document["personen"]["Anna Berg"]["vermoegen"] = "400.000"
    result = assessed(document)
    assert result.status is Status.NO
    with pytest.raises(NoClaimToGrant):
        wohngeld_notice(result, matter(result))


def test_a_doubtful_figure_must_be_confirmed_unless_it_is_a_draft() -> None:
    document = household()
    document["personen"]["Hatice Yılmaz"] |= {"einkommensarten": ["rente", "zuwendung"], "zuwendungen": "9.000,00"}
    result = assessed(document)
    assert "zuwendungen_frei" in [figure.id for figure, _ in result.to_check]
    with pytest.raises(FigureNotConfirmed):
        wohngeld_notice(result, matter(result, confirmed=()))
    draft = wohngeld_notice(result, matter(result, confirmed=(), draft=True))
    assert wohngeld_page(draft)["draft"] == "Entwurf – noch keine Entscheidung"
    confirmed = wohngeld_page(wohngeld_notice(result, matter(result)))["reasons"]["confirmed"]
    assert any("hat Mara Klein am 23. November 2026" in sentence for sentence in confirmed)


def test_who_is_excluded_is_named_with_the_reason() -> None:
    document = household()
    document["personen"]["Hatice Yılmaz"] |= {
        "leistung": "grundsicherung_im_alter",
        "leistung_stand": "bewilligt",
        "leistung_ab": "1.1.2026",
        "leistung_bis": "offen",
    }
    for person in document["personen"].values():
        person["bei_leistung_beruecksichtigt"] = "nein"
    result = assessed(document)
    out = {person.name: person.why for person in wohngeld_notice(result, matter(result)).persons if not person.counted}
    assert list(out) == ["Hatice Yılmaz"]
    assert "Grundsicherung im Alter" in out["Hatice Yılmaz"]


def test_the_data_inside_are_the_content() -> None:
    notice = granted()
    data = attached(wohngeld_notice_pdf(notice, at=AT))
    assert data == {"bescheid.json": notice.data()}
    assert data["bescheid.json"]["amount"] == 60_000
    assert data["bescheid.json"]["begins"] == "2026-11-01"
    assert data["bescheid.json"]["lines"][0]["rule"] == "wohngeldberechtigt"


def test_conditions_payment_and_confirmations_are_left_out_where_there_are_none() -> None:
    result = assessed(household())
    page = wohngeld_page(wohngeld_notice(result, matter(result, payment=None, signed_by="")))
    assert [row["value"] for row in page["amounts"]["rows"]] == ["Mietzuschuss", "monatlich im Voraus"]
    assert page["signature"]["name"] == "Jana Öztürk"
    assert page["reasons"]["conditions_list"] == []
