"""Pages of a proof are put in order until it is sent; a proof of an earlier application is used again by a click, and no other way."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from lebenslage.accounts.scope import acting
from lebenslage.files import scanning
from lebenslage.files.models import Blob, Scan
from lebenslage.files.problems import InfectedFile, TookTooLong, WrongKind
from lebenslage.files.queries import content_of
from lebenslage.files.workshop import draw
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import at, now
from lebenslage.journal.models import Entry
from lebenslage.residents.actions import (
    Paper,
    add_documents,
    add_pages,
    answer,
    begin_draft,
    documents,
    move_page,
    remove_page,
    restore_document,
    reuse,
    say_months,
    turn_page,
)
from lebenslage.residents.models import Document, Draft, Vault
from lebenslage.residents.problems import AlreadySent, LastPage, NotOffered, PagesChangedMeanwhile
from lebenslage.residents.proofs import holds_until
from lebenslage.residents.queries import document_of, documents_for, file_name, offered, proofs_wanted
from lebenslage.services.definition import EvidenceKind
from tests.files.clamd import EICAR, scanner

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
SHADES = {"black": 0, "grey": 128, "white": 255}


def photo(shade: str) -> Paper:
    out = BytesIO()
    Image.new("L", (30, 40), SHADES[shade]).save(out, "PNG")
    return Paper(f"{shade}.png", out.getvalue())


def shades(document: Document) -> list[str]:
    """The pages of a file as it is kept now, by their shade; and with a mark where they lie on their side."""
    fresh = document_of(document.vault, document.pk)
    assert fresh is not None
    with acting(vault=document.vault_id):
        pages = [Image.open(BytesIO(one)).convert("L") for one in draw(content_of(fresh.blob), width=20, most=9).pictures]
    names = [min(SHADES, key=lambda name: abs(SHADES[name] - int(page.getpixel((9, 9)) or 0))) for page in pages]
    return [f"{name}*" if page.width > page.height else name for name, page in zip(names, pages, strict=True)]


def brought(draft: Draft, names: Sequence[str] = ("black", "grey", "white")) -> Document:
    return add_documents(draft, papers=[photo(name) for name in names], kind="mietvertrag", by=RESIDENT).documents[0]


def sent(draft: Draft) -> None:
    with acting(vault=draft.vault_id):
        Draft.objects.filter(pk=draft.pk).update(submitted=now())


def test_photos_sent_together_are_one_file_in_their_order(draft: Draft) -> None:
    document = brought(draft)

    assert (shades(document), document.pages, file_name(document)) == (["black", "grey", "white"], 3, "black.pdf")


def test_one_that_is_no_paper_does_not_keep_the_others(draft: Draft) -> None:
    received = add_documents(draft, papers=[photo("grey"), Paper("virus.exe", b"MZ"), photo("white")], kind="mietvertrag", by=RESIDENT)

    assert [type(problem) for problem in received.problems] == [WrongKind]
    assert shades(received.documents[0]) == ["grey", "white"]


def test_files_for_which_the_time_is_over_are_asked_for_again(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LONGEST", -1)

    received = add_documents(draft, papers=[photo("grey")], kind="mietvertrag", by=RESIDENT)

    assert ([type(problem) for problem in received.problems], received.documents) == ([TookTooLong], [])


def test_pages_are_turned_moved_taken_out_and_added(draft: Draft) -> None:
    document = brought(draft)

    turn_page(document, 1, by=RESIDENT)
    move_page(document, 3, to=1, by=RESIDENT)
    assert shades(document) == ["white", "black*", "grey"]
    out = remove_page(document, 3, by=RESIDENT)
    add_pages(document, papers=[photo("black")], by=RESIDENT)

    assert (shades(document), document.pages) == (["white", "black*", "black"], 3)
    assert documents_for(draft) == [document]
    restore_document(out, by=RESIDENT)
    assert shades(out) == ["grey"]
    with acting(vault=draft.vault_id):
        assert Blob.objects.count() == 2


def test_moving_beyond_the_ends_changes_nothing(draft: Draft) -> None:
    document = brought(draft, ["black", "white"])

    move_page(document, 1, to=0, by=RESIDENT)
    move_page(document, 2, to=3, by=RESIDENT)

    assert shades(document) == ["black", "white"]


def test_what_another_window_changed_first_stays(draft: Draft) -> None:
    document = brought(draft, ["black", "white"])
    same = document_of(draft.vault, document.pk)
    assert same is not None
    turn_page(document, 1, by=RESIDENT)

    with pytest.raises(PagesChangedMeanwhile):
        turn_page(same, 2, by=RESIDENT)

    assert shades(document) == ["black*", "white"]


def test_neither_the_last_page_nor_what_was_sent_is_taken_apart(draft: Draft) -> None:
    document = brought(draft, ["black"])
    with pytest.raises(LastPage):
        remove_page(document, 1, by=RESIDENT)
    sent(draft)

    with pytest.raises(AlreadySent):
        turn_page(document, 1, by=RESIDENT)


def test_what_the_scanner_finds_is_not_kept(draft: Draft, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    infected = Paper("brief.png", photo("black").content + EICAR)
    monkeypatch.setenv(scanning.VARIABLE, f"unix:{tmp_path}/clamd.ctl")
    with scanner(tmp_path):
        received = add_documents(draft, papers=[infected, photo("white")], kind="mietvertrag", by=RESIDENT)
    waiting = brought(draft, ["grey"])

    assert [type(problem) for problem in received.problems] == [InfectedFile]
    assert [received.documents[0].blob.scan, waiting.blob.scan] == [Scan.CLEAN, Scan.WAITING]


def test_several_months_are_counted_until_all_are_there(draft: Draft) -> None:
    answer(draft.vault, {"person-1-einkommensarten": ["lohn"], "person-1-bruttolohn": ["1000"]}, by=RESIDENT)
    for month in ("2026-08", "2026-09"):
        papers = [photo("grey" if month.endswith("8") else "white")]
        add_documents(draft, papers=papers, kind="lohnabrechnung", row="person-1", months=[month, "no month"], by=RESIDENT)

    slips = next(one for one in proofs_wanted(draft) if one.kind == "lohnabrechnung")
    assert (slips.period, sorted(slips.months), slips.done) == (3, ["2026-08", "2026-09"], False)
    say_months(slips.documents[0], months=["2026-08", "2026-10"], by=RESIDENT)
    assert next(one for one in proofs_wanted(draft) if one.kind == "lohnabrechnung").done


@pytest.mark.parametrize(
    ("holds_for", "months", "until"),
    [
        (None, "", None),
        (3, "", date(2027, 2, 28)),
        (3, "2026-08 2026-09", date(2026, 12, 31)),
        (12, "2026-01", date(2027, 1, 31)),
    ],
)
def test_a_paper_holds_for_some_months(holds_for: int | None, months: str, until: date | None) -> None:
    assert holds_until(EvidenceKind(id="papier", holds_for=holds_for), date(2026, 11, 30), months) == until


def again(vault: Vault, draft: Draft) -> Draft:
    """The first application is sent, and another one begun."""
    sent(draft)
    return begin_draft(vault, "wohngeld", by=RESIDENT)


def test_an_earlier_proof_is_offered_and_used_by_a_click_alone(vault: Vault, draft: Draft) -> None:
    answer(vault, {"haushalt-1-miete": ["500"]}, by=RESIDENT)
    first = brought(draft, ["black"])
    second = again(vault, draft)
    assert documents_for(second) == []
    assert offered(second, "mietvertrag", "") == [first]

    copy = reuse(first, second, by=RESIDENT)

    assert (documents_for(second), offered(second, "mietvertrag", "")) == ([copy], [])
    assert (shades(copy), copy.since, copy.blob_id != first.blob_id) == (["black"], first.since, True)
    with acting(vault=vault.pk):
        assert Entry.objects.filter(action="reuse_document", subject_id=copy.pk).exists()
    with pytest.raises(NotOffered):
        reuse(first, second, by=RESIDENT)


def test_what_is_too_old_is_not_offered(vault: Vault, draft: Draft) -> None:
    with at(NOON):
        add_documents(draft, papers=[photo("black")], kind="rentenbescheid", row="person-1", by=RESIDENT)
        second = again(vault, draft)
        assert len(offered(second, "rentenbescheid", "person-1")) == 1

    with at(NOON + timedelta(days=366)):
        assert offered(second, "rentenbescheid", "person-1") == []
        assert offered(second, "rentenbescheid", "person-2") == []
