"""The heat plan: where it begins and why, what nobody counts, which addresses lie in the heat."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.planning.heat.plan import plan_of
from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Kind
from lebenslage.quarters.places.models import Place
from lebenslage.quarters.starting import known_by
from tests.planning.heat.conftest import keep

PLAN = "/planung/hitze/"


def text_of(client: Client, address: str = PLAN) -> str:
    """What stands on a page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_missing_is_named_with_the_next_step(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    page = text_of(enter_at(ahornstedt))

    assert "Für diese Seite fehlt: Hitze je Quartier" in page
    assert 'href="/planung/daten/"' in page


def test_a_town_without_outlines_is_told_to_begin_with_them(town: Authority, enter: Callable[..., Client]) -> None:
    assert "fehlen die Grenzen der Quartiere" in text_of(enter())


def test_the_plan_begins_where_heat_poverty_and_many_vulnerable_people_meet(counted: Authority, enter_at: Callable[..., Client]) -> None:
    page = text_of(enter_at(counted))

    assert "beginnt der Plan: Schäferei und Kirchlinde." in page
    assert "Kinder unter 6 Jahren: 145." in page
    assert "Gefährdete Menschen hoch, Hitze hoch" in page
    assert page.count('id="q-') == 27


def test_who_is_counted_by_nobody_is_unknown_and_said(hot: Authority, enter_at: Callable[..., Client]) -> None:
    page = text_of(enter_at(hot))

    assert "Alleinlebende ab 65 Jahren, Kinder unter 6 Jahren, Schwangere und Menschen ohne Wohnung" in page
    assert "Unbekannt ist nicht null" in page


@pytest.mark.parametrize(("kind", "numbers", "shown"), [(Kind.COUNT, 7.0, "7"), (Kind.SHARE, 100.0, "")])
def test_who_is_old_and_lives_alone_is_told_where_somebody_counts(
    hot: Authority, enter_at: Callable[..., Client], kind: Kind, numbers: float, shown: str
) -> None:
    edition = catalogue.edition(hot)
    assert edition is not None
    before = plan_of(hot)
    assert before is not None
    assert "alone" in before.who.unknown
    keep(hot, edition, "people_65_and_over_alone", "Allein", [numbers] * 27, date(2026, 12, 31), kind)

    plan = plan_of(hot)
    assert plan is not None
    assert "alone" not in plan.who.unknown
    alone, old = plan.who.groups["alone"], plan.who.groups["over_65"]
    assert alone.tolist() == ([7.0] * 27 if kind == Kind.COUNT else old.tolist())
    assert plan.who.people.tolist() == before.who.people.tolist()
    assert f"Alleinlebende ab 65 Jahren: {shown}" in text_of(enter_at(hot))


def test_another_figure_of_poverty_can_be_chosen(counted: Authority) -> None:
    usual, other = plan_of(counted), plan_of(counted, poverty="large_families")

    assert usual is not None
    assert other is not None
    assert usual.plan.poor.values.tolist() != other.plan.poor.values.tolist()


@pytest.mark.parametrize(("name", "shown"), [("Kirchlinde", True), ("Bleiche", False)])
def test_an_institution_is_listed_where_its_quarter_is_hot(hot: Authority, enter_at: Callable[..., Client], name: str, shown: bool) -> None:
    plan = plan_of(hot)
    assert plan is not None
    middle = plan.ground.areas.shapes[plan.ground.areas.names.index(name)].representative_point()
    known = {"source": "Stadt", "on": date(2026, 1, 1), "at": datetime(2026, 1, 1, tzinfo=UTC)}
    Place.objects.create(authority=hot, kind="care", name="Haus Abendsonne", x=middle.x, y=middle.y, **known)

    assert ("Haus Abendsonne, Pflegeheim" in text_of(enter_at(hot))) is shown


def test_hidden_counts_are_unknown_and_never_zero(hot: Authority, enter_at: Callable[..., Client]) -> None:
    edition = catalogue.edition(hot)
    assert edition is not None
    figures = next(one for one in catalogue.columns(hot, edition, ["people_65_and_over"], [date(2026, 12, 31)]))
    row = figures.indicator.figures.get(on=date(2026, 12, 31))
    row.numbers[0], row.qualities = None, "s" + row.qualities[1:]
    row.save()

    page = text_of(enter_at(hot, "reader"), "/planung/hitze/hitzeplan.csv")
    assert "01;Alter Markt;" in page
    assert next(line for line in page.splitlines() if line.startswith("01;")).split(";")[4] == "unbekannt"


def test_the_plan_is_printed_with_its_measures(hot: Authority, enter_at: Callable[..., Client]) -> None:
    planner = enter_at(hot)
    planner.post(
        f"{PLAN}massnahmen/neu/", {"title": "Anrufen", "department": "Sozialamt", "level": "strong", "season": "2027", "work": "open"}
    )

    page = text_of(planner, f"{PLAN}druck/")
    assert "Hitzeplan für den Sommer 2027" in page
    assert "Anrufen" in page


@pytest.mark.parametrize("heading", ["Alleinlebende ab 65", "Ältere Menschen, die allein leben (31.12.2026)", "Einpersonenhaushalte ab 65"])
def test_the_starter_set_knows_old_people_who_live_alone_by_their_heading(heading: str) -> None:
    known = known_by(heading)

    assert known is not None
    assert (known.key, known.kind) == ("people_65_and_over_alone", "count")
