"""The sets that published codes cut a dimension into, and which of them add up to which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lebenslage.atlas.disclosure.dimensions import Atoms

type Division = tuple[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """`sets` are the published codes and the remainders that follow from them; codes of the same atoms are one set."""

    sets: tuple[Atoms, ...]
    names: tuple[str, ...]
    of_code: Mapping[str, int]
    divisions: tuple[Division, ...]
    whole: int


def pieces_of(used: Mapping[str, Atoms], everything: Atoms, known: Mapping[str, Atoms]) -> Pieces:
    """The pieces of the codes in use. Of the `known` codes, those are pieces too that follow from the ones in use."""
    published = dict.fromkeys((*used.values(), everything))
    smallest = _smallest(published)
    published |= dict.fromkeys(one for one in known.values() if all(piece <= one or piece.isdisjoint(one) for piece in smallest))
    divided = [(one, division) for one in published for division in _divisions(one, list(published), smallest)]
    sets = tuple(dict.fromkeys((*published, *(part for _, division in divided for part in division))))
    number = {one: place for place, one in enumerate(sets)}
    names = {atoms: code for code, atoms in reversed([*used.items(), *known.items()])} | {atoms: code for code, atoms in used.items()}
    divisions = tuple((number[one], tuple(number[part] for part in division)) for one, division in divided)
    labels = tuple(names.get(one) or _described(one, used) for one in sets)
    return Pieces(sets, labels, {code: number[atoms] for code, atoms in used.items()}, divisions, number[everything])


def _smallest(published: Mapping[Atoms, None]) -> list[Atoms]:
    """Atoms that no published code tells apart, put together."""
    told: dict[frozenset[int], set[str]] = {}
    for atom in dict.fromkeys(atom for one in published for atom in sorted(one)):
        told.setdefault(frozenset(number for number, one in enumerate(published) if atom in one), set()).add(atom)
    return [frozenset(atoms) for atoms in told.values()]


def _divisions(whole: Atoms, published: Sequence[Atoms], smallest: Sequence[Atoms]) -> Iterator[tuple[Atoms, ...]]:
    """Ways to put a set together from the largest published ones inside it, until each of these was used once."""
    inside = [one for one in published if one < whole]
    waiting = [one for one in inside if not any(one < other for other in inside)]
    if not waiting and whole not in smallest:
        yield tuple(piece for piece in smallest if piece < whole)
    while waiting:
        chosen: list[Atoms] = []
        for one in waiting:
            if all(one.isdisjoint(other) for other in chosen):
                chosen.append(one)
        waiting = [one for one in waiting if one not in chosen]
        covered = frozenset().union(*chosen)
        yield (*chosen, *(piece for piece in smallest if piece <= whole and piece.isdisjoint(covered)))


def _described(one: Atoms, used: Mapping[str, Atoms]) -> str:
    """A piece in words: the published codes it lies in, the smallest first, and what was cut off there."""
    around = sorted((code for code, atoms in used.items() if one < atoms), key=lambda code: len(used[code]))
    smallest = [code for code in around if not any(used[other] < used[code] for other in around)]
    cut = [code for code, atoms in used.items() if smallest and atoms < used[smallest[0]] and atoms.isdisjoint(one)]
    return (
        " ∩ ".join(smallest)
        if len(smallest) > 1
        else f"{smallest[0] if smallest else '…'} − ({', '.join(cut[:4])}{', …' if len(cut) > 4 else ''})"
    )
