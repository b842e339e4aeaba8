"""The index builder: weights as a planner wants them, what they change, how sure that is, and an index that is kept with its recipe."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from lebenslage.atlas.index.library import read_recipe
from lebenslage.authorities.models import Authority, Role
from lebenslage.quarters.models import Batch, Figures
from tests.portal.conftest import Seen
from tests.queries_counted import asking

type EnterAt = Callable[..., Client]
BUILDER = "/planung/karte/index/"
THREE = "merkmale=child_poverty,basic_income,old_age_poverty"
SAVED = {"merkmale": ["child_poverty", "basic_income"], "name": "Soziale Lage", "g_child_poverty": "2"}
QUERIES = 8


def see(client: Client, query: str = "") -> Seen:
    """Open the builder."""
    answer = client.get(f"{BUILDER}?{query}")
    assert answer.status_code == 200
    return Seen(answer.status_code, answer.content.decode())


def test_an_index_says_how_sure_it_is_and_why_an_area_is_there(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)
    key = re.findall(r"gebiet=(\w+)", see(client, THREE).markup)[0]

    seen = see(client, f"{THREE}&gebiet={key}")

    assert re.search(r"Bei \d+ von 27 Gebieten ist die Klasse sicher", seen.text)
    assert "den Index um" in seen.text
    assert "<h1" not in see(client, f"{THREE}&teil=ergebnis").markup


def test_another_weight_changes_classes_and_says_which(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)

    assert "Kein Gebiet wechselt die Klasse" in see(client, THREE).text
    assert "→" in see(client, f"{THREE}&g_old_age_poverty=3&g_child_poverty=0.1").text


def test_one_indicator_is_no_index(ahornstedt: Authority, enter_at: EnterAt) -> None:
    assert "Wählen Sie zwei Merkmale oder mehr" in see(enter_at(ahornstedt), "merkmale=child_poverty,unbekannt").text


def test_a_kept_index_stands_on_the_map_with_its_recipe(
    ahornstedt: Authority, enter_at: EnterAt, tmp_path_factory: pytest.TempPathFactory
) -> None:
    client = enter_at(ahornstedt)

    answer = client.post(f"{BUILDER}sichern/", SAVED)

    assert "Soziale Lage 2026" in client.get(answer.headers["Location"]).content.decode()
    batch = Batch.objects.get(origin="index")
    assert Figures.objects.filter(batch=batch).count() == 4
    file = tmp_path_factory.mktemp("recipe") / "recipe.yaml"
    file.write_text(batch.how["recipe"], encoding="utf8")
    assert [(one.id, one.weight) for one in read_recipe(file).indicators] == [("child_poverty", 2.0), ("basic_income", 1.0)]


def test_a_kept_index_is_computed_anew_in_one_step(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)
    client.post(f"{BUILDER}sichern/", SAVED)

    assert "Verglichen mit dem Index „Soziale Lage“" in see(client, THREE).text
    assert client.post(f"{BUILDER}neu/", {"index": "Soziale Lage"}).status_code == 302
    assert Batch.objects.filter(origin="index").count() == 2


def test_an_index_without_a_name_is_asked_for_one(ahornstedt: Authority, enter_at: EnterAt) -> None:
    answer = enter_at(ahornstedt).post(f"{BUILDER}sichern/", {**SAVED, "name": " "})

    assert answer.status_code == 422
    assert "Bitte geben Sie dem Index einen Namen" in answer.content.decode()


def test_only_planners_keep_an_index(ahornstedt: Authority, enter_at: EnterAt) -> None:
    assert enter_at(ahornstedt, Role.READER).post(f"{BUILDER}sichern/", SAVED).status_code == 403


def test_the_builder_asks_little(ahornstedt: Authority, enter_at: EnterAt) -> None:
    client = enter_at(ahornstedt)

    with asking() as asked:
        see(client, THREE)

    assert asked.count <= QUERIES
