"""Three words for every page: each page has them, no two pages are mistaken for one another, and they say nothing about a person."""

import re
from itertools import combinations

import pytest
from django.test import RequestFactory
from django.urls import resolve

from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from lebenslage.pages.page_codes import new_code, page_of, page_with, stored, words
from lebenslage.portal.help.pages import explained, pages

ADD = "run tools/page_codes.py to give new pages their words"


def steps(one: str, other: str) -> int:
    """How many letters are to be changed, added or left out to make one word of another."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, row[0] = row[0], i
        for j, wanted in enumerate(other, start=1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (letter != wanted))
    return row[-1]


def page_at(address: str) -> str:
    """The name of the page at an address."""
    request = RequestFactory().get(address)
    request.resolver_match = resolve(address)
    return page_of(request)


def test_every_page_has_its_three_words() -> None:
    assert [page for page in pages() if page not in stored()] == [], ADD


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_explained_in_its_own_words(language: str) -> None:
    say = sentences(language)
    other = explained("portal:other", say)

    assert [page for page in pages() if explained(page, say).title in ("", other.title) or not explained(page, say).about] == []


def test_two_codes_differ_in_two_words_at_least() -> None:
    codes = [code.split("-") for code in stored().values()]

    assert [(a, b) for a, b in combinations(codes, 2) if sum(x != y for x, y in zip(a, b, strict=True)) < 2] == []
    assert all(len(set(code)) == 3 and set(code) <= set(words()) for code in codes)


def test_words_are_short_and_none_sounds_like_another() -> None:
    assert all(re.fullmatch("[a-z]{3,8}", word) for word in words())
    assert [(a, b) for a, b in combinations(words(), 2) if steps(a, b) < 3] == []


def test_new_pages_leave_the_words_of_others_alone() -> None:
    code = new_code("portal:brand_new", list(stored().values()))

    assert code == new_code("portal:brand_new", list(stored().values()))
    assert code not in stored().values()


@pytest.mark.parametrize(
    ("said", "page"),
    [
        (stored()["portal:start"], "portal:start"),
        (stored()["portal:start"].upper().replace("-", " , "), "portal:start"),
        ("-".join([*stored()["portal:start"].split("-")[:2], "banane"]), "portal:start"),
        ("eins zwei drei", ""),
        ("banane", ""),
        ("", ""),
    ],
)
def test_a_page_is_found_by_words_as_they_are_said(said: str, page: str) -> None:
    assert page_with(said) == page


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/de/pruefen/frage/person-1-rente/", "portal:question/rente"),
        ("/nl/pruefen/frage/person-7-rente/", "portal:question/rente"),
        ("/de/pruefen/frage/gemeinde/", "portal:question/gemeinde"),
        ("/de/pruefen/person/7/entfernen/", "portal:remove_person"),
        ("/de/meine/5b2ff1f4-6c8b-4f0e-9f35-000000000001/", "portal:case"),
        ("/anmelden/", "account_login"),
    ],
)
def test_whose_page_it_is_does_not_matter(address: str, page: str) -> None:
    assert page_at(address) == page
