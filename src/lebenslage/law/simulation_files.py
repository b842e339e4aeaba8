"""Populations in Parquet files: read in slices of whole households, written beside and moved into place when complete.

The input is one file of persons (facts of the household on their rows), or a folder with `personen.parquet` and, where there are any,
`haushalt.parquet` and the files of other entities, named as in a household file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lebenslage.kernel.errors import UnreadableFile
from lebenslage.law.columns import HOUSEHOLD_ID
from lebenslage.law.marks import ASSUMED, DAY, ORIGIN_NOTE, REFORM
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity
from lebenslage.law.problems import MissingColumn
from lebenslage.law.simulation import Simulation

BATCH = 262_144
type Progress = Callable[[int, int], None]


def simulate_file(
    simulation: Simulation, source: Path, target: Path, progress: Progress | None = None, notes: Mapping[str, str] | None = None
) -> int:
    """Simulate a file or folder into a Parquet file; returns the number of households. `progress` gets persons done and persons in all.

    Memory is bounded by the slice, not by the population. Nothing is left at `target` unless everything was written. `notes` stand in the
    file's description, beside the law, the day, every assumption, and whether the population is a model.
    Raises UnreadableFile, MissingColumn and what the columns raise.
    """
    entities = {e.plural: e for e in (PERSON, HOUSEHOLD, *simulation.kernel.entities)}
    files = _open_files(source, entities)
    fresh = target.with_name(f".{target.name}.part")
    try:
        origin = origin_of(files[PERSON].schema_arrow.metadata)
        with _Writer(fresh, simulation, {**(notes or {}), **({ORIGIN_NOTE: origin} if origin else {})}) as writer:
            households = sum(writer.write(table) for table in _results(simulation, files, progress))
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return households


def origin_of(metadata: Mapping[bytes, bytes] | None) -> str:
    """Whether a population is a model, or fitted to local counts; empty where it does not say."""
    return (metadata or {}).get(ORIGIN_NOTE.encode(), b"").decode()


def _results(simulation: Simulation, files: Mapping[Entity, pq.ParquetFile], progress: Progress | None) -> Iterator[pa.Table]:
    persons, done = files[PERSON].metadata.num_rows, 0
    if not persons:
        yield simulation.simulate({PERSON: files[PERSON].read()})
    for tables in _pieces(files, _wanted(simulation), side_by_side=simulation.threads != 1):
        yield simulation.simulate(tables)
        done += tables[PERSON].num_rows
        if progress:
            progress(done, persons)


def _wanted(simulation: Simulation) -> frozenset[str]:
    """The columns that are read at all."""
    names = (name for fact in simulation.kernel.facts for name in (fact.id, f"{fact.id}_cent"))
    return frozenset((HOUSEHOLD_ID, *simulation.carried, *names))


class _Writer:
    """A Parquet file that takes its columns from the first table, or from an empty result."""

    def __init__(self, path: Path, simulation: Simulation, notes: Mapping[str, str]) -> None:
        self.path, self.notes = path, notes
        self.writer: pq.ParquetWriter | None = None
        self.simulation = simulation

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, *_: object) -> None:
        if self.writer is not None:
            self.writer.close()

    def write(self, table: pa.Table) -> int:
        """Append a table; the law, the day and every assumption stand in the file's own description."""
        if self.writer is None:
            law = self.simulation.law
            reform = {REFORM: str(dict(law.figures))} if law.figures else {}
            notes = {DAY: str(law.day), ASSUMED: str(self.simulation.assume), **reform, **self.notes}
            self.writer = pq.ParquetWriter(self.path, table.schema.with_metadata(notes))
        self.writer.write_table(table.replace_schema_metadata(self.writer.schema.metadata))
        return int(table.num_rows)


def _open_files(source: Path, entities: Mapping[str, Entity]) -> Mapping[Entity, pq.ParquetFile]:
    paths = {PERSON: source}
    if source.is_dir():
        paths = {entity: path for name, entity in entities.items() if (path := source / f"{name}.parquet").exists()}
    if PERSON not in paths:
        raise UnreadableFile(file=source.name, reason=f"{PERSON.plural}.parquet")
    return {entity: _opened(path) for entity, path in paths.items()}


def _opened(path: Path) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise UnreadableFile(file=path.name, reason="Parquet") from error


def _pieces(files: Mapping[Entity, pq.ParquetFile], wanted: frozenset[str], *, side_by_side: bool) -> Iterator[Mapping[Entity, pa.Table]]:
    """Slices of whole households: persons in batches, the other tables read along up to the last household of the slice.

    Columns are read `side_by_side`, or one after the other where a simulation keeps to one thread.
    """
    others = {entity: _Reader(file) for entity, file in files.items() if entity is not PERSON}
    left: pa.Table | None = None
    columns = [name for name in files[PERSON].schema_arrow.names if name in wanted]
    if HOUSEHOLD_ID not in columns:
        raise MissingColumn(column=HOUSEHOLD_ID, because=HOUSEHOLD_ID)
    for batch in files[PERSON].iter_batches(batch_size=BATCH, columns=columns, use_threads=side_by_side):
        table = pa.Table.from_batches([batch])
        table = pa.concat_tables([left, table]) if left is not None else table
        ids = table.column(HOUSEHOLD_ID).to_numpy()
        cut = int((ids != ids[-1]).nonzero()[0][-1]) + 1 if bool((ids != ids[-1]).any()) else 0
        left = table.slice(cut)
        if cut:
            yield {PERSON: table.slice(0, cut), **{e: reader.up_to(int(ids[cut - 1])) for e, reader in others.items()}}
    if left is not None and left.num_rows:
        last = left.column(HOUSEHOLD_ID)[-1].as_py()
        yield {PERSON: left, **{e: reader.up_to(last) for e, reader in others.items()}}


class _Reader:
    """Another entity's file, read in step with the persons."""

    def __init__(self, file: pq.ParquetFile) -> None:
        self.batches = file.iter_batches(batch_size=BATCH)
        self.rest = pa.Table.from_batches([], schema=file.schema_arrow)

    def up_to(self, household: int) -> pa.Table:
        """The rows of the households up to this one that were not handed out yet."""
        while not self.rest.num_rows or self.rest.column(HOUSEHOLD_ID)[-1].as_py() <= household:
            batch = next(self.batches, None)
            if batch is None:
                break
            self.rest = pa.concat_tables([self.rest, pa.Table.from_batches([batch])])
        count = int((self.rest.column(HOUSEHOLD_ID).to_numpy() <= household).sum())
        taken, self.rest = self.rest.slice(0, count), self.rest.slice(count)
        return taken
