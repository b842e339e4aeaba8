"""A city runs the very rules of a single household: compiled and plain agree on every household, whatever is missing."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.facts.unterhalt import UNTERHALTSZAHLUNG
from lebenslage.benefits.together import Law
from lebenslage.benefits.wohngeld.rules.freibetraege import gesamteinkommen
from lebenslage.benefits.wohngeld.rules.haushalt import zu_beruecksichtigende
from lebenslage.benefits.wohngeld.rules.miete import beruecksichtigte_miete
from lebenslage.benefits.wohngeld.rules.zeitraum import beginn
from lebenslage.kernel.errors import Problem, UnreadableFile
from lebenslage.law import simulation as simulating
from lebenslage.law import simulation_files
from lebenslage.law.household import Household
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity
from lebenslage.law.problems import ColumnOutOfBounds, MissingColumn, UnsortedTable
from lebenslage.law.simulation import Prepared, Simulation, Tables
from lebenslage.law.simulation_files import simulate_file
from tests.law.households import ON, Author, thinned
from tests.law.populations import given, tables

pytestmark = pytest.mark.slow

TARGETS = (zu_beruecksichtigende, beruecksichtigte_miete, gesamteinkommen, beginn)
ONLY = ("wohngeld",)
MANY = 400


class Observed(Simulation):
    """A simulation that remembers how many persons each slice had."""

    slices: list[int]

    def prepare(self, tables: Tables) -> Prepared:
        self.slices.append(tables[PERSON].num_rows)
        return super().prepare(tables)


@pytest.fixture(scope="module")
def city() -> Sequence[Household]:
    """Households of one to fourteen persons, from plain to odd."""
    return [VOCABULARY.read(Author(seed, 1 + seed % 14, seed % 6 / 10).document()) for seed in range(MANY)]


@pytest.fixture(scope="module")
def people(city: Sequence[Household]) -> Tables:
    """The tables of the city."""
    return tables(city)


@pytest.fixture(scope="module")
def singly(city: Sequence[Household]) -> Sequence[Mapping[str, Any]]:
    """What each household is told by itself."""
    return [plain(household) for household in city]


@pytest.fixture(scope="module")
def simulation() -> Observed:
    """The law of the day of the tests, with some conclusions on the way."""
    return Observed(Law.on(ON), only=ONLY, targets=TARGETS)


@pytest.fixture(autouse=True)
def _forgotten(simulation: Observed) -> None:
    simulation.slices = []


def plain(household: Household, on: date = ON) -> dict[str, Any]:
    """What a single household's assessment says, as a row of the table."""
    result = Law.on(on).assess(household)["wohngeld"]
    return {"wohngeld_status": result.status.value, "wohngeld_cent": result.amount}


def rows(table: pa.Table) -> list[dict[str, Any]]:
    """The rows of a result, without the number of the household and the targets."""
    return table.select(["wohngeld_status", "wohngeld_cent"]).to_pylist()


def test_compiled_and_plain_say_the_same_of_every_household(
    singly: Sequence[Mapping[str, Any]], people: Tables, simulation: Observed
) -> None:
    result = rows(simulation.simulate(people))

    assert result == singly
    assert {row["wohngeld_status"] for row in result} == {"yes", "no"}


def test_every_conclusion_on_the_way_is_the_same_too(people: Tables, city: Sequence[Household], simulation: Observed) -> None:
    out = simulation.simulate(people).to_pylist()
    law = Law.on(ON)

    for household, row in zip(city, out, strict=True):
        run = law.conclude(household, *TARGETS)
        assert {rule.id: row[rule.id] for rule in TARGETS} == {rule.id: rule.value(run, 0) for rule in TARGETS}


def test_the_law_of_another_year_is_compiled_from_its_own_versions(people: Tables, city: Sequence[Household]) -> None:
    on = date(2026, 3, 1)

    assert rows(Simulation(Law.on(on), only=ONLY).simulate(people)) == [plain(household, on) for household in city]


