"""Households on which GETTSIM and our law agree, written as worked cases in the format of `examples.yaml`, with GETTSIM's figures.

python -m tests.oracle.record_wohngeld 2023.parquet 2024.parquet 2025.parquet 2026.parquet > examples_gettsim.yaml
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click
import numpy as np
import yaml

from lebenslage.benefits.facts.einkommen import Abzug, Einkommensart
from lebenslage.benefits.facts.personen import Verhaeltnis
from tests.oracle.answers import Answers, Numbers, Oracle, answers_of, read_oracle
from tests.oracle.compare_wohngeld import Comparison, compare

HIGH_COSTS = 200_000  # cents a year
HEADER = """\
# Households that GETTSIM 1.3.1 calculated, run by us: random ones on which it reads the law as the statute does (docs/verification.md).
# Written by tests/oracle/record_wohngeld.py. `lebenslage verify` with the path of this file recalculates them.

"""
TITLES = {
    "allein": "allein, Lohn",
    "paar": "Paar, Lohn",
    "familie": "Paar mit zwei Kindern, Lohn",
    "alleinerziehend": "alleinerziehend, Unterhaltsvorschuss",
    "arbeitslos": "Arbeitslosengeld",
    "selbststaendig": "selbstständig",
    "grosse_familie": "große Familie",
    "hohe_werbungskosten": "hohe Werbungskosten",
}
SOURCE = (
    "GETTSIM 1.3.1, von uns gerechnet zum {day} mit tests/oracle/gettsim_wohngeld.py, Haushalt {row}, Startzahl {seed}; "
    "wer Steuern und Beiträge zahlt und wie hoch der Unterhaltsvorschuss ist, folgt aus GETTSIM"
)
YES_NO = ("nein", "ja")
FORMULA = {"m_der_formel": "g_miete", "y_der_formel": "g_einkommen"}
NAMES = {Verhaeltnis.ANTRAGSTELLEND: "Anna", Verhaeltnis.EHEGATTE: "Ben", Verhaeltnis.PARTNER: "Ben"}
AMOUNTS = {
    Einkommensart.LOHN: ("bruttolohn", "werbungskosten"),
    Einkommensart.MINIJOB: ("minijob", "minijob_kosten"),
    Einkommensart.SELBSTSTAENDIG: ("gewinn_selbststaendig",),
    Einkommensart.GEWERBE: ("gewinn_gewerbe",),
    Einkommensart.KAPITAL: ("kapitalertraege",),
    Einkommensart.RENTE: ("rente",),
    Einkommensart.LOHNERSATZ: ("lohnersatz",),
    Einkommensart.UNTERHALT: ("unterhalt",),
    Einkommensart.UNTERHALTSVORSCHUSS: ("unterhaltsvorschuss",),
}


class Line(dict[str, Any]):
    """A mapping that is written in one flow, as in our other examples."""


class Writer(yaml.SafeDumper):
    """Writes them."""


Writer.add_representer(Line, lambda writer, line: writer.represent_mapping("tag:yaml.org,2002:map", line, flow_style=True))


def kinds_of(oracle: Oracle) -> dict[str, Numbers]:
    """Which households are of which kind."""
    size, adults = oracle.by_household("personen"), oracle.by_household("erwachsene")
    incomes = [name for name in oracle.columns if name.endswith(("_jahr", "_monat"))]
    some = {name: np.bincount(oracle["haushalt"], weights=oracle[name] > 0) > 0 for name in incomes}
    return {
        "allein": (size == 1) & some["lohn_monat"],
        "paar": (size == 2) & (adults == 2) & some["lohn_monat"],
        "familie": (size == 4) & (adults == 2) & some["lohn_monat"],
        "alleinerziehend": (adults == 1) & (size > 1) & some["unterhaltsvorschuss_monat"],
        "arbeitslos": some["arbeitslosengeld_monat"],
        "selbststaendig": some["selbststaendig_jahr"],
        "grosse_familie": size >= 7,
        "hohe_werbungskosten": np.bincount(oracle["haushalt"], weights=oracle["werbungskosten_jahr"]) > HIGH_COSTS,
    }


def chosen(comparison: Comparison, number: int) -> Iterator[tuple[str, int]]:
    """The first household of some kinds on which both agree by the statute, with an amount; other kinds for each day."""
    agreed = ~comparison.steps[0].differs & (comparison.theirs > 0)
    kinds, turn = kinds_of(comparison.oracle), comparison.oracle.day.year
    names = list(TITLES)
    for name in [names[(turn * number + i) % len(names)] for i in range(number)]:
        yield name, int(np.flatnonzero(agreed & kinds[name])[0])


def case(comparison: Comparison, kind: str, row: int) -> dict[str, Any]:
    """One worked case."""
    oracle, answers = comparison.oracle, answers_of(comparison.oracle)
    persons = np.flatnonzero(oracle["haushalt"] == row)
    heads = np.flatnonzero(oracle.heads)[row]
    cut = {name: math.floor(oracle[column][heads] * 100 + 1e-6) / 100 for name, column in FORMULA.items()}
    return {
        "id": f"gettsim-{oracle.day.year}-{kind.replace('_', '-')}",
        "title": f"{TITLES[kind]}: {len(persons)} Person{'en' if len(persons) > 1 else ''}",
        "on": str(oracle.day),
        "kind": "recorded",
        "source": SOURCE.format(day=oracle.day, row=row, seed=oracle.day.year),
        "household": {
            "haushalt": _household(answers, row, oracle.day),
            "personen": dict(_person(answers, i, n) for n, i in enumerate(persons)),
        },
        "expect": {"wohngeld": Line({"status": "yes", "amount": int(comparison.theirs[row]), "values": cut})},
    }


def _household(answers: Answers, row: int, day: date) -> Line:
    return Line(
        {
            "mietenstufe": ("i", "ii", "iii", "iv", "v", "vi", "vii")[answers.households["mietenstufe"][row] - 1],
            "wohnform": "miete",
            "miete": _euros(answers.households["miete_cent"][row]),
            "mietbestandteile": [],
            "wohnbesonderheiten": [],
            "todesfall": "nein",
            "antragsdatum": str(day),
        }
    )


def _person(answers: Answers, row: int, number: int) -> tuple[str, Line]:
    facts = answers.persons
    relation = Verhaeltnis(int(facts["verhaeltnis"][row]))
    kinds = Einkommensart(int(facts["einkommensarten"][row]))
    person: dict[str, Any] = {
        "verhaeltnis": str(relation.name).lower(),
        "lebensmittelpunkt": "ja",
        "aufenthalt": "deutsch",
        "geburtsdatum": str(date.fromordinal(int(facts["geburtsdatum"][row]))),
        "merkmale": ["schwerbehindert"] if facts["merkmale"][row] else [],
        "leistung": "keine",
        "einkommensarten": [str(kind.name).lower() for kind in kinds],
        "abzuege": [str(one.name).lower() for one in Abzug(int(facts["abzuege"][row]))],
        "vermoegen": _euros(facts["vermoegen_cent"][row]),
    }
    if facts["merkmale"][row]:
        person |= {
            "grad_der_behinderung": int(facts["grad_der_behinderung"][row]),
            "pflege_zuhause": YES_NO[int(facts["pflege_zuhause"][row])],
        }
    if relation == Verhaeltnis.EHEGATTE:
        person["getrennt_lebend"] = "nein"
    if relation == Verhaeltnis.KIND:
        person |= {"betreuung": "nicht_geteilt", "kindergeld": YES_NO[int(facts["kindergeld"][row])]}
    if kinds & Einkommensart.LOHN:
        person["gewerkschaftsbeitrag"] = 0
    person |= {name: _euros(facts[f"{name}_cent"][row]) for kind in kinds for name in AMOUNTS[kind]}
    return NAMES.get(relation, f"Person {number + 1}"), Line(person)


def _euros(cents: int) -> float | int:
    return int(cents) // 100 if cents % 100 == 0 else int(cents) / 100


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--each", default=3, help="How many households of each file.")
def run(files: tuple[Path, ...], each: int) -> None:
    """Write worked cases from FILES."""
    comparisons = [compare(read_oracle(file)) for file in files]
    cases = [case(comparison, kind, row) for comparison in comparisons for kind, row in chosen(comparison, each)]
    sys.stdout.write(HEADER + yaml.dump(cases, Dumper=Writer, allow_unicode=True, sort_keys=False, width=138))


if __name__ == "__main__":
    run()
