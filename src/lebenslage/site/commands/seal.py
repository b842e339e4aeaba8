"""`lebenslage seal`: is a paper still as this installation sealed it, and by which certificate do others know that?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import click
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from lebenslage.files.installation_seal import seal_kept_in
from lebenslage.papers.problems import NotACertificate, NotAPaper, PaperUnreadable
from lebenslage.papers.seal import State, Verdict, check
from lebenslage.site.commands.examples_in_help import WithExamples
from lebenslage.site.commands.speech import Spoken, json_option, language_option, speech
from lebenslage.site.environment import directory

DATA: Final = "LEBENSLAGE_DATA"
DIFFERENT: Final = 1
START: Final = b"%PDF-"


class Group(WithExamples, click.Group):
    """A command with commands of its own, and examples."""


@click.group(
    "seal",
    cls=Group,
    examples=(
        "lebenslage seal check application.pdf",
        "lebenslage seal certificate > our-seal.pem",
    ),
)
def command() -> None:
    """Check the seal on a paper, or print the certificate by which others check it.

    Applications that leave on paper are sealed with the key of this installation (LEBENSLAGE_SEAL_KEY, else a file in LEBENSLAGE_DATA).
    """


@command.command(
    "check",
    cls=Spoken,
    examples=(
        "lebenslage seal check application.pdf",
        "lebenslage seal check application.pdf --certificate their-seal.pem --json",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--certificate", type=click.Path(path_type=Path), help="Check with this certificate (PEM) instead of our own.")
@json_option
@language_option
@click.pass_context
def check_seal(ctx: click.Context, file: Path, certificate: Path | None, *, as_json: bool, language: str) -> None:
    """Say whether the PDF in FILE is unaltered since it was sealed.

    Exit code 0 where it is unaltered, 1 where it is altered, has no seal or that of somebody else, 2 where FILE cannot be checked.
    """
    pdf = _bytes_of(file)
    if START not in pdf[:1024]:
        raise NotAPaper(file=file)
    known = _certificate_in(certificate) if certificate else seal_kept_in(directory(DATA), make=False).certificate
    verdict = check(pdf, known)
    click.echo(json.dumps(_document(file, verdict), ensure_ascii=False, indent=2) if as_json else _sentence(file, verdict, language))
    ctx.exit(0 if verdict.state is State.UNALTERED else DIFFERENT)


@command.command("certificate", cls=Spoken, examples=("lebenslage seal certificate > our-seal.pem",))
@language_option
def print_certificate(language: str) -> None:
    """Print the certificate of our seal, for towns that want to check papers of this installation."""
    click.echo(seal_kept_in(directory(DATA)).certificate.public_bytes(Encoding.PEM).decode(), nl=False)


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise PaperUnreadable(file=file, reason=type(error).__name__) from error


def _certificate_in(file: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(_bytes_of(file))
    except ValueError as error:
        raise NotACertificate(file=file) from error


def _sentence(file: Path, verdict: Verdict, language: str) -> str:
    words = speech(language)
    if verdict.at is None:
        return words("cli", "seal", verdict.state.value, file=file)
    moment = verdict.at.astimezone()
    return words("cli", "seal", verdict.state.value, file=file, day=words.day(moment.toordinal()), time=f"{moment:%H:%M}")


def _document(file: Path, verdict: Verdict) -> dict[str, str | None]:
    return {"file": str(file), "seal": verdict.state.value, "sealed": verdict.at.isoformat() if verdict.at else None}
