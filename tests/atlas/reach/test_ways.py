"""Who may go where, told as small streets: stairs, ramps, kerbs, bollards, slopes, one-way gates."""

from pathlib import Path

import pytest

from lebenslage.atlas.reach import nearest
from lebenslage.atlas.reach.groups import groups
from lebenslage.atlas.reach.network import Network
from lebenslage.atlas.reach.problems import EmptyNetwork
from lebenslage.atlas.reach.ways import may_walk, slowed_by_slope, verdict
from tests.atlas.reach.town import STREET, Tags, at, town

LINE = {1: (0.0, 0.0), 2: (100.0, 0.0), 3: (200.0, 0.0)}


def seconds(streets: Network, start: tuple[float, float] = (0, 0), end: tuple[float, float] = (200, 0)) -> float:
    return float(nearest(streets, at(streets, start), at(streets, end)).seconds[0])


def around(folder: Path, middle: Tags, by: str) -> float:
    """From one end to the other: straight over a middle piece (200 m), or around (400 m)."""
    places = {1: (0.0, 0.0), 2: (50.0, 0.0), 3: (150.0, 0.0), 4: (200.0, 0.0), 5: (0.0, 100.0), 6: (200.0, 100.0)}
    ways = [((1, 2), STREET), ((2, 3), middle), ((3, 4), STREET), ((1, 5, 6, 4), STREET)]
    return seconds(town(folder, places, ways, by=by))


def test_a_wheelchair_takes_the_ramp_not_the_stairs(tmp_path: Path) -> None:
    assert around(tmp_path, {"highway": "steps"}, "wheelchair") == pytest.approx(400 / 0.79, rel=1e-4)
    assert around(tmp_path, {"highway": "steps", "ramp:wheelchair": "yes"}, "wheelchair") == pytest.approx(200 / 0.79, rel=1e-4)


def test_stairs_are_slower_up_than_down(tmp_path: Path) -> None:
    streets = town(tmp_path, LINE, [((1, 2, 3), {"highway": "steps", "incline": "up"})])
    assert seconds(streets) == pytest.approx(200 / 0.61, rel=1e-4)
    assert seconds(streets, (200, 0), (0, 0)) == pytest.approx(200 / 0.694, rel=1e-4)


def test_a_pram_needs_its_own_ramp(tmp_path: Path) -> None:
    assert around(tmp_path, {"highway": "steps"}, "pram") == pytest.approx(400 / 1.2, rel=1e-4)
    assert around(tmp_path, {"highway": "steps", "ramp:stroller": "yes"}, "pram") == pytest.approx(200 / 1.2, rel=1e-4)


@pytest.mark.parametrize(
    "tags",
    [
        {"highway": "footway", "incline": "8%"},
        {"highway": "footway", "incline": "-7 %"},
        {"highway": "footway", "incline": "5°"},
        {"highway": "footway", "width": "0.7"},
        {"highway": "footway", "width": "80 cm"},
        {"highway": "footway", "surface": "sand"},
        {"highway": "footway", "smoothness": "very_bad"},
        {"highway": "footway", "kerb": "raised"},
        {"highway": "footway", "kerb:height": "5 cm"},
        {"highway": "footway", "wheelchair": "no"},
        {"highway": "residential", "sidewalk": "separate"},
    ],
)
def test_what_stops_a_wheelchair_stops_nobody_on_foot(tags: Tags, tmp_path: Path) -> None:
    assert verdict(tags, groups()["wheelchair"]).along == 0
    assert verdict(tags, groups()["walk"]).along > 0


@pytest.mark.parametrize("incline", ["up", "down", "steep", "10", ""])
def test_an_unknown_slope_stops_nobody_and_is_not_known(incline: str) -> None:
    found = verdict({"highway": "footway", "incline": incline, "surface": "asphalt", "width": "2"}, groups()["wheelchair"])
    assert found.along == 0.79
    assert found.known == pytest.approx(2 / 3)


def test_a_way_is_taken_at_its_word_but_stairs_stay_stairs() -> None:
    wheelchair = groups()["wheelchair"]
    steep = verdict({"highway": "footway", "incline": "7%", "wheelchair": "yes"}, wheelchair)
    assert steep.along > 0
    assert steep.known == 1
    assert verdict({"highway": "steps", "wheelchair": "yes"}, wheelchair).along == 0


def test_uphill_is_slower_and_downhill_is_not_faster_than_flat() -> None:
    assert slowed_by_slope(0.0) == 1
    assert slowed_by_slope(0.06) == pytest.approx(0.8106, abs=1e-4)
    assert slowed_by_slope(-0.03) == 1
    assert slowed_by_slope(-0.2) == pytest.approx(0.7047, abs=1e-4)