def test_missing_answers_mean_the_same_in_a_table(city: Sequence[Household], simulation: Observed) -> None:
    gaps = [thinned(household, 0.02 * (n % 3), n) for n, household in enumerate(city) if household.rows(PERSON) < 5]
    result = rows(simulation.simulate(tables(gaps, given)))

    assert result == [plain(household) for household in gaps]
    assert {row["wohngeld_status"] for row in result} == {"yes", "no", "unknown"}


def test_a_null_where_nothing_is_asked_is_no_missing_answer(
    singly: Sequence[Mapping[str, Any]], city: Sequence[Household], simulation: Observed
) -> None:
    """Only households with a real gap take the slow way of the single household."""
    prepared = simulation.prepare(tables(city, given))

    assert not prepared.open.any()
    assert rows(simulation.simulate(tables(city, given))) == singly


def test_where_an_answer_is_missing_the_targets_are_null_and_nowhere_else(city: Sequence[Household], simulation: Observed) -> None:
    full = tables(city[:3])
    gap = full[HOUSEHOLD].column("miete_cent").to_pylist()
    with_gap = _replaced(full, HOUSEHOLD, "miete_cent", [gap[0], None, gap[2]])

    assert simulation.simulate(with_gap).column("beruecksichtigte_miete").is_null().to_pylist() == [False, True, False]


def test_memory_is_bounded_by_slices_of_whole_households(
    singly: Sequence[Mapping[str, Any]], people: Tables, city: Sequence[Household], simulation: Observed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulating, "SLICE", 40)
    sliced = simulation.simulate(people)
    many = list(simulation.slices)

    assert len(many) > 50
    assert max(many) <= 40
    assert sum(many) == sum(household.rows(PERSON) for household in city)
    assert rows(sliced) == singly


def test_facts_of_the_household_may_stand_on_the_rows_of_its_persons(
    singly: Sequence[Mapping[str, Any]], people: Tables, simulation: Observed
) -> None:
    each = people
    numbers = each[PERSON].column("haushalt")
    wide = each[PERSON]
    for name in each[HOUSEHOLD].column_names[1:]:
        wide = wide.append_column(name, each[HOUSEHOLD].column(name).take(numbers))

    assert rows(simulation.simulate({PERSON: wide, UNTERHALTSZAHLUNG: each[UNTERHALTSZAHLUNG]})) == singly


def test_without_households_the_result_is_an_empty_table_of_the_same_columns(city: Sequence[Household], simulation: Observed) -> None:
    nobody = {entity: table.slice(0, 0) for entity, table in tables(city[:2]).items()}

    assert simulation.simulate(nobody).schema.names == simulation.simulate(tables(city[:2])).schema.names


def test_an_answer_may_be_assumed_for_all_on_purpose(city: Sequence[Household]) -> None:
    each = dict(tables(city[:50]))
    each[PERSON] = each[PERSON].drop_columns(["vermoegen_cent"])
    poor = Observed(Law.on(ON), only=ONLY, targets=TARGETS, assume={"vermoegen": 0})
    poor.slices = []
    nothing = _replaced(tables(city[:50]), PERSON, "vermoegen_cent", [0] * each[PERSON].num_rows)

    assert poor.simulate(each).equals(poor.simulate(nothing))


def test_a_column_that_some_rows_need_must_be_there(people: Tables, simulation: Observed) -> None:
    each = dict(people)
    each[PERSON] = each[PERSON].drop_columns(["bruttolohn_cent"])

    with pytest.raises(MissingColumn) as caught:
        simulation.simulate(each)
    assert caught.value.details == {"column": "bruttolohn", "because": "einkommensarten"}


