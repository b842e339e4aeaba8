"""`lebenslage overlay` from files to files."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from click.testing import CliRunner, Result
from rasterio.transform import Affine

from lebenslage.site.commands.program import program
from tests.atlas.overlay.town import KEYS, METRES, squares

TABLE = """key;heat;poverty;old;small
01;3;2;100;40
02;3;4;80;10
03;1;4;500;
"""
PLAN = ("--cuts", "heat=given", "--cuts", "poverty=status", "--heat", "heat", "--poverty", "poverty", "--group", "over_65=old")


def run(folder: Path, *options: str, source: str = TABLE) -> Result:
    (folder / "quarters.csv").write_text(source, encoding="utf8")
    command = ["overlay", str(folder / "quarters.csv"), str(folder / "out.csv"), "--key", "key", "--lang", "en", *options]
    return CliRunner().invoke(program, command)


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "out.csv").open(encoding="utf8") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def ground(tmp_path: Path) -> Path:
    """Shapes and a raster of heat: 40 °C in the west, 30 °C in the middle, nothing known in the east."""
    areas = squares(east=400_000, north=5_700_000)
    assert areas.shapes is not None
    pyogrio.raw.write(
        tmp_path / "areas.gpkg", shapely.to_wkb(areas.shapes), [np.array(KEYS, object)], ["key"], geometry_type="Polygon", crs=METRES
    )
    with rasterio.open(
        tmp_path / "heat.tif", "w", driver="GTiff", height=1, width=3, count=1, dtype="float32", nodata=-1, crs=METRES,
        transform=Affine(100, 0, 400_000, 0, -100, 5_700_100),
    ) as made:  # fmt: skip
        made.write(np.array([[40, 30, -1]], np.float32), 1)
    return tmp_path


def test_burdens_and_a_heat_plan_in_a_table_and_in_words(tmp_path: Path) -> None:
    result = run(tmp_path, *PLAN)
    assert result.exit_code == 0, result.output
    found = rows(tmp_path)
    assert [(row["burdens"], row["kinds"], row["stage"], row["place"]) for row in found] == [
        ("1", "heat", "2", "1"),
        ("2", "heat+poverty", "2", "2"),
        ("1", "poverty", "0", ""),
    ]
    assert "Vulnerable people in the heat: 100." in found[0]["reasons"]
    assert "Nobody counts these groups" in result.output


def test_for_programs(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, *PLAN, "--json").output)
    assert found["burdens"] == [0, 2, 1]
    assert found["plan"] == [{"area": "01", "stage": 2}, {"area": "02", "stage": 2}]
    assert "homeless" in found["unknown_groups"]


def test_a_raster_is_measured_in_the_areas_of_the_table(ground: Path) -> None:
    areas, raster = f"{ground / 'areas.gpkg'}", f"heat={ground / 'heat.tif'}"
    result = run(ground, "--areas", areas, "--raster", raster, "--cuts", "heat=heat_pet", source="key\n02\n01\n03\n")
    assert result.exit_code == 0, result.output
    assert [(row["heat_mean"], row["heat_covered"], row["heat_category"], row["unknown"]) for row in rows(ground)] == [
        ("30.0", "1.0", "3", "0"),
        ("40.0", "1.0", "4", "0"),
        ("", "0.0", "", "1"),
    ]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--cuts", "heat"), "“heat” is not of the form NAME=VALUE"),
        (("--cuts", "heat=hot"), "There are no bounds with the name “hot”"),
        (("--cuts", "warm=given"), "no column “warm”"),
        (("--cuts", "poverty=given"), "The number 4 in “poverty”, row 3, is no class"),
        ((*PLAN[4:], "--cuts", "heat=given"), "There are no classes for “poverty”"),
        (("--raster", "heat=heat.tif"), "We know only the keys"),
    ],
)
def test_bad_input_is_one_sentence_and_leaves_no_file(tmp_path: Path, options: tuple[str, ...], sentence: str) -> None:
    result = run(tmp_path, *options)
    assert result.exit_code == 2
    assert sentence in result.output
    assert not (tmp_path / "out.csv").exists()


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / "quarters.csv").write_text(TABLE, encoding="utf8")
    for target, sentence in (("nowhere/out.csv", "could not be written"), ("out.xlsx", "We do not write files that end like")):
        command = [
            "overlay",
            str(tmp_path / "quarters.csv"),
            str(tmp_path / target),
            "--key",
            "key",
            "--cuts",
            "heat=given",
            "--lang",
            "en",
        ]
        result = CliRunner().invoke(program, command)
        assert (result.exit_code, sentence in result.output) == (2, True)


def test_an_area_without_a_shape_is_named_with_its_line(ground: Path) -> None:
    areas, raster = f"{ground / 'areas.gpkg'}", f"heat={ground / 'heat.tif'}"
    result = run(ground, "--areas", areas, "--raster", raster, source="key\n01\n99\n")
    assert result.exit_code == 2
    assert "quarters.csv, line 3: The area 99 has no shape in areas.gpkg." in result.output


def test_each_raster_has_its_bar(ground: Path, shows_bars: Callable[..., str]) -> None:
    (ground / "quarters.csv").write_text("key\n01\n02\n", encoding="utf8")
    rasters = [part for name in ("one", "other") for part in ("--raster", f"{name}={ground / 'heat.tif'}")]
    areas = ("--key", "key", "--areas", ground / "areas.gpkg")
    assert shows_bars("overlay", ground / "quarters.csv", ground / "out.csv", *areas, *rasters).count("100%") == 2


def test_without_categories_the_rasters_are_measured_all_the_same(ground: Path) -> None:
    result = run(ground, "--areas", f"{ground / 'areas.gpkg'}", "--raster", f"heat={ground / 'heat.tif'}", source="key\n01\n02\n")
    assert result.exit_code == 0, result.output
    assert [(row["heat_mean"], row["burdens"]) for row in rows(ground)] == [("40.0", "0"), ("30.0", "0")]
