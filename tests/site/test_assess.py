"""A household file in, its right with the reasons out: for a person, and for a program."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from lebenslage.law.texts import LANGUAGES
from lebenslage.site.commands import clock
from tests.site.conftest import Run

FAMILY = Path(__file__).parents[2] / "src/lebenslage/site/commands/example_family.yaml"
ANNA = """
haushalt: {{mietenstufe: v, wohnform: miete, {miete}, mietbestandteile: [], wohnbesonderheiten: [], todesfall: nein,
  antragsdatum: 2025-07-03}}
personen:
  Anna: {{verhaeltnis: antragstellend, lebensmittelpunkt: ja, aufenthalt: deutsch, merkmale: [], leistung: keine, geburtsdatum: 1967-06-01,
    einkommensarten: [lohn], bruttolohn: {lohn}, werbungskosten: pauschal, gewerkschaftsbeitrag: 0,
    abzuege: [steuern, krankenversicherung, rentenversicherung], vermoegen: {vermoegen}}}
"""


def anna(*, miete: str = "miete: 600", lohn: str = "1.400", vermoegen: str = "0") -> str:
    """A household of one; the calculator of the ministry gives 368 euros for it."""
    return ANNA.format(miete=miete, lohn=lohn, vermoegen=vermoegen)


def test_the_table_says_benefit_outcome_amount_and_period(run: Run) -> None:
    result = run("assess", "-", "--on", "2025-07", given=anna())

    assert result.exit_code == 0
    row = next(line for line in result.stdout.splitlines() if line.startswith("Wohngeld "))
    cells = re.split(r" {2,}", row.replace("\u00a0", " "))
    assert cells == ["Wohngeld", "noch offen", "368,00 € im Monat", "–", "1. Juli 2025", "30. Juni 2026"]


def test_what_was_assumed_is_named(run: Run) -> None:
    assert "Dauer der Bewilligung in Monaten: 12 [dauer_monate]" in run("assess", "-", "--on", "2025-07", "--explain", given=anna()).stdout


def test_figures_to_check_are_named_with_their_source(run: Run) -> None:
    given = anna().replace("[lohn]", "[lohn, zuwendung], zuwendungen: 900")

    said = run("assess", "-", "--on", "2025-07", given=given).stdout.replace("\u00a0", " ")

    assert "(WoGG § 14 Abs. 2 Nr. 19 Buchst. b)" in said


def test_explain_shows_the_steps_with_value_and_paragraph(run: Run) -> None:
    short = run("assess", "-", "--on", "2025-07", given=anna()).stdout
    said = run("assess", "-", "--on", "2025-07", "--explain", given=anna()).stdout.replace("\u00a0", " ")

    assert "10.899,00 € im Jahr" in said
    assert "WoGG § 19 Abs. 1, Anlage 2," in said
    assert "Anna: " in said
    assert len(said.splitlines()) > len(short.splitlines()) + 20


def test_a_missing_fact_leaves_the_outcome_open_and_is_asked_for(run: Run) -> None:
    said = run("assess", "-", "--on", "2025-07", given=anna(miete="miete: null")).stdout

    assert "Diese Antworten fehlen noch" in said
    assert "[miete]" in said


def test_a_refusal_says_which_fact_decided(run: Run) -> None:
    result = run("assess", "-", "--on", "2025-07", given=anna(vermoegen="'60.000,01'"))

    assert result.exit_code == 0
    refused = result.stdout.split("Kein Anspruch", 1)[1]
    assert "ermögen" in next(line for line in refused.splitlines() if line.startswith("- Wohngeld:"))


def test_json_has_the_documented_structure(run: Run) -> None:
    answer = json.loads(run("assess", "-", "--on", "2025-07", "--json", given=anna()).stdout)
    wohngeld = answer["benefits"]["wohngeld"]

    assert (answer["on"], answer["language"], wohngeld["status"]) == ("2025-07-01", "de", "yes")
    assert wohngeld["amount"] == {"cents": 36800, "per": "month", "text": "368,00\u00a0€ im Monat"}
    assert wohngeld["period"] == {"from": "2025-07-01", "to": "2026-06-30"}
    assert (wohngeld["refused_by"], wohngeld["missing"]) == (None, [])
    assert {"fact": "dauer_monate", "person": None, "value": "12"} in wohngeld["assumed"]


def test_json_trail_holds_every_step_with_its_paragraph(run: Run) -> None:
    answer = json.loads(run("assess", "-", "--on", "2025-07", "--json", given=anna()).stdout)
    steps = {(step["rule"], step["person"]): step for step in answer["benefits"]["wohngeld"]["trail"]}

    assert steps["jahreseinkommen", "Anna"]["value"] == 10_899_000_000
    assert steps["jahreseinkommen", "Anna"]["unit"] == "micro-euro/year"
    assert all(step["cites"] and step["sentence"] for step in steps.values())


def test_json_names_what_is_missing_and_for_whom(run: Run) -> None:
    answer = json.loads(run("assess", "-", "--on", "2025-07", "--json", given=anna(lohn="null")).stdout)
    wohngeld = answer["benefits"]["wohngeld"]

    assert (wohngeld["status"], wohngeld["amount"], wohngeld["period"]) == ("unknown", None, None)
    assert [(m["fact"], m["person"]) for m in wohngeld["missing"]] == [("bruttolohn", "Anna")]
    assert wohngeld["missing"][0]["question"].endswith("?")


def test_json_names_the_gate_that_refuses(run: Run) -> None:
    answer = json.loads(run("assess", "-", "--on", "2025-07", "--json", given=anna(vermoegen="'60.000,01'")).stdout)
    refused = answer["benefits"]["wohngeld"]["refused_by"]

    assert (refused["rule"], refused["cites"]) == ("vermoegen_unschaedlich", "WoGG § 21 Nr. 3")


def test_a_family_of_five_reads_all_its_rights_and_why_not_the_others(run: Run) -> None:
    said = run("assess", FAMILY, "--on", "2026-11").stdout.replace("\u00a0", " ")
    outcomes = {cells[0]: cells[1] for line in said.splitlines() if len(cells := re.split(r" {2,}", line)) > 2}

    assert (outcomes["Kindergeld"], outcomes["Wohngeld"], outcomes["Kinderzuschlag"]) == ("kommt zuerst", "gehört dazu", "gehört dazu")
    assert "Am besten zusammen: Kindergeld, Wohngeld, Kinderzuschlag" in said
    assert "(SGB II § 12a" in said
    assert outcomes["Bildung und Teilhabe"] == "folgt aus dem"
    assert "Diese Antworten fehlen noch" not in said
    assert "Das Kind lebt mit beiden Eltern" in said
    assert "Gewerbesteuer" not in said
    assert len(said.splitlines()) <= 80


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [80, 100, 120])
def test_no_line_is_wider_than_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, language: str, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    said = run("assess", FAMILY, "--on", "2026-11", "--reform", "kindergeld_satz=300", "--lang", language).stdout

    assert max(map(len, said.splitlines())) <= columns


def test_a_right_is_explained_with_the_answer_that_would_change_it(run: Run) -> None:
    said = run("assess", FAMILY, "--on", "2026-11", "--explain", "gewerbesteuer").stdout

    assert "So wurde gerechnet: Gewerbesteuer" in said
    assert "Eine dieser Antworten würde es ändern" in said


def test_a_right_that_does_not_exist_is_asked_back(run: Run) -> None:
    result = run("assess", FAMILY, "--on", "2026-11", "--explain", "schlechtwettergeld")

    assert result.exit_code == 2
    assert "wohngeld" in result.stderr


def test_json_has_the_best_combination_with_its_reason_and_every_conflict(run: Run) -> None:
    together = json.loads(run("assess", FAMILY, "--on", "2026-11", "--json").stdout)["together"]

    assert (together["best"], together["duty"]) == ("beside_work", True)
    assert together["monthly"]["cents"] == together["ways"]["beside_work"]["total"] + 777_00
    assert together["reasons"][0]["cites"] == "SGB II § 12a S. 1 und 2 Nr. 2"
    assert {"sgb2", "wohngeld"} in [{one["right"], one["other"]} for one in together["conflicts"]]


def test_json_says_what_becomes_of_each_right_and_what_it_pays_for_whom(run: Run) -> None:
    benefits = json.loads(run("assess", FAMILY, "--on", "2026-11", "--json").stdout)["benefits"]

    assert benefits["kindergeld"]["for"] == {"Selin Kaya": 259_00, "Deniz Kaya": 259_00, "Mila Kaya": 259_00}
    assert (benefits["sgb2"]["standing"], benefits["sgb2"]["paid"]) == ("set_aside", None)
    assert [one["fact"] for one in benefits["gewerbesteuer"]["decides"]]


def test_a_json_household_gives_the_same_answer(run: Run) -> None:
    document = json.dumps(yaml.safe_load(anna(lohn="1400")), default=str)

    assert run("assess", "-", "--on", "2025-07", given=document).stdout == run("assess", "-", "--on", "2025-07", given=anna()).stdout


@pytest.mark.parametrize("typed", ["1400", "1.400", "'1.400,00'", "1400.00", "1400 €", "'1.400 EUR im Monat'"])
def test_an_amount_may_be_written_in_many_ways(run: Run, typed: str) -> None:
    assert "368,00" in run("assess", "-", "--on", "2025-07", given=anna(lohn=typed)).stdout


@pytest.mark.parametrize(
    ("language", "word"), [("de", "noch offen"), ("de-einfach", "wissen wir noch nicht"), ("en", "still open"), ("nl", "nog open")]
)
def test_the_answer_comes_in_four_languages(run: Run, household: Path, language: str, word: str) -> None:
    result = run("assess", household, "--on", "2026-11", "--explain", "--lang", language)

    assert result.exit_code == 0
    assert word in result.stdout


@pytest.mark.parametrize("asked", ["2026-11-15", "2026-11", "15.11.2026"])
def test_any_day_of_a_month_means_the_month(run: Run, household: Path, asked: str) -> None:
    assert json.loads(run("assess", household, "--on", asked, "--json").stdout)["on"] == "2026-11-01"


def test_without_a_date_the_month_of_the_clock_is_taken(run: Run, household: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 2, 17))
    monkeypatch.delenv("LEBENSLAGE_ON", raising=False)

    assert json.loads(run("assess", household, "--json").stdout)["on"] == "2025-02-01"


def test_the_environment_may_fix_the_date(run: Run, household: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEBENSLAGE_ON", "2026-11-01")

    assert json.loads(run("assess", household, "--json").stdout)["on"] == "2026-11-01"


def test_a_municipality_stands_for_its_rent_level(run: Run) -> None:
    with_level = run("assess", "-", "--on", "2025-07", given=anna())
    with_name = run("assess", "-", "--on", "2025-07", given=anna().replace("mietenstufe: v", "gemeinde: Bonn"))

    assert with_name.stdout == with_level.stdout
