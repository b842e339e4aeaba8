"""The ledger of publications: what was shown and what was hidden, in the order it went out, each entry sealed with the one before.

Pure data. What was hidden is stored nowhere: a later check uses what a reader has. An entry that somebody changes, takes out or moves
no longer fits its seal (a hash chain: Haber & Stornetta 1991).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np

from lebenslage.atlas.disclosure.dimensions import Dimension
from lebenslage.atlas.disclosure.problems import LedgerChanged, LedgerUnreadable
from lebenslage.atlas.disclosure.tables import Table

BEGINNING: Final = "0" * 64

type Written = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Publication:
    """A table as it stands published since a day. `seal` covers it and everything before it."""

    table: Table
    on: date
    seal: str


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """All publications, oldest first."""

    entries: tuple[Publication, ...] = ()

    def of(self, subject: str) -> tuple[Publication, ...]:
        """What was published of one subject: the same people, counted for the same time."""
        return tuple(entry for entry in self.entries if entry.table.subject == subject)

    def with_table(self, table: Table, on: date) -> Ledger:
        """The ledger with one more publication: only what the table shows is kept."""
        shown = table.hiding(table.hidden)
        last = self.entries[-1].seal if self.entries else BEGINNING
        return Ledger((*self.entries, Publication(shown, on, _seal(last, _written(shown, on)))))

    def to_json(self) -> str:
        """The text that is stored."""
        entries = [{**_written(entry.table, entry.on), "seal": entry.seal} for entry in self.entries]
        return json.dumps({"publications": entries}, ensure_ascii=False, indent=1) + "\n"


def read_ledger(text: str) -> Ledger:
    """The ledger of a stored text. Raises LedgerUnreadable, and LedgerChanged for the first entry that does not fit its seal."""
    try:
        written: Sequence[Written] = json.loads(text)["publications"]
        entries = tuple(_entry(one) for one in written)
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise LedgerUnreadable() from broken
    last = BEGINNING
    for number, entry in enumerate(entries, start=1):
        if entry.seal != _seal(last, _written(entry.table, entry.on)):
            raise LedgerChanged(number=number, name=entry.table.name)
        last = entry.seal
    return Ledger(entries)


def _seal(last: str, entry: Written) -> str:
    said = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{last}\n{said}".encode()).hexdigest()


def _written(table: Table, on: date) -> Written:
    return {
        "name": table.name,
        "subject": table.subject,
        "on": on.isoformat(),
        "margin": table.margin,
        "sums": table.sums,
        "dimensions": [
            {"name": one.name, "members": {code: sorted(parts) for code, parts in sorted(one.members.items())}} for one in table.dimensions
        ],
        "cells": [[*key, None if np.isnan(value) else float(value)] for key, value in zip(table.keys, table.values, strict=True)],
    }


def _entry(written: Written) -> Publication:
    dimensions = tuple(
        Dimension(one["name"], {code: frozenset(parts) for code, parts in one["members"].items()}) for one in written["dimensions"]
    )
    keys = tuple(tuple(str(code) for code in cell[:-1]) for cell in written["cells"])
    values = np.array([np.nan if cell[-1] is None else cell[-1] for cell in written["cells"]], np.float64)
    table = Table(written["name"], written["subject"], dimensions, keys, values, float(written["margin"]), bool(written["sums"]))
    return Publication(table, date.fromisoformat(written["on"]), written["seal"])
