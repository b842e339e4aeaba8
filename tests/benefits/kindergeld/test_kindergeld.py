"""Kindergeld: for which child, to whom, from when (EStG §§ 32, 62 to 66, 70)."""

from datetime import date
from typing import Any

import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.kindergeld import KINDERGELD, kindergeld_erhalten
from lebenslage.benefits.kindergeld.anspruch import kindergeld_beginn
from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.law.engine import LawOn, Result, Status

ON = date(2026, 5, 1)
PARENT = {"verhaeltnis": "antragstellend", "aufenthalt": "deutsch", "geburtsdatum": "1980-01-01"}
CHILD = {"verhaeltnis": "kind", "lebensmittelpunkt": "ja", "betreuung": "nicht_geteilt", "geburtsdatum": "2015-01-01"}


def assessed(*children: dict[str, Any], on: date = ON, **parent: Any) -> Result:
    """Kindergeld of a parent with these children."""
    people = {"P": {**PARENT, **parent}, **{f"K{n}": {**CHILD, **told} for n, told in enumerate(children, 1)}}
    household = VOCABULARY.read({"haushalt": {"antragsdatum": str(on)}, "personen": people})
    return LawOn(on, (KINDERGELD,), (kindergeld_erhalten,)).assess(household)["kindergeld"]


@pytest.mark.parametrize(("year", "euros"), [(2023, 250), (2024, 250), (2025, 255), (2026, 259)])
def test_each_year_has_its_amount(year: int, euros: int) -> None:
    assert assessed({}, {}, on=date(year, 12, 1)).amount == 2 * euros * 100


def test_a_year_without_a_table_is_refused() -> None:
    with pytest.raises(DateWithoutTable):
        assessed({}, on=date(2027, 1, 1))


@pytest.mark.parametrize(("born", "counts"), [("2008-05-01", False), ("2008-05-02", True), ("2026-05-31", True), ("2026-06-01", False)])
def test_the_beginning_of_the_month_decides_on_the_age(born: str, counts: bool) -> None:
    assert (assessed({"geburtsdatum": born, "lage_des_kindes": "nichts_davon"}).status is Status.YES) == counts


@pytest.mark.parametrize(
    ("reason", "born", "counts"),
    [
        ("ausbildung", "2001-05-02", True), ("ausbildung", "2001-05-01", False), ("uebergang", "2004-01-01", True),
        ("ohne_ausbildungsplatz", "2004-01-01", True), ("freiwilligendienst", "2004-01-01", True),
        ("arbeitsuchend", "2005-05-02", True), ("arbeitsuchend", "2005-05-01", False), ("behinderung", "1990-01-01", True),
    ],
)  # fmt: skip
def test_a_grown_up_child_needs_a_reason_and_an_age(reason: str, born: str, counts: bool) -> None:
    told = {"geburtsdatum": born, "lage_des_kindes": reason, "erstausbildung_abgeschlossen": "nein"}
    kept = {
        key: value for key, value in told.items() if key != "erstausbildung_abgeschlossen" or reason not in ("arbeitsuchend", "behinderung")
    }

    assert (assessed(kept, geburtsdatum="1960-01-01").status is Status.YES) == counts


def test_without_the_reason_the_question_is_asked() -> None:
    missing = assessed({"geburtsdatum": "2004-01-01"}).missing

    assert [m.fact.id for m in missing] == ["lage_des_kindes"]


@pytest.mark.parametrize(
    ("title", "told", "counts"),
    [
        ("niederlassung", {}, True), ("erwerb", {}, True), ("kurz", {}, False), ("beschaeftigungsduldung", {}, True),
        ("studium_oder_suche", {"erwerb_oder_elternzeit": "ja"}, True), ("studium_oder_suche", {"erwerb_oder_elternzeit": "nein"}, False),
        ("humanitaer", {"erwerb_oder_elternzeit": "nein", "fuenfzehn_monate_hier": "nein"}, False),
        ("humanitaer", {"erwerb_oder_elternzeit": "ja", "fuenfzehn_monate_hier": "nein"}, True),
    ],
)  # fmt: skip
def test_the_title_decides(title: str, told: dict[str, Any], counts: bool) -> None:
    """§ 62 Abs. 2."""
    assert (assessed({}, aufenthalt="aufenthaltstitel", aufenthaltstitel=title, **told).status is Status.YES) == counts


def test_the_application_reaches_six_months_back_and_not_before_the_birth() -> None:
    """§ 70 Abs. 1 S. 2."""
    starts = [date.fromordinal(assessed({"geburtsdatum": born}).value(kindergeld_beginn)) for born in ("2015-01-01", "2026-03-15")]  # type: ignore[arg-type]

    assert starts == [date(2025, 11, 1), date(2026, 3, 1)]


def test_what_others_read_is_what_is_paid_not_what_is_due() -> None:
    paid = assessed({"kindergeld": "ja"}, {"kindergeld": "nein"})

    assert [paid.value(kindergeld_erhalten, row) for row in range(3)] == [0, 25900, 0]
