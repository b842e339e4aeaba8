"""GETTSIM's policy cases that rest on another calculator, written as worked cases in the format of `examples.yaml`.

python -m tests.oracle.record_cases BENEFIT CASES > examples_gettsim.yaml

Recorded is what our law finds equal by the statute. What a case does not say and the right asks is answered with the ordinary case.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
import yaml

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together import Law
from lebenslage.law.engine import Missing, Status
from lebenslage.law.facts import LAST_DAY, Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import PERSON
from tests.oracle.case_household import PolicyCase, documents
from tests.oracle.cases import CaseResult, all_cases
from tests.oracle.record_wohngeld import Line, Writer
from tests.oracle.rights import ASSUME

FOLDERS = {
    "bürgergeld": "sgb2",
    "grundsicherung": "grundsicherung",
    "kindergeld": "kindergeld",
    "kinderzuschlag": "kinderzuschlag",
    "unterhaltsvorschuss": "unterhaltsvorschuss",
    "wohngeld": "wohngeld",
}
AMOUNTS = {
    "sgb2": "bürgergeld__betrag_m_bg",
    "grundsicherung": "grundsicherung__im_alter__anspruchshöhe_m",
    "kindergeld": "kindergeld__betrag_m_hh",
    "kinderzuschlag": "kinderzuschlag__anspruchshöhe_m_bg",
    "unterhaltsvorschuss": "unterhaltsvorschuss__betrag_m",
    "wohngeld": "wohngeld__anspruchshöhe_m_wthh",
}
OF_EACH = frozenset({"grundsicherung", "unterhaltsvorschuss"})
MOST_QUESTIONS = 60
KINDS = {
    "lohn": "Lohn",
    "minijob": "Minijob",
    "rente": "Rente",
    "selbststaendig": "selbstständig",
    "unterhalt": "Unterhalt",
    "unterhaltsvorschuss": "Unterhaltsvorschuss",
}
HEADER = """\
# Cases that other calculators worked out, as GETTSIM 1.3.1 records them among its own test cases, on which our law agrees by the statute.
# Written by tests/oracle/record_cases.py. `lebenslage verify` with the path of this file recalculates them.

"""


def recorded(benefit: str, results: Iterator[CaseResult]) -> Iterator[dict[str, Any]]:
    """The worked cases of a benefit."""
    for result in results:
        case = result.case
        figure = next((one for one in result.figures if one.target == AMOUNTS[benefit]), None)
        outside = case.source.startswith("http") and FOLDERS.get(case.name.split("/")[0]) == benefit and not case.skipped
        if figure is None or figure.reading != "" or not outside:
            continue
        amount = sum(figure.expected) if benefit in OF_EACH else figure.expected[0]
        found = _worked(benefit, case, amount)
        if found is not None:
            yield found


def _worked(benefit: str, case: PolicyCase, amount: float) -> dict[str, Any] | None:
    pairs = list(documents(case))
    if len(pairs) != 1:
        return None
    document = answered(benefit, pairs[0][0], case.on)
    result = Law.on(case.on).assess(VOCABULARY.read(document), benefit)[benefit]
    agrees = result.amount is not None and result.amount == round(100 * amount)
    if result.status is Status.UNKNOWN or not agrees:
        return None
    status = {"status": result.status.value} | ({"amount": _plain(amount)} if result.status is Status.YES else {})
    return {
        "id": f"rechner-{benefit}-{case.on:%Y-%m}-{_ascii(case.name.rsplit('/', 1)[-1])}",
        "title": _title(case, document),
        "on": str(case.on),
        "kind": "recorded",
        "source": f"{case.source}, as GETTSIM 1.3.1 records it (policy case {case.name})",
        "household": {
            "haushalt": _line(document["haushalt"]),
            "personen": {name: _line(person) for name, person in document["personen"].items()},
        },
        "expect": {benefit: Line(status)},
    }


def answered(benefit: str, document: Mapping[str, Any], on: date) -> dict[str, Any]:
    """The household with every further question of the right answered with the ordinary case."""
    full = {"haushalt": dict(document["haushalt"]), "personen": {name: dict(one) for name, one in document["personen"].items()}}
    names = list(full["personen"])
    for _ in range(MOST_QUESTIONS):
        household: Household = VOCABULARY.read(full)
        missing = Law.on(on).assess(household, benefit)[benefit].missing
        if not missing:
            break
        for one in missing:
            _answer(full, names, one)
    return full


def _answer(document: dict[str, Any], names: list[str], missing: Missing) -> None:
    section = document["personen"][names[missing.row]] if missing.fact.entity == PERSON else document["haushalt"]
    section[missing.fact.id] = _word(missing.fact, ASSUME.get(missing.fact.id, 0))


def _word(fact: Fact, value: int) -> Any:
    words = {number: word for word, number in fact.asked.words.items()}
    if value in words:
        return words[value]
    if fact.choices is not None:
        return [] if fact.several else {number: name for name, number in fact.members.items()}[value]
    kind = fact.unit.kind if fact.unit else ""
    if kind == "flag":
        return "ja" if value else "nein"
    if kind == "day":
        return str(date.fromordinal(min(value, LAST_DAY)))
    return value / 100 if kind in ("money", "area") else value


def _title(case: PolicyCase, document: Mapping[str, Any]) -> str:
    """Who calculated it, and for whom."""
    people = list(document["personen"].values())
    children = sum(person["verhaeltnis"] == "kind" for person in people)
    grown = len(people) - children
    kinds = sorted({KINDS.get(kind, kind) for person in people for kind in person["einkommensarten"]})
    adults = "eine erwachsene Person" if grown == 1 else f"{grown} Erwachsene"
    young = [] if not children else ["ein Kind"] if children == 1 else [f"{children} Kinder"]
    return f"{urlsplit(case.source).hostname}: {', '.join([adults, *young, *(kinds or ['ohne Einkommen'])])}"


def _ascii(name: str) -> str:
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("_", "-")):
        name = name.replace(letter, plain)
    return name


def _line(section: Mapping[str, Any]) -> Line:
    return Line({name: _plain(value) if isinstance(value, float) else value for name, value in section.items()})


def _plain(amount: float) -> float | int:
    return int(amount) if amount == int(amount) else round(amount, 2)


@click.command()
@click.argument("benefit", type=click.Choice(sorted(AMOUNTS)))
@click.argument("cases", type=click.Path(exists=True, path_type=Path))
def run(benefit: str, cases: Path) -> None:
    """Write the worked cases of BENEFIT from the folder of policy CASES."""
    found = list(recorded(benefit, all_cases(cases)))
    if found:
        sys.stdout.write(HEADER + yaml.dump(found, Dumper=Writer, allow_unicode=True, sort_keys=False, width=138))


if __name__ == "__main__":
    run()
