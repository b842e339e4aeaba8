"""`lebenslage seal`: checking a paper, and the certificate for others."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from lebenslage.files.installation_seal import FILE, VARIABLE, seal_kept_in
from lebenslage.law.texts import LANGUAGES
from lebenslage.papers.problems import NoSealKey, SealKeyUnreadable
from lebenslage.papers.seal import Seal, seal_of
from lebenslage.papers.sealing import sealed
from lebenslage.site.commands import checks
from lebenslage.site.commands.speech import speech
from tests.papers.test_receipt import receipt, receipt_pdf
from tests.site.conftest import Run

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
PAPER = receipt_pdf(receipt())
KEY = rsa.generate_private_key(65537, 2048)
OTHER = rsa.generate_private_key(65537, 2048)


def pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, password: bytes = b"") -> str:
    protection = BestAvailableEncryption(password) if password else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, protection).decode()


@pytest.fixture(autouse=True)
def own_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """This installation has a key."""
    monkeypatch.setenv(VARIABLE, pem(KEY))
    monkeypatch.setenv("LEBENSLAGE_DATA", str(tmp_path / "data"))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper sealed by this installation."""
    path = tmp_path / "antrag.pdf"
    path.write_bytes(sealed(PAPER, seal_of(KEY), at=AT))
    return path


