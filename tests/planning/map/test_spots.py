"""What lies together: a planted pattern is found, chance is not, and where nothing can be told the page says why."""

import re
from collections.abc import Callable, Sequence

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.quarters.models import Edition, Figures
from tests.portal.conftest import Seen

type EnterAt = Callable[..., Client]
SPOTS = "/planung/karte/muster/?merkmal=child_poverty"
LEVEL, STEP = 20.0, 7.0


def see(client: Client, address: str = SPOTS) -> Seen:
    """Open the page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return Seen(answer.status_code, answer.content.decode())


def given(authority: Authority, numbers: Sequence[float | None]) -> None:
    """The latest figures of child poverty are these."""
    figures = Figures.objects.filter(batch__authority=authority, indicator__key="child_poverty").order_by("-on")[0]
    figures.numbers, figures.qualities = list(numbers), "".join("m" if one is None else "g" for one in numbers)
    figures.save()


def westward(authority: Authority) -> list[float]:
    """Numbers that grow from east to west, so that high lies next to high."""
    return [1000 - x for x, _ in Edition.objects.get(authority=authority).drawn["middles"]]


def test_a_pattern_is_told_in_map_table_and_sentences(ahornstedt: Authority, enter_at: EnterAt) -> None:
    given(ahornstedt, westward(ahornstedt))

    seen = see(enter_at(ahornstedt))

    assert re.search(r"Ähnliche Werte liegen beieinander. Moran's I ist 0,\d+, bei reinem Zufall wäre es etwa −0,04", seen.text)
    in_map = re.findall(r'aria-label="[^"]+: (hoch neben hoch|niedrig neben niedrig)"', seen.markup)
    in_table = re.findall(r'<td class="kern-table__cell">(hoch neben hoch|niedrig neben niedrig)</td>', seen.markup)
    assert sorted(in_map) == sorted(in_table)
    assert len(set(in_map)) == 2
    assert f"Deutlich bleiben davon: {len(in_map)}." in seen.text


def test_an_outlier_among_its_neighbours_is_named(ahornstedt: Authority, enter_at: EnterAt) -> None:
    numbers = westward(ahornstedt)
    place = sorted(range(len(numbers)), key=lambda one: numbers[one])[3]
    numbers[place] = max(numbers)
    given(ahornstedt, numbers)

    assert f"Hoch, Nachbarn niedrig: {Edition.objects.get(authority=ahornstedt).names[place]}." in see(enter_at(ahornstedt)).text


def test_what_may_be_chance_is_not_shown_as_a_pattern(ahornstedt: Authority, enter_at: EnterAt) -> None:
    given(ahornstedt, [LEVEL + (STEP * place * place) % 11 for place in range(27)])

    seen = see(enter_at(ahornstedt))

    assert "Über die ganze Karte ist kein Muster zu erkennen" in seen.text
    assert "Deutlich genug ist keines" in seen.text
    assert seen.markup.count('<td class="kern-table__cell">nicht deutlich</td>') == 27


def test_the_same_figures_give_the_same_page(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)

    assert see(client).text == see(client).text


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ([1.0] * 27, "Alle Gebiete haben denselben Wert."),
        ([*map(float, range(19)), *[None] * 8], "Nur 19 von 27 Gebieten haben eine Zahl. Unter 20 Gebieten"),
    ],
)
def test_where_nothing_can_be_told_the_page_says_why_and_leads_on(
    ahornstedt: Authority, enter_at: EnterAt, numbers: list[float | None], why: str
) -> None:
    given(ahornstedt, numbers)

    seen = see(enter_at(ahornstedt))

    assert why in seen.text
    assert "Diese Ansichten gehen hier: Ein Merkmal" in seen.text


def test_counts_and_areas_without_borders_have_no_neighbours(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)
    assert "Das ist eine Anzahl." in see(client, "/planung/karte/muster/?merkmal=population").text

    Edition.objects.filter(authority=ahornstedt).update(outlines=b"", at="2026-11-03T10:00:00Z")
    assert "Von diesen Gebieten kennen wir keine Grenzen." in see(client).text


def test_an_indicator_that_the_town_does_not_have_is_not_found(ahornstedt: Authority, enter_at: EnterAt) -> None:
    assert enter_at(ahornstedt).get("/planung/karte/muster/?merkmal=nichts").status_code == 404
