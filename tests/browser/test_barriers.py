"""axe finds nothing: four languages, light and dark, phone and desktop, at every stage of the page, with every fold open."""

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.walks import answer_first_questions, answer_the_rest, press, unfold_everything

pytestmark = pytest.mark.browser

type Barriers = Callable[[Page], list[str]]


@pytest.mark.parametrize("language", ["de", "de-einfach", "en", "nl"])
def test_no_barrier_in_the_outcome_and_all_answers(visit: Visit, barriers: Barriers, language: str) -> None:
    page = visit(f"/{language}/wohngeld/")
    answer_first_questions(page)
    press(page)
    answer_the_rest(page)
    press(page)
    unfold_everything(page)
    for scheme, width in product(("light", "dark"), (390, 1280)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        assert barriers(page) == [], (scheme, width)


@pytest.mark.parametrize(("language", "scheme", "width"), [("de", "light", 390), ("nl", "dark", 1280)])
def test_no_barrier_on_the_way(visit: Visit, barriers: Barriers, language: str, scheme: str, width: int) -> None:
    page = visit(f"/{language}/wohngeld/", width=width, scheme=scheme)
    answer_first_questions(page)
    unfold_everything(page)
    assert barriers(page) == []
    press(page)
    unfold_everything(page)
    assert barriers(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_where_something_is_wrong(visit: Visit, barriers: Barriers, scheme: str) -> None:
    page = visit("/de/wohngeld/", scheme=scheme)
    answer_first_questions(page)
    page.fill("[name=gemeinde]", "Atlantis")
    page.fill("[name=haushalt-1-miete]", "viel")
    page.check("#person-1-abzuege-keine")
    press(page)
    assert barriers(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_with_a_family_from_a_file(visit: Visit, barriers: Barriers, scheme: str) -> None:
    page = visit("/nl/wohngeld/datei/beispiel/", scheme=scheme, width=390)
    assert barriers(page) == []
    press(page)
    unfold_everything(page)
    assert barriers(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_in_a_refusal(visit: Visit, barriers: Barriers, scheme: str) -> None:
    page = visit("/en/wohngeld/", scheme=scheme)
    answer_first_questions(page, pension="4300")
    press(page)
    answer_the_rest(page)
    press(page)
    assert barriers(page) == []


@pytest.mark.parametrize("address", ["/de/nirgends/", "/en/wohngeld/datei/"])
def test_no_barrier_on_the_quiet_pages(visit: Visit, barriers: Barriers, address: str) -> None:
    assert barriers(visit(address)) == []
