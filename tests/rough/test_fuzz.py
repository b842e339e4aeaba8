"""Readers of amounts, days and names meet whatever can be typed: they read it, or they ask back. What they read reads the same again."""

import unicodedata
from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from lebenslage.benefits.facts import wohnen
from lebenslage.kernel.dates_typed import read_typed_day
from lebenslage.kernel.errors import Problem, UnreadableAmount, UnreadableDate
from lebenslage.kernel.money import read_cents, write_amount
from lebenslage.kernel.typed import JOINERS, UNSEEN, as_figures, as_words
from lebenslage.law.values import read_value
from tests.rough.chance import FEW, MANY, texts

AMOUNTS = [
    "1",
    "12",
    "345",
    "200",
    "0",
    "5",
    "00",
    ".",
    ",",
    "'",
    " ",
    "\u00a0",
    "-",
    "–",
    "€",
    "EUR",
    " Euro ",
    "ca. ",
    ",-",
    "٣",
    "e",
    "netto",
]
DAYS = ["3.", "11.", "1950", "30/", "02-", "2024", "-11-03", "50", "7", " ", ".", "Februar", "Nov", "March ", "rd", "٣", ",", "gestern"]
NAMES = [
    "Anna",
    "O",
    "'",
    "’",
    "-",
    " ",
    "e\u0301",
    "ö",
    "von",
    "Шев",
    "محمد",
    "\u200c",
    "\u200d",
    "\u202e",
    "\0",
    "\r\n",
    "🌻",
    "<b>",
    "{{",
    "%s",
]
in_both_sizes = pytest.mark.parametrize("count", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])


@in_both_sizes
def test_an_amount_is_read_or_asked_back_and_reads_the_same_again(count: int) -> None:
    read = 0
    for typed in texts(4, count, AMOUNTS):
        try:
            cents = read_cents(typed)
        except UnreadableAmount:
            continue
        read += 1
        assert read_cents(write_amount(cents, 2, point=",", group=".")) == cents, typed
        assert digits(typed).lstrip("0").rstrip("0") == digits(str(cents)).rstrip("0"), typed
    assert read > count // 50


@in_both_sizes
def test_a_day_is_read_or_asked_back_and_reads_the_same_again(count: int) -> None:
    read = 0
    for typed in texts(5, count, DAYS):
        try:
            day = date.fromordinal(read_typed_day(typed))
        except UnreadableDate:
            continue
        read += 1
        assert read_typed_day(f"{day.day}.{day.month}.{day.year:04}") == read_typed_day(day.isoformat()) == day.toordinal(), typed
        assert f"{day.year}" in as_figures(typed), typed
    assert read > count // 500


@in_both_sizes
def test_of_a_name_nothing_is_lost_that_can_be_seen(count: int) -> None:
    for typed in texts(6, count, NAMES):
        kept = as_words(typed)
        assert as_words(kept) == kept, typed
        assert unicodedata.is_normalized("NFC", kept), typed
        assert seen(kept) == seen(typed), typed
        assert not {unicodedata.category(sign) for sign in kept if sign not in JOINERS} & UNSEEN, typed


@in_both_sizes
def test_every_way_of_writing_an_amount_is_read_to_the_cent(count: int) -> None:
    chance = Random(7)
    for _ in range(count):
        cents = chance.choice((chance.randrange(10**4), chance.randrange(10**9)))
        point, group = chance.choice(((",", "."), (".", ","), (",", " "), (",", "\u202f"), (".", "'"), (",", "’"), (",", ""), (".", "")))
        before, behind = chance.choice(("", "€", "EUR ", " ", "ca. ")), chance.choice(("", " €", "€", " Euro", "\n", "\u00a0€"))
        typed = f"{before}{write_amount(cents, 2, point=point, group=group)}{'' if before.strip(' c.a') else behind}"
        assert read_cents(typed) == cents, typed


@in_both_sizes
def test_every_way_of_writing_a_day_is_read(count: int) -> None:
    chance, first = Random(8), date(1900, 1, 1)
    ways = (
        "{d}.{m}.{y}",
        "{d:02}.{m:02}.{y}",
        "{d}/{m}/{y}",
        "{d}-{m}-{y}",
        "{y}-{m:02}-{d:02}",
        "{d:02}{m:02}{y}",
        "{d} . {m} . {y}",
        "{d} {m} {y}",
    )
    for _ in range(count):
        day = first + timedelta(chance.randrange(55_000))
        typed = chance.choice(ways).format(d=day.day, m=day.month, y=day.year)
        assert read_typed_day(typed) == day.toordinal(), typed


@in_both_sizes
def test_an_answer_to_the_rent_is_a_number_or_a_problem(count: int) -> None:
    for typed in texts(9, count // 4, [*AMOUNTS, "im Monat", "/Jahr", "p.a.", "mtl."]):
        assert about_rent(typed), typed


def about_rent(typed: str) -> bool:
    """Whether a text is read as a rent that can be, or refused as an answer about the rent."""
    bounds = wohnen.miete.bounds
    try:
        return bounds.least <= read_value(wohnen.miete, typed, "") <= bounds.greatest
    except Problem as problem:
        return problem.details["fact"] is wohnen.miete


def digits(text: str) -> str:
    """The digits of a text, in order."""
    return "".join(sign for sign in as_figures(text) if sign.isdigit() and sign.isascii())


def seen(text: str) -> Counter[str]:
    """What can be seen of a text, letters parted from their accents, in any order."""
    parted = unicodedata.normalize("NFD", text)
    return Counter(sign for sign in parted if unicodedata.category(sign) not in UNSEEN and not sign.isspace())
