"""Minutes without names: however a name is written, the function stands in its place."""

import pytest

from lebenslage.quarters.conferences.anonymous import Person, names_left, without_names

MARIA = Person("Dr. Maria Sonnenschein", "die Leitung")


@pytest.mark.parametrize(
    "written", ["Maria Sonnenschein", "Frau Sonnenschein", "Frau Dr. Sonnenschein", "Dr. Maria Sonnenschein", "Sonnenschein"]
)
def test_a_name_becomes_a_function(written: str) -> None:
    assert without_names(f"Das sagt {written}.", [MARIA]) == "Das sagt die Leitung."


def test_a_genitive_is_a_name_too() -> None:
    assert without_names("Sonnenscheins Vorschlag", [MARIA]) == "die Leitung Vorschlag"


def test_part_of_a_word_is_no_name() -> None:
    assert without_names("Sonnenscheindauer", [MARIA]) == "Sonnenscheindauer"


@pytest.mark.parametrize("told", ["maria@stadt.example", "02234 5550-214", "+49 2234 5550214"])
def test_mail_and_telephone_go(told: str) -> None:
    assert told not in without_names(f"Erreichbar: {told}.", [])


@pytest.mark.parametrize("kept", ["1.200 Euro", "12.05.2026", "40 Familien", "Linie 7"])
def test_other_figures_stay(kept: str) -> None:
    assert without_names(kept, []) == kept


def test_what_still_looks_like_a_name_is_listed() -> None:
    assert names_left(["Herr Kramm kommt.", "Die Frau am Schalter."]) == ["Herr Kramm"]
