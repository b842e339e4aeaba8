"""A synthetic population: the same seed, the same bytes; fitted to local counts, or a model and marked so to the end."""

import json
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lebenslage.benefits.facts import personen
from lebenslage.benefits.facts.personen import Verhaeltnis
from tests.site.conftest import Run

pytestmark = pytest.mark.slow

COUNTS = """area,variable,category,count
05315000/Nord,groesse,1,500
05315000/Nord,groesse,2,300
05315000/Nord,groesse,3,120
05315000/Nord,groesse,4,50
05315000/Nord,groesse,5+,30
05315000/Nord,typ,allein,500
05315000/Nord,typ,paar,220
05315000/Nord,typ,paar_mit_kind,180
05315000/Nord,typ,alleinerziehend,100
05315000/Sued,groesse,1,100
05315000/Sued,groesse,2,100
"""


def made(run: Run, target: Path, *more: object, persons: int = 3000, seed: int = 7) -> dict:  # type: ignore[type-arg]
    result = run("population", target, "--persons", str(persons), "--seed", str(seed), "--on", "2026-05", "--json", *map(str, more))
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)  # type: ignore[no-any-return]


def counts(tmp_path: Path, text: str = COUNTS) -> Path:
    path = tmp_path / "counts.csv"
    path.write_text(text, encoding="utf8")
    return path


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(run: Run, tmp_path: Path) -> None:
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        made(run, tmp_path / f"{name}.parquet", seed=seed)
    first, again, other = ((tmp_path / f"{name}.parquet").read_bytes() for name in "abc")

    assert first == again
    assert first != other


@pytest.mark.parametrize("persons", [1, 2, 3, 1999, 3000])
def test_there_are_just_so_many_persons_in_whole_households(run: Run, tmp_path: Path, persons: int) -> None:
    said = made(run, tmp_path / "town.parquet", persons=persons)
    table = pq.read_table(tmp_path / "town.parquet")
    heads = Counter(table.column("verhaeltnis").to_pylist())[Verhaeltnis.ANTRAGSTELLEND]

    assert (table.num_rows, said["persons"], said["households"]) == (persons, persons, heads)
    assert table.column("haushalt").to_pylist()[-1] == heads - 1


def test_children_are_younger_than_their_parents(run: Run, tmp_path: Path) -> None:
    made(run, tmp_path / "town.parquet")
    rows = pq.read_table(tmp_path / "town.parquet").select(["haushalt", "elternteil_1", "geburtsdatum"]).to_pylist()
    first = {row["haushalt"]: row for row in reversed(rows)}

    children = [row for row in rows if row["elternteil_1"] == 0]
    assert children
    assert all(row[personen.geburtsdatum.id] > first[row["haushalt"]][personen.geburtsdatum.id] for row in children)


def test_households_are_fitted_to_local_counts_and_the_fit_is_told(run: Run, tmp_path: Path) -> None:
    said = made(run, tmp_path / "town.parquet", "--marginals", counts(tmp_path), persons=2200)
    table = pq.read_table(tmp_path / "town.parquet")
    sizes = Counter(Counter(row["haushalt"] for row in table.to_pylist() if row["quartier"] == "Nord").values())

    assert [(fit["area"], fit["households"]) for fit in said["fits"]] == [("05315000/Nord", 1000), ("05315000/Sued", 200)]
    assert max(fit["greatest_difference"] for fit in said["fits"]) < 0.01
    assert sizes[1] / sizes.total() == pytest.approx(0.5, abs=0.01)
    assert set(table.column("herkunft").to_pylist()) == {"fitted"}
    assert set(table.column("gemeinde").to_pylist()) == {"05315000"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (COUNTS.replace("typ,allein,500", "typ,allein,400"), "900"),
        (COUNTS.replace("typ,allein,500", "typ,allein,450").replace("typ,paar,220", "typ,paar,270"), "groesse"),
        (COUNTS.replace(",500\n", ",-5\n"), "-5"),
        (COUNTS.replace("5+", "fuenf"), "fuenf"),
        (COUNTS.replace("typ", "sorte"), "sorte"),
        ("area,variable\n", "area,variable,category,count"),
        ("area,variable,category,count\n", "area,variable,category,count"),
    ],
)
def test_counts_that_cannot_be_are_refused_in_one_sentence(run: Run, tmp_path: Path, text: str, said: str) -> None:
    target = tmp_path / "town.parquet"
    result = run("population", target, "--persons", "100", "--seed", "1", "--on", "2026-05", "--marginals", counts(tmp_path, text))

    assert result.exit_code == 2
    assert said in result.stderr
    assert not target.exists()


def test_a_model_is_called_a_model_in_every_result(run: Run, tmp_path: Path) -> None:
    made(run, tmp_path / "town.parquet")
    said = run(
        "simulate",
        tmp_path / "town.parquet",
        tmp_path / "out.parquet",
        "--on",
        "2026-05",
        "--only",
        "wohngeld",
        "--by",
        "gebiet",
        "--lang",
        "en",
    )
    result = pq.read_table(tmp_path / "out.parquet")

    assert "this result: it shows no real place" in said.stdout
    assert set(result.column("herkunft").to_pylist()) == {"model"}
    assert result.schema.metadata[b"lebenslage.origin"] == b"model"
    assert (tmp_path / "out.gebiet.csv").read_text(encoding="utf8").splitlines()[1].startswith("model,model,")
