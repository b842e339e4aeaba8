"""Only what the answers call for is to be proved; files are kept once, sealed, and can be taken back."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image

from lebenslage.accounts.scope import acting
from lebenslage.files.models import Blob
from lebenslage.files.problems import WrongKind
from lebenslage.files.queries import content_of
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import at
from lebenslage.residents.actions import add_document, answer, remove_document, restore_document, sweep
from lebenslage.residents.models import Document, Draft, Vault
from lebenslage.residents.problems import UnknownPlace, UnknownProof
from lebenslage.residents.queries import documents_of, file_name, proofs_wanted

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
RENT = {
    "haushalt-1-wohnform": ["miete"],
    "haushalt-1-miete": ["500"],
    "zeilen-person": ["1 2"],
    "person-1-geburtsdatum": ["3.11.1950"],
    "person-2-geburtsdatum": ["3.11.1990"],
    "person-2-kindergeld": ["nein"],
}


def photo(shade: int = 0) -> bytes:
    out = BytesIO()
    Image.new("L", (20, 20), shade).save(out, "PNG")
    return out.getvalue()


def bring(draft: Draft | Vault, kind: str = "mietvertrag", row: str = "", **more: Any) -> Document:
    return add_document(draft, content=more.pop("content", photo()), name="Foto.png", kind=kind, row=row, by=RESIDENT, **more)


def wanted(draft: Draft) -> list[tuple[str, str]]:
    return [(one.kind, one.row) for one in proofs_wanted(draft)]


def test_each_answer_calls_for_its_proof_on_its_row(draft: Draft) -> None:
    answer(draft.vault, RENT, by=RESIDENT)

    assert wanted(draft) == [("mietvertrag", ""), ("ausweis", "person-1"), ("ausweis", "person-2")]


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        ("person-1-leistung", "keine"),
        ("person-1-aufenthalt", "deutsch"),
        ("person-1-abzuege", "keine"),
        ("person-1-vermoegen", "0,00"),
        ("haushalt-1-ablehnung_ab", "keine"),
    ],
)
def test_an_answer_that_is_a_no_needs_no_proof(draft: Draft, place: str, typed: str) -> None:
    answer(draft.vault, {place: [typed]}, by=RESIDENT)

    assert wanted(draft) == []


def test_an_amount_below_a_choice_that_was_changed_needs_no_proof(draft: Draft) -> None:
    answer(draft.vault, {"person-1-einkommensarten": ["rente"], "person-1-rente": ["900"]}, by=RESIDENT)
    assert wanted(draft) == [("rentenbescheid", "person-1")]

    answer(draft.vault, {"person-1-einkommensarten": ["lohn"]}, by=RESIDENT)
    assert wanted(draft) == []


def test_a_proof_of_assets_only_helps(draft: Draft) -> None:
    answer(draft.vault, {"person-1-vermoegen": ["3000"], "haushalt-1-miete": ["500"]}, by=RESIDENT)

    assert [(one.kind, one.required) for one in proofs_wanted(draft)] == [("mietvertrag", True), ("vermoegensaufstellung", False)]


def test_what_was_brought_stands_with_what_is_wanted(draft: Draft) -> None:
    answer(draft.vault, RENT, by=RESIDENT)
    contract, card = bring(draft), bring(draft, "ausweis", "person-2")

    assert [list(one.documents) for one in proofs_wanted(draft)] == [[contract], [], [card]]


def test_wanted_proofs_take_few_queries(draft: Draft, django_assert_max_num_queries: Any) -> None:
    answer(draft.vault, RENT, by=RESIDENT)

    with acting(vault=draft.vault_id), django_assert_max_num_queries(3):
        proofs_wanted(draft)


def test_a_photo_is_kept_as_a_page_with_its_name_sealed(draft: Draft) -> None:
    document = bring(draft)

    with acting(vault=draft.vault_id):
        assert content_of(document.blob).startswith(b"%PDF-")
    assert (file_name(document), document.pages) == ("Foto.pdf", 1)
    assert b"Foto" not in bytes(document.sealed_name)


def test_the_same_file_sent_twice_is_kept_once(draft: Draft) -> None:
    assert bring(draft) == bring(draft)
    assert len(documents_of(draft.vault)) == 1


def test_a_proof_of_no_known_kind_is_refused(draft: Draft) -> None:
    with pytest.raises(UnknownProof):
        bring(draft, "taufschein")
    with pytest.raises(UnknownPlace):
        bring(draft, "ausweis", "person-x")
    with pytest.raises(WrongKind):
        bring(draft, content=b"MZ")


def test_a_proof_taken_back_can_be_restored_for_a_day(vault: Vault) -> None:
    document = bring(vault)
    remove_document(document, by=RESIDENT)
    assert documents_of(vault) == []

    restore_document(document, by=RESIDENT)
    assert documents_of(vault) == [document]


def test_a_proof_taken_back_is_gone_a_day_later(vault: Vault) -> None:
    with at(NOON):
        remove_document(bring(vault, content=photo(9)), by=RESIDENT)

    Vault.objects.update(kept_hours=9999)
    sweep(NOON + timedelta(hours=25))

    with acting(vault=vault.pk):
        assert not Document.objects.exists()
        assert not Blob.objects.exists()


def test_nobody_sees_the_proofs_of_another(draft: Draft) -> None:
    bring(draft)

    with acting(vault=uuid4()):
        assert not Document.objects.exists()
