"""Disclosure control on made-up tables: how long it takes to protect and to attack them, and how near the optimum the quick way comes."""

import time
from collections.abc import Sequence
from itertools import product

import numpy as np

from lebenslage.atlas.disclosure import Rule, Table, audit, hierarchy, protect, rounded
from lebenslage.site.commands.measuring import Measurement

RULE = Rule(minimum=5)
SEED, COMPARED = 7, 40

type Parents = dict[str, str]


def made(quarters: int, districts: int, ages: int, kinds: int, mean: float, seed: int) -> Table:
    """Counts by quarter < district < town, age and kind, with all margins; most are small (geometric)."""
    chance = np.random.default_rng(seed)
    place = {f"d{n}": "town" for n in range(districts)} | {f"q{n}": f"d{n % districts}" for n in range(quarters)}
    trees = {"place": place, "age": {f"a{n}": "all" for n in range(ages)}, "kind": {f"k{n}": "both" for n in range(kinds)}}
    cells: dict[tuple[str, ...], float] = {}
    for codes in product(*([code for code in tree if code not in tree.values()] for tree in trees.values())):
        people = int(chance.geometric(1 / (1 + mean))) - 1
        for cell in product(*(_upwards(tree, code) for tree, code in zip(trees.values(), codes, strict=True))):
            cells[cell] = cells.get(cell, 0) + people
    dimensions = tuple(hierarchy(name, tree) for name, tree in trees.items())
    return Table(f"seed {seed}", "people", dimensions, tuple(cells), np.array(list(cells.values()), float))


def protecting() -> Sequence[Measurement]:
    """A town of 60 quarters: hide, attack, round."""
    table = made(60, 8, 10, 2, 30, SEED)
    what = f"60 quarters < 8 districts < town, 10 ages, 2 kinds ({len(table.keys)} cells, seed {SEED})"
    started = time.perf_counter()
    safe = protect(table, RULE, rounds=0)
    hidden = time.perf_counter()
    told = audit(safe.table, RULE)
    attacked = time.perf_counter()
    rounded(table, 5)
    done = time.perf_counter()
    return [
        Measurement(
            f"hide {int(safe.small.sum())} small cells and {int(safe.beside.sum())} beside them: {what}", hidden - started, "s", 60
        ),
        Measurement("attack what is left, every cell, in whole numbers", attacked - hidden, "s", 10),
        Measurement("cells that can be computed then", len(told.findings), "", 0),
        Measurement("round it to 5 with all sums kept", done - attacked, "s", 10),
    ]


def near_the_optimum() -> Sequence[Measurement]:
    """The quick way beside the proven optimum."""
    ratios, bounds, quick, exact = [], [], 0.0, 0.0
    for seed in range(COMPARED):
        table = made(6, 2, 3, 1, 12, seed)
        started = time.perf_counter()
        fast = protect(table, RULE, rounds=0)
        between = time.perf_counter()
        best = protect(table, RULE)
        quick, exact = quick + between - started, exact + time.perf_counter() - between
        bounds.append((best.lost + 1) / (best.bound + 1))
        if best.proven:
            ratios.append((fast.lost + 1) / (best.lost + 1))
    what = f"{COMPARED} tables of 72 cells (6 quarters < 2 districts < town, 3 ages; seeds 0 to {COMPARED - 1})"
    return [
        Measurement(f"the quick way, a table: {what}", quick / COMPARED, "s", 1),
        Measurement("the proven optimum, a table", exact / COMPARED, "s", 10),
        Measurement("of them proven", 100 * len(ratios) / COMPARED, "%", 95, at_least=True),
        Measurement("value lost by the quick way, mean", float(np.mean(ratios)), "x the optimum", 1.1),
        Measurement("value lost by the quick way, worst", max(ratios), "x the optimum", 1.5),
        Measurement("value lost by the usual way, worst, against the proven bound", max(bounds), "x the bound", 1.25),
    ]


def _upwards(tree: Parents, code: str) -> list[str]:
    found = [code]
    while found[-1] in tree:
        found.append(tree[found[-1]])
    return found


parts = (protecting, near_the_optimum)
