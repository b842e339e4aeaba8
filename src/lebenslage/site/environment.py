"""Settings out of environment variables: each mistake is one plain sentence, said before anything starts."""

import os
from datetime import date
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

SHORTEST_KEY = 32
WORDS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


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
