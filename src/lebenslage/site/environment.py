"""Settings out of environment variables: each mistake is one plain sentence, said before anything starts."""

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SHORTEST_KEY = 32
WORDS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
DATA: Final = "lebenslage-data"

# Two writers at once wait for each other instead of failing: the lock is taken at the start of a transaction, and readers never wait.
SQLITE: Final = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}

# A statement that comes again and again is planned once a connection: that halves what the database works for a page.
POSTGRES: Final = {"server_side_binding": True, "prepare_threshold": 5}

HOST: Final = re.compile(r"[a-z0-9.-]+(:\d+)?", re.ASCII | re.IGNORECASE)


def directory(name: str) -> Path:
    """Where the database of a small office and the key file lie; `lebenslage-data` in the folder from which we start."""
    return Path(os.environ.get(name, "").strip() or DATA).absolute()


def databases(name: str, owner: str) -> Mapping[str, Mapping[str, Any]]:
    """SQLite in the data directory, or PostgreSQL at an address. `owner` is who owns the tables: it migrates, the web does not use it.

    Raises ImproperlyConfigured.
    """
    found = {"default": _database(name, os.environ.get(name, "").strip())}
    theirs = os.environ.get(owner, "").strip()
    return {**found, "owner": _database(owner, theirs)} if theirs else found


def _database(name: str, address: str) -> Mapping[str, Any]:
    if not address:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": directory("LEBENSLAGE_DATA") / "lebenslage.sqlite3", "OPTIONS": SQLITE}
    try:
        parsed = dj_database_url.parse(address, conn_max_age=600, conn_health_checks=True)
    except (ValueError, KeyError) as error:
        example = "postgresql://lebenslage@localhost/lebenslage"
        raise ImproperlyConfigured(f"{name} cannot be read: please write an address such as {example}.") from error
    own = SQLITE if parsed["ENGINE"].endswith("sqlite3") else {**POSTGRES, **parsed.get("OPTIONS", {})}
    return {**parsed, "OPTIONS": own}


def flag(name: str, *, default: bool) -> bool:
    """A yes or no. Raises ImproperlyConfigured."""
    given = os.environ.get(name, "").strip().lower()
    if not given:
        return default
    if given not in WORDS:
        raise ImproperlyConfigured(f"{name} is '{given}': please set it to 1 (yes) or 0 (no).")
    return WORDS[given]


def names(name: str, *, default: list[str]) -> list[str]:
    """Several values, separated by commas."""
    return [one.strip() for one in os.environ.get(name, "").split(",") if one.strip()] or default


def origins(name: str) -> list[str]:
    """Addresses such as `https://wohngeld.example.org`. Raises ImproperlyConfigured."""
    given = names(name, default=[])
    for one in given:
        if urlsplit(one).scheme not in ("http", "https") or not urlsplit(one).netloc:
            raise ImproperlyConfigured(f"{name} holds '{one}': please write whole addresses, for example https://wohngeld.example.org.")
    return given


def tiles(name: str) -> str:
    """The address of map tiles or of a style, by https; empty where nobody gave one. Raises ImproperlyConfigured."""
    given = os.environ.get(name, "").strip()
    parsed = urlsplit(given)
    tile = all(part in given for part in ("{z}", "{x}", "{y}"))
    if given and (parsed.scheme != "https" or not HOST.fullmatch(parsed.netloc) or not (tile or parsed.path.endswith(".json"))):
        example = "https://karten.example.org/{z}/{x}/{y}.png or https://karten.example.org/stil.json"
        raise ImproperlyConfigured(f"{name} cannot be read: please write an address such as {example}.")
    return given


def mailers(name: str, folder: Path) -> Mapping[str, Mapping[str, Any]]:
    """How mails leave: `smtp://`, `smtp+tls://` or `smtps://`, `console:`, or as files in a folder. Raises ImproperlyConfigured."""
    given = os.environ.get(name, "").strip()
    if not given:
        return _mailer("filebased", file_path=folder)
    address = urlsplit(given)
    if address.scheme == "console":
        return _mailer("console")
    if address.scheme not in ("smtp", "smtp+tls", "smtps") or not address.hostname:
        raise ImproperlyConfigured(f"{name} cannot be read: please write an address such as smtp+tls://name:password@mail.example.org:587.")
    return _mailer(
        "smtp",
        host=address.hostname,
        port=address.port,
        username=unquote(address.username or ""),
        password=unquote(address.password or ""),
        use_tls=address.scheme == "smtp+tls",
        use_ssl=address.scheme == "smtps",
        timeout=10,
    )


def _mailer(kind: str, **options: Any) -> Mapping[str, Mapping[str, Any]]:
    return {"default": {"BACKEND": f"django.core.mail.backends.{kind}.EmailBackend", "OPTIONS": options}}


def day(name: str) -> date | None:
    """A day such as 2026-11-01, or None. Raises ImproperlyConfigured."""
    given = os.environ.get(name, "").strip()
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is '{given}': please write a day as YEAR-MONTH-DAY, for example 2026-11-01.") from error


def secret_key(name: str, *, debug: bool) -> str:
    """The key that signs cookies. Raises ImproperlyConfigured where it is missing or short and this is not a developer's machine."""
    given = os.environ.get(name, "")
    if not given and debug:
        return "only-for-development-" + "0" * SHORTEST_KEY
    if not given:
        raise ImproperlyConfigured(f"{name} is not set: please set it to a long random text that only this server knows.")
    if len(given) < SHORTEST_KEY:
        raise ImproperlyConfigured(f"{name} is too short: please use at least {SHORTEST_KEY} random characters.")
    return given
