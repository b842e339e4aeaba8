"""Invented offers for the invented towns, so that the directory of help can be looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import yaml

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import today
from lebenslage.offers.access import with_facts
from lebenslage.offers.actions import Entry, House, keep_entry, set_state
from lebenslage.offers.hours import read_lines
from lebenslage.offers.models import Organization, Service, State
from lebenslage.offers.prices import read_lines as read_prices

FILE: Final = Path(__file__).with_name("offers.yaml")
LANGUAGES: Final = ("de-einfach", "en", "nl")
COLUMNS: Final = {"topic": "topic", "about": "description", "how": "application", "condition": "eligibility", "audience": "audience"}


def fill_offers(authority: Authority) -> int:
    """Keep the offers for a town and publish them; how many. `town` in small letters is where the file has their streets."""
    given = yaml.safe_load(FILE.read_text(encoding="utf8"))["offers"]
    for one in given:
        kept = keep_entry(authority, _entry(one, authority), by=SYSTEM)
        set_state(kept, State.PUBLIC, by=SYSTEM)
        Service.objects.filter(pk=kept.pk).update(verified_on=today() - timedelta(one["verified"]))
    for row in Organization.objects.filter(authority=authority):
        Organization.objects.filter(pk=row.pk).update(keeper=f"angebot-{row.pk}@{authority.town.lower()}.example")
    return len(given)


def _entry(one: Mapping[str, Any], authority: Authority) -> Entry:
    words = {
        **{column: one.get(key, "") for key, column in COLUMNS.items()},
        "name": one["name"],
        "languages": one["languages"],
        "phone": one.get("phone", ""),
        "email": one.get("mail", ""),
        "translations": {language: one[language] for language in LANGUAGES if language in one},
    }
    by = one["by"].format(ort=authority.town)
    return Entry(words, by, _house(one, authority), read_lines(one["hours"]), read_prices(one["prices"]))


def _house(one: Mapping[str, Any], authority: Authority) -> House | None:
    """A street alone, or with the key of its quarter and its coordinates."""
    where = one["at"].get(authority.town.lower())
    if not where:
        return None
    street, area, latitude, longitude = where if isinstance(where, list) else (where, "", None, None)
    access = with_facts({}, one.get("access", {}))
    return House("", street, authority.postcode, authority.town, latitude, longitude, area, access)
