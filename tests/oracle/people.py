"""The households that both calculators are given, as a Parquet file with one row a person. Runs in our environment.

python -m tests.oracle.people OUT.parquet --on 2025-06-01 --persons 100000 --seed 2025

They come from `../shared/peers/hhgen.py` where that folder lies beside the repository, else from our own `population`. The net income that
both are given is our own estimate of it, in whole cents (`netto_monat`).
"""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from typing import Any

import click
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from tests.oracle.net_income import net_income
from tests.oracle.population import CHILD, HEAD, SPOUSE, Columns, population

SHARED = Path(__file__).parents[3] / "shared/peers/hhgen.py"
OURS, THEIRS = "tests/oracle/population.py", "../shared/peers/hhgen.py"
PERSONS_A_HOUSEHOLD = 2
SHARE_WITH_BENEFITS_BEFORE = 0.3
BEYOND_WAGES = (
    "werbungskosten_jahr",
    "selbststaendig_jahr",
    "gewerbe_jahr",
    "kapital_jahr",
    "rente_monat",
    "arbeitslosengeld_monat",
    "behinderung_grad",
)
OF_AGE = 18
FULL_TIME = 53_800  # cents a month: above it hhgen has people work 38 hours a week


def drawn(persons: int, year: int, seed: int, generator: Path = SHARED) -> tuple[Columns, str]:
    """The persons, and which generator drew them."""
    if generator.exists():
        return from_shared(generator, persons, year, seed), THEIRS
    return ordinary(population(persons // PERSONS_A_HOUSEHOLD, year, seed)), OURS


def ordinary(people: Columns) -> Columns:
    """Our own persons as the shared generator has them: households without pensioners and grown-up children, with wages alone."""
    home, child = people["haushalt"], people["verhaeltnis"] == CHILD
    rare = np.bincount(home, weights=people["alt"] | (child & (people["alter"] >= OF_AGE))) > 0
    return _with_wages_alone(people, ~rare[home])


def pensioners(households: int, year: int, seed: int) -> Columns:
    """Our own households of pensioners, with no other income; the shared generator knows none."""
    people = population(households, year, seed)
    old = people["alt"]
    columns = _with_wages_alone(people, old)
    return {**columns, "rente_monat": people["rente_monat"][old]}


def _with_wages_alone(people: Columns, kept: npt.NDArray[np.bool_]) -> Columns:
    home = people["haushalt"]
    nothing = np.zeros(int(kept.sum()), np.int64)
    _, numbered = np.unique(home[kept], return_inverse=True)
    columns = {name: values[kept] for name, values in people.items()}
    columns |= {"haushalt": numbered, "pflege_zuhause": nothing.astype(np.bool_), **dict.fromkeys(BEYOND_WAGES, nothing)}
    columns["lohn_monat"] = np.where(columns["verhaeltnis"] == CHILD, 0, columns["lohn_monat"])
    return columns


def from_shared(generator: Path, persons: int, year: int, seed: int) -> Columns:
    """The shared generator's persons under our column names: amounts in cents, born on 1 January, married where they are a couple."""
    spec = importlib.util.spec_from_file_location("hhgen", generator)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(generator)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return _renamed(module.gen(persons, seed=seed, year=year), year)


def _cents(euros: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    return np.rint(euros * 100).astype(np.int64)


def _renamed(given: dict[str, npt.NDArray[Any]], year: int) -> Columns:
    home, adult = given["hh_id"], given["adult"]
    rows = np.arange(len(home))
    first = np.searchsorted(home, home)
    adults = np.bincount(home, weights=adult).astype(np.int64)
    married = (adults[home] == PERSONS_A_HOUSEHOLD) & adult
    nothing, no = np.zeros(len(home), np.int64), np.zeros(len(home), np.bool_)
    wage = _cents(given["bruttolohn_m"])
    return {
        "haushalt": home,
        "platz": rows - first,
        "personen": given["hh_size"],
        "erwachsene": adults[home],
        "alter": given["alter"],
        "geburtsjahr": year - given["alter"],
        "alt": no,
        "verhaeltnis": np.where(~adult, CHILD, np.where(rows == first, HEAD, SPOUSE)),
        "verheiratet": married,
        "in_ausbildung": no,
        "alleinerziehend": given["alleinerziehend"],
        "lohn_monat": wage,
        "stunden_woche": np.where(wage > FULL_TIME, 38, np.where(wage > 0, 10, 0)),
        **dict.fromkeys(BEYOND_WAGES, nothing),
        "unterhalt_monat": _cents(given["unterhalt_m"]),
        "pflege_zuhause": no,
        "vermoegen": _cents(given["vermoegen"]),
        "miete_monat": _cents(given["kalt_m_hh"]),
        "heizung_monat": _cents(given["heiz_m_hh"]),
        "wohnflaeche": given["qm_hh"],
        "mietenstufe": given["mietstufe_hh"],
    }


def write_people(file: Path, on: str, persons: int, seed: int, generator: Path = SHARED) -> None:
    """Draw so many persons for a day and write them, with the net income that both calculators are given."""
    people, source = drawn(persons, int(on[:4]), seed, generator)
    write_drawn(file, people, on, seed, source)


def write_drawn(file: Path, people: Columns, on: str, seed: int, source: str) -> None:
    """Write persons with their net income, and who had benefits for more than a year."""
    drawn_before = np.random.default_rng(seed).random(int(people["haushalt"][-1]) + 1) < SHARE_WITH_BENEFITS_BEFORE
    columns = {
        **people,
        "netto_monat": net_income(people, date.fromisoformat(on)),
        "bezug_im_vorjahr": drawn_before[people["haushalt"]],
    }
    table = pa.table(columns).replace_schema_metadata({"day": on, "source": source, "seed": str(seed)})
    pq.write_table(table, file, compression="zstd")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--on", default="2025-06-01")
@click.option("--persons", default=100_000)
@click.option("--seed", default=1)
@click.option("--generator", default=SHARED, type=click.Path(path_type=Path))
def run(file: Path, on: str, persons: int, seed: int, generator: Path) -> None:
    """Draw the persons and write them to FILE."""
    write_people(file, on, persons, seed, generator)


if __name__ == "__main__":
    run()
