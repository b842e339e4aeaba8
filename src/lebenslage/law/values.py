"""Reading one value of a household file into the whole number that its fact counts in."""

import difflib
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import IntFlag
from functools import cache

from lebenslage.kernel.dates import read_day
from lebenslage.kernel.errors import UnreadableAmount, UnreadableDate
from lebenslage.kernel.money import read_cents
from lebenslage.law.facts import Fact
from lebenslage.law.problems import NotADay, NotAnAmount, NotANumber, NotYesOrNo, TooGreat, TooSmall, UnknownChoice, WrongUnit

YES = frozenset({"ja", "yes", "true", "1", "wahr"})
NO = frozenset({"nein", "no", "nee", "false", "0", "falsch"})
PERIODS = {"month": "Monat", "year": "Jahr"}
PERIOD = re.compile(r"(?i)\s*(?:/|pro|im|je|per|a)\s*(monat|month|maand|jahr|year|jaar)\s*$")
PERIOD_OF_WORD = {"monat": "month", "month": "month", "maand": "month", "jahr": "year", "year": "year", "jaar": "year"}


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
        raise TooSmall(fact=fact, person=person, given=str(given), least=fact.bounds.least)
    if value > fact.bounds.greatest:
        raise TooGreat(fact=fact, person=person, given=str(given), greatest=fact.bounds.greatest)


def _choice(fact: Fact, given: object, person: str) -> int:
    choices = fact.choices or IntFlag
    if not fact.several:
        return _named(fact, given, person)
    named = [given] if isinstance(given, (str, int)) else given
    if not isinstance(named, (list, tuple)):
        raise UnknownChoice(fact=fact, person=person, given=str(given), choices=list(_members(fact)))
    bits = 0
    for one in named:
        bits |= 0 if str(one).strip().lower() in ("", "keine", "keins", "nichts") else _named(fact, one, person)
    return int(choices(bits))


def _named(fact: Fact, given: object, person: str) -> int:
    members = _members(fact)
    name = str(given).strip().lower().replace(" ", "_").replace("-", "_")
    if name not in members:
        close = difflib.get_close_matches(name, members, n=1)
        raise UnknownChoice(fact=fact, person=person, given=str(given), choices=close or list(members))
    return members[name]


@cache
def _members(fact: Fact) -> Mapping[str, int]:
    return fact.members


def _amount(fact: Fact, given: object, person: str) -> int:
    text = str(given)
    period = PERIOD.search(text)
    expected = fact.unit.per if fact.unit else ""
    if period and PERIOD_OF_WORD[period[1].lower()] != expected:
        raise WrongUnit(fact=fact, person=person, given=text, expected=expected)
    try:
        return read_cents(text[: period.start()] if period else given)
    except UnreadableAmount as error:
        raise NotAnAmount(fact=fact, person=person, given=text) from error


def _number(fact: Fact, given: object, person: str) -> int:
    decimals = fact.unit.decimals if fact.unit else 0
    try:
        exact = Decimal(str(given).strip().removesuffix("%").removesuffix("m²").strip().replace(",", ".")).scaleb(decimals)
    except ArithmeticError as error:  # no number, or one of nothing in this world such as 1e999999
        raise NotANumber(fact=fact, person=person, given=str(given)) from error
    if isinstance(given, bool) or not exact.is_finite() or exact != exact.to_integral_value() or abs(exact) >= Decimal(10) ** 15:
        raise NotANumber(fact=fact, person=person, given=str(given))
    return int(exact)


def _day(fact: Fact, given: object, person: str) -> int:
    try:
        return read_day(given)
    except UnreadableDate as error:
        raise NotADay(fact=fact, person=person, given=str(given)) from error


def _yes_or_no(fact: Fact, given: object, person: str) -> int:
    word = str(given).strip().lower()
    if word not in YES and word not in NO:
        raise NotYesOrNo(fact=fact, person=person, given=str(given))
    return int(word in YES)


_readers: dict[str, Callable[[Fact, object, str], int]] = {
    "money": _amount, "day": _day, "flag": _yes_or_no, "count": _number, "percent": _number, "months": _number, "area": _number,
}  # fmt: skip
