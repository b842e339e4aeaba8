"""One measured run of eleven outputs, in a process of its own so that its peak memory is its own. Prints the figures as JSON.

Nothing is timed before the compiled law has said what plain Python says of a sample of these very households.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from lebenslage.benefits.kindergeld.anspruch import KINDERGELD
from lebenslage.benefits.nettoeinkommen import einkommensteuer, sozialversicherungsbeitraege
from lebenslage.benefits.sgb2 import sgb2_bedarf
from lebenslage.benefits.together.rules import (
    kinderzuschlag_nach_vorrang,
    sgb2_nach_vorrang,
    vorrang_kinderzuschlag,
    vorrang_sgb2,
    vorrang_wohngeld,
    wohngeld_nach_vorrang,
)
from lebenslage.benefits.unterhaltsvorschuss.anspruch import UNTERHALTSVORSCHUSS
from lebenslage.law.agreement import disagreements, spread
from lebenslage.law.engine import LawOn
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity
from lebenslage.law.rules import Rule
from lebenslage.law.simulation import Simulation
from lebenslage.site.commands.bench_law_people import assumptions, people, tables
from lebenslage.site.commands.measuring import best_of, peak_mb

REPEATS, SAMPLE = 15, 2000


def outputs() -> tuple[Rule, ...]:
    """Claim and payment of Buergergeld, Wohngeld and Kinderzuschlag; Regelbedarf, Kindergeld, Unterhaltsvorschuss, tax, contributions."""
    each = [benefit.each for benefit in (KINDERGELD, UNTERHALTSVORSCHUSS) if benefit.each is not None]
    of_persons = (sgb2_bedarf, *each, einkommensteuer, sozialversicherungsbeitraege)
    claims = (vorrang_sgb2, vorrang_wohngeld, vorrang_kinderzuschlag)
    return (*claims, sgb2_nach_vorrang, wohngeld_nach_vorrang, kinderzuschlag_nach_vorrang, *of_persons)


def table_to_table(simulation: Simulation, given: Mapping[Entity, pa.Table]) -> Mapping[Entity, pa.Table]:
    """From Arrow tables to Arrow tables."""
    out = simulation.run(simulation.prepare(given))
    return {entity: pa.table({r.id: pa.array(c) for r, c in out.items() if r.entity is entity}) for entity in (PERSON, HOUSEHOLD)}


def main(persons: int, on: date, results: Path | None) -> None:
    """Compare, then measure: making ready, evaluating, table to table, peak memory."""
    given = tables(people(persons, on.year), on)
    simulation = Simulation(LawOn(on, (), outputs()), targets=outputs(), assume=assumptions(given, on))
    start = time.perf_counter()
    _ = simulation.kernel.machine
    ready = time.perf_counter() - start
    prepared = simulation.prepare(given)
    sample = spread(prepared, SAMPLE)
    differing = [repr(one) for one in disagreements(simulation, prepared, sample)]
    figures: dict[str, Any] = {
        "persons": persons,
        "households": prepared.rows.households,
        "compared": len(sample),
        "differing": differing[:10],
    }
    figures |= {"loops": len(simulation.kernel.loops), "ready": ready, "open": int(prepared.open.sum())}
    if not differing and not figures["open"]:
        del prepared
        figures["table_to_table"] = best_of(REPEATS // 3, lambda: table_to_table(simulation, given))
        figures["peak_mb"] = peak_mb()
        prepared = simulation.prepare(given)
        figures["evaluate"] = best_of(REPEATS, lambda: simulation.run(prepared))
        out = simulation.run(prepared)
        figures["sums"] = {rule.id: int(column.sum()) for rule, column in out.items()}
        if results is not None:
            columns: dict[str, Any] = {rule.id: np.asarray(column) for rule, column in out.items()}
            np.savez(results, **columns)
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main(int(sys.argv[1]), date.fromisoformat(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
