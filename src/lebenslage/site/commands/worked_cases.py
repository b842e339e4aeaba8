"""Worked cases in files: the format of `examples.yaml`.

A file is a list of cases:

    - id: bmwsb-2025-01                  # unique
      title: Jüterbog, Rentnerin, allein
      on: 2025-07-01                     # month of entitlement
      kind: official                     # official | recorded (from another calculator) | hand
      source: BMWSB, Beispiele 2025, Nr. 1
      steps: |                           # the calculation; needed for `hand`
        M = 335 + 110.40 = 445.40 ...
      household: {haushalt: {...}, personen: {...}}
      expect:
        wohngeld:
          status: yes                    # yes | no | unknown
          amount: 110                    # euros; not for a right without a sum
          refused_by: vermoegen_unschaedlich   # a gate, for `no`
          missing: [miete]               # facts, for `unknown`
          values: {beruecksichtigte_miete: 445.40, jahreseinkommen: {Anna: 13948.20}}   # euros (cut to the cent), counts, days
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from lebenslage.benefits.together.law import BENEFITS, ROOT
from lebenslage.kernel.dates import read_day
from lebenslage.kernel.errors import UnreadableDate
from lebenslage.law.engine import Status
from lebenslage.law.household import load_document
from lebenslage.site.commands.problems import NoCases, NotACase

EXAMPLES = "examples*.yaml"
NEEDED = ("id", "title", "on", "kind", "source", "household", "expect")
KNOWN = {*NEEDED, "steps", "note"}
EXPECTED = {"status", "amount", "refused_by", "missing", "values"}


class Kind(Enum):
    """How strong a case is: published by an authority, recorded from another calculator, or calculated by hand."""

    OFFICIAL = "official"
    RECORDED = "recorded"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a case says of one benefit. None and empty: not said."""

    status: Status
    amount: object
    refused_by: str
    missing: tuple[str, ...]
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case."""

    file: str
    id: str
    title: str
    on: date
    kind: Kind
    source: str
    steps: str
    household: object
    expect: Mapping[str, Expected]


def own_examples() -> list[Path]:
    """The worked cases that come with the benefits."""
    return [path for benefit in BENEFITS for path in sorted((ROOT / benefit.id).glob(EXAMPLES))]


def read_cases(paths: Iterable[Path]) -> list[Case]:
    """The cases of files, and of every `examples*.yaml` below folders. Raises UnreadableFile, NotACase, NoCases."""
    cases = [case for path in paths for file in _files(path) for case in _read(file)]
    if not cases:
        raise NoCases(file=EXAMPLES)
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise NotACase(file=case.file, case=case.id, field="id")
        seen.add(case.id)
    return cases


def _files(path: Path) -> list[Path]:
    files = sorted(path.rglob(EXAMPLES)) if path.is_dir() else [path]
    if not files:
        raise NoCases(file=path.name)
    return files


def _read(file: Path) -> Iterator[Case]:
    document = load_document(file)
    if not isinstance(document, list) or not document:
        raise NoCases(file=file.name)
    for number, entry in enumerate(document, start=1):
        if not isinstance(entry, Mapping):
            raise NotACase(file=file.name, case=number, field="id")
        yield _case(file.name, {str(key): value for key, value in entry.items()}, str(entry.get("id", number)))


def _case(file: str, entry: Mapping[str, Any], name: str) -> Case:
    for field in (*NEEDED, *(set(entry) - KNOWN)):
        if field not in KNOWN or not entry.get(field):
            raise NotACase(file=file, case=name, field=field)
    if entry["kind"] not in {kind.value for kind in Kind}:
        raise NotACase(file=file, case=name, field="kind")
    if entry["kind"] == Kind.HAND.value and not entry.get("steps"):
        raise NotACase(file=file, case=name, field="steps")
    return Case(
        file=file,
        id=name,
        title=str(entry["title"]),
        on=_day(file, name, entry["on"]),
        kind=Kind(entry["kind"]),
        source=str(entry["source"]),
        steps=str(entry.get("steps", "")),
        household=entry["household"],
        expect=_expectations(file, name, entry["expect"]),
    )


def _day(file: str, name: str, given: object) -> date:
    try:
        return date.fromordinal(read_day(given))
    except UnreadableDate as error:
        raise NotACase(file=file, case=name, field="on") from error


def _expectations(file: str, name: str, given: object) -> dict[str, Expected]:
    with_sum = {benefit.id: benefit.amount is not None for benefit in BENEFITS}
    if not isinstance(given, Mapping) or set(given) - set(with_sum):
        raise NotACase(file=file, case=name, field="expect")
    return {str(benefit): _expected(file, name, said, with_sum=with_sum[benefit]) for benefit, said in given.items()}


def _expected(file: str, name: str, said: object, *, with_sum: bool) -> Expected:
    if not isinstance(said, Mapping) or set(said) - EXPECTED:
        raise NotACase(file=file, case=name, field="expect")
    status = said.get("status")
    values = said.get("values", {})
    if status not in {s.value for s in Status} or not isinstance(values, Mapping):
        raise NotACase(file=file, case=name, field="status")
    if status == Status.YES.value and ("amount" in said) is not with_sum:
        raise NotACase(file=file, case=name, field="amount")
    return Expected(Status(status), said.get("amount"), str(said.get("refused_by", "")), tuple(said.get("missing", ())), values)
