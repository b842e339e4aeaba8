"""Households as the tables of a population."""

from collections.abc import Callable, Mapping, Sequence

import pyarrow as pa

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.law.columns import HOUSEHOLD_ID
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import HOUSEHOLD, UNKNOWN, Entity, Value

type Cell = int | None


def answered(fact: Fact, value: Value) -> Cell:
    """A cell of a complete table: where a fact is not asked stands any value, and where the statute names the ordinary case, that."""
    if isinstance(value, int):
        return value
    return fact.bounds.least if fact.asked.assumed is None else fact.asked.assumed


def given(fact: Fact, value: Value) -> Cell:
    """A cell of a table with gaps: what is not known is null."""
    return None if value is UNKNOWN else int(value)  # type: ignore[arg-type]


def tables(households: Sequence[Household], cell: Callable[[Fact, Value], Cell] = answered) -> Mapping[Entity, pa.Table]:
    """The tables of some households, numbered from 0: one for the households, the persons and the payments."""
    return {entity: _table(entity, households, cell) for entity in VOCABULARY.facts}


def _table(entity: Entity, households: Sequence[Household], cell: Callable[[Fact, Value], Cell]) -> pa.Table:
    rows = [1 if entity is HOUSEHOLD else household.rows(entity) for household in households]
    columns = {HOUSEHOLD_ID: pa.array([h for h, count in enumerate(rows) for _ in range(count)], pa.int64())}
    for fact in VOCABULARY.facts[entity].values():
        money = fact.unit is not None and fact.unit.kind == "money"
        cells = [cell(fact, household.get(fact, row)) for household, count in zip(households, rows, strict=True) for row in range(count)]
        columns[f"{fact.id}_cent" if money else fact.id] = pa.array(cells, pa.int64())
    return pa.table(columns)
