"""Lists of places as towns have them: with a header or none of ours, in degrees or in metres, with rows that cannot be used."""

import json
from pathlib import Path

import pytest

from lebenslage.authorities.models import Authority
from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Edition
from lebenslage.quarters.places.problems import NotAList, PlacesWithoutCoordinates
from lebenslage.quarters.places.reading import Understood, guessed, sheet_of, understood

HEADER = "Bezeichnung;Straße;Breite;Länge;Rollstuhl;Öffnungszeiten;Kosten\n"


@pytest.fixture
def edition(ahornstedt: Authority) -> Edition:
    """The quarters of Ahornstedt, in UTM."""
    found = catalogue.edition(ahornstedt)
    assert found is not None
    return found


def read(text: str, title: str, edition: Edition) -> Understood:
    """A list as it is understood without anybody's help."""
    sheet = sheet_of(text)
    return understood(sheet, guessed(sheet, title), edition, [])


def test_the_lists_of_ahornstedt_are_understood_by_guesses_alone(edition: Edition, town_files: Path) -> None:
    standing, possible = (read((town_files / name).read_text(), name, edition) for name in ("fountains.csv", "candidates.csv"))

    assert (len(standing.places), len(possible.places), standing.unusable, possible.unusable) == (7, 40, [], [])
    assert {(one.kind, one.candidate) for one in standing.places} == {("fountain", False)}
    assert {one.kind for one in possible.places} == {"school", "youth", "pharmacy", "library", "church", "sports"}
    assert all(one.candidate and one.price for one in possible.places)


def test_degrees_come_into_the_metres_of_the_town_and_words_into_ours(edition: Edition) -> None:
    found = read(HEADER + "Stadtbücherei;Markt 1;50,9950;6,8800;ja;Di-Sa 10-18;1.500 €\n", "büchereien.csv", edition)

    place = found.places[0]
    assert found.crs == "EPSG:4326"
    assert (place.kind, place.address, place.barrier_free, place.price) == ("library", "Markt 1", "yes", 1500)
    assert (round(place.x, -3), round(place.y, -3)) == (351_000, 5_651_000)


def test_a_row_that_cannot_be_used_is_named_with_its_line(edition: Edition) -> None:
    rows = ["Hier;;50,99;6,88;;;", "Dort;;;;;;", ";;50,99;6,88;;;", "Hier;;50,99;6,88;;;", "Rom;;41,9;12,5;;;", "Da;;50,991;6,881;;;"]
    found = read(HEADER + "\n".join(rows), "orte.csv", edition)

    assert [one.name for one in found.places] == ["Hier", "Da"]
    assert [(one.line, one.why) for one in found.unusable] == [
        (3, "places_without_coordinates"),
        (4, "no_name"),
        (5, "twice"),
        (6, "outside"),
    ]


def test_points_and_areas_of_geojson_are_places(edition: Edition) -> None:
    park = {"type": "Polygon", "coordinates": [[[6.88, 50.99], [6.881, 50.99], [6.881, 50.991], [6.88, 50.99]]]}
    shapes = [{"type": "Point", "coordinates": [6.88, 50.99]}, park, None]
    features = [{"type": "Feature", "geometry": one, "properties": {"name": f"Park {place}"}} for place, one in enumerate(shapes)]
    found = read(json.dumps({"type": "FeatureCollection", "features": features}), "parks.geojson", edition)

    assert [(one.name, one.kind) for one in found.places] == [("Park 0", "park"), ("Park 1", "park")]
    assert [one.why for one in found.unusable] == ["places_without_coordinates"]


def test_a_place_without_a_name_is_called_by_its_address(edition: Edition) -> None:
    point, said = {"type": "Point", "coordinates": [6.88, 50.99]}, {"typ": "Brunnen", "strasse": "Am Anger"}
    features = [{"type": "Feature", "geometry": point, "properties": said}]

    found = read(json.dumps({"type": "FeatureCollection", "features": features}), "brunnen.geojson", edition)

    assert [(one.name, one.kind) for one in found.places] == [("Am Anger", "fountain")]


@pytest.mark.parametrize("text", ["", "nur eine Zeile", '{"type": "FeatureCollection"}', "{kaputt"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(NotAList):
        sheet_of(text)


def test_without_a_place_on_the_map_nothing_is_guessed(edition: Edition) -> None:
    with pytest.raises(PlacesWithoutCoordinates):
        read("Name;Straße\nBücherei;Markt 1\n", "orte.csv", edition)
