"""Rasters of a few cells whose results can be counted by hand."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from rasterio.transform import Affine

from lebenslage.atlas.areas import AreaSet, Quality
from lebenslage.atlas.overlay.measures import mean, quantile, share_above
from lebenslage.atlas.overlay.people import people_at
from lebenslage.atlas.overlay.problems import (
    AreasWithoutShapes,
    CellsApart,
    EmptyRaster,
    NoSuchBand,
    RasterBesideAreas,
    RasterInAnotherSystem,
    RasterWithoutSystem,
    TurnedRaster,
    UnreadableRaster,
)
from lebenslage.atlas.overlay.rasters import Raster, raster_from_array, raster_from_file, zonal
from tests.atlas.overlay.town import METRES, shapes, squares

HEAT = np.array([[30.0, 34, 38, 42, np.nan, np.nan], [30, 34, 38, 42, np.nan, 40]])
BOUNDS = (0.0, 0.0, 300.0, 100.0)


def heat(values: np.ndarray = HEAT, crs: str = METRES, bounds: tuple[float, float, float, float] = BOUNDS) -> Raster:
    return raster_from_array("heat", values, bounds=bounds, crs=crs)


def geotiff(file: Path, values: np.ndarray = HEAT, transform: Affine = Affine(50, 0, 0, 0, -50, 100), crs: str | None = METRES) -> Path:
    with rasterio.open(
        file, "w", driver="GTiff", height=2, width=6, count=1, dtype="float32", nodata=-99, crs=crs, transform=transform
    ) as made:
        made.write(np.nan_to_num(values, nan=-99), 1)
    return file


def test_mean_quantile_and_share_above_a_limit() -> None:
    found = zonal(heat(), squares(), mean, quantile(0.5), share_above(35))
    assert found.values.tolist() == [[32, 30, 0], [40, 38, 1], [40, 40, 1]]


def test_a_value_equal_to_the_limit_is_not_above_it() -> None:
    assert zonal(heat(), squares(), share_above(34)).values[:2, 0].tolist() == [0, 1]


def test_how_much_of_an_area_has_values_is_told() -> None:
    assert zonal(heat(), squares(), mean).covered.tolist() == [1, 1, 0.25]


def test_a_cell_counts_with_its_exact_share() -> None:
    # A quarter of the cell of 30, half of that of 34: (0.25 * 30 + 0.5 * 34) / 0.75.
    area = AreaSet("one", "2026", ("1",), ("one",), shapes(shapely.box(25, 75, 75, 100).union(shapely.box(75, 75, 100, 100))), METRES)
    assert zonal(heat(), area, mean).values[0, 0] == pytest.approx((0.25 * 30 + 0.5 * 34) / 0.75)


def test_shares_are_those_that_shapely_cuts() -> None:
    chance = np.random.default_rng(5)
    values = chance.normal(size=(7, 9))
    blobs = [shapely.buffer(shapely.Point(*chance.uniform(0, 180, 2)), chance.uniform(5, 60)) for _ in range(20)]
    box = shapely.box(0, 0, 180, 140)
    areas = AreaSet("blobs", "2026", tuple(map(str, range(20))), ("",) * 20, shapes(*blobs), METRES)
    found = zonal(heat(values, bounds=(0, 0, 180, 140)), areas, mean)
    for row, blob in enumerate(blobs):
        cut = [shapely.box(x, y, x + 20, y + 20).intersection(blob).area for y in range(120, -1, -20) for x in range(0, 180, 20)]
        assert found.covered[row] == pytest.approx(blob.intersection(box).area / blob.area)
        assert found.covered[row] == 0 or found.values[row, 0] == pytest.approx(np.average(values.ravel(), weights=cut))


def test_people_and_not_square_metres_weigh() -> None:
    people = raster_from_array("people", np.array([[90.0, 10, 0, 20, 5, 5], [0, 0, 0, 0, 5, 5]]), bounds=BOUNDS, crs=METRES)
    found = zonal(heat(), squares(), mean, share_above(35), people=people)
    assert found.values.tolist() == [[pytest.approx(30.4), 0], [42, 1], [40, 1]]


def test_coarse_people_under_a_fine_raster() -> None:
    people = raster_from_array("people", np.array([[10.0, 10, 10]]), bounds=BOUNDS, crs=METRES)
    found = zonal(heat(), squares(), mean, people=people)
    assert found.values[:, 0].tolist() == [32, 40, 40]
    assert found.covered.tolist() == [1, 1, 0.25]


def test_census_cells_of_another_grid_weigh_with_their_own_mean() -> None:
    cells = AreaSet("cells", "2022", ("a", "b"), ("a", "b"), shapes(shapely.box(0, 0, 75, 100), shapely.box(75, 0, 100, 100)), METRES)
    in_cell = zonal(heat(), cells, mean).values[:, 0]
    people = people_at(squares(), np.array([[37.5, 50.0], [87.5, 50.0]]), np.array([10.0, 30.0]))
    # The first cell is 50 m of 30 °C and 25 m of 34 °C, the second all 34 °C.
    assert people.measured(in_cell, mean)[0, 0] == pytest.approx((10 * (50 * 30 + 25 * 34) / 75 + 30 * 34) / 40)


def test_people_whose_cells_lie_across_those_of_the_raster_are_refused() -> None:
    for across in (raster_from_array("people", np.ones((1, 3)), bounds=(10, 0, 310, 100), crs=METRES), heat(np.ones((2, 4)))):
        with pytest.raises(CellsApart):
            zonal(heat(), squares(), mean, people=across)


def test_it_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    zonal(heat(), squares(), mean, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_an_area_where_nobody_lives_has_no_mean_of_people() -> None:
    people = raster_from_array("people", np.array([[0.0, 10, 10]]), bounds=BOUNDS, crs=METRES)
    assert np.isnan(zonal(heat(), squares(), mean, people=people).values[0, 0])


def test_missing_and_partly_covered_are_said_as_quality() -> None:
    values = HEAT.copy()
    values[1, 5] = np.nan
    values[0, 3] = np.nan
    found = zonal(heat(values), squares(), mean).indicator("heat", unit="°C", on=date(2026, 7, 1), source="by hand")
    assert found.quality.tolist() == [Quality.GIVEN, Quality.UNCERTAIN, Quality.MISSING]
    assert found.known.tolist() == [True, True, False]


def test_a_geotiff_says_the_same_as_its_array(tmp_path: Path) -> None:
    found = zonal(raster_from_file(geotiff(tmp_path / "heat.tif")), squares(), mean, quantile(0.5))
    assert found.values.tolist() == zonal(heat(), squares(), mean, quantile(0.5)).values.tolist()


def test_another_coordinate_system_is_refused_by_name() -> None:
    with pytest.raises(RasterInAnotherSystem) as refused:
        zonal(heat(crs="EPSG:25833"), squares(), mean)
    assert refused.value.details["raster_system"] == "EPSG:25833"


def test_a_raster_beside_the_areas_is_refused() -> None:
    with pytest.raises(RasterBesideAreas):
        zonal(heat(bounds=(5000, 0, 5300, 100)), squares(), mean)


def test_a_raster_without_values_is_refused() -> None:
    with pytest.raises(EmptyRaster):
        zonal(heat(np.full_like(HEAT, np.nan)), squares(), mean)


def test_areas_of_which_only_keys_are_known_are_refused() -> None:
    with pytest.raises(AreasWithoutShapes):
        zonal(heat(), AreaSet("keys", "2026", ("1",), ("one",)), mean)


def test_files_that_are_no_raster_for_us(tmp_path: Path) -> None:
    (tmp_path / "heat.txt").write_text("30 31")
    with pytest.raises(UnreadableRaster):
        raster_from_file(tmp_path / "heat.txt")
    with pytest.raises(NoSuchBand):
        raster_from_file(geotiff(tmp_path / "heat.tif"), band=2)
    with pytest.raises(TurnedRaster):
        raster_from_file(geotiff(tmp_path / "turned.tif", transform=Affine(40, 30, 0, 30, -40, 100)))
    with pytest.raises(RasterWithoutSystem):
        raster_from_file(geotiff(tmp_path / "nowhere.tif", crs=None))
