"""The directory as a plain table (CSV) that a spreadsheet opens: read and written. No cell begins a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID, uuid5

from lebenslage.authorities.models import Authority
from lebenslage.offers import hours, prices
from lebenslage.offers.access import step_free, with_facts
from lebenslage.offers.hsds import tables
from lebenslage.offers.hsds.lenses import NAMES, Object, written
from lebenslage.offers.hsds.reading import Bundle, read, read_json
from lebenslage.offers.models import Service, Status
from lebenslage.offers.problems import UnreadableDirectory
from lebenslage.offers.queries import costs_of, house_of, rules_of
from lebenslage.offers.topics import TOPICS

COLUMNS: Final = (
    "name", "beschreibung", "thema", "traeger", "haus", "strasse", "plz", "ort", "telefon", "email", "internet", "zeiten", "preise",
    "sprachen", "stufenlos", "zielgruppe", "voraussetzung", "so_geht_es", "geprueft",
)  # fmt: skip
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
ANSWERS: Final = {"ja": True, "nein": False}
MOST_ROWS: Final = 5000


@dataclass(slots=True)
class _Row:
    """The columns of a row, as lenses want them."""

    values: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """A column; what a table does not have is empty."""
        return self.values.get(name, "")


def written_table(services: Iterable[Service]) -> str:
    """The table. Needs organisation, places, hours and prices loaded."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows([safe(str(value)) for value in _cells(one)] for one in services)
    return out.getvalue()


def _cells(one: Service) -> Iterable[object]:
    house = house_of(one)
    stepless = step_free(house.access) if house else None
    yield from (one.name, one.description, one.topic, one.organization.name if one.organization else "")
    yield from (house.name, house.street, house.postcode, house.town) if house else ("", "", "", "")
    yield from (one.phone, one.email, one.url, hours.written_lines(rules_of(one)), prices.written_lines(costs_of(one)))
    yield from (",".join(one.languages), "" if stepless is None else ("ja" if stepless else "nein"))
    yield from (one.audience, one.eligibility, one.application, one.verified_on or "")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def read_table(text: str, authority: Authority) -> Bundle:
    """Entries from a table; the same name of the same organisation is the same entry. Raises UnreadableDirectory, UnclearHours."""
    lines = text.lstrip("\ufeff").splitlines()
    delimiter = ";" if lines and lines[0].count(";") >= lines[0].count(",") else ","
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter))
    if not rows or "name" not in rows[0] or len(rows) > MOST_ROWS:
        raise UnreadableDirectory(reason="table")
    found = [_object({key: _plain(value) for key, value in row.items() if key and isinstance(value, str)}, authority) for row in rows]
    return read([one for one in found if one["name"]])


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def _object(row: Mapping[str, str], authority: Authority) -> Object:
    """A row as an object of HSDS."""
    name, by = row.get("name", ""), row.get("traeger", "")
    uid = uuid5(NAMES, f"{authority.pk} {by} {name}")
    service = _Row(
        {
            "name": name,
            "description": row.get("beschreibung", ""),
            "topic": row["thema"] if row.get("thema") in TOPICS else "",
            "phone": row.get("telefon", ""),
            "email": row.get("email", ""),
            "url": row.get("internet", ""),
            "audience": row.get("zielgruppe", ""),
            "eligibility": row.get("voraussetzung", ""),
            "application": row.get("so_geht_es", ""),
            "languages": [code.strip() for code in row.get("sprachen", "").split(",") if code.strip()],
            "areas": [],
            "translations": {},
            "status": Status.ACTIVE,
            "verified_on": tables.day(row.get("geprueft")),
            "changed_at": None,
        }
    )
    return {**written({}, service, uid, tables.SERVICE), **_parts(row, uid, by, authority)}


def _parts(row: Mapping[str, str], uid: UUID, by: str, authority: Authority) -> Object:
    rules, costs = hours.read_lines(row.get("zeiten", "")), prices.read_lines(row.get("preise", ""))
    house = _house(row, authority)
    parts: Object = {
        "schedules": [written({}, rule, uuid5(uid, f"hours {n}"), tables.SCHEDULE) for n, rule in enumerate(rules)],
        "cost_options": [written({}, cost, uuid5(uid, f"price {n}"), tables.PRICE) for n, cost in enumerate(costs)],
        "service_at_locations": [{"id": str(uuid5(uid, "site")), "location": house}] if house else [],
    }
    if by:
        owner = uuid5(NAMES, f"{authority.pk} {by}")
        parts["organization"] = written({}, _Row({"name": by}), owner, tables.ORGANIZATION)
    return {key: some for key, some in parts.items() if some}


def _house(row: Mapping[str, str], authority: Authority) -> Object | None:
    street = row.get("strasse", "")
    if not street:
        return None
    place = {"name": row.get("haus", ""), "street": street, "postcode": row.get("plz", ""), "town": row.get("ort", "")}
    known = ANSWERS.get(row.get("stufenlos", "").casefold())
    values = {**place, "latitude": None, "longitude": None, "access": with_facts({}, {"level": known})}
    return written({}, _Row(values), uuid5(NAMES, f"{authority.pk} {sorted(place.items())}"), tables.LOCATION)


def read_any(text: str, authority: Authority) -> Bundle:
    """A directory in HSDS or as our table. Raises UnreadableDirectory, and what is wrong with hours and prices."""
    if text.lstrip("\ufeff \r\n\t")[:1] in ("{", "["):
        return read_json(text.lstrip("\ufeff"))
    return read_table(text, authority)
