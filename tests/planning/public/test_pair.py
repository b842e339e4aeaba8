"""Two published indicators on one map: nine classes in words from published figures alone, in four languages."""

import re

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.quarters.models import Released
from tests.planning.public.conftest import HIDDEN
from tests.queries_counted import asking

PAIR = "/de/stadt/05999027/zwei/?erste=child_poverty&zweite=population"
UNKNOWN = "eine Zahl ist verborgen oder liegt nicht vor"
ROW = re.compile(r'<th scope="row"[^>]*><a[^>]*>([^<]+)</a></th>(.*?)</tr>', re.DOTALL)


def rows(page: str) -> dict[str, list[str]]:
    """What the table says of each area."""
    return {name: re.findall(r"<td[^>]*>([^<]*)</td>", cells) for name, cells in ROW.findall(page)}


@pytest.mark.parametrize(("language", "word"), [("de", "hoch"), ("de-einfach", "hoch"), ("en", "high"), ("nl", "hoog")])
def test_both_figures_and_what_they_are_together_stand_in_the_table(portal: Authority, language: str, word: str) -> None:
    with asking() as asked:
        answer = Client().get(PAIR.replace("/de/", f"/{language}/"))
    found = rows(answer.content.decode())

    assert len(found) == 27
    assert re.fullmatch(rf"{word} \w+ \w+", found["Bachgrund"][2])
    assert set(answer["Cache-Control"].split(", ")) == {"public", "max-age=300"}
    assert not answer.cookies
    assert asked.count <= 4


def test_the_map_says_the_same_as_the_table(portal: Authority, client: Client) -> None:
    page = client.get(PAIR).content.decode()
    in_map = dict(re.findall(r'aria-label="([^":]+): ([^"]+)"', page))

    said = {name: one.replace(UNKNOWN, "nicht zu sagen") for name, one in in_map.items()}
    short = {name: re.sub(r"Kinderarmut (\w+), Bevölkerung (\w+)", r"\1 und \2", one) for name, one in said.items()}
    assert short == {name: cells[2] for name, cells in rows(page).items()}


def test_where_a_number_is_hidden_no_class_is_told(portal: Authority, client: Client) -> None:
    found = list(rows(client.get(PAIR).content.decode()).values())

    unknown = {place for place, cells in enumerate(found) if cells[2] == "nicht zu sagen"}
    assert unknown == HIDDEN
    assert {found[place][0] for place in unknown} == {"verborgen"}


def test_an_indicator_leads_to_it_and_the_language_keeps_the_choice(portal: Authority, client: Client) -> None:
    assert 'href="/de/stadt/05999027/zwei/?erste=child_poverty"' in client.get("/de/stadt/05999027/zahl/child_poverty/").content.decode()
    assert "/en/stadt/05999027/zwei/?erste=child_poverty&amp;zweite=population" in client.get(PAIR).content.decode()


def test_what_is_not_published_is_not_there(portal: Authority, client: Client) -> None:
    assert client.get("/de/stadt/05999027/zwei/?erste=old_age_poverty").status_code == 404


def test_with_one_indicator_the_page_says_so_and_leads_back(portal: Authority, client: Client) -> None:
    Released.objects.filter(indicator__key="population").delete()

    page = client.get("/de/stadt/05999027/zwei/").content.decode()

    assert "Dafür braucht es zwei Kennzahlen für dieselben Gebiete." in page
    assert page.count('href="/de/stadt/05999027/"') == 2
