"""Made-up tables: hierarchies of two or three dimensions, small counts, some of them linked by a margin. A seed makes one."""

from itertools import product

import numpy as np

from lebenslage.atlas.disclosure import Dimension, Table, hierarchy

type Tree = dict[str, str]


def tree(chance: np.random.Generator, name: str, levels: int) -> Tree:
    """Child -> parent: a root, two or three parts, and on the second level again two to four of each."""
    parents: Tree = {}
    layer = [name]
    for _ in range(levels):
        below = [(f"{one}.{number}", one) for one in layer for number in range(chance.integers(2, 4))]
        parents |= dict(below)
        layer = [child for child, _ in below]
    return parents


def leaves(parents: Tree) -> list[str]:
    return [code for code in parents if code not in parents.values()]


def above(parents: Tree, code: str) -> list[str]:
    """The code and everything it is part of."""
    found = [code]
    while found[-1] in parents:
        found.append(parents[found[-1]])
    return found


def counted(trees: list[Tree], people: dict[tuple[str, ...], int]) -> dict[tuple[str, ...], float]:
    """Every cell of the table with all its margins."""
    cells: dict[tuple[str, ...], float] = {}
    for codes, number in people.items():
        for cell in product(*(above(parents, code) for parents, code in zip(trees, codes, strict=True))):
            cells[cell] = cells.get(cell, 0) + number
    return cells


def table_of(name: str, dimensions: list[Dimension], cells: dict[tuple[str, ...], float]) -> Table:
    return Table(name, "people", tuple(dimensions), tuple(cells), np.array(list(cells.values()), np.float64))


def random_tables(seed: int) -> list[tuple[list[Tree], Table]]:
    """One table of two or three dimensions; every fifth seed two of them that share a dimension."""
    chance = np.random.default_rng(seed)
    linked = seed % 5 == 0
    three = seed % 5 in {1, 2}
    names = ["place", "age", "kind"] if three or linked else ["place", "age"]
    trees = [
        tree(chance, name, 1 if three or number == 2 else 2 if number == 0 else int(chance.integers(1, 3)))
        for number, name in enumerate(names)
    ]
    mean = chance.choice([4.0, 8.0, 15.0])
    people = {codes: int(chance.negative_binomial(1, 1 / (1 + mean))) for codes in product(*map(leaves, trees))}
    dimensions = [hierarchy(name, parents) for name, parents in zip(names, trees, strict=True)]
    if not linked:
        return [(trees, table_of(f"seed {seed}", dimensions, counted(trees, people)))]
    return [_without(axis, f"seed {seed}, {axis}", trees, dimensions, people) for axis in (2, 1)]


def _without(
    axis: int, name: str, trees: list[Tree], dimensions: list[Dimension], people: dict[tuple[str, ...], int]
) -> tuple[list[Tree], Table]:
    fewer: dict[tuple[str, ...], int] = {}
    for codes, number in people.items():
        key = codes[:axis] + codes[axis + 1 :]
        fewer[key] = fewer.get(key, 0) + number
    kept = [one for place, one in enumerate(trees) if place != axis]
    return kept, table_of(name, [one for place, one in enumerate(dimensions) if place != axis], counted(kept, fewer))
