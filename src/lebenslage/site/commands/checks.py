"""What `doctor` looks at. Each check gives a finding; none changes anything."""

import importlib
import importlib.metadata
import os
import re
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import lebenslage
from lebenslage.authorities.register import lookup_gemeinde_on
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.files.installation_seal import seal_kept_in
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES, Texts
from lebenslage.papers.problems import NoSealKey, SealKeyUnreadable
from lebenslage.site.commands.clock import today
from lebenslage.site.commands.django_ready import ready
from lebenslage.site.commands.finding import Finding, finding
from lebenslage.site.commands.missing_texts import missing_texts
from lebenslage.site.commands.serve import HOST, fault_of_settings, port_asked
from lebenslage.site.environment import directory

OLDEST_PYTHON: Final = (3, 12)
STYLE_SHEET: Final = Path(lebenslage.__file__).parent / "pages/static/vendor/kern/kern.min.css"
EXTRA: Final = re.compile(r"extra == ['\"](\w+)['\"]")
NAME: Final = re.compile(r"^[A-Za-z0-9._-]+")
MOST_NAMED: Final = 5
MAIL_URL: Final = "LEBENSLAGE_MAIL_URL"
DATA_DIRECTORY: Final = "LEBENSLAGE_DATA"
OF_DATABASE: Final = "lebenslage.site.commands.checks_of_database"


def examine(words: Texts) -> Iterator[Finding]:
    """Every finding, one after the other."""
    for check in (_python, _packages, _texts, _figures, _static_files, _port, _settings, _seal, _database):
        yield from check(words)


def _python(words: Texts) -> Iterator[Finding]:
    running, oldest = (".".join(map(str, version)) for version in (sys.version_info[:3], OLDEST_PYTHON))
    yield finding(words, "python", sys.version_info[:2] >= OLDEST_PYTHON, running=running, oldest=oldest)


def _packages(words: Texts) -> Iterator[Finding]:
    required = importlib.metadata.requires("lebenslage") or []
    base = [line for line in required if not EXTRA.search(line)]
    analysis = [line for line in required if (extra := EXTRA.search(line)) and extra[1] == "analysis"]
    for check, lines, needed in (("packages", base, True), ("analysis", analysis, False)):
        lacking = [name[0] for line in lines if (name := NAME.match(line)) and not _installed(name[0])]
        yield finding(words, check, not lacking, needed=needed, number=len(lines), names=", ".join(lacking))


def _installed(distribution: str) -> bool:
    try:
        importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _texts(words: Texts) -> Iterator[Finding]:
    for language in LANGUAGES:
        lacking = missing_texts(language)
        named = ", ".join(lacking[:MOST_NAMED]) + (" …" if len(lacking) > MOST_NAMED else "")
        yield finding(words, "texts", not lacking, language=language, number=len(lacking), names=named)


def _figures(words: Texts) -> Iterator[Finding]:
    day = today()
    sources: tuple[tuple[str, Callable[[], object]], ...] = (
        ("figures", lambda: Law.on(day.replace(day=1)).holding(WOHNGELD.id)),
        ("rent_levels", lambda: lookup_gemeinde_on(day)("05315000")),
    )
    for check, ask in sources:
        try:
            ask()
        except Problem as problem:
            yield finding(words, check, good=False, reason=words.problem(problem))
        else:
            yield finding(words, check, good=True, day=words.day(day.toordinal()))


def _static_files(words: Texts) -> Iterator[Finding]:
    yield finding(words, "static_files", STYLE_SHEET.exists())


def _port(words: Texts) -> Iterator[Finding]:
    port = port_asked()
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            free = False
        else:
            free = True
    yield finding(words, "port", free, needed=False, port=port)


def _settings(words: Texts) -> Iterator[Finding]:
    """`demo` makes settings of its own, so these are needed for `serve` alone."""
    fault = fault_of_settings()
    yield finding(words, "settings", not fault, needed=False, reason=fault)
    yield finding(words, "mail", bool(os.environ.get(MAIL_URL, "").strip()), needed=False)


def _seal(words: Texts) -> Iterator[Finding]:
    try:
        seal_kept_in(directory(DATA_DIRECTORY), make=False)
    except SealKeyUnreadable as problem:
        yield finding(words, "seal", good=False, place=problem.details["place"])
    except NoSealKey:
        yield finding(words, "seal", good=True, needed=False)
    else:
        yield finding(words, "seal", good=True)


def _database(words: Texts) -> Iterator[Finding]:
    """Looked at only where the settings say which one it is."""
    if not fault_of_settings():
        ready()
        yield from importlib.import_module(OF_DATABASE).examine(words)
