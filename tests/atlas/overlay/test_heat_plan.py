"""Who is vulnerable, who is exposed, and where to begin."""

import numpy as np
import pytest

from lebenslage.atlas.overlay import Categories, Vulnerable, exposed_by_category, given, heat_plan, vulnerable
from lebenslage.atlas.overlay.problems import GroupWithoutSource, ImpossibleCount, UnknownGroup
from lebenslage.site.commands.speech import speech

NAN = np.nan


def counted(**groups: tuple[float, ...]) -> Vulnerable:
    return vulnerable({id: np.array(numbers, float) for id, numbers in groups.items()}, dict.fromkeys(groups, "register of residents"))


def of(*values: int) -> Categories:
    return given(np.array(values), worst=3, source="by hand")


def test_who_is_over_75_is_not_counted_twice() -> None:
    who = counted(over_65=(100,), over_75=(40,), in_care=(30,), under_6=(50,))
    assert who.people.tolist() == [150]
    assert who.unknown == ("alone", "pregnant", "homeless")


def test_who_is_old_and_lives_alone_is_told_and_not_counted_twice() -> None:
    who = counted(over_65=(100, 80), alone=(30, NAN))
    assert who.people.tolist() == [100, 80]
    assert who.groups["alone"][0] == 30


def test_without_their_whole_the_larger_part_stands() -> None:
    assert counted(over_75=(40, 10), in_care=(30, 20)).people.tolist() == [40, 20]


def test_a_missing_count_makes_the_sum_unknown_and_not_smaller() -> None:
    assert np.isnan(counted(over_65=(NAN,), under_6=(50,)).people[0])


def test_groups_nobody_knows_and_counts_below_zero_are_refused() -> None:
    with pytest.raises(UnknownGroup):
        counted(over_100=(1,))
    with pytest.raises(ImpossibleCount):
        counted(under_6=(1, -2))


def test_a_number_that_nobody_counted_is_refused() -> None:
    with pytest.raises(GroupWithoutSource):
        vulnerable({"homeless": np.array([12.0])}, {})


def test_poor_areas_with_many_exposed_people_come_first() -> None:
    who = counted(over_65=(100, 90, 80, 50, 20, 10, 70, NAN))
    plan = heat_plan(np.array([1, 1, 0, 1, 1, 1, NAN, 1]), who, of(2, 3, 3, 3, 3, 1, 3, 3))
    assert plan.people[:6].tolist() == [100, 90, 0, 50, 20, 10]
    assert plan.stage.tolist() == [2, 1, 0, 2, 2, 3, 4, 4]
    assert plan.order.tolist() == [1, 0, 3, 4, 5, 6, 7]


def test_an_area_without_heat_needs_no_count() -> None:
    plan = heat_plan(np.array([0.0, 1]), counted(over_65=(NAN, NAN)), of(3, 3))
    assert plan.stage.tolist() == [0, 4]


def test_only_the_worst_category_of_heat_exposes() -> None:
    assert exposed_by_category(of(3, 2, 1)).tolist() == [1, 0, 0]
    assert np.isnan(exposed_by_category(of(0))[0])


def test_the_reasons_are_sentences_and_name_what_nobody_counts() -> None:
    plan = heat_plan(np.array([0.5, 1]), counted(over_65=(100, NAN)), of(3, 0))
    english = speech("en")
    assert list(plan.reasons(0, english)) == [
        "First: many vulnerable people here live in the heat, and many are poor.",
        "Vulnerable people in the heat: 50. The heat reaches 50 per cent of them.",
        "people aged 65 and over: 100.",
        "The social status is low or very low.",
        "Nobody counts these groups: people aged 75 and over, people in care homes, people aged 65 and over who live alone, "
        "children under 6, pregnant women, people without a home. We do not know how many they are.",
    ]
    assert "people aged 65 and over: the number for this area is missing." in list(plan.reasons(1, english))


@pytest.mark.parametrize("language", ["de", "de-einfach", "nl"])
def test_the_reasons_are_there_in_every_language(language: str) -> None:
    plan = heat_plan(np.array([0.5, 1]), counted(over_65=(100, NAN)), of(1, 0))
    assert all(list(plan.reasons(row, speech(language))) for row in (0, 1))
