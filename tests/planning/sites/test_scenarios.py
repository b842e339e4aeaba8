"""Questions to siting: fountains for those in the heat, a contact point for all; answers with reasons, proof and fairness."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from lebenslage.authorities.models import Authority
from lebenslage.planning.sites import ask_views
from lebenslage.planning.sites.tasks import compute
from lebenslage.quarters.places.models import Place, Scenario

FOUNTAINS, SITES = "/planung/hitze/brunnen/", "/planung/standorte/"
THREE = {"name": "Drei Brunnen", "what": "fountain", "who": "vulnerable", "hot": "on", "minutes": "10", "sites": "3", "goal": "coverage"}
TWO = {"name": "Anlaufstellen", "what": "contact", "who": "people", "minutes": "15", "sites": "2", "goal": "median"}


def asked(client: Client, terms: dict[str, Any], home: str = FOUNTAINS) -> Scenario:
    """Ask and take the answer."""
    answer = client.post(f"{home}neu/", terms)
    assert answer.status_code == 302, answer.content.decode()
    return Scenario.objects.latest("pk")


def shown(client: Client, address: str) -> str:
    """What stands on a page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_three_best_fountains_come_with_reasons_proof_and_who_gains(planner: Client) -> None:
    scenario = asked(planner, THREE)
    page = shown(planner, f"{FOUNTAINS}{scenario.pk}/")

    assert "Das ist bewiesen die beste Wahl" in page
    assert "Menschen haben damit neu etwas in der Nähe" in page
    assert "Ärmstes Drittel der Quartiere" in page
    assert "Wo noch Menschen ohne bleiben" in page
    assert "10 Minuten sind 500 Meter" in page
    reached = [one["reaches"] for one in scenario.result["chosen"]]
    then, now = scenario.result["within"]["10"]
    assert sum(reached) == pytest.approx(now - then)


def test_serving_the_burdened_first_reaches_more_of_them_and_fewer_of_all(planner: Client) -> None:
    usual, fair = asked(planner, THREE), asked(planner, THREE | {"burdened_first": "on"})

    poorest = [one.result["classes"][0]["after"] for one in (usual, fair)]
    everybody = [one.result["within"]["10"][1] for one in (usual, fair)]
    assert poorest[0] < poorest[1]
    assert everybody[0] > everybody[1]
    side_by_side = shown(planner, f"{FOUNTAINS}vergleich/?s={usual.pk}&s={fair.pk}")
    assert side_by_side.count('<svg xmlns="http://www.w3.org/2000/svg" class="map"') == 2
    assert "Mehr geht bewiesen nicht" in side_by_side


def test_short_ways_for_the_burdened_first_are_told_as_ways_and_not_as_people(planner: Client) -> None:
    page = shown(planner, f"{SITES}{asked(planner, TWO | {'burdened_first': 'on'}, SITES).pk}/")

    assert "Kürzere Wege gibt es bewiesen nicht" in page
    assert "Menschen versorgt" not in page


def test_a_budget_is_kept_and_compulsory_and_forbidden_places_are_minded(planner: Client) -> None:
    best = asked(planner, THREE).result["chosen"]
    must = Place.objects.filter(candidate=True, price__lt=15000).exclude(pk__in=[one["pk"] for one in best])[0]
    scenario = asked(planner, THREE | {"sites": "", "budget": "40.000", "must": [must.pk], "must_not": [best[0]["pk"]]})

    chosen = [one["pk"] for one in scenario.result["chosen"]]
    assert must.pk in chosen
    assert best[0]["pk"] not in chosen
    assert scenario.result["cost"] <= 40000


def test_the_list_for_the_council_names_place_reason_cost_and_people(planner: Client) -> None:
    scenario = asked(planner, THREE)
    first = scenario.result["chosen"][0]

    assert first["name"] in shown(planner, f"{FOUNTAINS}{scenario.pk}/liste/")
    lines = shown(planner, f"{FOUNTAINS}{scenario.pk}/liste.csv").splitlines()
    assert lines[1].startswith(f"1;{first['name']};")
    assert len(lines) == 4


def test_a_contact_point_with_short_ways_becomes_the_proposal_and_a_measure(planner: Client) -> None:
    scenario = asked(planner, TWO, SITES)
    planner.post(f"{SITES}{scenario.pk}/vorschlag/", {"vorschlag": "ja", "notiz": "Mit dem Träger sprechen."})
    page = shown(planner, f"{SITES}{scenario.pk}/")

    assert "Vorschlag" in page
    assert "Mit dem Träger sprechen." in page
    assert "/planung/geld/massnahmen/neu/?title=Anlaufstelle" in page
    assert planner.get(f"{FOUNTAINS}{scenario.pk}/").status_code == 404


def test_only_places_without_barriers_count_where_that_is_asked(planner: Client) -> None:
    none = asked(planner, THREE | {"barrier_free_only": "on"})
    assert "Kein möglicher Ort passt" in shown(planner, f"{FOUNTAINS}{none.pk}/")

    Place.objects.filter(kind="library").update(barrier_free="yes")
    some = asked(planner, THREE | {"barrier_free_only": "on"})
    assert {one["kind"] for one in some.result["chosen"]} == {"library"}


def test_without_cells_people_are_laid_over_the_quarters_and_that_is_said(planner: Client, equipped: Authority) -> None:
    equipped.editions.filter(level="raster").delete()

    assert "Grob gerechnet" in shown(planner, f"{FOUNTAINS}{asked(planner, THREE).pk}/")


def test_a_long_computation_goes_on_in_the_background(planner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask_views, "work_out", lambda *_, **__: False)
    scenario = asked(planner, THREE)
    assert "Wird gerechnet" in shown(planner, f"{FOUNTAINS}{scenario.pk}/")

    task = DBTaskResult.objects.get()
    compute.func(*task.args_kwargs["args"], **task.args_kwargs["kwargs"])
    scenario.refresh_from_db()
    assert (scenario.state, scenario.progress) == ("done", 100)


@pytest.mark.parametrize("terms", [{"sites": ""}, {"sites": "drei"}, {"by_capacity": "on"}])
def test_terms_that_are_none_are_said_at_their_field(planner: Client, terms: dict[str, str]) -> None:
    answer = planner.post(f"{FOUNTAINS}neu/", THREE | terms)

    assert answer.status_code == 422
    assert f'href="#{next(iter(terms))}"' in answer.content.decode()
    assert not Scenario.objects.exists()


def test_a_scenario_is_taken_away_and_brought_back(planner: Client) -> None:
    scenario = asked(planner, THREE)
    planner.post(f"{FOUNTAINS}{scenario.pk}/entfernen/")
    assert planner.get(f"{FOUNTAINS}{scenario.pk}/").status_code == 404

    planner.post(f"{FOUNTAINS}{scenario.pk}/entfernen/", {"zurueck": "1"})
    assert "Drei Brunnen" in shown(planner, FOUNTAINS)


def test_another_town_finds_no_scenario_of_ours(planner: Client, enter: Callable[..., Client]) -> None:
    scenario = asked(planner, THREE)
    stranger = enter()

    assert stranger.get(f"{FOUNTAINS}{scenario.pk}/").status_code == 404
    assert stranger.post(f"{FOUNTAINS}{scenario.pk}/vorschlag/", {"vorschlag": "ja"}).status_code == 404
