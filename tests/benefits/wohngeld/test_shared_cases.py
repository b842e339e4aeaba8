"""Every Wohngeld case of the shared collection comes out exactly: amount, and M and Y where they are given."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together import Law
from lebenslage.benefits.wohngeld.rules.freibetraege import gesamteinkommen
from lebenslage.benefits.wohngeld.rules.miete import beruecksichtigte_miete
from lebenslage.kernel.fixed import CENT

KINDS = {"rente": ("rente", "rente"), "employment": ("lohn", "bruttolohn"), "unterhaltsvorschuss": ("unterhaltsvorschuss",) * 2}
PAID = {"pays_tax": "steuern", "pays_health": "krankenversicherung", "pays_pension": "rentenversicherung"}


def person(place: int, member: Mapping[str, Any], *, lone_parent: bool) -> dict[str, object]:
    """A member as the household file says it; who is no child of a lone parent counts as a relative, with nobody's parent named."""
    child = lone_parent or member.get("child_under_25")
    kinds = [KINDS[income["kind"]] for income in member["income"]]
    return {
        "verhaeltnis": "antragstellend" if place == 0 else "kind" if child else "verwandt",
        "geburtsdatum": "1980-01-01" if place == 0 or not child else "2009-01-01",
        "elternteil_1": "niemand",
        "elternteil_2": "niemand",
        "lebensmittelpunkt": True,
        "betreuung": "nicht_geteilt",
        "aufenthalt": "deutsch",
        "kindergeld": bool(child and place),
        "merkmale": [],
        "einkommensarten": [kind for kind, _ in kinds],
        **({"werbungskosten": "pauschal", "gewerkschaftsbeitrag": 0} if ("lohn", "bruttolohn") in kinds else {}),
        **{fact: income["monthly_gross"] for (_, fact), income in zip(kinds, member["income"], strict=True)},
        "abzuege": [word for key, word in PAID.items() if member[key]],
        "vermoegen": 0,
        **excluded(member),
    }


def excluded(member: Mapping[str, Any]) -> dict[str, object]:
    """The benefit that excludes a member, granted for the whole time."""
    if not member.get("excluded"):
        return {"leistung": "keine", "bei_leistung_beruecksichtigt": False}
    return {"leistung": "grundsicherungsgeld", "leistung_stand": "bewilligt", "leistung_ab": "2020-01-01", "leistung_bis": "offen"}


def document(case: Mapping[str, Any]) -> dict[str, object]:
    """The case as a household file."""
    given = case["input"]
    lone = bool(given.get("single_parent_allowance"))
    home = {"mietenstufe": given["mietenstufe"], "wohnform": "miete", "miete": given["bruttokaltmiete_month"], "mietbestandteile": []}
    rest = {"wohnbesonderheiten": [], "todesfall": False, "antragsdatum": case["legal_date"]}
    people = {f"Person {n}": person(n, member, lone_parent=lone) for n, member in enumerate(given["members"])}
    return {"haushalt": home | rest, "personen": people}


@pytest.mark.shared
def test_every_shared_wohngeld_case_is_exact(shared_dir: Path) -> None:
    cases = [yaml.safe_load(path.read_text(encoding="utf8")) for path in sorted((shared_dir / "law/cases").glob("s-wohngeld-*.yaml"))]
    assert len(cases) >= 7
    for case in cases:
        result = Law.on(date.fromisoformat(case["legal_date"])).assess(VOCABULARY.read(document(case)))["wohngeld"]
        expected = case["expected"]
        assert result.amount == 100 * expected["wohngeld_month"], case["id"]
        for key, rule in {"M": beruecksichtigte_miete, "Y": gesamteinkommen}.items():
            if key in expected:
                assert Decimal(int(result.value(rule)) // CENT) / 100 == Decimal(str(expected[key])), (case["id"], key)
