"""An offer in words: how far, open until when, what it costs, in which languages, how to get help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from lebenslage.law.texts import LANGUAGES, Texts
from lebenslage.offers.access import FACTS, fact, step_free
from lebenslage.offers.hours import CODES, Rule, Times, days_in_words, on_day
from lebenslage.offers.indexing import in_other_letters
from lebenslage.offers.models import Location, Service
from lebenslage.offers.prices import Cost
from lebenslage.offers.search import Hit
from lebenslage.offers.topics import language_named
from lebenslage.pages.languages import DEFAULT

NEAR: Final = 950
ROUND: Final = 50
SHORT: Final = 220
WITH_MINUTES: Final = ("en",)


@dataclass(frozen=True, slots=True)
class Said:
    """An offer as it is read in a list. `german` says that there are words in German alone."""

    hit: Hit
    name: str
    about: str
    german: bool
    where: str
    when: str
    open: bool
    price: str
    spoken: str
    topic: str


def told(hit: Hit, say: Texts, moment: datetime, origin: Location | None) -> Said:
    """An offer in a list."""
    name, about, german = words_of(hit.service, say.language)
    return Said(
        hit,
        name,
        shortened(about),
        german,
        _where(hit, say, origin),
        _when(hit, say, moment),
        hit.until is not None and not hit.closed_for_now,
        price(hit.costs, hit.service.fees, say),
        spoken(hit.service),
        say("offers", "topics", hit.service.topic) if hit.service.topic else "",
    )


def words_of(service: Service, language: str) -> tuple[str, str, bool]:
    """Name and description in a language, and whether they are German for lack of others."""
    texts = service.translations.get(language, {})
    texts = texts if isinstance(texts, dict) else {}
    missing = not texts.get("description") and not language.startswith(DEFAULT)
    name, about = str(texts.get("name") or service.name), str(texts.get("description") or service.description)
    return name, about, missing and not _mostly_other_letters(f"{name} {about}")


def _mostly_other_letters(text: str) -> bool:
    """Whether it is no German, for German is not written so."""
    return 2 * len(in_other_letters(text)) > len(text.split())


def in_other_languages(service: Service) -> Sequence[tuple[str, str, str, str]]:
    """The entry in languages that no page speaks: code, the language as it calls itself, name and description."""
    texts = {code: text for code, text in service.translations.items() if code not in LANGUAGES and isinstance(text, dict)}
    told = [(code, str(text.get("name") or ""), str(text.get("description") or "")) for code, text in sorted(texts.items())]
    return [(code, language_named(code), name, about) for code, name, about in told if name or about]


def shortened(text: str) -> str:
    """The beginning of a text, to the end of a word."""
    return text if len(text) <= SHORT else f"{text[:SHORT].rsplit(' ', 1)[0]} …"


def spoken(service: Service) -> str:
    """The languages, each as it calls itself."""
    return ", ".join(language_named(code) for code in service.languages)


def clock(moment: time, say: Texts) -> str:
    """An hour of the day: 9 Uhr, 14:30 Uhr, in English 14:30."""
    return say("finder", "clock", hour=_bare(moment, say))


def day(on: date, say: Texts) -> str:
    """A day with its weekday."""
    return say("finder", "day", weekday=say("finder", "weekdays", CODES[on.weekday()]), day=say.day(on.toordinal()))


def _where(hit: Hit, say: Texts, origin: Location | None) -> str:
    if hit.house is None:
        return say("finder", "where", "none")
    if hit.metres is not None and origin is not None:
        far = _far(hit.metres, say)
        return say("finder", "where", "metres", far=far, house=origin.name or origin.street)
    return say("finder", "where", ("area", "postcode", "town")[hit.nearness])


def _far(metres: float, say: Texts) -> str:
    if metres < NEAR:
        return say("finder", "metres", number=max(ROUND, round(metres / ROUND) * ROUND))
    return say("finder", "kilometres", number=say.number(round(metres / 100) * 10, 2).removesuffix("0"))


def _when(hit: Hit, say: Texts, moment: datetime) -> str:
    if hit.closed_for_now:
        return say("finder", "when", "paused")
    if hit.until is not None:
        return say("finder", "when", "open", until=clock(hit.until, say))
    if hit.next is None:
        return say("finder", "when", "ask")
    return opening(hit.next, say, moment)


def opening(times: Times, say: Texts, moment: datetime) -> str:
    """When it opens next: today, tomorrow, or on a day."""
    hour, ahead = clock(times.opens, say), (times.day - moment.date()).days
    if ahead <= 1:
        return say("finder", "when", ("today", "tomorrow")[ahead], hour=hour)
    return say("finder", "when", "later", day=day(times.day, say), hour=hour)


def price(costs: Sequence[Cost], fees: str, say: Texts) -> str:
    """What it costs, in a few words."""
    amounts = [one.cents for one in costs if one.cents is not None]
    if not amounts:
        return fees or say("finder", "price", "ask")
    least, most = min(amounts), max(amounts)
    if most == 0:
        return say("finder", "price", "free")
    if least == 0:
        return say("finder", "price", "some_free", amount=amount(most, say))
    return say("finder", "price", "one" if least == most else "from", amount=amount(least, say))


def amount(cents: int, say: Texts) -> str:
    """An amount of money."""
    return say("format", "money", amount=say.number(cents, 2))


def price_lines(costs: Sequence[Cost], say: Texts) -> Sequence[str]:
    """Each price in a line."""
    return [line for one in costs if (line := _price_line(one, say))]


def _price_line(one: Cost, say: Texts) -> str:
    if one.cents is None:
        return ": ".join(part for part in (one.what, one.words) if part)
    figure = amount(one.cents, say) if one.cents else say("finder", "price", "free")
    return f"{one.what}: {figure}" if one.what else figure


# --- Hours and accessibility ----------------------------------------------------------------------


def week(rules: Sequence[Rule], say: Texts, today: date) -> Sequence[tuple[str, str]]:
    """The rules in lines: days, and hours. Exceptions that are over are left out."""
    return [(_days(rule, say), _hours(rule, say)) for rule in rules if rule.last is None or rule.last >= today]


def _days(rule: Rule, say: Texts) -> str:
    dates = _dates(rule, say)
    if not rule.days:
        return dates
    names = [say("finder", "short_days", code) for code in CODES]
    days = days_in_words(rule.days, names, say("finder", "last"))
    monthly = say("finder", "monthly", days=days) if any(letter.isdigit() for letter in rule.days) else days
    return f"{monthly} ({dates})" if dates else monthly


def _dates(rule: Rule, say: Texts) -> str:
    if rule.first is not None and rule.of_one_day:
        return day(rule.first, say)
    if rule.first is not None and rule.last is not None:
        return say("finder", "between", first=say.day(rule.first.toordinal()), last=say.day(rule.last.toordinal()))
    return ""


def _hours(rule: Rule, say: Texts) -> str:
    if rule.closed:
        return say("finder", "closed")
    if rule.opens and rule.closes:
        return say("finder", "span", opens=_bare(rule.opens, say), closes=clock(rule.closes, say))
    return rule.words or say("finder", "when", "ask")


def _bare(hour: time, say: Texts) -> str:
    return f"{hour.hour}:{hour:%M}" if hour.minute or say.language in WITH_MINUTES else str(hour.hour)


def closed_today(rules: Sequence[Rule], today: date) -> bool:
    """Whether a rule of the week is overruled today: by a holiday, or by an exception."""
    return any(rule.days and not rule.closed and rule.covers(today) for rule in rules) and not on_day(rules, today)


def access_lines(house: Location | None, say: Texts) -> Sequence[tuple[str, str]]:
    """What is known of steps, toilet, hearing loop and the rest; what is unknown is said to be."""
    if house is None:
        return []
    entrance = ("entrance", step_free(house.access))
    others = [(name, fact(house.access, name)) for name in FACTS if name not in ("level", "ramp")]
    return [(say("finder", "access", name), say("finder", "access", _answer(known))) for name, known in (entrance, *others)]


def _answer(known: bool | None) -> str:
    return "unknown" if known is None else ("yes" if known else "no")
