"""By what a table is divided: codes, and what each code is made of.

A code is a set of atoms, the smallest pieces that any published code can be told apart by. A hierarchy (quarter, district, town), two
editions of one map and two maps that overlap are then the same thing: sets that contain or cut each other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lebenslage.atlas.disclosure.problems import CodeChanged, HierarchyInCircle

type Atoms = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Dimension:
    """`members` says of each code what it is made of: other codes, or itself alone where nothing finer is known."""

    name: str
    members: Mapping[str, Atoms]

    def atoms(self) -> dict[str, Atoms]:
        """The atoms of each code. Raises HierarchyInCircle."""
        found: dict[str, Atoms] = {}
        for code in self.members:
            self._resolve(code, found, ())
        return found

    def _resolve(self, code: str, found: dict[str, Atoms], above: tuple[str, ...]) -> Atoms:
        if code in above:
            raise HierarchyInCircle(dimension=self.name, given=code)
        if code not in found:
            parts = self.members.get(code, frozenset({code}))
            alone = parts == {code}
            found[code] = parts if alone else frozenset().union(*(self._resolve(part, found, (*above, code)) for part in parts))
        return found[code]


def hierarchy(name: str, parents: Mapping[str, str], rest: Collection[str] = ()) -> Dimension:
    """A dimension from child -> parent. A parent in `rest` has more than its children: what is left over becomes a piece of its own."""
    members: dict[str, set[str]] = {code: set() for code in (*parents, *parents.values())}
    for child, parent in parents.items():
        members[parent].add(child)
    for code in rest:
        members.setdefault(code, set()).add(rest_of(code))
    return Dimension(name, {code: frozenset(parts or {code}) for code, parts in members.items()})


def rest_of(code: str) -> str:
    """The name of what a code has beside its children."""
    return f"{code}: …"


def flat(name: str, total: str, codes: Sequence[str]) -> Dimension:
    """A dimension of one total and its parts."""
    return hierarchy(name, dict.fromkeys((code for code in codes if code != total), total))


def merged(dimensions: Sequence[Dimension]) -> Dimension:
    """What several tables say of one dimension. Raises CodeChanged where a code means two different things."""
    members: dict[str, Atoms] = {}
    for dimension in dimensions:
        for code, parts in dimension.members.items():
            if members.get(code, frozenset({code})) == {code}:
                members[code] = parts
    whole = Dimension(dimensions[0].name, members)
    atoms = whole.atoms()
    for code, parts in ((code, parts) for dimension in dimensions for code, parts in dimension.members.items()):
        if parts != {code} and frozenset().union(*(atoms.get(part, frozenset({part})) for part in parts)) != atoms[code]:
            raise CodeChanged(dimension=whole.name, given=code)
    return whole
