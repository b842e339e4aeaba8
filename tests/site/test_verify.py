"""Worked cases are recalculated to the cent; a wrong one is found, and its two figures are said."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from lebenslage.benefits.together.law import BENEFITS, Law
from lebenslage.kernel.citations import Citation
from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.site.commands import coverage
from lebenslage.site.commands.worked_cases import Kind
from tests.site.conftest import Run
from tests.worked import our_cases

CASE = """
- id: anna
  title: Rentnerin in Jüterbog
  on: 2025-07-01
  kind: official
  source: BMWSB, Beispiel 1
  household:
    haushalt: {mietenstufe: i, wohnform: miete, miete: 335, mietbestandteile: [], wohnbesonderheiten: [], todesfall: nein,
      antragsdatum: 2025-07-01}
    personen:
      Anna: {verhaeltnis: antragstellend, lebensmittelpunkt: ja, aufenthalt: deutsch, merkmale: [], leistung: keine,
        einkommensarten: [rente], rente: 1300, abzuege: [krankenversicherung], vermoegen: 0}
  expect:
    wohngeld: {status: yes, amount: 110, values: {beruecksichtigte_miete: 445.40, jahreseinkommen: {Anna: 13948.20}, beginn: 2025-07-01}}
"""


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    """A file with one case, as the ministry published it."""
    path = tmp_path / "examples.yaml"
    path.write_text(CASE, encoding="utf8")
    return path


def test_our_own_examples_are_exact_and_their_shares_are_printed(run: Run) -> None:
    result = run("verify")

    assert result.exit_code == 0, result.stdout
    assert "Alle Fälle stimmen auf den Cent." in result.stdout
    assert all(word in result.stdout for word in ("amtlich (", "anderer Rechner (", "von Hand ("))


def test_there_are_at_least_36_examples_of_three_kinds() -> None:
    cases = our_cases()

    assert len(cases) >= 36
    assert {case.kind for case in cases} == set(Kind)
    assert {case.on.year for case in cases} == {2023, 2024, 2025, 2026}


def test_every_outcome_and_every_gate_has_an_example() -> None:
    expected = [case.expect["wohngeld"] for case in our_cases() if "wohngeld" in case.expect]
    gates = {gate.id for gate in Law.on(date(2025, 7, 1)).benefits["wohngeld"].gates}

    assert {e.status.value for e in expected} == {"yes", "no", "unknown"}
    assert {e.refused_by for e in expected if e.refused_by} == gates


@pytest.mark.parametrize("benefit", [benefit.id for benefit in BENEFITS])
def test_every_right_has_fifteen_examples_granted_and_refused(benefit: str) -> None:
    expected = [case.expect[benefit].status.value for case in our_cases() if benefit in case.expect]

    assert len(expected) >= 15
    assert {"yes", "no"} <= set(expected)


@pytest.mark.shared
def test_every_case_of_the_reference_material_is_among_them(shared_dir: Path) -> None:
    ours = {(case.on, str(case.expect["wohngeld"].amount)) for case in our_cases() if "wohngeld" in case.expect}
    theirs = [yaml.safe_load(path.read_text(encoding="utf8")) for path in shared_dir.glob("law/cases/s-wohngeld-*.yaml")]

    assert len(theirs) >= 7
    assert [t["id"] for t in theirs if (date.fromisoformat(t["legal_date"]), str(t["expected"]["wohngeld_month"])) not in ours] == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("amount: 110", "amount: 111", "anna, amount: erwartet 111, gerechnet 110,00"),
        ("445.40", "445.41", "anna, beruecksichtigte_miete: erwartet 445.41, gerechnet 445,40"),
        ("13948.20", "13948.21", "anna, jahreseinkommen: Anna: erwartet 13948.21, gerechnet 13.948,20"),
        ("beginn: 2025-07-01", "beginn: 2025-08-01", "anna, beginn: erwartet 2025-08-01, gerechnet 1. Juli 2025"),
        ("status: yes", "status: no", "anna, status: erwartet no, gerechnet yes"),
    ],
)
def test_a_falsified_figure_is_found(run: Run, case_file: Path, right: str, wrong: str, said: str) -> None:
    case_file.write_text(CASE.replace(right, wrong), encoding="utf8")
    result = run("verify", case_file)

    assert result.exit_code == 1
    assert said in result.stdout


def test_json_says_which_case_differs_in_what(run: Run, case_file: Path) -> None:
    case_file.write_text(CASE.replace("amount: 110", "amount: 111"), encoding="utf8")
    result = run("verify", case_file, "--json")
    answer = json.loads(result.stdout)

    assert result.exit_code == 1
    assert (answer["equal"], answer["number"]) == (False, 1)
    assert answer["cases"][0]["differences"] == [{"what": "amount", "expected": "111", "found": "110,00\u00a0€ im Monat"}]


def test_a_folder_stands_for_the_examples_in_it(run: Run, case_file: Path) -> None:
    assert run("verify", case_file.parent).exit_code == 0


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        ("  source: BMWSB, Beispiel 1\n", "", "source"),
        ("kind: official", "kind: hand", "steps"),
        ("kind: official", "kind: guessed", "kind"),
        ("on: 2025-07-01\n", "on: bald\n", "on"),
        ("expect:\n    wohngeld", "expect:\n    schlechtwettergeld", "expect"),
        ("amount: 110", "amout: 110", "expect"),
        ("status: yes, amount: 110", "status: yes", "amount"),
        ("beruecksichtigte_miete", "beruecksichtigte_mite", "beruecksichtigte_mite"),
        ("{Anna: 13948.20}", "{Berta: 1}", "Berta"),
        ("445.40", "445.405", "beruecksichtigte_miete"),
    ],
)
def test_a_case_of_another_shape_is_refused_by_name(run: Run, case_file: Path, right: str, wrong: str, named: str) -> None:
    case_file.write_text(CASE.replace(right, wrong), encoding="utf8")
    result = run("verify", case_file)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "anna" in result.stderr
    assert f"„{named}" in result.stderr or named in result.stderr


def test_a_mistake_in_the_household_names_the_case(run: Run, case_file: Path) -> None:
    case_file.write_text(CASE.replace("rente: 1300", "rente: viel"), encoding="utf8")
    result = run("verify", case_file)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Fall anna" in result.stderr
    assert "Anna: " in result.stderr
    assert "„viel“" in result.stderr


def test_two_cases_of_one_name_are_refused(run: Run, case_file: Path) -> None:
    case_file.write_text(CASE + CASE.lstrip("\n"), encoding="utf8")

    assert run("verify", case_file).exit_code == 2


@pytest.mark.parametrize("content", ["", "[]", "just words", "{}"])
def test_a_file_without_cases_is_said_to_be_empty(run: Run, case_file: Path, content: str) -> None:
    case_file.write_text(content, encoding="utf8")
    result = run("verify", case_file)

    assert result.exit_code == 2
    assert "examples.yaml" in result.stderr


def test_a_folder_without_cases_is_said_to_be_empty(run: Run, tmp_path: Path) -> None:
    assert run("verify", tmp_path).exit_code == 2


def test_everything_names_its_source(run: Run) -> None:
    result = run("verify", "--coverage", "--json")
    answer = json.loads(result.stdout)

    assert result.exit_code == 0
    assert {share: of["percent"] for share, of in answer["shares"].items()} == {"rules": 100, "figures": 100, "examples": 100}
    assert all(figure["confidence"] in ("1src", "mem") for figure in answer["to_check"])


def test_a_rule_without_paragraph_lowers_the_share(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Citation, "paragraph", "", raising=True)
    result = run("verify", "--coverage")

    assert result.exit_code == 1
    assert "Ohne Quelle: Regeln mit Fundstelle" in result.stdout
    assert "- beruecksichtigte_miete (2023-01-01)" in result.stdout


def test_nothing_at_all_is_not_a_hundred_percent() -> None:
    assert not coverage.Coverage((coverage.Share("examples", 0, ()),), ()).complete


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2027, 1, 1)])
def test_a_year_without_tables_is_refused(day: date) -> None:
    with pytest.raises(DateWithoutTable):
        Law.on(day)
