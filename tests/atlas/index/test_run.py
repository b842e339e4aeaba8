"""Who takes part, what happened since, and every mistake in the tables."""

from datetime import date

import numpy as np
import pytest

from lebenslage.atlas.areas.figures import Figures, Indicator
from lebenslage.atlas.areas.problems import DuplicateKey, NoSuchColumn
from lebenslage.atlas.index import problems
from lebenslage.atlas.index.gather import from_figures
from lebenslage.atlas.index.recipe import Recipe
from lebenslage.atlas.index.run import run
from lebenslage.kernel.errors import Problem
from tests.atlas.index.conftest import TOWN, Use, indicator, recipe, words

POOR = recipe(indicator("poor"), indicator("jobless"))
REASON = words("too few")
BANDS = [
    {"id": 1, "sign": "+", "label": words("better"), "below": -1},
    {"id": 3, "sign": "+/-", "label": words("stable"), "up_to": 1},
    {"id": 5, "sign": "-", "label": words("worse")},
]
MOVING = recipe(
    indicator("poor", change=["poor_change"]),
    classes={"kind": "cuts", "bands": BANDS},
    dynamics={"classes": {"kind": "cuts", "bands": BANDS}},
)


def test_areas_get_index_rank_and_tenth(use: Use) -> None:
    found = use(POOR, TOWN)

    assert found.inputs.names == ("Altstadt", "Bergen", "Claren")
    assert found.status.scores.index.tolist() == pytest.approx([-np.sqrt(1.5), 0, np.sqrt(1.5)])
    assert found.status.rank.tolist() == [3, 2, 1]
    assert found.status.decile.tolist() == [10, 7, 4]


def test_too_few_people_or_an_unknown_number_of_them_takes_an_area_out(use: Use) -> None:
    method = recipe(indicator("poor"), population={"columns": ["people"], "minimum": 300, "reason": REASON})
    found = use(method, TOWN + "D,Dorf,299,90,9,9\nE,Erle,,90,9,9\n")

    assert found.reasons == ("", "", "", "population", "uncounted")
    assert found.status.rank.tolist() == [3, 2, 1, 0, 0]
    assert np.isnan(found.status.spread(found.status.scores.index)[3:]).all()


def test_without_the_number_of_people_a_least_number_cannot_be_kept(use: Use) -> None:
    method = recipe(indicator("poor"), population={"columns": ["inhabitants"], "minimum": 300, "reason": REASON})
    with pytest.raises(problems.NoColumnFor):
        use(method, TOWN)


def test_a_column_without_any_value_leaves_no_area(use: Use) -> None:
    with pytest.raises(problems.TooFewAreas):
        use(POOR.model_copy(update={"missing": "average"}), "key,poor,jobless\nA,,1\nB,,2\nC,,3\n")


def test_what_the_publisher_leaves_out_is_left_out(use: Use) -> None:
    method = recipe(indicator("poor"), exclude=[{"columns": ["mark"], "keep": ["valid"], "reason": REASON}])
    found = use(method, "key,poor,mark\nA,1,valid\nB,2,valid\nC,3,valid\nD,900,outlier\n")

    assert found.reasons == ("", "", "", "exclude.0")


GAP = "key,poor,jobless\nA,1,1\nB,2,2\nC,3,3\nD,,10\n"


def test_a_missing_value_excludes_the_area(use: Use) -> None:
    assert use(POOR, GAP).reasons == ("", "", "", "missing")


def test_or_the_mean_stands_in_and_is_marked(use: Use) -> None:
    method = POOR.model_copy(update={"missing": "average"})
    found = use(method, GAP)

    assert found.values[3].tolist() == [2, 10]
    assert found.filled.tolist() == [[False, False]] * 3 + [[True, False]]


def test_an_area_without_any_value_gets_no_mean(use: Use) -> None:
    method = POOR.model_copy(update={"missing": "average"})

    assert use(method, GAP + "E,,\n").reasons == ("", "", "", "", "missing")


def test_a_suppressed_value_is_not_called_missing_and_no_mean_stands_in(use: Use) -> None:
    secret = GAP.replace("D,,10", "D,*,10")

    assert use(POOR, secret).reasons == ("", "", "", "suppressed")
    assert use(POOR.model_copy(update={"missing": "average"}), secret).reasons == ("", "", "", "suppressed")