def test_a_column_that_no_row_needs_may_be_missing(people: Tables, city: Sequence[Household], simulation: Observed) -> None:
    each = dict(_replaced(people, PERSON, "einkommensarten", [0] * sum(household.rows(PERSON) for household in city)))
    each[PERSON] = each[PERSON].drop_columns(["bruttolohn_cent", "rente_cent", "werbungskosten_cent"])

    assert simulation.simulate(each).num_rows == MANY


def test_rows_that_do_not_stand_together_are_refused(city: Sequence[Household], simulation: Observed) -> None:
    each = tables(city[:20])
    turned = {**each, PERSON: each[PERSON].take(list(range(each[PERSON].num_rows - 1, -1, -1)))}
    fewer = {**each, HOUSEHOLD: each[HOUSEHOLD].slice(1)}

    for wrong in (turned, fewer):
        with pytest.raises(UnsortedTable):
            simulation.simulate(wrong)


def test_a_population_goes_from_file_to_file(
    singly: Sequence[Mapping[str, Any]], city: Sequence[Household], simulation: Observed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulation_files, "BATCH", 64)
    seen: list[tuple[int, int]] = []
    count = simulate_file(simulation, written(city, tmp_path), tmp_path / "out.parquet", lambda *done: seen.append(done))
    persons = sum(household.rows(PERSON) for household in city)

    assert (count, seen[-1]) == (MANY, (persons, persons))
    assert max(simulation.slices) <= 64 + 14
    assert rows(pq.read_table(tmp_path / "out.parquet")) == singly


def test_the_file_says_on_which_day_and_with_which_assumptions(city: Sequence[Household], tmp_path: Path) -> None:
    poor = Observed(Law.on(ON), only=ONLY, targets=TARGETS, assume={"vermoegen": 0})
    poor.slices = []
    simulate_file(poor, written(city[:5], tmp_path), tmp_path / "out.parquet")
    note = pq.read_schema(tmp_path / "out.parquet").metadata

    assert (note[b"lebenslage.day"], note[b"lebenslage.assumed"]) == (b"2025-07-01", b"{'vermoegen': 0}")


def test_a_failure_on_the_way_leaves_nothing_behind(
    city: Sequence[Household], simulation: Observed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulation_files, "BATCH", 64)
    source = written(city, tmp_path, miete_cent=[*[50_000] * (MANY - 1), -1])
    target = tmp_path / "out" / "out.parquet"
    target.parent.mkdir()
    target.write_bytes(b"the result of yesterday")

    with pytest.raises(ColumnOutOfBounds):
        simulate_file(simulation, source, target)
    assert len(simulation.slices) > 10
    assert [path.read_bytes() for path in target.parent.iterdir()] == [b"the result of yesterday"]


@pytest.mark.parametrize("name", ["nothing.parquet", "text.parquet", "folder"])
def test_a_source_that_is_no_population_is_refused(simulation: Observed, tmp_path: Path, name: str) -> None:
    (tmp_path / "text.parquet").write_text("no parquet", encoding="utf8")
    (tmp_path / "folder").mkdir()

    with pytest.raises(UnreadableFile) as caught:
        simulate_file(simulation, tmp_path / name, tmp_path / "out.parquet")
    assert isinstance(caught.value, Problem)
    assert not (tmp_path / "out.parquet").exists()


def written(city: Sequence[Household], folder: Path, **replaced: list[int]) -> Path:
    """A folder with the files of a population."""
    source = folder / "population"
    source.mkdir()
    each = tables(city)
    for name, values in replaced.items():
        each = _replaced(each, HOUSEHOLD, name, values)
    for entity, table in each.items():
        pq.write_table(table, source / f"{entity.plural}.parquet")
    return source


def _replaced(each: Mapping[Entity, pa.Table], entity: Entity, name: str, values: Sequence[int | None]) -> Mapping[Entity, pa.Table]:
    position = each[entity].column_names.index(name)
    return {**each, entity: each[entity].set_column(position, name, pa.array(values, pa.int64()))}
