"""How long it takes, said so that one day is one day."""

import pytest

from lebenslage.cases.pace import Expected
from lebenslage.pages.frame import sentences
from lebenslage.portal.moments import expected_in_words


@pytest.mark.parametrize(
    ("language", "median", "most"),
    [
        ("de", "nach einem Tag entschieden", "nach 9 Tagen"),
        ("de-einfach", "nach einem Tag fertig", "nach 9 Tagen fertig"),
        ("en", "after one day", "after 9 days"),
        ("nl", "na één dag", "na 9 dagen"),
    ],
)
def test_one_day_is_a_day(language: str, median: str, most: str) -> None:
    said = expected_in_words(Expected(median=1, most=9), sentences(language))
    assert median in said
    assert most in said


def test_on_the_same_day_is_within_a_day() -> None:
    assert "nach einem Tag entschieden" in expected_in_words(Expected(median=0, most=0), sentences("de"))


def test_nothing_is_said_while_too_few_are_decided() -> None:
    assert expected_in_words(None, sentences("de")) == ""
