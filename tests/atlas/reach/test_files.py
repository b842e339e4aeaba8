"""Files with streets and points, and what is said when one is wrong."""

from pathlib import Path

import numpy as np
import osmium
import pytest

from lebenslage.atlas.areas.problems import NoSuchAreaFile
from lebenslage.atlas.reach import nearest_of_nodes, network, snap
from lebenslage.atlas.reach.osm import read_osm
from lebenslage.atlas.reach.plane import to_degrees
from lebenslage.atlas.reach.problems import (
    BadLength,
    BadSupply,
    NetworkNodesMissing,
    NoCoordinate,
    NoCoordinates,
    NotANetwork,
    PointsElsewhere,
    SwappedPoints,
    UnknownNode,
)
from lebenslage.atlas.reach.reading import read_streets
from lebenslage.atlas.reach.tables import amounts, placed, read_points
from lebenslage.kernel.errors import Problem
from tests.atlas.reach.town import STREET, written

PLACES = {1: (0.0, 0.0), 2: (300.0, 0.0), 3: (300.0, 400.0)}
NODES = "id,x,y\n1,360000,5700000\n2,360300,5700000\n3,360300,5700400\n"


def table(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf8")
    return folder / name


def test_pbf_and_xml_hold_the_same_streets(tmp_path: Path) -> None:
    xml, pbf = written(tmp_path, PLACES, [((1, 2, 3), STREET)]), tmp_path / "town.osm.pbf"
    with osmium.SimpleWriter(str(pbf)) as writer:
        for thing in osmium.FileProcessor(str(xml)):
            writer.add(thing)
    one, other = read_streets(xml), read_streets(pbf)
    assert one.tags == other.tags == (STREET,)
    assert np.array_equal(one.x, other.x)
    assert np.array_equal(one.ids[one.head], [2, 3])


def test_a_way_that_leaves_the_cut_of_the_file_ends_there(tmp_path: Path) -> None:
    assert len(read_osm(written(tmp_path, PLACES, [((1, 2, 99, 3), STREET)])).tail) == 1


@pytest.mark.parametrize(("name", "text"), [("a.osm", "<html></html>"), ("a.osm", "lon,lat"), ("a.osm.pbf", "lon,lat"), ("a.osm", "")])
def test_a_file_that_is_no_map_is_refused(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(NotANetwork):
        read_streets(table(tmp_path, name, text))


def test_a_missing_file_and_a_table_without_ends_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchAreaFile):
        read_streets(tmp_path / "nowhere.osm")
    with pytest.raises(NotANetwork):
        read_streets(table(tmp_path, "edges.csv", "a,b\n1,2\n"))


def test_a_table_of_edges_has_tags_and_lengths(tmp_path: Path) -> None:
    table(tmp_path, "nodes.csv", NODES)
    streets = read_streets(table(tmp_path, "edges.csv", "from;to;length;highway\n1;2;350,5;\n2;3;;steps\n"))
    assert streets.tags == ({}, {"highway": "steps"})
    assert np.isnan(streets.metres).tolist() == [False, True]
    assert network(streets, "walk").metres.tolist() == [400]


def test_edges_without_tags_are_streets_of_measured_length(tmp_path: Path) -> None:
    table(tmp_path, "nodes.csv", NODES)
    assert network(read_streets(table(tmp_path, "edges.csv", "from,to\n1,2\n2,3\n"))).metres.tolist() == [300, 400]


def test_an_edge_without_length_is_walked_in_no_time(tmp_path: Path) -> None:
    table(tmp_path, "nodes.csv", NODES)
    streets = network(read_streets(table(tmp_path, "edges.csv", "from,to,length\n1,2,0\n2,3,134\n")))
    door = snap(streets, np.array([360_300.0]), np.array([5_700_400.0]))
    assert nearest_of_nodes(streets, door).seconds == pytest.approx([100, 100, 0])


def test_metres_of_another_zone_become_those_that_were_asked_for(tmp_path: Path) -> None:
    table(tmp_path, "nodes.csv", NODES)
    streets = read_streets(table(tmp_path, "edges.csv", "from,to\n1,2\n2,3\n"), crs="EPSG:25832")
    moved = network(streets, crs="EPSG:25831")
    assert moved.crs == "EPSG:25831"
    assert moved.metres == pytest.approx([300, 400], rel=5e-3)
    assert abs(moved.x[0] - 360_000) > 100_000


@pytest.mark.parametrize(
    ("edges", "problem", "details"),
    [
        ("from,to\n1,2\n2,7\n", UnknownNode, {"line": 3, "given": "7"}),
        ("from,to,length\n1,2,5\n2,3,-4\n", BadLength, {"line": 3, "given": "-4"}),
    ],
)
def test_a_wrong_edge_is_named_by_its_line(edges: str, problem: type[Problem], details: dict[str, object], tmp_path: Path) -> None:
    table(tmp_path, "nodes.csv", NODES)
    with pytest.raises(problem) as refused:
        read_streets(table(tmp_path, "edges.csv", edges))
    assert details.items() <= refused.value.details.items()


def test_edges_need_their_nodes(tmp_path: Path) -> None:
    with pytest.raises(NetworkNodesMissing):
        read_streets(table(tmp_path, "edges.csv", "from,to\n1,2\n"))


def test_points_in_degrees_and_in_metres_are_the_same_places(tmp_path: Path) -> None:
    streets = network(read_osm(written(tmp_path, PLACES, [((1, 2, 3), STREET)])))
    metres = read_points(table(tmp_path, "m.csv", "name,x,y\na,360150.0,5700020.0\n"))
    east, north = placed(metres, streets)
    degrees = read_points(table(tmp_path, "d.csv", f"name;lon;lat\na;{_degrees(east, north, streets.crs)}\n"))
    assert placed(degrees, streets)[0] == pytest.approx(east, abs=0.01)
    assert placed(degrees, streets)[1] == pytest.approx(north, abs=0.01)


def _degrees(east: np.ndarray, north: np.ndarray, crs: str) -> str:
    lon, lat = to_degrees(east, north, crs)
    return f"{lon[0]:.8f};{lat[0]:.8f}".replace(".", ",")


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("id,lon,lat\na,6.99,51.43\nb,51.43,6.99\n", SwappedPoints, 3),
        ("id,lon,lat\na,13.4,52.5\nb,13.5,52.5\n", PointsElsewhere, 2),
        ("id,lon,lat\na,47.6,-122.3\n", SwappedPoints, 2),
        ("id,lon,lat\na,6.99,51.43\nb,,51.43\n", NoCoordinate, 3),
    ],
)
def test_points_that_cannot_be_there_are_named_by_their_line(text: str, problem: type[Problem], line: int, tmp_path: Path) -> None:
    streets = network(read_osm(written(tmp_path, PLACES, [((1, 2, 3), STREET)])))
    with pytest.raises(problem) as refused:
        placed(read_points(table(tmp_path, "points.csv", text)), streets)
    assert refused.value.details["line"] == line


def test_points_need_columns_with_coordinates(tmp_path: Path) -> None:
    with pytest.raises(NoCoordinates):
        read_points(table(tmp_path, "points.csv", "id,street\na,Hauptstraße\n"))


@pytest.mark.parametrize("given", ["-2", "", "."])
def test_nobody_counts_as_less_than_nobody(given: str, tmp_path: Path) -> None:
    points = read_points(table(tmp_path, "points.csv", f"id;x;y;n\na;1;1;3\nb;1;1;{given}\n"))
    with pytest.raises(BadSupply) as refused:
        amounts(points, "n")
    assert refused.value.details["line"] == 3
