"""The sets that published codes cut a dimension into, and which of them add up to which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

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
    smallest = _smallest(dict.fromkeys((*used.values(), everything)))
    whole_ones = (one for one in known.values() if all(piece <= one or piece.isdisjoint(one) for piece in smallest))
    wholes = list(dict.fromkeys((*used.values(), everything, *whole_ones)))
    divided = [(one, division) for one in wholes for division in _divisions(one, wholes, smallest)]
    sets = tuple(dict.fromkeys((*wholes, *chain.from_iterable(division for _, division in divided))))
    number = {one: place for place, one in enumerate(sets)}
    divisions = tuple((number[one], tuple(number[part] for part in division)) for one, division in divided)
    of_code = {code: number[atoms] for code, atoms in used.items()}
    return Pieces(sets, _names(sets, used, known), of_code, divisions, number[everything])


def _names(sets: Sequence[Atoms], used: Mapping[str, Atoms], known: Mapping[str, Atoms]) -> tuple[str, ...]:
    """The first code in use that means a set, else a known one, else its description."""
    codes: dict[Atoms, str] = {}
    for code, atoms in (*used.items(), *known.items()):
        codes.setdefault(atoms, code)
    return tuple(codes.get(one) or _described(one, used) for one in sets)


def _smallest(published: Mapping[Atoms, None]) -> list[Atoms]:
    """Atoms that no published code tells apart, put together."""
    told: dict[frozenset[int], set[str]] = {}
    for atom in dict.fromkeys(atom for one in published for atom in sorted(one)):
        told.setdefault(frozenset(number for number, one in enumerate(published) if atom in one), set()).add(atom)
    return [frozenset(atoms) for atoms in told.values()]


def _divisions(whole: Atoms, wholes: Sequence[Atoms], smallest: Sequence[Atoms]) -> Iterator[tuple[Atoms, ...]]:
    """Ways to put a set together from the largest ones inside it, until each of these was used once."""
    waiting = _largest([one for one in wholes if one < whole])
    if not waiting and whole not in smallest:
        yield tuple(piece for piece in smallest if piece < whole)
    while waiting:
        chosen = _disjoint(waiting)
        waiting = [one for one in waiting if one not in chosen]
        left = whole.difference(*chosen)
        yield (*chosen, *(piece for piece in smallest if piece <= left))


def _largest(sets: Sequence[Atoms]) -> list[Atoms]:
    """Those that lie in no other."""
    found: list[Atoms] = []
    for one in sorted(sets, key=len, reverse=True):
        if not any(one < other for other in found):
            found.append(one)
    return found


def _disjoint(sets: Sequence[Atoms]) -> list[Atoms]:
    """As many as fit side by side, taken in turn."""
    found: list[Atoms] = []
    taken: set[str] = set()
    for one in sets:
        if taken.isdisjoint(one):
            found.append(one)
            taken |= one
    return found


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
