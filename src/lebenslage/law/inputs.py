"""The explicit inputs of a rule: what each of its parameters reads. They stand as defaults in the rule's signature."""

from __future__ import annotations

from typing import Any

from lebenslage.law.facts import Fact
from lebenslage.law.nodes import Entity, Group, Source
from lebenslage.law.pointing import At, CountPointing, SumPointing
from lebenslage.law.wires import AnyOf, CountOf, GreatestOf, LeastOf, NumberOf, Of, SumOf


def of(source: Source, *, when: Source | None = None, otherwise: int = 0) -> Any:
    """Read a source on the same row (or the household's). With `when`, it is asked only where that flag holds."""
    return Of(source, when, otherwise)


def sum_of(source: Source, *, where: Source | Group | None = None) -> Any:
    """Add a source up over the rows on which `where` holds."""
    return SumOf(source, where)


def count_of(flag: Source, *, where: Source | Group | None = None) -> Any:
    """Count the rows on which a flag holds."""
    return CountOf(flag, where)


def any_of(flag: Source, *, where: Source | Group | None = None) -> Any:
    """Whether a flag holds on at least one row."""
    return AnyOf(flag, where)


def greatest_of(source: Source, *, where: Source | Group | None = None, otherwise: int = 0) -> Any:
    """The greatest value over the rows on which `where` holds."""
    return GreatestOf(source, where, otherwise)


def least_of(source: Source, *, where: Source | Group | None = None, otherwise: int = 0) -> Any:
    """The least value over the rows on which `where` holds."""
    return LeastOf(source, where, otherwise)


def at(source: Source, *, via: Fact, otherwise: int = 0) -> Any:
    """For each person: the value of the person whom her pointer `via` names, or `otherwise` where it names nobody."""
    return At(source, via, otherwise)


def sum_pointing(source: Source, *, via: tuple[Fact, ...], when: Source | None = None) -> Any:
    """For each person: the sum over the others who name her in one of the `via` facts; asked only where `when` holds."""
    return SumPointing(source, via, when)


def count_pointing(flag: Source, *, via: tuple[Fact, ...], when: Source | None = None) -> Any:
    """For each person: how many others, for whom `flag` holds, name her in one of the `via` facts; asked only where `when` holds."""
    return CountPointing(flag, via, when)


def number_of(entity: Entity) -> Any:
    """How many rows the household has of an entity."""
    return NumberOf(entity)
