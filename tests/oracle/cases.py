"""GETTSIM's own policy cases, run by us: every figure that they expect and that our law concludes too."""

from __future__ import annotations

import json
import math
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.law.engine import LawOn
from lebenslage.law.evaluation import Evaluation
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN
from lebenslage.law.rules import Rule
from tests.oracle.case_household import PolicyCase, documents
from tests.oracle.case_targets import AFTER_PRIORITY, NOT_OURS, TARGETS, VARIANTS, Target
from tests.oracle.rights import ASSUME

BENEFITS = ("bürgergeld", "elterngeld", "grundsicherung", "kindergeld", "kinderzuschlag", "unterhaltsvorschuss", "wohngeld")
SINCE = date(2023, 1, 1)
A_CENT = 1
SKIPPED = "GETTSIM itself does not reproduce this case to the cent"
DATED = re.compile(r"^\d{4}-\d{2}-\d{2}$")


@dataclass(frozen=True, slots=True)
class Figure:
    """One expected figure: what we find, and by which reading it is equal (empty: by the statute; None: not at all)."""

    target: str
    expected: Sequence[float]
    found: Sequence[float | None]
    reading: str | None


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case with every figure; `not_ours` are targets that name no conclusion of our law, with the reason."""

    case: PolicyCase
    figures: Sequence[Figure]
    not_ours: Mapping[str, str]

    @property
    def unexplained(self) -> int:
        """How many figures no reading explains."""
        return sum(figure.reading is None for figure in self.figures)


def policy_cases_of(python: str) -> Path:
    """The folder of the policy cases that the installed GETTSIM carries."""
    code = "import importlib.util as u; print(u.find_spec('gettsim').submodule_search_locations[0])"
    found = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
    return Path(found) / "tests_germany/policy_cases"


def read_case(file: Path, root: Path) -> PolicyCase:
    """A case of a file; the groups `provided` and `assumed` are one."""
    content = yaml.safe_load(file.read_text(encoding="utf8"))
    info = content.get("info") or {}
    inputs = {name: values for group in (content.get("inputs") or {}).values() for name, values in _flat(group or {})}
    return PolicyCase(
        name=str(file.relative_to(root).with_suffix("")),
        on=date.fromisoformat(file.parent.name),
        source=str(info.get("source") or ""),
        note=" ".join(str(info.get("note") or "").split()),
        tolerance=float(info.get("precision_atol") or 0),
        inputs=inputs,
        outputs=dict(_flat(content.get("outputs") or {})),
    )


def _flat(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Sequence[Any]]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}__")
        else:
            yield f"{prefix}{name}", value if isinstance(value, list) else [value]


def read_cases(root: Path) -> Iterator[PolicyCase]:
    """All cases of the benefits that are compared, dated 2023 or later."""
    for benefit in BENEFITS:
        for file in sorted((root / benefit).rglob("*.yaml")):
            if DATED.match(file.parent.name) and date.fromisoformat(file.parent.name) >= SINCE:
                yield read_case(file, root)


def all_cases(root: Path) -> Iterator[CaseResult]:
    """Every case, compared."""
    for case in read_cases(root):
        yield compared(case)


def compared(case: PolicyCase) -> CaseResult:
    """Each expected figure: by the statute, else with the readings of its benefit one after the other."""
    figures = []
    not_ours = {}
    for name, expected in case.outputs.items():
        target = TARGETS.get(name)
        if target is not None and name.endswith("betrag_m") and any(case.inputs.get(AFTER_PRIORITY, [])):
            not_ours[name] = NOT_OURS[AFTER_PRIORITY]
        elif target is None:
            not_ours[name] = NOT_OURS.get(name, "an intermediate result of GETTSIM for which our law has no conclusion")
        else:
            figures.append(_figure(case, name, target, [float(value) for value in expected]))
    return CaseResult(case, figures, not_ours)


def _figure(case: PolicyCase, name: str, target: Target, expected: Sequence[float]) -> Figure:
    by_statute = _found(case, target, {})
    if _equal(expected, by_statute):
        return Figure(name, expected, by_statute, "")
    adopted: dict[str, Any] = {}
    told: list[Callable[[PolicyCase, dict[str, Any]], None]] = []
    for variant in VARIANTS.get(target.benefit, ()):
        adopted |= variant.figures(case.on) if variant.figures else {}
        told += [variant.told] if variant.told else []
        if variant.exact and target.exact is not None:
            target = target.exact
        found = _found(case, target, adopted, told)
        if _equal(expected, found):
            return Figure(name, expected, found, variant.name)
    return Figure(name, expected, by_statute, SKIPPED if case.skipped or case.tolerance > A_CENT / 100 else None)


def _equal(expected: Sequence[float], found: Sequence[float | None]) -> bool:
    allowed = A_CENT / 100 + 1e-6
    return all(one is None or abs(one - other) <= allowed for one, other in zip(found, expected, strict=False)) and any(
        one is not None for one in found
    )


def _found(
    case: PolicyCase, target: Target, figures: Mapping[str, Any], told: Sequence[Callable[[PolicyCase, dict[str, Any]], None]] = ()
) -> list[float | None]:
    """What our law concludes, in the unit of the case, for each person; None for persons who are in no family of the case."""
    found: list[float | None] = [None] * case.size
    for document, order in documents(case):
        for change in told:
            change(case, document)
        run = _evaluated(document, case.on, target, figures)
        family = [row for row in order if document["personen"][f"P{row}"]["verhaeltnis"] not in ("verwandt", "mitbewohnend")]
        for place, row in enumerate(order):
            if target.everybody or row in family:
                value = target.value(run, place, order.index(family[0]))
                if math.isnan(value):
                    continue
                if target.added:
                    found[row] = value + (found[row] or 0)
                elif found[row] is None or row in family:
                    found[row] = value
    return found


@cache
def _law(day: date, goals: tuple[Rule, ...]) -> LawOn:
    return LawOn(day, (), goals)


def _evaluated(document: Mapping[str, Any], day: date, target: Target, figures: Mapping[str, Any]) -> Evaluation:
    law = _law(day, target.rules)
    household = filled(VOCABULARY.read(_readable(document)))
    read = {parameter.id for parameter in law.in_force.figures}
    figures = {id: value for id, value in figures.items() if id in read}
    return (law.reformed(figures) if figures else law).conclude(household, *target.rules)


def _readable(document: Mapping[str, Any]) -> Any:
    return json.loads(json.dumps(document))


def filled(household: Household) -> Household:
    """The household with the ordinary circumstances that the cases do not name."""
    given = dict(household.given)
    for facts in VOCABULARY.facts.values():
        for fact in facts.values():
            if fact.id in ASSUME:
                given[fact] = _with_ordinary(household, fact, ASSUME[fact.id])
    return Household(household.names, given)


def _with_ordinary(household: Household, fact: Fact, ordinary: int) -> Sequence[Any]:
    values = household.given.get(fact)
    if values is None:
        return [ordinary] * household.rows(fact.entity)
    return [ordinary if value is UNKNOWN else value for value in values]
