"""A town with a small directory: a counselling centre, a language café and a draft."""

from __future__ import annotations

from datetime import date, time

import pytest

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.offers.actions import Entry, House, keep_entry, set_state
from lebenslage.offers.hours import Rule
from lebenslage.offers.models import Service, State
from lebenslage.offers.prices import Cost

WEEK = Rule("MO,TU,WE,TH", time(9), time(16))


@pytest.fixture
def town(db: None) -> Authority:
    """A town without entries."""
    return Authority.objects.create(key="05999001", name="Stadt Musterstadt", office="Sozialamt", town="Musterstadt", postcode="50999")


@pytest.fixture
def advice(town: Authority) -> Service:
    """A public entry, step-free, free of charge, also in Turkish."""
    access = {"entrances": [{"isLevel": True}], "hasInductionLoop": False}
    house = House("Haus am Markt", "Parkstraße 3", "50999", "Musterstadt", 50.94, 6.96, access=access)
    words = {
        "name": "Schuldnerberatung am Markt",
        "description": "Wir ordnen mit Ihnen die Briefe und sprechen mit den Gläubigern.",
        "translations": {"en": {"name": "Debt advice", "description": "We sort the letters with you."}},
        "topic": "geld",
        "languages": ["de", "tr"],
        "phone": "02999 1234",
    }
    kept = keep_entry(town, Entry(words, "Nachbarschaftshilfe e. V.", house, [WEEK], [Cost("", 0)]), by=SYSTEM)
    set_state(kept, State.PUBLIC, by=SYSTEM)
    kept.refresh_from_db()
    return kept


@pytest.fixture
def cafe(town: Authority) -> Service:
    """A public entry with a price, of which nobody knows whether there are steps."""
    words = {"name": "Sprachcafé", "description": "Deutsch sprechen bei Kaffee und Kuchen.", "topic": "sprache", "languages": ["de"]}
    house = House("Bücherei", "Hafenweg 1", "50998", "Musterstadt")
    entry = Entry(words, "Bücherei Hafen", house, [Rule("SA", time(14), time(17))], [Cost("Kuchen", 150)])
    kept = keep_entry(town, entry, by=SYSTEM)
    set_state(kept, State.PUBLIC, by=SYSTEM)
    kept.refresh_from_db()
    return kept


@pytest.fixture
def draft(town: Authority) -> Service:
    """An entry that nobody but planners may see."""
    kept = keep_entry(town, Entry({"name": "Geheimer Entwurf", "description": "Noch nichts.", "topic": "rat"}), by=SYSTEM)
    Service.objects.filter(pk=kept.pk).update(verified_on=date(2025, 1, 1))
    return kept
