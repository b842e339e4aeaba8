"""Why is this area here: contributions that add up, and sentences that say them."""

import numpy as np
import pytest

from lebenslage.atlas.index.contributions import contributions, largest
from lebenslage.atlas.index.reasons import Explainer
from lebenslage.atlas.index.recipe import Recipe
from lebenslage.atlas.index.score import score
from lebenslage.atlas.numerals import number
from lebenslage.law.texts import LANGUAGES
from tests.atlas.index.conftest import TOWN, Use, indicator, recipe, words

VALUES = np.random.default_rng(11).uniform(1, 9, (30, 3))
THREE = (indicator("a", weight=2), indicator("b", "strength"), indicator("c"))
GROUPED = (indicator("a", group="g", weight=2), indicator("b", "strength", group="g"), indicator("c"))


def group(again: str) -> list[object]:
    return [{"id": "g", "label": words("g"), "combine": {"weights": "given", "again": again}}]


@pytest.mark.parametrize(
    "method",
    [
        recipe(*THREE),
        recipe(*THREE, combine={"weights": "given", "how": "mean"}),
        recipe(*THREE, normalise="minmax", combine={"again": "minmax"}),
        recipe(*GROUPED, groups=group("minmax")),
        recipe(*GROUPED, groups=group("exponential")),
    ],
)
def test_contributions_add_up_to_the_distance_of_the_index_from_its_mean(method: Recipe) -> None:
    scores = score(method, VALUES)
    found = contributions(method, scores)

    np.testing.assert_allclose(found.amounts.sum(axis=1), scores.index - scores.index.mean(), atol=1e-12)


def test_a_domain_on_a_bent_scale_is_one_part_and_on_a_straight_one_its_indicators_are() -> None:
    bent, straight = (recipe(*GROUPED, groups=group(again)) for again in ("exponential", "z"))

    assert contributions(bent, score(bent, VALUES)).ids == ("g", "c")
    assert contributions(straight, score(straight, VALUES)).ids == ("a", "b", "c")


def test_a_geometric_contribution_is_what_the_mean_of_all_in_its_place_would_change() -> None:
    method = recipe(indicator("a"), indicator("b"), normalise="rank", combine={"how": "geometric"})
    found = contributions(method, score(method, np.array([[1, 3], [2, 2], [3, 1]], float)))

    assert found.amounts[0].tolist() == pytest.approx([np.sqrt(1 / 3) - np.sqrt(2 / 3), np.sqrt(1 / 3) - np.sqrt(2 / 9)])


def test_the_largest_come_first_whichever_way_they_move() -> None:
    found = contributions(recipe(*THREE), score(recipe(*THREE), VALUES))
    order = [abs(amount) for _, amount in largest(found, 4)]

    assert order == sorted(order, reverse=True)
    assert len(largest(found, 4, number=2)) == 2


def test_the_sentences_name_value_mean_and_effect(use: Use) -> None:
    said = Explainer(use(recipe(indicator("poor"), indicator("jobless")), TOWN), "en").why(2)

    assert said == (
        "The index is 1.22, rank 1 of 3. poor: 30.0, against 20.0 in the mean of all areas. This raises the index by 0.61. "
        "jobless: 8.0, against 6.0 in the mean of all areas. This raises the index by 0.61."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_for_no_index_is_a_sentence_in_every_language(use: Use, language: str) -> None:
    method = recipe(
        indicator("poor"),
        population={"columns": ["people"], "minimum": 300, "reason": words("Because.")},
        exclude=[{"columns": ["green"], "keep": ["10", "20", "30"], "reason": words("Not here.")}],
    )
    told = Explainer(use(method, TOWN + "D,D,299,9,9,10\nE,E,,9,9,10\nF,F,900,,9,10\nG,G,900,9,9,99\nH,H,900,*,9,10\n"), language)

    sentences = [told.why(row) for row in range(3, 8)]
    assert len(set(sentences)) == 5
    assert "299" not in sentences[0]
    assert "300" in sentences[0]
    assert sentences[3] == "Not here."


@pytest.mark.parametrize(("language", "written"), [("en", "−1,675.3"), ("de", "−1.675,3"), ("nl", "−1.675,3")])
def test_numbers_are_written_as_in_the_language(language: str, written: str) -> None:
    assert number(-1675.31, 1, language) == written
