"""The draws in sentences."""

import numpy as np
import pytest

from lebenslage.atlas.certainty import Certainty, Doubt, Model, how_sure, what_matters, words
from lebenslage.law.texts import LANGUAGES, texts
from lebenslage.site.commands.speech import ALL_TEXTS, speech
from tests.atlas.certainty.towns import chance, recipe, town

NAMES = {1: "high", 2: "medium", 3: "low", 4: "very low"}


def certainty() -> Certainty:
    one = np.array([7])
    return Certainty(
        (1, 2, 3, 4), np.array([4]), one, np.array([[0, 0.001, 0.066, 0.933]]), one - 3, one, one + 9, np.array([0.5]), 10, 1000
    )


def test_a_class_in_english() -> None:
    assert list(words.about_area(speech("en"), certainty(), 0, NAMES)) == [
        "In 93 of 100 draws this area stays in the class “very low”.",
        "In 7 of 100 draws it is in the class “low”.",
        "Its rank is 7 of 1. In 90 of 100 draws it lies between 4 and 16.",
        "In 50 of 100 draws it is among the first 10 of the ranking.",
    ]


def test_a_class_in_german() -> None:
    told = next(words.about_area(speech("de"), certainty(), 0, {4: "sehr niedriger Status", 3: "niedriger Status"}))
    assert told == "In 93 von 100 Ziehungen bleibt dieses Gebiet in der Klasse „sehr niedriger Status“."


@pytest.mark.parametrize(("share", "said"), [(1.0, "100"), (0.998, "more than 99"), (0.0, "0"), (0.002, "fewer than 1"), (0.5, "50")])
def test_nearly_always_is_not_always(share: float, said: str) -> None:
    assert words.in_hundred(speech("en"), share) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_drawn_is_said_and_what_was_not(language: str) -> None:
    say = texts(language, *ALL_TEXTS)
    _, events, base = town(20)
    model = Model(recipe(), 100 * events / base, chance(events, base), Doubt(100, ("z", "rank"), removal=True))
    told = list(words.about_draws(say, model, 1000, ["A", "B", "C"], [True, True, False]))
    assert len(told) == 7
    assert "A, B" in told[1]
    assert "100" in told[2]
    assert "z, rank" in told[3]
    assert told[5].endswith("C.")
    assert words.about_all(say, how_sure(model, seed=1, draws=20))
    assert words.about_sources(say, what_matters(model, seed=1, draws=50))


def test_where_nothing_was_drawn_that_is_said() -> None:
    model = Model(recipe(), town(5)[0])
    assert list(words.about_draws(speech("en"), model, 10, ["A", "B", "C"], [False] * 3)) == [speech("en")("certainty", "nothing")]
    assert words.about_sources(speech("en"), what_matters(model, seed=1, draws=5)) == ""
