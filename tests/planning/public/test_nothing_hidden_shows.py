"""Whoever reads all that a town shows, in every form, learns nothing but what was published: tried with bait, and with two worlds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Indicator, Kind, Released
from lebenslage.quarters.recording import Import, Meaning, NewColumn, describe, keep_figures
from tests.planning.doors import walked
from tests.planning.public.conftest import HIDDEN, PUBLISHED

BAIT = ("7.3131", "7,3", "4.747", "4,7", "98765", "98.765", "Geheimzahl", "geheimzahl")
WORLDS = (7.3131, 4.747)
CLOCK = re.compile(r'"timeStamp": "[^"]+"')


def forms(key: str) -> list[str]:
    """Every address that no page links to but that answers machines."""
    files = [f"/daten/{key}/{name}" for one in PUBLISHED for name in (f"{one}.csv", f"{one}.json", f"{one}.csv-metadata.json")]
    pictures = [f"/daten/{key}/einbetten/{one}/{name}" for one in PUBLISHED for name in ("", "?lang=en", "karte.svg", "balken.svg?lang=nl")]
    items = f"/daten/{key}/ogc/collections/quartiere-2020-01-01/items"
    more = [f"{items}?datetime={period}" for period in ("2024-12-31", "../2025-01-01", "2025-01-01/..")]
    plain = [
        f"/daten/{key}/ogc/{part}?f={form}"
        for part in ("", "api", "conformance", "collections")
        for form in ("json", "html", "html&lang=en")
    ]
    pairs = [f"/{language}/stadt/{key}/zwei/?erste={one}&zweite={PUBLISHED[0]}" for language in ("de", "en") for one in PUBLISHED]
    described = [f"/daten/{key}/dcat.{form}" for form in ("ttl", "rdf", "jsonld")]
    return [*files, *pictures, *pairs, items, *more, *plain, *described, *(f"{items}/{row:02d}?f=json" for row in (4, 21))]


def planted(town: Authority, number: float) -> None:
    """What nobody may see: the true figures of hidden quarters, even where they lie in the ledger; a later day; a figure of the house."""
    areas, poverty = edition(town), Indicator.objects.get(authority=town, key="child_poverty")
    assert areas is not None
    for released in Released.objects.filter(indicator=poverty):
        released.numbers = [number if place in HIDDEN else one for place, one in enumerate(released.numbers)]
        released.save()
    secret = describe(town, Meaning("geheimzahl", "Geheimzahl", "Steht nirgends.", Kind.COUNT, "Menschen", "Haus"), by=SYSTEM)
    marks = [Mark.GIVEN] * len(areas.keys)
    later = poverty.figures.order_by("-on")[0].on.replace(year=2027)
    columns = [NewColumn(secret, later, [98765.0] * len(marks), marks), NewColumn(poverty, later, [number] * len(marks), marks)]
    keep_figures(town, areas, columns, Import("geheim.csv", "Haus", now()), by=SYSTEM)


def everything(key: str) -> Mapping[str, str]:
    """All that an anonymous reader comes to: every page from link to link in German and English, and every form."""
    seen = walked(Client(), "/de/stadt/", f"/en/stadt/{key}/", *forms(key), most=400)
    return {address: CLOCK.sub("", text) for address, text in seen.items()}


def test_no_page_and_no_file_tells_a_hidden_figure(portal: Authority) -> None:
    worlds = []
    for number in WORLDS:
        planted(portal, number)
        worlds.append(everything(portal.key))

    first, second = worlds
    assert {text[:3] for address, text in first.items() if "/stadt/" in address or address in forms(portal.key)} == {"200"}
    assert len(first) > 150
    assert {address for address in first if first[address] != second.get(address)} == set()
    assert [(bait, address) for address, text in first.items() for bait in BAIT if re.search(rf"(?<![\d.,]){bait}(?!\d)", text)] == []
