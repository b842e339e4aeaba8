"""Numbers for the planning page count applications and grants by month and area, and how long it takes is told from ten cases on."""

from datetime import date

import pytest

from lebenslage.cases.counts import counts, durations
from lebenslage.cases.pace import FEWEST, Expected, expected, within
from tests.cases.stories import Story, Town

NOVEMBER, DECEMBER = date(2026, 11, 15), date(2026, 12, 1)


def test_applications_and_grants_are_counted_by_area_and_month(story: Story, town: Town) -> None:
    story.notified()
    Story(town, story.days).submitted(strasse="Hauptstr.")
    Story(town, story.days).submitted(strasse="Unbekannte Gasse")
    Story(town, story.days).notified("refusal", "Das Vermögen ist zu groß.", vermoegen="900000")

    assert counts(town.authority, NOVEMBER) == {"": (1, 0), "q1": (2, 1), "q2": (1, 0)}
    assert counts(town.authority, DECEMBER) == {}


def test_a_grant_counts_in_the_month_of_its_notice(story: Story, town: Town) -> None:
    decision = story.proposed()
    story.days.go_by(30)
    story.approve_and_print(decision)

    assert (counts(town.authority, NOVEMBER), counts(town.authority, DECEMBER)) == ({"q1": (1, 0)}, {"q1": (0, 1)})
    assert (durations(town.authority, NOVEMBER), durations(town.authority, DECEMBER)) == ({}, {"q1": [30]})


def test_another_town_counts_its_own(story: Story, neighbour: Town) -> None:
    story.submitted()

    assert counts(neighbour.authority, NOVEMBER) == {}


def test_how_long_it_takes_is_told_from_ten_cases_on(story: Story, town: Town) -> None:
    for number in range(1, FEWEST + 1):
        assert expected(town.authority.id, "wohngeld") is None
        one = Story(town, story.days)
        decision = one.proposed()
        one.days.go_by(number)
        one.approve_and_print(decision)

    assert expected(town.authority.id, "wohngeld") == Expected(median=5, most=9)
    waiting = Story(town, story.days)
    assert waiting.seen(waiting.submitted()).expected == Expected(median=5, most=9)


@pytest.mark.parametrize(("percent", "days"), [(50, 3), (90, 5), (20, 1)])
def test_so_many_of_the_cases_were_decided_within(percent: int, days: int) -> None:
    assert within([1, 2, 3, 4, 5], percent) == days
