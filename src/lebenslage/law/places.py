"""The places in the frame of a kernel: what a loop may read or fill, and how wide it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from llvmlite import ir

from lebenslage.kernel.units import Flag, unit_of
from lebenslage.law.columns import dtype_of
from lebenslage.law.facts import Fact
from lebenslage.law.nodes import Entity, Source
from lebenslage.law.parameters import Parameter
from lebenslage.law.rules import Rule

I8, I64 = ir.IntType(8), ir.IntType(64)
FLAG = unit_of(Flag)


@dataclass(frozen=True, slots=True)
class Today:
    """The day that is assessed."""


@dataclass(frozen=True, slots=True)
class _OfEntity:
    entity: Entity


class Rows(_OfEntity):
    """How many rows an entity has in the block."""


class Start(_OfEntity):
    """At which row of an entity each household of the block begins, and where the last one ends."""


class Owner(_OfEntity):
    """To which household of the block each row of an entity belongs."""


class Total(_OfEntity):
    """Room for the running totals of one loop over an entity."""


@dataclass(frozen=True, slots=True)
class Value:
    """The values of a fact or rule, by slot."""

    slot: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """A sum, count or the like for each household: of what, where, and what stands for nothing."""

    kind: str
    source: Source
    where: Source | None
    otherwise: int

    @property
    def extreme(self) -> bool:
        """Whether one of the values stands for all."""
        return self.kind in ("greatest", "least")

    @property
    def name(self) -> str:
        """The name of its loop, the same in every law that holds it."""
        of = f"_of_{self.where.id}_{_told(self.where)}" if self.where is not None else ""
        return f"{self.kind}_{self.source.id}_{_told(self.source)}{of}_else_{self.otherwise}".replace("-", "m")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the law, or the table in which it stands."""

    parameter: Parameter


type Place = Today | Rows | Start | Owner | Total | Value | Gathered | Figure


def _told(source: Source) -> str:
    """What tells two conditions on one fact apart."""
    values = getattr(source, "values", ())
    return f"{getattr(source, 'bits', 0)}_{'_'.join(map(str, sorted(values)))}"


def column_type(fact: Fact) -> ir.IntType:
    """How wide a fact's column is."""
    return ir.IntType(8 * np.dtype(dtype_of(fact)).itemsize)


def value_type(rule: Source) -> ir.IntType:
    """How wide the values of a rule stand: a byte for yes or no, else 64 bits."""
    return I8 if isinstance(rule, Rule) and rule.unit == FLAG else I64


def value_dtype(rule: Rule) -> npt.DTypeLike:
    """The same for a column."""
    return np.int8 if rule.unit == FLAG else np.int64
