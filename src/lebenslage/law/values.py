"""Reading one value of a household file into the whole number that its fact counts in."""

import difflib
import re
from collections.abc import Callable, Mapping
from enum import IntFlag
from functools import cache

from lebenslage.kernel.dates import read_day
from lebenslage.kernel.errors import UnclearAmount, UnreadableAmount, UnreadableDate
from lebenslage.kernel.money import read_cents
from lebenslage.kernel.typed import as_figures, quoted
from lebenslage.law.facts import Fact
from lebenslage.law.problems import NotADay, NotAnAmount, NotANumber, NotYesOrNo, TooGreat, TooSmall, TwoAmounts, UnknownChoice, WrongUnit

YES = frozenset({"ja", "yes", "true", "1", "wahr"})
NO = frozenset({"nein", "no", "nee", "false", "0", "falsch"})
A_MONTH = r"(?:/|pro|im|je|per|a)\s*(?:monat|month|maand)|(?:monatlich|monthly|maandelijks|mtl\.?|p\.\s?m\.)"
A_YEAR = r"(?:/|pro|im|je|per|a)\s*(?:jahr|year|jaar)|(?:jährlich|yearly|jaarlijks|p\.\s?a\.)"
PERIOD = re.compile(rf"(?i)\s*(?:(?P<month>{A_MONTH})|(?P<year>{A_YEAR}))$")
UNIT_BEHIND = re.compile(r"(?i)\s*(?:%|prozent|percent|procent|m²|m2|qm|monate?|months?|maanden)$")
MONEY = re.compile(r"(?i)€|eur|,-")
WHOLE = re.compile(r"^-?\d{1,15}(?:[.,]0)?$")


def read_value(fact: Fact, given: object, person: str) -> int:
    """The whole number for a given value. Raises a problem that names the fact, the person and the remedy."""
    word = str(given).strip().lower()
    if word in fact.asked.words:
        return fact.asked.words[word]
    value = _choice(fact, given, person) if fact.choices else _readers[_kind(fact)](fact, given, person)
    _check_bounds(fact, value, given, person)
    return value


def _kind(fact: Fact) -> str:
    return fact.unit.kind if fact.unit else ""


def _check_bounds(fact: Fact, value: int, given: object, person: str) -> None:
    if value < fact.bounds.least:
        raise TooSmall(fact=fact, person=person, given=quoted(given), least=fact.bounds.least)
    if value > fact.bounds.greatest:
        raise TooGreat(fact=fact, person=person, given=quoted(given), greatest=fact.bounds.greatest)


def _choice(fact: Fact, given: object, person: str) -> int:
    choices = fact.choices or IntFlag
    if not fact.several:
        return _named(fact, given, person)
    named = [given] if isinstance(given, (str, int)) else given
    if not isinstance(named, (list, tuple)):
        raise UnknownChoice(fact=fact, person=person, given=quoted(given), choices=list(_members(fact)))
    bits = 0
    for one in named:
        bits |= 0 if str(one).strip().lower() in ("", "keine", "keins", "nichts") else _named(fact, one, person)
    return int(choices(bits))


def _named(fact: Fact, given: object, person: str) -> int:
    members = _members(fact)
    name = str(given).strip().lower().replace(" ", "_").replace("-", "_")
    if name not in members:
        close = difflib.get_close_matches(name, members, n=1)
        raise UnknownChoice(fact=fact, person=person, given=quoted(given), choices=close or list(members))
    return members[name]


@cache
def _members(fact: Fact) -> Mapping[str, int]:
    return fact.members


def _amount(fact: Fact, given: object, person: str) -> int:
    text = as_figures(str(given))
    period = PERIOD.search(text)
    expected = fact.unit.per if fact.unit else ""
    if period and period.lastgroup != expected:
        raise WrongUnit(fact=fact, person=person, given=quoted(given), expected=expected)
    return _cents(fact, text[: period.start()] if period else given, given, person)


def _cents(fact: Fact, figures: object, given: object, person: str) -> int:
    try:
        return read_cents(figures)
    except UnclearAmount as error:
        raise TwoAmounts(fact=fact, person=person, given=quoted(given), given_whole=error.details["given_whole"]) from error
    except UnreadableAmount as error:
        raise NotAnAmount(fact=fact, person=person, given=quoted(given)) from error


def _number(fact: Fact, given: object, person: str) -> int:
    """A whole number, or one with two decimals, which is grouped and parted like an amount."""
    text = UNIT_BEHIND.sub("", as_figures(str(given)))
    if isinstance(given, bool):
        raise NotANumber(fact=fact, person=person, given=quoted(given))
    if fact.unit and fact.unit.decimals:
        return _hundredths(fact, text, given, person)
    if not WHOLE.match(text):
        raise NotANumber(fact=fact, person=person, given=quoted(given))
    return int(text.removesuffix("0").rstrip(".,") if text[-2:] in (".0", ",0") else text)


def _hundredths(fact: Fact, figures: str, given: object, person: str) -> int:
    try:
        return read_cents("" if MONEY.search(figures) else figures)
    except UnreadableAmount as error:
        raise NotANumber(fact=fact, person=person, given=quoted(given)) from error


def _day(fact: Fact, given: object, person: str) -> int:
    try:
        return read_day(given)
    except UnreadableDate as error:
        raise NotADay(fact=fact, person=person, given=quoted(given)) from error


def _yes_or_no(fact: Fact, given: object, person: str) -> int:
    word = str(given).strip().lower()
    if word not in YES and word not in NO:
        raise NotYesOrNo(fact=fact, person=person, given=quoted(given))
    return int(word in YES)


_readers: dict[str, Callable[[Fact, object, str], int]] = {
    "money": _amount, "day": _day, "flag": _yes_or_no, "count": _number, "percent": _number, "months": _number, "area": _number,
}  # fmt: skip
