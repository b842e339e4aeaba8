"""The two example recipes, on quarters that do not exist."""

import csv
from pathlib import Path

import numpy as np
import pytest

from lebenslage.atlas.index import find_recipe
from tests.atlas.index.conftest import Write
from tests.site.conftest import Run, run

__all__ = ["run"]

QUARTERS = 27


def table(ids: tuple[str, ...], seed: int, *, first: float | None = None, people: int = 5000) -> str:
    """Made-up shares; the first quarter has `first` of everything, and the last quarter only so many people."""
    values = np.random.default_rng(seed).uniform(10, 40, (QUARTERS, len(ids)))
    if first is not None:
        values[0] = first
    rows = [f"Q{n:02},{people if n == QUARTERS - 1 else 5000}," + ",".join(f"{value:.1f}" for value in row) for n, row in enumerate(values)]
    return "\n".join([f"key,population,{','.join(ids)}", *rows]) + "\n"


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.fixture
def index(run: Run, written: Write, tmp_path: Path) -> list[dict[str, str]]:
    """The 27 quarters now, against two years before, in which the first was as the others."""
    ids = find_recipe("quarters27").ids
    now, before = written(table(ids, 1, first=60, people=290)), written(table(ids, 1))
    result = run("index", "quarters27", now, tmp_path / "out.csv", "--earlier", before, "--reasons", "--lang", "en")
    assert result.exit_code == 0, result.stderr
    return rows(tmp_path / "out.csv")


def test_the_quarter_where_everything_is_high_is_in_the_worst_class_and_got_worse(index: list[dict[str, str]]) -> None:
    assert (index[0]["rank"], index[0]["class_name"], index[0]["combined"]) == ("1", "very low social index", "4-")
    assert "The change counts as negative" in index[0]["why"]


def test_a_quarter_with_too_few_people_has_no_index(index: list[dict[str, str]]) -> None:
    assert index[-1]["index"] == ""
    assert index[-1]["left_out"].startswith("Fewer than 300 people live here")


def test_the_index_of_the_26_others_has_mean_0_and_deviation_1(index: list[dict[str, str]]) -> None:
    values = np.array([float(row["index"]) for row in index[:-1]])

    assert len(find_recipe("quarters27").ids) == 7
    np.testing.assert_allclose([values.mean(), values.std()], [0, 1], atol=1e-12)


def test_strengths_stand_high_where_every_one_of_them_does(run: Run, written: Write, tmp_path: Path) -> None:
    file = written(table(find_recipe("strengths").ids, 2, first=99))
    assert run("index", "strengths", file, tmp_path / "out.csv", "--lang", "en").exit_code == 0
    found = rows(tmp_path / "out.csv")

    assert (found[0]["index"], found[0]["rank"], found[0]["class_name"]) == ("1.0", "1", "many strengths")
    assert [sum(row["class"] == of for row in found) for of in "123"] == [9, 9, 9]
