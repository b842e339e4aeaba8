"""Arrow tables as the whole-number columns of a kernel.

One row a person, the rows of a household together, households in rising order of the column `haushalt`; facts of the household stand in
a table of their own, one row a household, or on each row of its persons (the first is read). A column has the id of its fact. Amounts are
euros (decimal or floating point), or whole cents where the name ends in `_cent`; choices are words or numbers, several choices a whole
number of bits or a list of words; a person is her position in the household, counted from 0, and -1 for nobody. A null is a missing answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from lebenslage.law.facts import MAX_AMOUNT, Fact
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity
from lebenslage.law.problems import ColumnOutOfBounds, MissingColumn, UnreadableColumn, UnsortedTable

HOUSEHOLD_ID = "haushalt"
EPOCH = 719_163  # the ordinal of 1 January 1970, from which Arrow counts days
type Column = npt.NDArray[np.integer]


@dataclass(frozen=True, slots=True)
class Rows:
    """The households of a table: their ids, and where the rows of each begin (one more entry than households), by entity."""

    ids: Column
    starts: Mapping[Entity, npt.NDArray[np.int64]]

    @property
    def households(self) -> int:
        """How many households there are."""
        return len(self.ids)

    def length(self, entity: Entity) -> int:
        """How many rows an entity has in all households."""
        return self.households if entity.single else int(self.starts[entity][-1])


def rows_of(tables: Mapping[Entity, pa.Table], entities: Sequence[Entity]) -> Rows:
    """Find the households. Raises UnsortedTable."""
    persons = _ids(tables[PERSON])
    first = np.concatenate(([0], np.flatnonzero(np.diff(persons)) + 1)) if len(persons) else np.zeros(0, np.int64)
    ids = persons[first]
    starts = {PERSON: np.append(first, len(persons)).astype(np.int64)}
    if HOUSEHOLD in tables and not np.array_equal(_ids(tables[HOUSEHOLD]), ids):
        raise UnsortedTable(column=HOUSEHOLD_ID)
    for entity in entities:
        if entity is not PERSON:
            others = _ids(tables[entity]) if entity in tables else np.zeros(0, np.int64)
            starts[entity] = np.append(np.searchsorted(others, ids), len(others)).astype(np.int64)
    return Rows(ids, starts)


def _ids(table: pa.Table) -> Column:
    if HOUSEHOLD_ID not in table.column_names:
        raise MissingColumn(column=HOUSEHOLD_ID, because=HOUSEHOLD_ID)
    ids = _numpy(table.column(HOUSEHOLD_ID))
    if ids.dtype.kind not in "iu" or (len(ids) and bool(np.any(ids[1:] < ids[:-1]))):
        raise UnsortedTable(column=HOUSEHOLD_ID)
    return ids


def dtype_of(fact: Fact) -> type[np.integer]:
    """The narrowest type that holds every value of a fact."""
    if fact.small:
        return np.int8
    widest = max(map(abs, (fact.bounds.least, fact.bounds.greatest, *fact.asked.words.values())))
    return np.int32 if widest < 2**31 else np.int64


def column_of(table: pa.Table, fact: Fact) -> tuple[Column, npt.NDArray[np.bool_] | None] | None:
    """A fact's column and where it is null (None: nowhere); None where the table has no such column.

    Raises UnreadableColumn, ColumnOutOfBounds.
    """
    schema = table.schema  # its names are looked up in a hash; `column_names` would list them all again, fact by fact
    name = next((n for n in (fact.id, f"{fact.id}_cent") if schema.get_field_index(n) >= 0), None)
    if name is None:
        return None
    array = table.column(name).combine_chunks() if isinstance(table.column(name), pa.ChunkedArray) else table.column(name)
    if pa.types.is_null(array.type):
        return np.zeros(len(array), dtype_of(fact)), np.ones(len(array), np.bool_)
    nulls = np.asarray(array.is_null()) if array.null_count else None
    values = _whole(fact, name, _filled(array))
    if _check(fact, name, values, nulls):
        return everywhere(int(values[0]), fact, len(values)), None
    return np.asarray(values, dtype_of(fact)), nulls


def everywhere(value: int, fact: Fact, length: int) -> Column:
    """A column with one value on every row; it takes no room, and the kernel sees by its stride that it is settled."""
    return np.broadcast_to(np.array(value, dtype_of(fact)), (length,))


def _check(fact: Fact, name: str, values: Column, nulls: npt.NDArray[np.bool_] | None) -> bool:
    """Whether all values are the same. Raises ColumnOutOfBounds."""
    known = values if nulls is None else values[~nulls]
    if not len(known):
        return False
    least, greatest = int(known.min()), int(known.max())
    lowest = min((fact.bounds.least, *fact.asked.words.values()))
    highest = max((fact.bounds.greatest, *fact.asked.words.values()))
    if least < lowest or greatest > highest:
        raise ColumnOutOfBounds(column=name, given=least if least < lowest else greatest)
    gaps = set(range(least, greatest + 1)) - set(fact.members.values()) if fact.choices is not None and not fact.several else set()
    if gaps and bool(np.isin(known, list(gaps)).any()):
        raise ColumnOutOfBounds(column=name, given=min(gaps))
    return least == greatest and nulls is None


def _whole(fact: Fact, name: str, array: pa.Array) -> Column:
    money = fact.unit is not None and fact.unit.kind == "money"
    if money and not name.endswith("_cent"):
        return _cents(name, array)
    if pa.types.is_boolean(array.type):
        return _numpy(array).astype(np.int8)
    if pa.types.is_date32(array.type):
        return _numpy(array.cast(pa.int32())) + EPOCH
    if fact.choices is not None and not pa.types.is_integer(array.type):
        return _coded(fact, name, array)
    if fact.unit is not None and fact.unit.kind == "area" and pa.types.is_floating(array.type):
        return np.rint(_numpy(array) * 100).astype(np.int64)
    if not pa.types.is_integer(array.type):
        raise UnreadableColumn(column=name, given=array.type)
    return _numpy(array)


def _cents(name: str, array: pa.Array) -> Column:
    if not (pa.types.is_floating(array.type) or pa.types.is_decimal(array.type)):
        raise UnreadableColumn(column=name, given=array.type)
    euros = _numpy(array.cast(pa.float64()))
    if not bool(np.isfinite(euros).all()):
        raise UnreadableColumn(column=name, given="NaN")
    return np.rint(np.clip(euros, -MAX_AMOUNT, MAX_AMOUNT) * 100).astype(np.int64)


def _coded(fact: Fact, name: str, array: pa.Array) -> Column:
    if _lists(array.type):
        return np.array([sum({_code(fact, name, word) for word in words or ()}) for words in array.to_pylist()], np.int64)
    dictionary = array if pa.types.is_dictionary(array.type) else pc.dictionary_encode(array)
    words = [_code(fact, name, word) for word in dictionary.dictionary.to_pylist()]
    coded: Column = np.array([*words, 0], np.int64)[_numpy(dictionary.indices.fill_null(len(words)))]
    return coded


def _code(fact: Fact, name: str, word: object) -> int:
    """The number of a word; an empty one is no answer. Raises UnreadableColumn."""
    code = fact.members.get(str(word).lower())
    if code is None:
        raise UnreadableColumn(column=name, given=word)
    return code


def _lists(kind: pa.DataType) -> bool:
    return bool(pa.types.is_list(kind) or pa.types.is_large_list(kind))


def _filled(array: pa.Array) -> pa.Array:
    """Something to count with in the place of nulls; words and lists keep them."""
    kind = array.type
    if not array.null_count or pa.types.is_dictionary(kind) or _lists(kind) or _worded(kind):
        return array
    return array.fill_null(pa.scalar(False if pa.types.is_boolean(kind) else 0, type=kind))


def _worded(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _numpy(array: pa.Array | pa.ChunkedArray) -> Column:
    values: Column = array.to_numpy() if isinstance(array, pa.ChunkedArray) else array.to_numpy(zero_copy_only=False)
    return values
