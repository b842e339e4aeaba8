"""Published indices, computed again from their published figures: Berlin, England, the Robert Koch Institute."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from lebenslage.atlas.areas.reading.tables import Table
from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.index import Result, find_recipe, gather, run
from lebenslage.atlas.index.gather import Inputs
from lebenslage.atlas.index.run import Standing
from lebenslage.atlas.index.tables import read_tables

pytestmark = pytest.mark.shared

PRINTED_3 = 0.0005 + 1e-9
PRINTED_2 = 0.005 + 1e-5  # the figures they were made of are printed to five decimals
SIGNS = {"+": 1, "+/-": 3, "-": 5}


def used(name: str, edition: str, *files: Path, where: Mapping[str, str] | None = None) -> tuple[Result, tuple[Table, ...]]:
    recipe = find_recipe(name, edition)
    tables = read_tables(files, recipe, where=where or {})
    return run(recipe, gather(recipe, tables)), tables


def numbers(table: Table, *columns: str) -> Floats:
    return np.stack([table.numbers(column)[0] for column in columns], axis=1)


def change_of(result: Result) -> Standing:
    assert result.dynamics is not None
    return result.dynamics


@pytest.mark.parametrize(("year", "areas"), [(2013, 434), (2017, 436)])
def test_every_class_of_the_mss_with_four_indicators(shared_dir: Path, year: int, areas: int) -> None:
    result, (table,) = used("mss", "2013-2017", shared_dir / f"data/berlin-mss-editions/mss_{year}_planning_areas.csv")

    assert int(result.status.used.sum()) == areas
    assert result.status.classes.tolist() == table.numbers("status_index")[0].tolist()
    assert change_of(result).classes.tolist() == [SIGNS[sign] for sign in table.text("dynamic_index")]
    assert result.combined == table.text("status_dynamic_index")


@pytest.mark.parametrize("year", [2013, 2017])
def test_z_values_of_the_mss_to_five_decimals(shared_dir: Path, year: int) -> None:
    result, (table,) = used("mss", "2013-2017", shared_dir / f"data/berlin-mss-editions/mss_{year}_planning_areas.csv")
    columns = [column for column in table.columns if column.startswith("z_s")]

    np.testing.assert_allclose(result.status.scores.scaled, numbers(table, *columns), atol=1e-5)


def test_every_class_of_the_mss_2021(shared_dir: Path) -> None:
    folder = shared_dir / "data/berlin-lor-2021"
    result, (_, table) = used("mss", "2019-2021", folder / "mss_2021_index_indicators.csv", folder / "mss_2021_indices.csv")
    classified = result.status.used
    status, change, both = table.numbers("SI_N")[0], table.numbers("DI_N")[0], np.asarray(table.text("SDI"))

    assert result.inputs.keys == table.keys
    assert (int(classified.sum()), len(table)) == (536, 542)
    assert classified.tolist() == (~np.isnan(status)).tolist()
    assert result.status.classes[classified].tolist() == status[classified].tolist()
    assert change_of(result).classes[classified].tolist() == change[classified].tolist()
    assert np.asarray(result.combined)[classified].tolist() == both[classified].tolist()


def test_z_values_sums_and_indices_of_the_mss_2021_to_two_decimals(shared_dir: Path) -> None:
    folder = shared_dir / "data/berlin-lor-2021"
    result, (_, table) = used("mss", "2019-2021", folder / "mss_2021_index_indicators.csv", folder / "mss_2021_zvalues.csv")
    here = result.status.used
    index = [next(name for name in table.columns if name.startswith(word)) for word in ("Status-Index", "Dynamik-Index")]

    for standing, columns in (
        (result.status, ("zS1", "zS3", "zS4", "Status-summe", index[0])),
        (change_of(result), ("zD1", "zD3", "zD4", "Dynamik-summe", index[1])),
    ):
        ours = np.column_stack([standing.scores.scaled, standing.scores.sums, standing.scores.index])
        assert np.abs(ours - numbers(table, *columns)[here]).max() <= PRINTED_2


def test_the_mss_leaves_out_whom_the_publisher_leaves_out_and_says_why(shared_dir: Path) -> None:
    result, _ = used("mss", "2019-2021", shared_dir / "data/berlin-lor-2021/mss_2021_index_indicators.csv")

    assert Counter(result.reasons) == {"": 536, "population": 4, "uncounted": 1, "exclude.0": 1}


@pytest.mark.parametrize("edition", ["2025", "2025-subdomains"])
def test_score_rank_and_decile_of_every_area_of_the_imd(shared_dir: Path, edition: str) -> None:
    folder = shared_dir / "data/england-imd-2025"
    files = [folder / f"imd2025_england_lsoa21{end}.csv.gz" for end in ("", "_subdomains")]
    result, (table, *_) = used("imd", edition, *files)
    score, rank, decile = numbers(table, "IMD_score", "IMD_rank", "IMD_decile").T

    assert np.abs(result.status.scores.index - score).max() <= PRINTED_3
    assert int((result.status.rank == rank).sum()) == 33_755
    assert int((result.status.classes == decile).sum()) == 33_755
    assert result.status.classes.tolist() == result.status.decile.tolist()


@pytest.mark.parametrize(
    ("domain", "parts", "apart"),
    [
        ("Housing_and_Services", ("geographical", "wider"), PRINTED_3),
        ("Environment", ("indoors", "outdoors"), PRINTED_3),
        ("Education", ("children", "adults"), 0.0014),  # the published ranks of adult skills have lost their ties
    ],
)
def test_the_score_of_a_domain_of_the_imd_comes_out_of_its_two_sub_domains(
    shared_dir: Path, domain: str, parts: tuple[str, ...], apart: float
) -> None:
    folder = shared_dir / "data/england-imd-2025"
    whole = find_recipe("imd", "2025-subdomains").of(parts)
    (group,) = whole.groups
    plain = group.model_copy(update={"combine": group.combine.model_copy(update={"again": "none"}), "weight": 1.0})
    recipe = whole.model_copy(update={"groups": (plain,)})
    tables = read_tables([folder / f"imd2025_england_lsoa21{end}.csv.gz" for end in ("_subdomains", "")], recipe, where={})
    result = run(recipe, gather(recipe, tables))

    assert np.abs(result.status.scores.index - tables[1].numbers(f"{domain}_score")[0]).max() <= apart


YEARS = range(1998, 2022)


def test_the_gisd_spans_0_to_1_in_every_year_and_the_last_step_changes_nothing(shared_dir: Path) -> None:
    file = shared_dir / "data/nrw-municipalities/gisd_nrw_municipality.csv"
    for year in YEARS:
        result, (table,) = used("gisd", "score", file, where={"year": str(year)})
        published = table.numbers("gisd_score")[0]

        assert (published.min(), published.max(), len(published)) == (0, 1, 396)
        np.testing.assert_allclose(result.status.scores.index, published, atol=1e-12)
        assert set(Counter(result.status.classes.tolist()).values()) <= {79, 80}


def test_the_gisd_of_districts_is_that_of_municipalities_by_population_brought_to_0_to_1_again(shared_dir: Path) -> None:
    """Within 0.0004: the weights are the population of one year, the institute's those of each year."""
    folder = shared_dir / "data/nrw-municipalities"
    features = json.loads((folder / "municipalities.geojson").read_text(encoding="utf8"))["features"]
    people = {one["properties"]["ARS"][:9]: one["properties"]["population"] for one in features}
    recipe = find_recipe("gisd", "score")
    for year in YEARS:
        (towns,), (districts,) = (
            read_tables([folder / f"gisd_nrw_{level}.csv"], recipe, where={"year": str(year)}) for level in ("municipality", "kreis")
        )
        weights = np.array([people[key] for key in towns.keys], float)
        place = np.array([districts.keys.index(key[:5]) for key in towns.keys])
        means = np.bincount(place, weights * towns.numbers("gisd_score")[0]) / np.bincount(place, weights)
        result = run(recipe, Inputs(districts.keys, districts.keys, means[:, None], (("made up", "gisd_score"),)))

        assert np.abs(result.status.scores.index - districts.numbers("gisd_score")[0]).max() < 4e-4


def test_the_shares_of_the_gisd_follow_from_its_published_loadings() -> None:
    """RKI prints for each dimension loading squared by the sum of them; two-decimal loadings give them to half a point."""
    printed = {"education": [34.3, 34.3, 31.4], "employment": [39.5, 19.5, 40.9], "income": [40.3, 40.8, 18.9]}
    recipe = find_recipe("gisd", "2025")
    for group, shares in printed.items():
        loadings = np.array([one.weight for one in recipe.indicators if one.group == group])

        np.testing.assert_allclose(100 * loadings**2 / np.square(loadings).sum(), shares, atol=0.6)
