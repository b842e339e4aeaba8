"""Files with shapes, and what can be wrong with them."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from lebenslage.atlas.areas.problems import (
    DuplicateArea,
    EmptyTable,
    InvalidPolygon,
    ManyLayers,
    NamelessArea,
    NoSuchAreaFile,
    NoSuchColumn,
    NotAnAreaFile,
    NotAPolygon,
    SwappedCoordinates,
    UnknownCell,
    UnknownCrs,
    WrongCrs,
)
from lebenslage.atlas.areas.reading import read_areas, read_grid, read_table
from lebenslage.kernel.errors import Problem

HERE = shapely.box(400_000, 5_700_000, 401_000, 5_702_000)
THERE = shapely.box(401_000, 5_700_000, 402_000, 5_702_000)
BOWTIE = shapely.Polygon([(400_000, 5_700_000), (401_000, 5_701_000), (401_000, 5_700_000), (400_000, 5_701_000)])
DORTMUND = shapely.box(7.4, 51.4, 7.5, 51.5)


def written(file: Path, shapes: list[object], keys: list[str], crs: str | None = "EPSG:25832", layer: str | None = None) -> Path:
    names = np.array([f"Quarter {key}" for key in keys], dtype=object)
    fields = [np.array(keys, dtype=object), names, np.arange(len(keys)) + 0.5]
    wkb = shapely.to_wkb(np.array(shapes, dtype=object))
    pyogrio.raw.write(file, wkb, fields, ["KEY", "NAME", "share"], geometry_type="Unknown", crs=crs, layer=layer, append=file.exists())
    return file


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
class TestKinds:
    @pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".shp"])
    def test_every_kind_of_file_gives_the_same_areas(self, tmp_path: Path, suffix: str) -> None:
        areas = read_areas(written(tmp_path / f"town{suffix}", [HERE, THERE], ["01", "02"]), key="KEY", name="NAME", edition="2025")
        assert (areas.keys, areas.names, areas.edition) == (("01", "02"), ("Quarter 01", "Quarter 02"), "2025")
        np.testing.assert_allclose(shapely.area(areas.shapes), 2e6, rtol=1e-6)

    def test_a_zipped_shapefile_is_read(self, tmp_path: Path) -> None:
        written(tmp_path / "town.shp", [HERE], ["01"])
        with zipfile.ZipFile(tmp_path / "town.zip", "w") as archive:
            for part in tmp_path.glob("town.[sdpc]*"):
                archive.write(part, part.name)
        assert read_areas(tmp_path / "town.zip", key="KEY").crs == "EPSG:25832"

    def test_the_attributes_are_a_table(self, tmp_path: Path) -> None:
        table = read_table(written(tmp_path / "town.gpkg", [HERE, THERE], ["01", "02"]), key="KEY")
        assert list(table.numbers("share")[0]) == [0.5, 1.5]

    def test_degrees_become_metres(self, tmp_path: Path) -> None:
        areas = read_areas(written(tmp_path / "town.geojson", [DORTMUND], ["1"], "EPSG:4326"), key="KEY")
        assert areas.crs == "EPSG:25832"
        assert shapely.area(areas.shapes)[0] == pytest.approx(6_950 * 11_120, rel=0.01)

    def test_a_layer_is_chosen_by_name(self, tmp_path: Path) -> None:
        file = written(tmp_path / "town.gpkg", [HERE], ["1"], layer="quarters")
        written(file, [THERE], ["2"], layer="districts")
        with pytest.raises(ManyLayers) as problem:
            read_areas(file, key="KEY")
        assert problem.value.details["known"] == ["quarters", "districts"]
        assert read_areas(file, key="KEY", layer="districts").keys == ("2",)
        assert read_table(file, key="KEY", layer="districts").keys == ("2",)


@pytest.mark.parametrize(
    ("shapes", "keys", "crs", "kind", "details"),
    [
        ([HERE, THERE], ["1", "1"], "EPSG:25832", DuplicateArea, {"feature": 1, "other": 2, "area": "1"}),
        ([HERE, THERE], ["1", ""], "EPSG:25832", NamelessArea, {"feature": 2}),
        ([HERE, shapely.Point(400_000, 5_700_000)], ["1", "2"], "EPSG:25832", NotAPolygon, {"feature": 2, "kind": "Point"}),
        ([HERE, None], ["1", "2"], "EPSG:25832", NotAPolygon, {"feature": 2, "kind": "–"}),
        ([HERE, BOWTIE], ["1", "2"], "EPSG:25832", InvalidPolygon, {"feature": 2, "x": "400500", "before": 0, "after": 500_000}),
        ([HERE, THERE], ["1", "2"], "EPSG:3035", WrongCrs, {"feature": 1, "crs": "EPSG:3035"}),
        ([HERE, THERE], ["1", "2"], "EPSG:4326", WrongCrs, {"feature": 1, "crs": "EPSG:4326"}),
        ([shapely.box(51.4, 7.4, 51.5, 7.5)], ["1"], "EPSG:4326", SwappedCoordinates, {"feature": 1, "x": 51.45, "y": 7.45}),
        ([shapely.box(5_700_000, 400_000, 5_702_000, 401_000)], ["1"], "EPSG:25832", SwappedCoordinates, {"feature": 1}),
    ],
)
def test_a_mistake_names_file_and_feature(
    tmp_path: Path, shapes: list[object], keys: list[str], crs: str, kind: type[Problem], details: dict[str, object]
) -> None:
    with pytest.raises(kind) as problem:
        read_areas(written(tmp_path / "town.gpkg", shapes, keys, crs), key="KEY")
    assert problem.value.details | details | {"file": "town.gpkg"} == problem.value.details


def test_a_wrong_coordinate_system_comes_with_those_that_fit(tmp_path: Path) -> None:
    with pytest.raises(WrongCrs) as problem:
        read_areas(written(tmp_path / "town.gpkg", [HERE], ["1"], "EPSG:4326"), key="KEY")
    assert "EPSG:25832" in str(problem.value.details["suggestion"])


def test_one_swapped_quarter_among_right_ones_is_found(tmp_path: Path) -> None:
    file = written(tmp_path / "town.geojson", [DORTMUND, shapely.box(51.4, 7.5, 51.5, 7.6)], ["1", "2"], "EPSG:4326")
    with pytest.raises(SwappedCoordinates) as problem:
        read_areas(file, key="KEY")
    assert problem.value.details["feature"] == 2


def test_broken_polygons_are_repaired_only_when_asked(tmp_path: Path) -> None:
    file = written(tmp_path / "town.gpkg", [HERE, BOWTIE], ["1", "2"])
    areas = read_areas(file, key="KEY", repair=True)
    assert shapely.is_valid(areas.shapes).all()
    assert list(shapely.area(areas.shapes)) == [2e6, 5e5]


def test_a_polygon_without_ground_cannot_be_repaired(tmp_path: Path) -> None:
    flat = shapely.Polygon([(400_000, 5_700_000), (401_000, 5_700_000), (402_000, 5_700_000)])
    with pytest.raises(NotAPolygon):
        read_areas(written(tmp_path / "town.gpkg", [HERE, flat], ["1", "2"]), key="KEY", repair=True)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_a_file_without_a_coordinate_system_asks_for_it_and_takes_the_answer(tmp_path: Path) -> None:
    file = written(tmp_path / "town.shp", [HERE], ["1"], None)
    with pytest.raises(UnknownCrs) as problem:
        read_areas(file, key="KEY")
    assert "EPSG:25832" in str(problem.value.details["suggestion"])
    assert read_areas(file, key="KEY", crs="EPSG:25833").crs == "EPSG:25833"
    with pytest.raises(UnknownCrs):
        read_areas(file, key="KEY", crs="Westphalia")


NO_FEATURE = '{"type": "FeatureCollection", "features": []}'


@pytest.mark.parametrize(("content", "kind"), [(None, NoSuchAreaFile), ("no json", NotAnAreaFile), (NO_FEATURE, EmptyTable)])
def test_a_file_that_is_none_is_named(tmp_path: Path, content: str | None, kind: type[Problem]) -> None:
    file = tmp_path / "town.geojson"
    if content is not None:
        file.write_text(content)
    with pytest.raises(kind):
        read_areas(file, key="KEY")


def test_a_missing_key_or_name_suggests_the_nearest_column(tmp_path: Path) -> None:
    file = written(tmp_path / "town.gpkg", [HERE], ["1"])
    for asked in ({"key": "key "}, {"key": "KEY", "name": "names"}):
        with pytest.raises(NoSuchColumn) as problem:
            read_areas(file, **asked)
        assert problem.value.details["suggestion"] in {"KEY", "NAME"}


LONG = """GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner
CRS3035RES1000mN2684000E4334000;4334500;2684500;7
CRS3035RES1000mN2684000E4335000;4335500;2684500;–
"""
SHORT = LONG.replace("CRS3035RES1000mN2684000E4334000", "1kmN2684E4334")
CENTRES = "\n".join(line.split(";", 1)[1] for line in LONG.splitlines())


@pytest.mark.parametrize("text", [LONG, SHORT, CENTRES])
def test_census_cells_are_found_by_name_and_by_centre(tmp_path: Path, text: str) -> None:
    file = tmp_path / "zensus.csv"
    file.write_text(text)
    grid = read_grid(file, count="Einwohner")
    assert (list(grid.x), list(grid.y), grid.size) == ([4334500, 4335500], [2684500, 2684500], 1000)
    np.testing.assert_array_equal(grid.counts, [7, np.nan])


@pytest.mark.parametrize(("header", "size"), [("x_mp_100m;y_mp_100m", 100), ("x;y", 300)])
def test_the_size_of_a_cell_is_named_or_measured(tmp_path: Path, header: str, size: int) -> None:
    file = tmp_path / "zensus.csv"
    file.write_text(f"{header};n\n150;150;7\n450;750;-1\n")
    grid = read_grid(file, count="n")
    assert grid.size == size
    np.testing.assert_array_equal(grid.counts, [7, np.nan])


def test_a_cell_without_a_size_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "zensus.csv"
    file.write_text("x;y;n\n150;150;7\n")
    with pytest.raises(UnknownCell):
        read_grid(file, count="n")


def test_census_cells_are_areas_too(tmp_path: Path) -> None:
    file = tmp_path / "zensus.csv"
    file.write_text(LONG)
    areas = read_areas(file, key="GITTER_ID_1km")
    assert areas.crs == "EPSG:3035"
    assert list(shapely.area(areas.shapes)) == [1e6, 1e6]


def test_a_cell_that_is_none_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "zensus.csv"
    file.write_text(LONG.replace("N2684000E4335000", "N2684E"))
    with pytest.raises(UnknownCell) as problem:
        read_areas(file, key="GITTER_ID_1km")
    assert problem.value.details["line"] == 3


@pytest.mark.shared
def test_published_boundaries_are_read(shared_dir: Path) -> None:
    assert len(read_areas(shared_dir / "data/berlin-lor-2021/plr_2021.geojson", key="PLR_ID", name="PLR_NAME")) == 542
    with pytest.raises(DuplicateArea) as problem:  # a defect of this copy: two districts share a key
        read_areas(shared_dir / "data/berlin-mss-editions/plr_until_2020.geojson", key="id")
    assert problem.value.details["area"] == "06010102"
    assert json.dumps(read_table(shared_dir / "data/berlin-lor-2021/plr_2021.geojson", key="PLR_ID").text("BEZ")[0]) == '"11"'
