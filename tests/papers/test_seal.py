"""The seal: one changed byte is seen wherever it is, and so is what is cut off, put behind, or sealed by somebody else."""

from __future__ import annotations

import base64
import time
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pikepdf
import pytest
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from lebenslage.papers.seal import Seal, State, Verdict, check, seal_of
from lebenslage.papers.sealing import sealed
from tests.papers.test_receipt import receipt, receipt_pdf

pytestmark = pytest.mark.slow  # PDFs are pressed and sealed

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
KEY_BITS = 2048  # short, for the sake of time
OURS, THEIRS = (seal_of(generate_private_key(65537, KEY_BITS)) for _ in range(2))
PAPER = receipt_pdf(receipt())
SEALED = sealed(PAPER, OURS, at=AT)


def state(pdf: bytes, seal: Seal = OURS) -> State:
    return check(pdf, seal.certificate).state


def test_a_sealed_paper_is_unaltered_and_says_since_when() -> None:
    assert check(SEALED, OURS.certificate) == Verdict(State.UNALTERED, AT)


def test_another_reader_of_signatures_agrees() -> None:
    embedded = PdfFileReader(BytesIO(SEALED)).embedded_signatures[0]
    own = Certificate.load(OURS.certificate.public_bytes(Encoding.DER))
    status = validate_pdf_signature(embedded, ValidationContext(trust_roots=[own], allow_fetching=False))

    assert (status.intact, status.valid, status.trusted, status.coverage.name) == (True, True, True, "ENTIRE_FILE")
    assert embedded.self_reported_timestamp == AT


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_one_changed_byte_is_found_wherever_it_is(position: int, change: int) -> None:
    changed = SEALED[:position] + bytes([SEALED[position] ^ change]) + SEALED[position + 1 :]

    assert state(changed) is State.ALTERED


@pytest.mark.parametrize("every", [61, pytest.param(9, marks=pytest.mark.slow)])
def test_one_changed_letter_is_found_in_every_place_of_the_seal_itself(every: int) -> None:
    places = range(SEALED.index(b"/Contents <", len(PAPER)), len(SEALED), every)
    found = {state(SEALED[:at] + (b"0" if SEALED[at] != ord("0") else b"1") + SEALED[at + 1 :]) for at in places}

    assert found == {State.ALTERED}


def test_small_letters_in_the_seal_are_a_change_too() -> None:
    start = SEALED.index(b"/Contents <", len(PAPER)) + len(b"/Contents <")
    end = SEALED.index(b">", start)

    assert state(SEALED[:start] + SEALED[start:end].lower() + SEALED[end:]) is State.ALTERED


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95, 0.999])
def test_a_paper_cut_off_is_altered(share: float) -> None:
    assert state(SEALED[: int(len(SEALED) * share)]) is State.ALTERED


def test_what_is_added_after_the_seal_is_an_alteration() -> None:
    writer = IncrementalPdfFileWriter(BytesIO(SEALED))
    writer.root["/Lang"] = TextStringObject("en")
    writer.update_root()
    output = BytesIO()
    writer.write(output)

    assert output.getvalue().startswith(SEALED)
    assert state(output.getvalue()) is State.ALTERED
    assert state(SEALED + b"\n") is State.ALTERED


def test_a_paper_written_anew_with_another_amount_is_altered() -> None:
    with pikepdf.open(BytesIO(SEALED)) as document:
        output = BytesIO()
        document.save(output)

    assert state(output.getvalue()) is State.ALTERED


def test_the_seal_of_another_installation_is_not_ours() -> None:
    assert state(sealed(PAPER, THEIRS, at=AT)) is State.NOT_OURS
    assert state(SEALED, THEIRS) is State.NOT_OURS


def test_a_signature_of_other_software_is_not_ours() -> None:
    own = Certificate.load(THEIRS.certificate.public_bytes(Encoding.DER))
    key = PrivateKeyInfo.load(THEIRS.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
    signer = SimpleSigner(own, key, SimpleCertificateStore())
    output = sign_pdf(IncrementalPdfFileWriter(BytesIO(PAPER)), PdfSignatureMetadata(field_name="Signature1"), signer)
    signed = output.getvalue()

    assert state(signed) is State.NOT_OURS
    assert state(signed.replace(b"/ByteRange [0 ", b"/ByteRange[ 0 ")) is State.NOT_OURS


def test_a_file_full_of_seals_is_soon_judged() -> None:
    pdf = b"%PDF-" + b"/ByteRange [0 9 20 3]" * 200_000 + b"%%EOF"
    begun = time.process_time()

    assert state(pdf) is State.ALTERED
    assert time.process_time() - begun < 5


def test_our_seal_cannot_be_moved_to_another_paper() -> None:
    other = sealed(receipt_pdf(receipt(number="WG-2026-000999")), OURS, at=AT)
    start, begin = (one.index(b"/Contents <", len(PAPER) - 50) for one in (SEALED, other))
    end, stop = (SEALED.index(b">", start), other.index(b">", begin))

    assert state(other[:begin] + SEALED[start:end] + other[stop:]) is State.ALTERED


def test_a_paper_that_was_never_sealed_has_no_seal() -> None:
    assert state(PAPER) is State.NO_SEAL


@pytest.mark.parametrize(
    "rubbish", [b"", b"%PDF-1.7\n", b"/ByteRange [0 0 0 0]", b"%PDF-/ByteRange [0 9 9 9]%%EOF", base64.b64encode(PAPER)]
)
def test_rubbish_is_never_unaltered(rubbish: bytes) -> None:
    assert state(rubbish) is State.ALTERED


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80), st.binary(max_size=80))
def test_whatever_stands_in_a_seal_breaks_nothing(before: bytes, inside: bytes) -> None:
    gap, size = b"<" + inside.hex().upper().encode() + b">", len(before) + 60
    head = b"%PDF-" + before + b"/ByteRange [0 %d %d 5]" % (size, size + len(gap))

    assert state(head.ljust(size) + gap + b"%%EOF") in {State.ALTERED, State.NOT_OURS}


def test_the_same_paper_at_the_same_time_has_the_same_seal() -> None:
    assert sealed(PAPER, OURS, at=AT) == SEALED
    assert sealed(PAPER, OURS, at=AT.astimezone(timezone(timedelta(hours=1)))) == SEALED
    assert sealed(PAPER, OURS, at=AT + timedelta(seconds=1)) != SEALED


def test_the_same_key_has_the_same_certificate() -> None:
    assert seal_of(OURS.key).certificate == OURS.certificate
    assert OURS.certificate != THEIRS.certificate


def test_a_time_needs_a_zone_and_a_paper_has_one_seal() -> None:
    with pytest.raises(ValueError, match="zone"):
        sealed(PAPER, OURS, at=AT.replace(tzinfo=None))
    with pytest.raises(ValueError, match="sealed already"):
        sealed(SEALED, OURS, at=AT)


def test_sealing_changes_nothing_that_was_printed() -> None:
    assert SEALED.startswith(PAPER)
    with pikepdf.open(BytesIO(PAPER)) as before, pikepdf.open(BytesIO(SEALED)) as after:
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert bytes(after.attachments["antrag.json"].get_file().read_bytes()) == before.attachments["antrag.json"].get_file().read_bytes()
        assert after.Root.StructTreeRoot.objgen == before.Root.StructTreeRoot.objgen
        assert after.pages[0].obj.Tabs == "/S"
