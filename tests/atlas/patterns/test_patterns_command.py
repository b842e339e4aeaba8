"""`lebenslage patterns`: a table and a map in, what lies together out."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from shapely import box
from shapely.geometry import mapping

from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands import atlas_patterns, program

SIDE = 8


def run(*arguments: object) -> Result:
    return CliRunner().invoke(program, ["patterns", *map(str, arguments)], catch_exceptions=False)


def value(x: int, y: int) -> float:
    """Poor in the west, rich in the east, with one rich field among the poor."""
    return 5.0 if (x, y) == (1, 4) else 60 - 7 * x + (x * 31 + y * 17) % 5


@pytest.fixture
def town(tmp_path: Path) -> tuple[Path, Path]:
    """A board of fields and an island, in metres; the island's value is missing."""
    fields = [(x, y) for x in range(SIDE) for y in range(SIDE)]
    shapes = {f"{x}-{y}": box(500_000 + 100 * x, 5_700_000 + 100 * y, 500_100 + 100 * x, 5_700_100 + 100 * y) for x, y in fields}
    shapes["Insel"] = box(503_000, 5_703_000, 503_100, 5_703_100)
    features = [{"type": "Feature", "properties": {"id": key}, "geometry": mapping(shape)} for key, shape in shapes.items()]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    (tmp_path / "town.geojson").write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    rows = [f"{x}-{y},{value(x, y)},{(x * 7 + y * 5) % 11}" for x, y in fields]
    (tmp_path / "town.csv").write_text("\n".join(["id,arm,laut", *rows, "Insel,–,3", "Mond,9,9"]), encoding="utf8")
    return tmp_path / "town.csv", tmp_path / "town.geojson"


@pytest.mark.slow
def test_poor_among_poor_is_found_and_the_exception_too(town: tuple[Path, Path], tmp_path: Path) -> None:
    said = run(town[0], "arm", "--areas", town[1], "--key", "id", "--burden", "--out", tmp_path / "found.csv")
    with (tmp_path / "found.csv").open(encoding="utf8") as opened:
        rows = {row["key"]: row for row in csv.DictReader(opened)}
    text = " ".join(said.stdout.split())

    assert "Ähnliches liegt beieinander" in text
    assert rows["0-4"]["place"] == "belastet unter Belasteten"
    assert rows["1-4"]["place"] == "entlastet unter Belasteten"
    assert rows["7-3"]["remains"] == "True"
    assert "Ohne Wert und deshalb nicht dabei: Insel." in text
    assert "Nicht auf der Karte und deshalb nicht dabei: Mond." in text


def test_an_island_with_a_value_is_named(town: tuple[Path, Path]) -> None:
    town[0].write_text(town[0].read_text(encoding="utf8").replace("Insel,–", "Insel,9"), encoding="utf8")
    said = run(town[0], "arm", "--areas", town[1], "--key", "id", "--permutations", 999)

    assert "Ohne Nachbarn und deshalb ohne Ergebnis: Insel." in " ".join(said.stdout.split())


def named(town: tuple[Path, Path]) -> list[object]:
    """The town with a column of names in its table."""
    head, *rows = town[0].read_text(encoding="utf8").splitlines()
    town[0].write_text("\n".join([f"{head},name", *(f"{row},Feld {row.split(',')[0]}" for row in rows)]), encoding="utf8")
    return [town[0], "arm", "--areas", town[1], "--key", "id", "--name", "name", "--lang", "en"]


def test_hot_spots_are_named_beside_their_keys(town: tuple[Path, Path]) -> None:
    asked = [*named(town), "--statistic", "hot-spots"]
    said = " ".join(run(*asked).stdout.split())
    rows = {row["key"]: row for row in json.loads(run(*asked, "--json").stdout)}

    assert "Getis-Ord Gi*" in said
    assert "0-1 Feld 0-1" in said
    assert (rows["0-1"]["place"], rows["7-3"]["place"]) == ("high values gather", "low values gather")
    assert rows["0-1"]["name"] == "Feld 0-1"
    assert rows["0-1"]["z"] > 0 > rows["7-3"]["z"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hot_spots_are_said_in_every_language(town: tuple[Path, Path], language: str) -> None:
    found = run(*named(town)[:-1], language, "--statistic", "hot-spots", "--burden")
    assert found.exit_code == 0
    assert "Getis-Ord Gi*" in found.stdout


def test_a_bar_is_shown_where_drawing_takes_long_but_not_to_a_program(town: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [*named(town), "--permutations", "99"]
    assert run(*asked).stderr == ""
    monkeypatch.setattr(atlas_patterns, "LONG", 0)
    assert run(*asked).stderr == "Random maps\n"
    assert run(*asked, "--json").stderr == ""


def test_a_code_for_no_value_leaves_the_area_out(town: tuple[Path, Path]) -> None:
    town[0].write_text(town[0].read_text(encoding="utf8").replace("Insel,–", "Insel,-9999"), encoding="utf8")
    asked = (town[0], "arm", "--areas", town[1], "--key", "id", "--permutations", "99")
    assert "Ohne Wert und deshalb nicht dabei: Insel." in run(*asked, "--unknown", "-9999").stdout
    assert "Ohne Wert" not in run(*asked).stdout


def test_types_carry_their_names(town: tuple[Path, Path], tmp_path: Path) -> None:
    said = run(named(town)[0], "arm", "laut", "--key", "id", "--name", "name", "--types", 2, "--out", tmp_path / "types.csv")
    assert "Feld Insel" in said.stdout
    assert "0-0,Feld 0-0," in (tmp_path / "types.csv").read_text(encoding="utf8")


def test_types_are_described_in_words(town: tuple[Path, Path]) -> None:
    said = run(town[0], "arm", "laut", "--key", "id", "--types", 3, "--lang", "en").stdout

    assert said.count("Type ") == 3
    assert "much arm" in said


@pytest.mark.parametrize(
    ("column", "more", "sentence"),
    [
        ("gleich", (), "Alle Gebiete haben denselben Wert (4)"),
        ("armm", (), "armm"),
        ("arm", ("--neighbours", "nearest", "--nearest", "99"), "mindestens 100"),
    ],
)
def test_mistakes_are_one_sentence(town: tuple[Path, Path], column: str, more: tuple[str, ...], sentence: str) -> None:
    lines = town[0].read_text(encoding="utf8").splitlines()
    town[0].write_text("\n".join([f"{lines[0]},gleich", *(f"{line},4" for line in lines[1:])]), encoding="utf8")
    refused = run(town[0], column, "--areas", town[1], "--key", "id", *more)

    assert refused.exit_code == 2
    assert sentence in refused.stderr


@pytest.mark.shared
def test_poverty_of_children_lies_together_in_berlin(shared_dir: Path) -> None:
    folder = shared_dir / "data/berlin-lor-2021"
    rows = json.loads(run(folder / "mss_2021.csv", "S4", "--areas", folder / "plr_2021.geojson", "--key", "PLR_ID", "--json").stdout)
    remaining = {row["place"] for row in rows if row["remains"]}

    assert len(rows) == 536
    assert remaining == {"hoch unter hohen", "niedrig unter niedrigen"}
