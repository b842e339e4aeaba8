"""Berlin's monitoring 2013, 2017 and 2021: which planning areas stayed in the class "very low"."""

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import shapely

from lebenslage.atlas.areas import AreaSet
from lebenslage.atlas.areas.interpolate import Passage, by_ground
from lebenslage.atlas.index.library import find_recipe
from lebenslage.atlas.series import Break, Edition, by_chance, carried, on_common_basis, persistence, side_by_side, transitions, words
from lebenslage.atlas.series.problems import AreasChanged
from lebenslage.site.commands.speech import speech

pytestmark = pytest.mark.shared
SAME_NAME = '"district": "Charlottenburg-Wilmersdorf", "name": "Schloßstraße", "area_m2": 562454.33, "id": "06010102"'
CLASSIFIED = ("1", "2", "3", "4")
COLUMNS = {
    "S1": "s1_percentage_unemployed",
    "S3": "s3_percentage_transfer_payments_recipients",
    "S4": "s4_percentage_transfer_payments_recipients_below_15_years",
}


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def old(shared: Path, year: int) -> Edition:
    rows = rows_of(shared / f"data/berlin-mss-editions/mss_{year}_planning_areas.csv")
    values = {id: np.array([float(row[column]) for row in rows]) for id, column in COLUMNS.items()}
    classes = np.array([int(float(row["status_index"])) for row in rows])
    people = np.array([float(row["inhabitants"]) for row in rows])
    return Edition(date(year - 1, 12, 31), "mss 2013-2017", "lor 2006", tuple(row["id"] for row in rows), classes, values, people)


def newest(shared: Path) -> Edition:
    rows = rows_of(shared / "data/berlin-lor-2021/mss_2021.csv")
    values = {id: np.array([float(row[id]) if row["SI_N"] in CLASSIFIED else np.nan for row in rows]) for id in COLUMNS}
    classes = np.array([int(row["SI_N"]) if row["SI_N"] in CLASSIFIED else 0 for row in rows])
    return Edition(date(2020, 12, 31), "mss 2019-2021", "lor 2021", tuple(row["PLR_ID"] for row in rows), classes, values)


def areas_of(file: Path, edition: str, key: str, keys: tuple[str, ...]) -> AreaSet:
    """The shapes of these areas. In the old file two areas named Schloßstraße have one key; the first lies in another district."""
    text = file.read_text(encoding="utf-8").replace(SAME_NAME, SAME_NAME.replace("06010102", "04030417"))
    shapes = {feature["properties"][key]: json.dumps(feature["geometry"]) for feature in json.loads(text)["features"]}
    return AreaSet("Berlin", edition, keys, keys, shapely.from_geojson([shapes[one] for one in keys]), "EPSG:25833")


def ways(shared: Path, edition: Edition, later: Edition) -> Passage:
    """From the areas of an old edition to those of 2021."""
    before = areas_of(shared / "data/berlin-mss-editions/plr_until_2020.geojson", edition.areas, "id", edition.keys)
    return by_ground(before, areas_of(shared / "data/berlin-lor-2021/plr_2021.geojson", later.areas, "PLR_ID", later.keys), spread=True)


def test_who_stayed_at_the_bottom_from_2013_to_2017(shared_dir: Path) -> None:
    first, second = (
        {row["id"]: row["status_index"] for row in rows_of(shared_dir / f"data/berlin-mss-editions/mss_{year}_planning_areas.csv")}
        for year in (2013, 2017)
    )
    counted = Counter((first[key], second[key]) for key in first.keys() & second.keys())  # an independent count, from the texts

    panel = side_by_side([old(shared_dir, 2013), old(shared_dir, 2017)])
    found, matrix = persistence(panel.classes, [4]), transitions(*panel.classes, [1, 2, 3, 4])
    print(matrix.counts, found.always.sum())  # noqa: T201 - shown with pytest -s
    assert found.always.sum() == counted["4.0", "4.0"] == 31
    assert matrix.counts.tolist() == [[counted[f"{one}.0", f"{other}.0"] for other in range(1, 5)] for one in range(1, 5)]
    assert (found.counted.tolist(), found.entered[0], found.left[0]) == ([38, 42], 11, 7)


def test_staying_at_the_bottom_is_no_chance(shared_dir: Path) -> None:
    lot = by_chance(*side_by_side([old(shared_dir, 2013), old(shared_dir, 2017)]).classes, 4)
    assert lot.high < 10 < lot.observed
    assert lot.probability < 1e-20


def test_2017_and_2021_are_not_set_side_by_side(shared_dir: Path) -> None:
    with pytest.raises(AreasChanged):
        side_by_side([old(shared_dir, 2017), newest(shared_dir)], over=frozenset({Break.METHOD}))


@pytest.mark.slow
def test_on_the_areas_of_2021_and_with_three_indicators_all_three_editions_compare(shared_dir: Path) -> None:
    now = newest(shared_dir)
    moved = [carried(edition, ways(shared_dir, edition, now)) for edition in (old(shared_dir, 2013), old(shared_dir, 2017))]
    panel = side_by_side(on_common_basis([*moved, now], find_recipe("mss")))
    assert panel.breaks == (frozenset(), frozenset())
    assert (panel.classes[2] == now.classes).all()  # the new calculation is the published one
    found = persistence(panel.classes, [4])
    print(found.counted, found.always.sum(), found.known.sum())  # noqa: T201
    assert found.known.sum() > 500
    assert 15 <= found.always.sum() <= found.counted.min()


def test_it_is_told_in_a_sentence(shared_dir: Path) -> None:
    panel = side_by_side([old(shared_dir, 2013), old(shared_dir, 2017)])
    told = list(words.about_staying(speech("en"), speech("en").day, panel, 4, "very low status"))
    assert told[0].startswith("Of 38 areas in the class “very low status” on 31 December 2012, 31 are still in it on 31 December 2016.")
    assert told[0].endswith("7 have left it, 11 are new.")
