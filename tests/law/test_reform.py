"""The same law with other figures: compared, never mistaken for the law, never the ground of a notice."""

from typing import Any

import pytest

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together import Law
from lebenslage.kernel.errors import Problem
from lebenslage.law.engine import Result
from lebenslage.law.problems import UnknownFigure, WrongFigure
from tests.law.plain import ON, euros, home, person

POOR = VOCABULARY.read(home(person(rente=900)))


def wohngeld(figures: dict[str, Any]) -> Result:
    return Law.on(ON).reformed(figures).assess(POOR, "wohngeld")["wohngeld"]


def test_a_reform_changes_what_it_names_and_nothing_of_the_law_itself() -> None:
    before = wohngeld({})
    reformed = wohngeld({"mindestbetrag": 10_000})

    assert before.amount
    assert reformed.refused_by is not None
    assert reformed.refused_by.id == "mindestbetrag_erreicht"
    assert wohngeld({}).amount == before.amount


def test_a_result_says_that_it_rests_on_a_reform() -> None:
    assert wohngeld({"mindestbetrag": "9.50"}).reform == {"mindestbetrag": 950}
    assert wohngeld({}).reform == {}


def test_a_reformed_figure_must_be_confirmed_before_any_notice() -> None:
    to_check = {figure.id: table.source for figure, table in wohngeld({"mindestbetrag": 9}).to_check}

    assert to_check == {"mindestbetrag": "Reform"}
    assert wohngeld({}).to_check == ()


def test_a_reform_can_rest_on_another() -> None:
    law = Law.on(ON).reformed({"mindestbetrag": 9}).reformed({"mindestbetrag": 8})

    assert law.assess(POOR, "wohngeld")["wohngeld"].reform == {"mindestbetrag": 800}


def test_a_figure_that_does_not_exist_is_asked_back_with_the_closest_name() -> None:
    with pytest.raises(UnknownFigure) as problem:
        wohngeld({"mindestbetrg": 9})

    assert problem.value.details == {"figure": "mindestbetrg", "suggestion": "mindestbetrag"}


@pytest.mark.parametrize("given", ["nine", "9.999", [9, 9]])
def test_a_figure_of_another_shape_is_asked_back(given: object) -> None:
    with pytest.raises(WrongFigure) as problem:
        wohngeld({"mindestbetrag": given})

    assert isinstance(problem.value, Problem)
    assert problem.value.details["figure"] == "mindestbetrag"


def test_wohngeld_without_a_reform_is_as_it_was() -> None:
    assert euros(wohngeld({})) == euros(Law.on(ON).assess(POOR)["wohngeld"])
