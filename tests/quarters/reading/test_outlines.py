"""Outlines of quarters: repaired, told, refused with the remedy; figures carried to other boundaries, and cells summed up."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from lebenslage.atlas.areas.problems import SwappedCoordinates, WrongCrs
from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters import catalogue, recording
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.drawing import drawn, packed
from lebenslage.quarters.models import Edition
from lebenslage.quarters.reading import Look, look, take_in
from lebenslage.quarters.reading.areas import area_set
from lebenslage.quarters.reading.carrying import carry_over, sum_cells

pytestmark = pytest.mark.django_db
AT, ON = datetime(2026, 11, 16, 9, tzinfo=UTC), date(2026, 1, 1)
SQUARE = [[7.0, 51.0], [7.01, 51.0], [7.01, 51.01], [7.0, 51.01], [7.0, 51.0]]
BOW = [[7.01, 51.0], [7.02, 51.01], [7.02, 51.0], [7.01, 51.01], [7.01, 51.0]]


@pytest.fixture
def empty() -> Authority:
    """A town of which nothing is known."""
    return Authority.objects.create(key="05999027", name="Stadt Ahornstedt", office="Stabsstelle Sozialplanung", town="Ahornstedt")


def looked(authority: Authority, folder: Path, *rings: list[list[float]], crs: str = "") -> Look:
    """A GeoJSON of these rings as it is understood."""
    features = [
        {
            "type": "Feature",
            "properties": {"id": number, "schluessel": f"0{number}", "stadtteil": "AB"[number - 1]},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for number, ring in enumerate(rings, 1)
    ]
    named = {"crs": {"type": "name", "properties": {"name": crs}}} if crs else {}
    (folder / "stadt.json").write_text(json.dumps({"type": "FeatureCollection", **named, "features": features}))
    return look(authority, folder / "stadt.json", "stadt.json", today=AT.date())


def test_key_and_name_are_guessed_and_a_crossed_outline_is_repaired_and_told(empty: Authority, tmp_path: Path) -> None:
    seen = looked(empty, tmp_path, SQUARE, BOW)

    assert seen.outlines is not None
    assert (seen.how.key, seen.how.name, seen.outlines.areas.keys) == ("schluessel", "stadtteil", ("01", "02"))
    assert [one.what for one in seen.findings] == ["repaired_shapes"]


def test_overlaps_are_told(empty: Authority, tmp_path: Path) -> None:
    other = [[x + 0.005, y] for x, y in SQUARE]

    assert "overlaps" in [one.what for one in looked(empty, tmp_path, SQUARE, other).findings]


def test_swapped_axes_and_a_wrong_system_are_refused(empty: Authority, tmp_path: Path) -> None:
    with pytest.raises(SwappedCoordinates):
        looked(empty, tmp_path, [[y, x] for x, y in SQUARE])
    with pytest.raises(WrongCrs):
        looked(empty, tmp_path, [[x * 50_000, y * 100_000] for x, y in SQUARE])


def test_the_same_outlines_again_are_told(ahornstedt: Authority, town_files: Path) -> None:
    seen = look(ahornstedt, town_files / "quarters.gpkg", "quarters.gpkg", today=AT.date())

    assert [one.what for one in seen.findings] == ["same_outlines"]


def halves(authority: Authority) -> Edition:
    """The town in two halves, which cut through its quarters."""
    source = catalogue.edition(authority)
    assert source is not None
    areas = area_set(source)
    assert areas.shapes is not None
    west, south, east, north = shapely.total_bounds(areas.shapes)
    middle = (west + east) / 2
    shapes = np.array([shapely.box(west, south, middle, north), shapely.box(middle, south, east, north)], dtype=object)
    given = recording.Outlines(
        "Hälften", ON, ["W", "E"], ["West", "Ost"], "erfunden", crs=source.crs, outlines=packed(shapes), drawn=drawn(shapes)
    )
    return recording.keep_edition(authority, given, at=AT, by=SYSTEM)


def test_figures_are_carried_to_new_boundaries_and_said_to_be_estimated(ahornstedt: Authority) -> None:
    source = catalogue.edition(ahornstedt)
    assert source is not None
    before = catalogue.column(ahornstedt, "population", source, date(2026, 12, 31))
    target = halves(ahornstedt)

    batch = carry_over(source, target, by=SYSTEM, name="Ruth Kettler", at=AT)

    after = catalogue.column(ahornstedt, "population", target, date(2026, 12, 31))
    poverty = catalogue.column(ahornstedt, "child_poverty", target, date(2026, 12, 31))
    assert before is not None
    assert after is not None
    assert poverty is not None
    assert sum(filter(None, after.numbers)) == pytest.approx(sum(filter(None, before.numbers)), rel=1e-4)
    assert (set(after.marks), set(poverty.marks)) == ({Mark.UNCERTAIN}, {Mark.UNCERTAIN})
    assert "geschätzt" in batch.found[0]


def test_cells_are_summed_up_to_quarters_as_estimates(ahornstedt: Authority, town_files: Path) -> None:
    take_in(ahornstedt, town_files / "cells.csv", by=SYSTEM, name="Ruth Kettler", at=AT)
    grid, quarters = catalogue.edition(ahornstedt, level="raster"), catalogue.edition(ahornstedt)
    assert grid is not None
    assert quarters is not None

    sum_cells(grid, quarters, by=SYSTEM, name="Ruth Kettler", at=AT)

    people = catalogue.columns(ahornstedt, quarters, ["people"])[0]
    known = catalogue.column(ahornstedt, "population", quarters, date(2026, 12, 31))
    assert known is not None
    assert (list(people.numbers), set(people.marks)) == (list(known.numbers), {Mark.UNCERTAIN})


def test_a_layer_is_chosen_and_figures_of_known_areas_are_figures(ahornstedt: Authority, town_files: Path, tmp_path: Path) -> None:
    meta, _, wkb, (keys, names) = pyogrio.raw.read(town_files / "quarters.gpkg")
    file, people = tmp_path / "stadt.gpkg", np.arange(1000, 1027)
    point = shapely.to_wkb(np.array([shapely.Point(350_000, 5_650_000)], dtype=object))
    pyogrio.raw.write(file, point, [np.array(["a"], object)], ["name"], layer="orte", geometry_type="Point", crs=meta["crs"])
    columns, fields = [keys, names, people], ["key", "name", "einwohner"]
    pyogrio.raw.write(file, wkb, columns, fields, layer="quartiere", geometry_type="Polygon", crs=meta["crs"], append=True)

    seen = look(ahornstedt, file, "stadt_2025.gpkg", today=AT.date())

    assert (seen.how.what, seen.how.sheet, [one.indicator for one in seen.ready]) == ("figures", "quartiere", ["population"])
    assert seen.ready[0].numbers[:2] == [1000, 1001]