@pytest.mark.parametrize(
    ("tags", "walked"),
    [
        ({"highway": "residential"}, True),
        ({"highway": "residential", "access": "private"}, False),
        ({"highway": "service", "access": "private", "foot": "yes"}, True),
        ({"highway": "motorway"}, False),
        ({"highway": "trunk"}, False),
        ({"highway": "trunk", "sidewalk": "right"}, True),
        ({"highway": "cycleway"}, False),
        ({"highway": "cycleway", "foot": "designated"}, True),
        ({"highway": "residential", "foot": "use_sidepath"}, False),
        ({"highway": "proposed"}, False),
    ],
)
def test_which_ways_are_walked(tags: Tags, walked: bool) -> None:
    assert may_walk(tags) is walked


def test_oneway_is_for_cars_and_oneway_foot_for_feet(tmp_path: Path) -> None:
    assert seconds(town(tmp_path, LINE, [((1, 2, 3), {**STREET, "oneway": "yes"})]), (200, 0), (0, 0)) < 200
    gate = town(tmp_path, LINE, [((1, 2, 3), {**STREET, "oneway:foot": "yes"})])
    assert seconds(gate) == pytest.approx(200 / 1.34, rel=1e-4)
    assert seconds(gate, (200, 0), (0, 0)) == float("inf")


@pytest.mark.parametrize(
    ("mark", "passes"),
    [
        ({"barrier": "bollard"}, True),
        ({"barrier": "bollard", "maxwidth": "0.7"}, False),
        ({"barrier": "bollard", "maxwidth:physical": "1.2"}, True),
        ({"barrier": "cycle_barrier"}, False),
        ({"barrier": "cycle_barrier", "maxwidth": "1"}, True),
        ({"barrier": "kissing_gate", "wheelchair": "yes"}, True),
        ({"barrier": "kerb", "kerb": "raised"}, False),
        ({"barrier": "kerb", "kerb": "lowered"}, True),
        ({"barrier": "kerb"}, True),
        ({"kerb": "flush"}, True),
    ],
)
def test_barriers_on_the_way_of_a_wheelchair(mark: Tags, passes: bool, tmp_path: Path) -> None:
    streets = town(tmp_path, LINE, [((1, 2, 3), STREET)], {2: mark}, by="wheelchair")
    assert (seconds(streets) < float("inf")) is passes
    assert seconds(streets, (0, 0), (60, 0)) == pytest.approx(60 / 0.79, rel=1e-4)


def test_a_private_gate_stops_everybody(tmp_path: Path) -> None:
    streets = town(tmp_path, LINE, [((1, 2, 3), STREET)], {2: {"barrier": "gate", "access": "private"}})
    assert seconds(streets) == float("inf")


def test_a_lift_costs_a_wait(tmp_path: Path) -> None:
    streets = town(tmp_path, LINE, [((1, 2, 3), STREET)], {2: {"highway": "elevator"}})
    assert seconds(streets) == pytest.approx(200 / 1.34 + 45, rel=1e-4)


def test_what_closed_a_network_is_counted_by_tag(tmp_path: Path) -> None:
    ways = [((1, 2), STREET), ((2, 3), {"highway": "steps"})]
    assert town(tmp_path, LINE, ways, by="wheelchair").closed == pytest.approx({"highway": 100}, rel=1e-4)


def test_how_sure_a_network_is_goes_by_length(tmp_path: Path) -> None:
    told = {**STREET, "surface": "asphalt", "incline": "0%", "width": "3"}
    assert town(tmp_path, LINE, [((1, 2), told), ((2, 3), STREET)], by="wheelchair").known_share == pytest.approx(0.5, rel=1e-3)


def test_what_is_known_is_counted_by_tag_and_kerbs_by_crossing(tmp_path: Path) -> None:
    marks = {2: {"highway": "crossing", "kerb": "lowered"}, 3: {"highway": "crossing"}}
    told = town(tmp_path, LINE, [((1, 2), {**STREET, "surface": "asphalt"}), ((2, 3), STREET)], marks, by="wheelchair").told
    assert told == pytest.approx({"surface": 0.5, "incline": 0, "width": 0, "kerb": 0.5}, rel=1e-3)


def test_a_map_without_streets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyNetwork):
        town(tmp_path, LINE, [((1, 2, 3), {"highway": "motorway"})])


def test_every_figure_and_every_rule_has_a_source() -> None:
    for group in groups().values():
        assert all(rule.source for rule in (*group.rules, *group.waits))
        assert all(figure.source for figure in (group.speed, group.short, group.stairs_up, group.stairs_down) if figure)
