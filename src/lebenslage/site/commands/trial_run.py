"""One measured run over a population, in a process of its own so that its peak memory is its own. Prints the figures as JSON."""

import json
import resource
import sys
import time
from datetime import date
from pathlib import Path

import pyarrow as pa

from lebenslage.benefits.facts.unterhalt import UNTERHALTSZAHLUNG
from lebenslage.benefits.together import Law
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.simulation import Simulation
from lebenslage.site.commands.measuring import best_of

REPEATS = 25


def main(folder: Path, on: date) -> None:
    """Measure the population in a folder: compiling or loading, evaluating prepared columns, table to table, peak memory."""
    tables = {
        entity: pa.ipc.open_file(pa.memory_map(str(folder / f"{entity.plural}.arrow"))).read_all()
        for entity in (PERSON, HOUSEHOLD, UNTERHALTSZAHLUNG)
    }
    simulation = Simulation(Law.on(on))
    start = time.perf_counter()
    simulation.simulate({entity: table.slice(0, 0 if entity is UNTERHALTSZAHLUNG else 1) for entity, table in tables.items()})
    ready = time.perf_counter() - start
    table_to_table = best_of(REPEATS // 5, lambda: simulation.simulate(tables))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    prepared = simulation.prepare(tables)
    evaluate = best_of(REPEATS, lambda: simulation.run(prepared))
    figures = {
        "ready": ready,
        "evaluate": evaluate,
        "table_to_table": table_to_table,
        "peak_mb": peak / 1000,
        "persons": tables[PERSON].num_rows,
    }
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
