"""A map of streets comes in from a stranger: read within limits, cut to the town, kept small; what is none is refused with a sentence."""

import gzip
from pathlib import Path

import numpy as np
import pytest
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.reach import network
from lebenslage.atlas.reach.osm import read_osm
from lebenslage.kernel.errors import Problem
from lebenslage.quarters.places.problems import NotAStreetMap, StreetMapTooLarge, StreetsElsewhere
from lebenslage.quarters.places.streets import reading
from lebenslage.quarters.places.streets.cutting import cut
from lebenslage.quarters.places.streets.packing import packed, unpacked
from lebenslage.quarters.places.streets.reading import bounds_of, read, told
from lebenslage.quarters.places.streets.signs import sign_of
from tests.atlas.reach.town import CRS, EAST, NORTH, STREET, written

BOUNDS = (EAST, NORTH, EAST + 500, NORTH + 500)
PLACES = {1: (0.0, 0.0), 2: (300.0, 0.0), 3: (300.0, 400.0), 4: (9000.0, 0.0), 5: (9300.0, 0.0)}
WAYS = [((1, 2), STREET), ((2, 3), {"highway": "steps"}), ((4, 5), STREET), ((1, 3), {"highway": "motorway"})]
KERB = {2: {"highway": "crossing", "kerb": "raised"}}


@pytest.fixture
def map(tmp_path: Path) -> bytes:
    """A street, stairs, a motorway, and a street far away."""
    return written(tmp_path, PLACES, WAYS, KERB).read_bytes()


@pytest.fixture
def areas() -> AreaSet:
    """Two quarters: one with streets, one without."""
    shapes = np.array(
        [shapely.box(EAST - 10, NORTH - 10, EAST + 500, NORTH + 500), shapely.box(EAST + 500, NORTH, EAST + 900, NORTH + 500)]
    )
    return AreaSet("", "", ("a", "b"), ("Anger", "Bruch"), shapes, CRS)


def test_a_map_is_read_by_a_child_and_cut_to_what_is_walked_in_the_town(map: bytes, areas: AreaSet) -> None:
    kept = read("Meine Karte.osm.gz", gzip.compress(map), b"", crs=CRS, bounds=bounds_of(areas))
    streets = unpacked(kept)

    assert (streets.crs, len(streets.tail), len(streets.x)) == (CRS, 2, 3)
    assert streets.tags == (STREET, {"highway": "steps"})
    assert list(streets.marks.values()) == [KERB[2]]
    found = told(kept, areas)
    assert (found["ways"], found["kilometres"], found["whole"], found["bare"]) == (2, 0.7, 1.0, ["Bruch"])
    assert found["rolling"] == {"kilometres": 0.3, "closed": 0.4, "known": 0.0, "kerbs": 1.0}


def test_what_is_packed_comes_back_and_is_walked_the_same(map: bytes, tmp_path: Path) -> None:
    streets = cut(read_osm(written(tmp_path, PLACES, WAYS, KERB)), CRS, BOUNDS)
    back = unpacked(packed(streets))

    assert (back.tags, back.marks) == (streets.tags, streets.marks)
    for group in ("walk", "wheelchair"):
        assert network(back, group, CRS).there.tolist() == network(streets, group, CRS).there.tolist()


def test_a_map_of_another_town_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StreetsElsewhere):
        cut(read_osm(written(tmp_path, PLACES, WAYS)), CRS, (0, 0, 500, 500))


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("a.pbf", b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x0c", ".osm.pbf"),
        ("ohne Namen", b"<?xml version='1.0'?><osm version='0.6'>", ".osm"),
        ("kanten.CSV", b"from,to\n1,2\n", ".csv"),
    ],
)
def test_a_file_is_known_by_its_first_bytes(name: str, content: bytes, ending: str) -> None:
    assert sign_of(name, content) == ending


@pytest.mark.parametrize(
    ("name", "content"), [("a.osm", b"%PDF-1.7"), ("a.csv", b"\x00\x01\n"), ("a.osm.pbf", b""), ("a.html", b"<html>\n")]
)
def test_a_file_that_is_no_map_is_refused_at_once(name: str, content: bytes) -> None:
    with pytest.raises(NotAStreetMap):
        sign_of(name, content)


def test_a_broken_map_is_a_sentence_with_the_name_the_town_gave_it(map: bytes) -> None:
    with pytest.raises(Problem) as refused:
        read("Stadt & Land.osm", map[:200], b"", crs=CRS, bounds=BOUNDS)

    assert (refused.value.key, refused.value.details) == ("not_a_network", {"file": "Stadt & Land.osm"})


def test_a_child_that_does_not_end_costs_a_sentence(map: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    with pytest.raises(StreetMapTooLarge):
        read("a.osm", map, b"", crs=CRS, bounds=BOUNDS)


@pytest.mark.shared
def test_a_published_table_of_edges_and_nodes_is_read(shared_dir: Path) -> None:
    edges, nodes = ((shared_dir / "data/osm-network-sample" / name).read_bytes() for name in ("edges.csv", "nodes.csv"))
    kept = read("edges.csv", edges, nodes, crs="EPSG:32610", bounds=(548_000, 5_270_000, 553_000, 5_275_000))

    assert len(unpacked(kept).tail) == 1702
