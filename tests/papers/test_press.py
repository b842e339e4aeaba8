"""The PDF itself: structure for screen readers, standards it declares, the same bytes, names of every script, long and missing parts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.papers.glyphs import SIGN, printable, shown
from lebenslage.papers.letter import Addressee, Sender
from lebenslage.papers.press import PACKAGE, printed
from lebenslage.papers.wohngeld import wohngeld_notice
from lebenslage.papers.wohngeld_page import wohngeld_notice_pdf
from tests.papers.matters import ADDRESSEE, assessed, household, matter
from tests.papers.reading import attached, opened, squeezed, structure, text_of

pytestmark = pytest.mark.slow  # PDFs are pressed and sealed

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def notice(**changes: object) -> bytes:
    result = assessed(household())
    return wohngeld_notice_pdf(wohngeld_notice(result, matter(result, **changes)), at=AT)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return notice()


def test_the_document_is_tagged_titled_and_german(pdf: bytes) -> None:
    with opened(pdf) as document:
        assert document.Root.MarkInfo.Marked is True or bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang) == "de"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert "/StructTreeRoot" in document.Root


def test_it_declares_ua_1_and_a_3a_with_its_title(pdf: bytes) -> None:
    with opened(pdf) as document, document.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("3", "A")
        assert meta["dc:title"] == "Bescheid über Wohngeld"


def test_headings_begin_with_one_and_skip_no_level(pdf: bytes) -> None:
    levels = [int(kind[1]) for kind in structure(pdf) if kind in ("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_header_cells_and_the_calculation_is_a_list(pdf: bytes) -> None:
    kinds = structure(pdf)
    assert kinds.count("Table") == 2
    assert kinds.count("TH") == 5
    assert kinds.count("LI") > 40


def test_every_page_names_tabs_by_structure_and_fonts_are_inside(pdf: bytes) -> None:
    with opened(pdf) as document:
        assert len(document.pages) >= 2
        fonts = [font.DescendantFonts[0] for page in document.pages for font in page.Resources.Font.values()]
        assert all({"/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in fonts)


def test_pages_are_numbered(pdf: bytes) -> None:
    with opened(pdf) as document:
        number = len(document.pages)
    text = squeezed(text_of(pdf))
    assert [f"Seite{n}von{number}" in text for n in range(1, number + 1)] == [True] * number


def test_the_attachment_is_related_as_data(pdf: bytes) -> None:
    with opened(pdf) as document:
        file = document.Root.AF[0]
        assert str(file.AFRelationship) == "/Data"
        assert str(file.EF.F.Subtype) == "/application/json"


def test_the_same_content_gives_the_same_bytes(pdf: bytes) -> None:
    assert notice() == pdf
    assert notice(case_number="WG-2026-000124") != pdf


def test_two_at_a_time_disturb_each_other_in_nothing(pdf: bytes) -> None:
    with ThreadPoolExecutor(4) as pool:
        others = list(pool.map(lambda number: notice(case_number=f"WG-{number}"), range(8)))
        again = list(pool.map(lambda _: notice(), range(4)))
    assert again == [pdf] * 4
    assert len(set(others)) == 8


def test_a_time_needs_a_zone_and_the_zone_does_not_change_the_moment() -> None:
    result = assessed(household())
    content = wohngeld_notice(result, matter(result))
    there = AT.astimezone(timezone(timedelta(hours=1)))
    assert wohngeld_notice_pdf(content, at=there) == wohngeld_notice_pdf(content, at=AT)
    with pytest.raises(ValueError, match="zone"):
        wohngeld_notice_pdf(content, at=AT.replace(tzinfo=None))


@pytest.mark.parametrize("name", ["Нина Шевченко", "Łukasz Wiśniewski", "Nguyễn Thị Ánh", "Ελένη Παπαδοπούλου", "Ġużeppi Ħaż", "Þórður Ðœ"])
def test_letters_of_europe_and_vietnam_are_printed_as_they_are(name: str) -> None:
    text = squeezed(text_of(notice(addressee=Addressee(name, ADDRESSEE.lines))))
    assert squeezed(printable(name)) in text
    assert SIGN not in text


@pytest.mark.parametrize("name", ["محمد الأحمد", "שרה לוי", "გიორგი მაისურაძე", "Արամ Խաչատրյան"])
def test_arabic_hebrew_georgian_and_armenian_names_have_their_letters(name: str) -> None:
    assert printable(name) == name
    assert SIGN not in text_of(notice(addressee=Addressee(name, ADDRESSEE.lines)))


def test_what_no_font_has_becomes_one_sign_and_the_letter_says_so() -> None:
    pdf = notice(addressee=Addressee("Anna 😀👍🏽 Berg 李明", ADDRESSEE.lines))
    text = squeezed(text_of(pdf))
    assert f"Anna{SIGN}Berg{SIGN}" in text
    assert "RautemitFragezeichen" in text
    assert attached(pdf)["bescheid.json"]["matter"]["addressee"]["name"] == "Anna 😀👍🏽 Berg 李明"


def test_an_ordinary_letter_says_nothing_of_signs(pdf: bytes) -> None:
    assert "RautemitFragezeichen" not in squeezed(text_of(pdf))


def test_a_hidden_change_of_direction_is_not_printed() -> None:
    assert printable("Anna\u202e greB\u0000\ufeff") == "Anna greB"


@settings(max_examples=60)
@given(st.text(st.characters(), min_size=1, max_size=40))
def test_no_name_of_any_letters_loses_a_notice(name: str) -> None:
    content = {
        "letter": {
            "language": "de", "subject": "Probe", "sender": {"authority": name, "office": name, "return_line": name},
            "address": [name], "references": [{"label": "x", "value": name}], "greeting": name, "page": "{number}", "incomplete": "y",
        },
        "received": {"sentence": name, "day": "x", "time": "x", "rows": []},
        "next": {"heading": "n", "steps": [name]},
        "proofs": {"heading": "p", "came_intro": "c", "came": [name], "open_intro": "o", "open": []},
        "stated": {"heading": "s", "wrong": "w", "sections": [{"heading": name, "rows": []}]},
        "contact": {"heading": "c", "rows": [{"label": name, "value": name}]},
    }  # fmt: skip
    assert printed(PACKAGE / "papers/receipt.typ", content, at=AT).startswith(b"%PDF-1.7")


def test_the_map_of_letters_holds_the_alphabet_of_din_91379() -> None:
    assert set("ÄÖÜäöüßẞĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěƏəĞğĠġĢģĤĥĦħİıĶķŁłŃńŅņŇňŊŋŐőŒœŔŕŘřŚśŞşȘșŠšŢţȚțŤťŦŧŮůŰűŲųŴŵŶŷŹźŻżŽžǅǆ") <= shown()


def test_very_long_names_and_addresses_keep_every_letter() -> None:
    name = "Maximiliane-Alexandra Freifrau von und zu Hohenlohe-Langenburg-Schillingsfürst geborene Gräfin Wallmoden-Gimborn-Neustadt"
    lines = (
        "bei " + name,
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenstraße 123456 Hinterhaus, 4. Obergeschoss links",
        "50999 Musterstadt",
        "DEUTSCHLAND",
    )
    text = squeezed(text_of(notice(addressee=Addressee(name, lines))))
    assert text.count(squeezed(name)) >= 3
    assert squeezed(lines[1]) in text


def test_a_sender_with_name_and_address_alone_is_enough() -> None:
    sender = Sender("Gemeinde Dahlem", "Wohngeldstelle", "Hauptstraße 23", "53949 Dahlem")
    text = squeezed(text_of(notice(sender=sender, signed_by="Ute Maas", payment=None)))
    assert "GemeindeDahlem" in text
    assert "Telefon" not in text


def test_fourteen_people_fit() -> None:
    document = household()
    child = document["personen"]["Lina Berg"]
    for number in range(10):
        document["personen"][f"Kind {number + 1} Berg"] = deepcopy(child)
    result = assessed(document)
    content = wohngeld_notice(result, matter(result))
    pdf = wohngeld_notice_pdf(content, at=AT)
    assert len(content.persons) == 14
    assert [one.name for one in content.persons if squeezed(one.name) not in squeezed(text_of(pdf))] == []
