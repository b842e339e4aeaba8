"""Which column of ours stands where in the objects of HSDS 3.0."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final
from urllib.parse import quote, unquote
from uuid import UUID, uuid5

from django.utils import timezone

from lebenslage.offers.hsds.lenses import NAMES, Lens, Object, attribute, coded, first, objects, text, value
from lebenslage.offers.models import Status
from lebenslage.offers.topics import TAXONOMY, TOPICS, language_named

AREA: Final = "urn:lebenslage:area:"
DAYS: Final = re.compile(r"^(?:[+-]?\d?(?:MO|TU|WE|TH|FR|SA|SU))(?:,[+-]?\d?(?:MO|TU|WE|TH|FR|SA|SU))*$")
TIME: Final = re.compile(r"^(\d\d):(\d\d)(?::00(?:\.0+)?)?$")
CLOSED: Final = "closed"
EURO: Final = "EUR"
BEYOND: Final = ("bymonthday", "byyearday", "byweekno", "count")
A_PLACE: Final = {"address_1": "", "city": "", "state_province": "", "postal_code": "", "country": "DE", "address_type": "physical"}
TAXONOMY_ID: Final = str(uuid5(NAMES, TAXONOMY))


def day(given: object) -> date | None:
    """A day as the standard writes it; None for anything else."""
    try:
        return date.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        return None


def _moment(given: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        return None
    return timezone.make_aware(found) if found is not None and timezone.is_naive(found) else found


def _hour(given: object) -> time | None:
    found = TIME.match(given) if isinstance(given, str) else None
    try:
        return time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def _degrees(given: object) -> float | None:
    return float(given) if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) <= 180 else None


def _status(given: object) -> str:
    return given if isinstance(given, str) and given in Status.values else ""


def _translations(given: object) -> Mapping[str, Any]:
    return given if isinstance(given, dict) else {}


# --- Topics, languages, areas ---------------------------------------------------------------------


def topic_term(topic: str, name: str = "") -> Object:
    """A topic as a term of our taxonomy."""
    return {
        "id": str(uuid5(NAMES, f"{TAXONOMY} {topic}")),
        "code": topic,
        "name": name or topic,
        "description": name or topic,
        "taxonomy": TAXONOMY,
        "taxonomy_detail": {"id": TAXONOMY_ID, "name": TAXONOMY, "description": TAXONOMY},
    }


def _is_topic(one: object) -> bool:
    term = one.get("taxonomy_term") if isinstance(one, dict) else None
    return isinstance(term, dict) and term.get("taxonomy") == TAXONOMY


def _topic(given: Object) -> str:
    codes = [one["taxonomy_term"].get("code") for one in objects(given, "attributes") if _is_topic(one)]
    return next((code for code in codes if code in TOPICS), "")


def _put_topic(given: Object, topic: str, uid: UUID) -> None:
    others = [one for one in given.get("attributes") or [] if not _is_topic(one)]
    mine = {"id": str(uuid5(uid, "topic")), "link_id": str(uid), "link_entity": "service", "taxonomy_term": topic_term(topic)}
    given["attributes"] = [*others, mine] if topic else others


def _area(one: Object) -> str:
    uri = one.get("uri")
    return unquote(uri.removeprefix(AREA)) if isinstance(uri, str) and uri.startswith(AREA) else ""


def _new_area(key: str) -> Object:
    return {"name": key, "extent": key, "extent_type": "text", "uri": f"{AREA}{quote(key, safe='')}"}


# --- Accessibility --------------------------------------------------------------------------------


def _access(given: Object) -> Mapping[str, Any]:
    return next((one["a11y"] for one in objects(given, "accessibility") if isinstance(one.get("a11y"), dict)), {})


def _put_access(given: Object, access: Mapping[str, Any], uid: UUID) -> None:
    items = given.setdefault("accessibility", [])
    mine = next((one for one in items if isinstance(one, dict) and isinstance(one.get("a11y"), dict)), None)
    if mine is None:
        mine = {"id": str(uuid5(uid, "a11y")), "url": "https://a11yjson.org/"}
        items.append(mine)
    mine["a11y"] = dict(access)


# --- Hours and prices -----------------------------------------------------------------------------


def _rule_days(given: Object) -> str:
    """Days of a rule that repeats every week or every month; nothing where it repeats otherwise."""
    days, every = given.get("byday"), given.get("interval")
    plain = isinstance(days, str) and DAYS.match(days) and every in (None, 1) and not any(given.get(key) for key in BEYOND)
    freq = "MONTHLY" if plain and any(letter.isdigit() for letter in str(days)) else "WEEKLY"
    return str(days)[:60] if plain and given.get("freq") == freq else ""


def _put_days(given: Object, days: str, uid: UUID) -> None:
    for key in ("byday", "freq", "interval", *BEYOND):
        given.pop(key, None)
    if days:
        given |= {"freq": "MONTHLY" if any(letter.isdigit() for letter in days) else "WEEKLY", "byday": days}


def _closed(given: Object) -> bool:
    return any(one.get("link_type") == CLOSED for one in objects(given, "attributes"))


def _put_closed(given: Object, closed: bool, uid: UUID) -> None:
    attribute(CLOSED, CLOSED).put(given, "true" if closed else "", uid)


def _cents(given: Object) -> int | None:
    amount = given.get("amount")
    if isinstance(amount, bool) or not isinstance(amount, int | float) or given.get("currency", EURO) != EURO:
        return None
    cents = Decimal(str(amount)) * 100
    return int(cents) if cents == cents.to_integral_value() and 0 <= cents < 10**9 else None


def _put_cents(given: Object, cents: int | None, uid: UUID) -> None:
    given.pop("amount", None)
    if cents is not None:
        given |= {"amount": cents // 100 if cents % 100 == 0 else cents / 100, "currency": EURO}


ORGANIZATION: Final = (
    text("name", most=200),
    text("description"),
    text("email", most=254),
    text("website", most=400),
)
LOCATION: Final = (
    text("name", most=200),
    first("street", "addresses", "address_1", A_PLACE, 160),
    first("postcode", "addresses", "postal_code", A_PLACE, 10),
    first("town", "addresses", "city", A_PLACE, 80),
    value("latitude", "latitude", _degrees, float),
    value("longitude", "longitude", _degrees, float),
    attribute("area", "area", 40),
    Lens("access", _access, _put_access),
)
SERVICE: Final = (
    text("name", most=200),
    text("description"),
    value("translations", "translations", _translations, dict),
    Lens("topic", _topic, _put_topic),
    attribute("audience", "audience"),
    text("eligibility", "eligibility_description"),
    text("application", "application_process"),
    text("fees", "fees_description"),
    text("url", most=400),
    first("phone", "phones", "number", {}, 60),
    text("email", most=254),
    coded("languages", "languages", lambda one: str(one.get("code") or "")[:12], lambda code: {"code": code, "name": language_named(code)}),
    coded("areas", "service_areas", _area, _new_area),
    value("status", "status", _status, str),
    value("verified_on", "assured_date", day, date.isoformat),
    value("changed_at", "last_modified", _moment, datetime.isoformat),
)
SCHEDULE: Final = (
    Lens("days", _rule_days, _put_days),
    value("opens", "opens_at", _hour, lambda hour: f"{hour:%H:%M}"),
    value("closes", "closes_at", _hour, lambda hour: f"{hour:%H:%M}"),
    value("first", "valid_from", day, date.isoformat),
    value("last", "valid_to", day, date.isoformat),
    Lens("closed", _closed, _put_closed),
    text("words", "description"),
)
PRICE: Final = (
    text("what", "option", 200),
    Lens("cents", _cents, _put_cents),
    text("words", "amount_description"),
)
