"""The town's plan behind the areas: off unless the settings name a server, and then that server and no other."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.site import environment

HOST = "https://karten.ahornstedt.example"
GROUND = "/planung/karte/gebiete.json?merkmal=child_poverty"


def rules(client: Client, address: str) -> dict[str, str]:
    """The policy of contents of a page, rule by rule."""
    policy = client.get(address).headers["Content-Security-Policy"]
    return dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))


def test_without_a_setting_there_is_none(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    client = enter_at(ahornstedt)

    page = client.get("/planung/karte/").content.decode()

    assert "stadtplan" not in page
    assert "map_background" not in page
    assert "maplibre" not in page
    assert "https:" not in " ".join(rules(client, "/planung/karte/").values())
    assert "worker-src" not in rules(client, "/planung/karte/")
    assert client.get(GROUND).status_code == 404


def test_with_a_setting_this_page_may_ask_that_server(ahornstedt: Authority, enter_at: Callable[..., Client], settings: Any) -> None:
    settings.TILES = f"{HOST}/{{z}}/{{x}}/{{y}}.png"
    client = enter_at(ahornstedt)

    page, found = client.get("/planung/karte/").content.decode(), rules(client, "/planung/karte/")

    assert "Mit Stadtplan als Hintergrund" in page
    assert {name for name, words in found.items() if "https:" in words} == {"img-src", "connect-src"}
    assert found["connect-src"] == f"'self' {HOST}"
    assert found["img-src"] == f"'self' data: {HOST}"
    assert found["worker-src"] == found["script-src"] == "'self'"
    assert HOST not in client.get("/planung/karte/zwei/").headers["Content-Security-Policy"]


def test_areas_lie_where_the_town_is(ahornstedt: Authority, enter_at: Callable[..., Client], settings: Any) -> None:
    settings.TILES = f"{HOST}/stil.json"

    found = enter_at(ahornstedt).get(GROUND).json()

    west, south, east, north = found["bbox"]
    assert 5 < west < east < 16
    assert 47 < south < north < 56
    assert len(found["features"]) == 27
    assert all(one["properties"]["colour"].startswith("#") for one in found["features"])


@pytest.mark.parametrize(
    "address", ["http://karten.example.org/{z}/{x}/{y}.png", "karten.example.org", "https://karten.example.org/", "https://a;b/x.json"]
)
def test_an_address_that_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("LEBENSLAGE_TILES", address)

    with pytest.raises(ImproperlyConfigured, match=r"stil\.json"):
        environment.tiles("LEBENSLAGE_TILES")
