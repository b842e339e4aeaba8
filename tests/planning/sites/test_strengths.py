"""Strengths: what a quarter has beside what it lacks, and whether poverty hardens."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.planning.sites.strengths import strengths_of
from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Better, Figures, Kind
from lebenslage.quarters.places.models import Place
from tests.planning.heat.conftest import keep

PAGE = "/planung/standorte/staerken/"


@pytest.fixture
def page(ahornstedt: Authority, enter_at: Callable[..., Client]) -> Callable[[], str]:
    """What stands on the page for somebody who only reads."""
    reader = enter_at(ahornstedt, "reader")

    def shown() -> str:
        return reader.get(PAGE).content.decode()

    return shown


def test_two_days_say_who_stayed_and_that_they_are_few(page: Callable[[], str]) -> None:
    shown = page()

    assert "Von 9 Quartieren, die am 31.12.2024 zum ärmsten Drittel gehörten" in shown
    assert "Der Zufall allein ergäbe etwa 3" in shown
    assert "Zwei Tage sind wenig." in shown
    assert "immer im ärmsten Drittel" in shown


def test_with_one_day_nothing_is_said_about_staying(ahornstedt: Authority, page: Callable[[], str]) -> None:
    Figures.objects.filter(batch__authority=ahornstedt, on=date(2024, 12, 31)).delete()

    assert "nur für einen Tag bekannt" in page()
    assert "Zufall" not in page()


def test_a_place_is_a_strength_where_it_stands_and_missing_elsewhere(ahornstedt: Authority, page: Callable[[], str]) -> None:
    known = {"source": "Stadt", "on": date(2026, 1, 1), "at": datetime(2026, 1, 1, tzinfo=UTC)}
    Place.objects.create(authority=ahornstedt, kind="library", name="Bücherei", x=351900, y=5652300, **known)
    shown = page()

    assert shown.count("Bibliothek: 1") == 1
    assert shown.count("Nicht hier: Bibliothek") == 26


def test_two_figures_of_strengths_make_a_whole_and_the_others_are_named(ahornstedt: Authority, page: Callable[[], str]) -> None:
    assert "Ein Gesamtbild der Stärken gibt es noch nicht" in page()
    edition = catalogue.edition(ahornstedt)
    assert edition is not None
    for key in ("green", "volunteering"):
        keep(ahornstedt, edition, key, key, [float(row + 1) for row in range(27)], date(2026, 12, 31), Kind.MEAN)
        ahornstedt.indicators.filter(key=key).update(better=Better.HIGH)

    found = strengths_of(ahornstedt)
    assert found is not None
    assert found.classes is not None
    assert sorted(set(found.classes.tolist())) == [1, 2, 3]
    assert found.classes[26] == 1
    shown = page()
    assert "Im besten Drittel: green und volunteering" in shown
    assert "Das Gesamtbild der Stärken ist unvollständig" in shown
