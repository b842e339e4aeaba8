"""A mistake in a household file is one plain sentence that names person, fact and remedy; nothing else is said."""

from pathlib import Path

import pytest

from tests.site.conftest import Run

BAD = Path(__file__).parent / "bad"

# What each sentence must name: who, what, and what to do.
SENTENCES = {
    "contradiction": ("Anna: ", "Bruttolohn (bruttolohn)", "Arten von Einkommen (einkommensarten)", "Bitte löschen Sie den Wert"),
    "date_without_table": ("1. Januar 2027", "Bitte wählen Sie einen Tag vom 1. Januar 2023 bis zum 31. Dezember 2026"),
    "duplicate_person": ("„Anna“ kommt zweimal vor", "Bitte geben Sie jeder Person", "einen eigenen Namen"),
    "negative_rent": ("(miete)", "„-520“ zu klein", "Der kleinste mögliche Wert ist 0,00\u00a0€ im Monat", "Bitte prüfen Sie"),
    "no_head": ("wer den Antrag stellt", "Bitte wählen Sie bei einer Person"),
    "no_such_day": ("Anna: ", "(geburtsdatum)", "„1990-02-30“", "Bitte geben Sie Tag, Monat und Jahr ein"),
    "not_a_number": ("(wohnflaeche)", "„60,555“", "Bitte geben Sie eine Zahl ein"),
    "not_an_amount": ("Anna: ", "(rente)", "„zwölf“", "Bitte geben Sie den Betrag in Euro und nur mit Ziffern ein, zum Beispiel 1.200,50"),
    "not_yaml": ("not_yaml.yaml", "Zeile 3", "Bitte prüfen Sie"),
    "older_than_parent": ("Lina", "Anna", "Bitte prüfen Sie die beiden Geburtsdaten"),
    "own_parent": ("Anna", "Elternteil", "Bitte wählen Sie eine andere Person"),
    "too_great": ("Anna: ", "(grad_der_behinderung)", "„150“ zu groß", "100 %", "Bitte prüfen Sie"),
    "two_heads": ("Anna", "Boris", "Bitte wählen Sie, wer von beiden es ist"),
    "unknown_choice": ("Anna: ", "(aufenthalt)", "„deutch“", "Bitte wählen Sie eine dieser Antworten: deutsch"),
    "unknown_fact": ("Anna: ", "„rennte“", "Bitte prüfen Sie die Schreibweise", "Ähnlich geschrieben: rente"),
    "unknown_municipality": ("„Mülheim“", "Bitte schreiben Sie", "Mülheim an der Ruhr (05117000)"),
    "unknown_person": ("Anna: ", "(elternteil_1)", "„Berta“", "nennen Sie die Person zuerst"),
    "unknown_section": ("„leute“", "Bitte benutzen Sie nur", "haushalt, personen, unterhaltszahlungen"),
    "wrong_unit": ("Anna: ", "(rente)", "im Monat", "„13.200 EUR/Jahr“", "Bitte rechnen Sie den Betrag um"),
}


def month_for(case: str) -> str:
    """The one file without a mistake is asked for a month without a table."""
    return "2027-01" if case == "date_without_table" else "2025-07"


def test_every_bad_file_has_its_expected_sentence() -> None:
    assert {path.stem for path in BAD.glob("*.yaml")} == set(SENTENCES)


@pytest.mark.parametrize("case", SENTENCES)
def test_a_bad_file_gives_one_sentence_and_exit_code_2(run: Run, case: str) -> None:
    result = run("assess", BAD / f"{case}.yaml", "--on", month_for(case))

    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert [part for part in SENTENCES[case] if part not in result.stderr] == []


@pytest.mark.parametrize("language", ["de-einfach", "en", "nl"])
@pytest.mark.parametrize("case", SENTENCES)
def test_every_language_has_its_own_sentence(run: Run, case: str, language: str) -> None:
    german = run("assess", BAD / f"{case}.yaml", "--on", month_for(case))
    result = run("assess", BAD / f"{case}.yaml", "--on", month_for(case), "--lang", language)

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.strip().endswith((".", "?", ":", "rente"))
    assert language == "de-einfach" or result.stderr != german.stderr


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"", "„miete: 650“"),
        (b"haushalt: {}", "wer in der Wohnung lebt"),
        (b"personen: {}", "wer in der Wohnung lebt"),
        (b"- a", "miete"),
    ],
)
def test_what_is_no_household_at_all_is_said_plainly(run: Run, given: bytes, named: str) -> None:
    result = run("assess", "-", "--on", "2025-07", given=given)

    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert named in result.stderr


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    result = run("assess", "nirgends.yaml", "--on", "2025-07")

    assert result.exit_code == 2
    assert "nirgends.yaml" in result.stderr
    assert "sie ist nicht da" in result.stderr


def test_a_day_that_is_none_is_refused(run: Run, household: Path) -> None:
    result = run("assess", household, "--on", "31.11.2026")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "„31.11.2026“" in result.stderr


def test_a_sentence_stays_on_one_line_whatever_was_typed(run: Run) -> None:
    result = run("assess", "-", "--on", "2025-07", given='personen: {Anna: {rente: "zwei\\nZeilen"}}')

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