def test_figures_go_straight_in() -> None:
    values = {"poor": np.array([1.0, 2, 3, np.nan]), "jobless": np.array([3.0, 1, 2, 9])}
    quality = {"poor": [0, 0, 3, 2], "jobless": [0, 0, 0, 0]}
    indicators = {
        id: Indicator(id, values[id], np.array(quality[id], np.int8), "number", date(2026, 1, 1), "made up") for id in ("jobless", "poor")
    }
    found = run(POOR, from_figures(POOR, Figures(("A", "B", "C", "D"), indicators)))

    assert found.reasons == ("", "", "", "suppressed")
    assert found.status.rank.tolist() == [2, 3, 1, 0]
    with pytest.raises(problems.NoColumnFor):
        from_figures(POOR, Figures(("A",), {}))


def test_a_code_for_no_value_is_no_value(use: Use) -> None:
    method = recipe(indicator("poor"), unknown=["-9999"])

    assert use(method, "key,poor\nA,1\nB,2\nC,3\nD,-9999\n").reasons == ("", "", "", "missing")


def test_a_published_change_gets_classes_and_both_stand_together(use: Use) -> None:
    found = use(MOVING, "key,poor,poor_change\nA,10,-5\nB,20,0\nC,30,5\nD,20,\n")

    assert found.dynamics is not None
    assert found.dynamics.classes.tolist() == [1, 3, 5, 0]
    assert found.combined == ("1+", "3+/-", "5-", "")


def test_a_change_is_computed_against_an_earlier_table_by_key(use: Use) -> None:
    found = use(MOVING, "key,poor\nA,10\nB,20\nC,30\nD,20\n", earlier="key,poor\nC,10\nA,10\nB,10\nX,1\n")

    assert found.dynamics is not None
    assert found.inputs.change is not None
    np.testing.assert_array_equal(found.inputs.change[:, 0], [0, 10, 20, np.nan])
    assert found.dynamics.classes.tolist() == [1, 3, 5, 0]


def test_tables_are_joined_by_key_and_a_year_is_chosen(use: Use) -> None:
    long = "key,year,jobless\nA,2020,9\nA,2021,1\nB,2021,2\nC,2021,3\n"
    found = use(POOR, "key,poor\nC,30\nA,10\nB,20\n", long, where={"year": "2021"})

    assert found.values.tolist() == [[30, 3], [10, 1], [20, 2]]


LOGARITHM = recipe(indicator("poor", logarithm=True))
STRICT = POOR.model_copy(update={"missing": "refuse"})


@pytest.mark.parametrize(
    ("method", "table", "problem"),
    [
        (POOR, "key,poor,jobless\nA,1,2\n", problems.TooFewAreas),
        (POOR, "key,poor,jobless\nA,1,2\nB,2,3\n", problems.TooFewAreas),
        (POOR, "key,poor,jobless\nA,5,1\nB,5,2\nC,5,3\n", problems.AllEqual),
        (POOR, "key,poor\nA,5\nB,5\nC,5\n", problems.NoColumnFor),
        (POOR, "area,poor,jobless\nA,5,1\n", NoSuchColumn),
        (POOR, "key,poor,jobless\nA,5,1\nA,5,2\nC,5,3\n", DuplicateKey),
        (STRICT, GAP, problems.ValueMissing),
        (LOGARITHM, "key,poor\nA,0\nB,1\nC,2\n", problems.NoLogarithm),
    ],
)
def test_what_cannot_be_compared_is_refused(use: Use, method: Recipe, table: str, problem: type[Problem]) -> None:
    with pytest.raises(problem):
        use(method, table)


def test_a_recipe_without_classes_of_change_takes_no_earlier_table(use: Use) -> None:
    with pytest.raises(problems.NoDynamics):
        use(POOR, TOWN, earlier=TOWN)


def test_no_row_for_a_condition_and_tables_of_other_areas_are_refused(use: Use) -> None:
    with pytest.raises(problems.NoRowLeft):
        use(POOR, TOWN, where={"people": "1"})
    with pytest.raises(problems.NothingInCommon):
        use(POOR, "key,poor\nA,1\nB,2\nC,3\n", "key,jobless\n01,1\n02,2\n")
