"""The seal on a paper: whose it is, how it is written down, and whether a paper is still as it was sealed.

A seal is a detached CMS signature (PAdES baseline B: RSA with PKCS #1 v1.5 and SHA-256, signing certificate bound in). It is checked byte
by byte and not through a reader of PDF, which would mend what it finds: the signed part must reach from the first byte to the last, and
the seal itself must be written exactly as we write it. So every byte of the file is either signed or determined.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from io import BytesIO
from itertools import islice
from typing import Final

import pikepdf
from asn1crypto import algos, cms, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID
from pikepdf.models.metadata import decode_pdf_date

LEAST_BITS: Final = 2048
BEGINS: Final = datetime(2026, 1, 1, tzinfo=UTC)
FOR_EVER: Final = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)  # RFC 5280, 4.1.2.5: no date at which it ends
RANGE: Final = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")
MOST_SEALS: Final = 16  # ours have one; a file full of them must not keep us busy
START: Final = b"%PDF-"
END: Final = b"%%EOF"


class State(StrEnum):
    """What a seal says of a paper."""

    UNALTERED = "unaltered"
    ALTERED = "altered"
    NOT_OURS = "not_ours"
    NO_SEAL = "no_seal"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found. `at` is when the paper was sealed, known only of one that is unaltered."""

    state: State
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Seal:
    """The key of an installation, and the certificate by which others know it."""

    key: RSAPrivateKey
    certificate: x509.Certificate

    def signed(self, digest: bytes) -> bytes:
        """The signature of a document with this SHA-256, as DER."""
        attributes = _attributes(digest, self.certificate)
        return _written(attributes, self.key.sign(attributes.dump(), PKCS1v15(), SHA256()), self.certificate)


@lru_cache(maxsize=8)
def length_of(certificate: x509.Certificate) -> int:
    """How many bytes a seal has: for one certificate always the same number."""
    key = certificate.public_key()
    assert isinstance(key, RSAPublicKey)
    return len(_written(_attributes(bytes(hashlib.sha256().digest_size), certificate), bytes(key.key_size // 8), certificate))


def seal_of(key: RSAPrivateKey) -> Seal:
    """The seal of a key, with a certificate issued by itself: the same key always has the same certificate."""
    public = key.public_key()
    print_of_key = hashlib.sha256(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest()
    name = x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Lebenslage"),
        x509.NameAttribute(NameOID.COMMON_NAME, f"Siegel {print_of_key.hex()[:16]}"),
    ])  # fmt: skip
    builder = x509.CertificateBuilder(name, name, public, int.from_bytes(print_of_key[:19]), BEGINS, FOR_EVER)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False, key_agreement=False,
        key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    extended = builder.add_extension(usage, critical=True).add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    return Seal(key, extended.sign(key, SHA256()))


def check(pdf: bytes, certificate: x509.Certificate) -> Verdict:
    """Whether a paper is as the owner of the certificate sealed it.

    What is not whole (cut off, or with something after its end) is altered; a whole PDF without any trace of a seal has none.
    """
    spans = [tuple(int(number) for number in found.groups()) for found in islice(RANGE.finditer(pdf), MOST_SEALS)]
    for before, start, rest in spans:
        if before < start and start + rest == len(pdf) and _holds(pdf, before, start, certificate):
            return Verdict(State.UNALTERED, _sealed_at(pdf))
    if any(_is_foreign(pdf[before:start], certificate) for before, start, _ in spans):
        return Verdict(State.NOT_OURS)
    whole = pdf.startswith(START) and pdf.rstrip().endswith(END)
    return Verdict(State.ALTERED if spans or not whole or _traces(pdf) else State.NO_SEAL)


def _holds(pdf: bytes, before: int, start: int, certificate: x509.Certificate) -> bool:
    """Whether the gap between the signed parts is exactly the seal that this certificate's owner writes for them."""
    attributes = _attributes(hashlib.sha256(pdf[:before] + pdf[start:]).digest(), certificate)
    key, der = certificate.public_key(), _unpacked(pdf[before:start])
    if not isinstance(key, RSAPublicKey) or der is None:
        return False
    try:
        signature = cms.ContentInfo.load(der)["content"]["signer_infos"][0]["signature"].native
        key.verify(signature, attributes.dump(), PKCS1v15(), SHA256())
    except (ValueError, TypeError, KeyError, IndexError, InvalidSignature):
        return False
    return der == _written(attributes, signature, certificate)


def _unpacked(gap: bytes) -> bytes | None:
    """The bytes of a hexadecimal string as it stands in the gap; None where it is written in another way."""
    try:
        der = bytes.fromhex(gap[1:-1].decode("ascii"))
    except ValueError:
        return None
    return der if gap == b"<" + der.hex().upper().encode() + b">" else None


def _is_foreign(gap: bytes, certificate: x509.Certificate) -> bool:
    """Whether a seal was set with another certificate. Where a trace of ours is left it is ours, damaged."""
    try:
        der = bytes.fromhex(gap[1:-1].decode("ascii"))
        content = cms.ContentInfo.load(der)["content"]
        serials = {one.chosen.serial_number for one in content["certificates"]} | {
            one["sid"].chosen["serial_number"].native for one in content["signer_infos"]
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        return False
    return bool(serials) and certificate.serial_number not in serials


def _traces(pdf: bytes) -> bool:
    """Whether something of a seal is left."""
    return any(trace in pdf for trace in (b"/ByteRange", b"/ETSI.CAdES.detached", b"/Adobe.PPKLite", b"/DocMDP"))


def _sealed_at(pdf: bytes) -> datetime | None:
    """The time that the seal tells. Asked only of a file that is proven to be as we wrote it."""
    with pikepdf.open(BytesIO(pdf)) as document:
        times: Iterator[object] = (field.V.get("/M") for field in document.Root.AcroForm.Fields if "/V" in field)
        told = next((time for time in times if time is not None), None)
        return None if told is None else decode_pdf_date(str(told))


def _attributes(digest: bytes, certificate: x509.Certificate) -> cms.CMSAttributes:
    """What is signed: the kind of the content, its digest, and by whom (PAdES: no time here, it stands in the PDF)."""
    known = tsp.SigningCertificateV2({"certs": [tsp.ESSCertIDv2({"cert_hash": hashlib.sha256(_der(certificate)).digest()})]})
    values = (("content_type", "data"), ("message_digest", digest), ("signing_certificate_v2", known))
    return cms.CMSAttributes([cms.CMSAttribute({"type": kind, "values": (value,)}) for kind, value in values])


def _written(attributes: cms.CMSAttributes, signature: bytes, certificate: x509.Certificate) -> bytes:
    """The seal as DER, out of its only two parts that differ from paper to paper, and the certificate."""
    own = asn1.Certificate.load(_der(certificate))
    sha256 = algos.DigestAlgorithm({"algorithm": "sha256"})
    signer = cms.SignerInfo({
        "version": "v1",
        "sid": cms.SignerIdentifier({"issuer_and_serial_number": {"issuer": own.issuer, "serial_number": own.serial_number}}),
        "digest_algorithm": sha256,
        "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa"}),
        "signed_attrs": attributes,
        "signature": signature,
    })  # fmt: skip
    content = cms.SignedData({
        "version": "v1",
        "digest_algorithms": [sha256],
        "encap_content_info": {"content_type": "data"},
        "certificates": [own],
        "signer_infos": [signer],
    })  # fmt: skip
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": content}).dump())


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