def changed(paper: Path) -> Path:
    content = bytearray(paper.read_bytes())
    content[len(content) // 3] ^= 1
    paper.write_bytes(content)
    return paper


def test_an_unaltered_paper_is_confirmed_with_its_day(run: Run, paper: Path) -> None:
    result = run("seal", "check", paper, "--lang", "en")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "is unaltered since it was sealed on 24 November 2026" in result.stdout


def test_programs_get_the_verdict_as_json(run: Run, paper: Path) -> None:
    result = run("seal", "check", paper, "--json")

    assert json.loads(result.stdout) == {"file": str(paper), "seal": "unaltered", "sealed": "2026-11-24T08:00:00+00:00"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_altered_paper_ends_with_one(run: Run, paper: Path, language: str) -> None:
    result = run("seal", "check", changed(paper), "--lang", language)

    assert (result.exit_code, result.stderr) == (1, "")
    assert str(paper) in result.stdout


def test_a_paper_without_a_seal_or_with_that_of_another_ends_with_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.pdf").write_bytes(PAPER)
    (tmp_path / "theirs.pdf").write_bytes(sealed(PAPER, seal_of(OTHER), at=AT))
    said = [json.loads(run("seal", "check", tmp_path / name, "--json").stdout)["seal"] for name in ("none.pdf", "theirs.pdf")]

    assert said == ["no_seal", "not_ours"]
    assert run("seal", "check", tmp_path / "theirs.pdf").exit_code == 1


def test_a_town_checks_with_the_certificate_we_print(run: Run, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = run("seal", "certificate")
    (tmp_path / "ours.pem").write_text(printed.stdout)
    monkeypatch.setenv(VARIABLE, pem(OTHER))

    assert printed.stdout.startswith("-----BEGIN CERTIFICATE-----\n")
    assert run("seal", "check", paper).exit_code == 1
    assert run("seal", "check", paper, "--certificate", tmp_path / "ours.pem").exit_code == 0


@pytest.mark.parametrize("content", [b"", b"Dear office", b"PK\x03\x04", bytes(5000)])
def test_what_is_no_pdf_is_bad_input(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter.docx").write_bytes(content)
    result = run("seal", "check", tmp_path / "letter.docx", "--lang", "en")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "is no PDF" in result.stderr


def test_a_missing_file_and_a_wrong_certificate_are_bad_input(run: Run, tmp_path: Path, paper: Path) -> None:
    missing = run("seal", "check", tmp_path / "nowhere.pdf", "--lang", "en")
    assert missing.exit_code == 2
    assert "it is not there" in missing.stderr
    result = run("seal", "check", paper, "--certificate", paper)

    assert result.exit_code == 2
    assert "seal certificate" in result.stderr


def test_an_installation_that_never_sealed_says_so_and_makes_no_key(run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    result = run("seal", "check", paper, "--lang", "en")

    assert result.exit_code == 2
    assert "--certificate" in result.stderr
    assert not (paper.parent / "data").exists()


def test_help_shows_examples(run: Run) -> None:
    for words in (("seal",), ("seal", "check"), ("seal", "certificate")):
        shown = run(*words, "--help")
        assert shown.exit_code == 0
        assert "lebenslage seal" in shown.stdout.partition("Examples:")[2]


def kept(directory: Path, monkeypatch: pytest.MonkeyPatch) -> Seal:
    monkeypatch.delenv(VARIABLE, raising=False)
    return seal_kept_in(directory)


def test_a_key_is_made_once_and_only_its_user_may_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = kept(tmp_path / "data", monkeypatch)

    assert kept(tmp_path / "data", monkeypatch).certificate == first.certificate
    assert stat.S_IMODE((tmp_path / "data" / FILE).stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "data").iterdir()] == [FILE]


@pytest.mark.slow
def test_two_processes_that_start_at_once_have_one_key(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; from cryptography.hazmat.primitives.serialization import Encoding;"
        "from lebenslage.files.installation_seal import seal_kept_in;"
        "sys.stdin.readline();"
        "print(seal_kept_in(pathlib.Path(sys.argv[1])).certificate.public_bytes(Encoding.DER).hex())"
    )
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    arguments = [sys.executable, "-c", script, str(tmp_path)]
    started = [subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) for _ in range(3)]
    for one in started:
        assert one.stdin
        one.stdin.write("go\n")
        one.stdin.flush()
    said = {one.communicate(timeout=60)[0] for one in started}

    assert len(said) == 1
    assert len(said.pop()) > 500
    assert [file.name for file in tmp_path.iterdir()] == [FILE]


def test_a_key_of_the_environment_may_be_a_path_and_bring_its_certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    issued = seal_of(KEY).certificate.public_bytes(Encoding.PEM).decode()
    (tmp_path / "key.pem").write_text(issued + pem(KEY))
    monkeypatch.setenv(VARIABLE, str(tmp_path / "key.pem"))

    assert seal_kept_in(tmp_path / "data").certificate == seal_of(KEY).certificate
    assert not (tmp_path / "data").exists()


def test_a_key_whose_lines_are_written_out_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, pem(KEY).replace("\n", r"\n"))

    assert seal_kept_in(tmp_path).certificate == seal_of(KEY).certificate


def test_a_place_that_cannot_be_written_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    (tmp_path / "file").write_text("no directory")
    with pytest.raises(SealKeyUnreadable):
        seal_kept_in(tmp_path / "file" / "data")


@pytest.mark.parametrize(
    "given",
    [
        "-----BEGIN PRIVATE KEY-----\nnothing\n-----END PRIVATE KEY-----",
        pem(ec.generate_private_key(ec.SECP256R1())),
        pem(KEY, b"password"),
        pem(KEY) + seal_of(OTHER).certificate.public_bytes(Encoding.PEM).decode(),
        "/nowhere/key.pem",
    ],
    ids=["broken", "other kind", "password", "certificate of another key", "no such file"],
)
def test_a_key_that_cannot_be_used_is_refused(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, given)
    with pytest.raises(SealKeyUnreadable):
        seal_kept_in(tmp_path)


def test_checking_never_makes_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    with pytest.raises(NoSealKey):
        seal_kept_in(tmp_path, make=False)
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_finds_a_key_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [(one.good, one.needed) for one in checks._seal(speech("en"))] == [(True, True)]
    monkeypatch.setenv(VARIABLE, "/nowhere/key.pem")
    assert [(one.good, one.needed) for one in checks._seal(speech("en"))] == [(False, True)]
    monkeypatch.delenv(VARIABLE)
    assert [(one.good, one.needed) for one in checks._seal(speech("en"))] == [(True, False)]
