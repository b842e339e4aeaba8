"""Money laid out over areas: whole cents, nothing lost, nothing counted twice."""

from hypothesis import given
from hypothesis import strategies as st

from lebenslage.quarters.measures.models import Measure, Money
from lebenslage.quarters.measures.spending import laid_out, shared

PEOPLE = {"a": 300.0, "b": 100.0, "c": None}


def money(areas: list[str], cents: int | None, area: str = "") -> Money:
    return Money(measure=Measure(areas=areas), year=2026, area=area, planned=cents)


@given(cents=st.integers(0, 10**9), people=st.lists(st.one_of(st.none(), st.floats(0, 1e6)), min_size=1, max_size=30))
def test_shares_add_up_and_are_never_negative(cents: int, people: list[float | None]) -> None:
    keys = [str(number) for number in range(len(people))]

    found = shared(cents, keys, dict(zip(keys, people, strict=True)))

    assert sum(found.values()) == cents
    assert min(found.values()) >= 0


def test_money_for_several_areas_follows_the_people() -> None:
    assert laid_out([money(["a", "b"], 400)], "planned", ["a", "b"], PEOPLE).by_area == {"a": 300, "b": 100}


def test_where_somebodys_number_is_unknown_all_get_the_same() -> None:
    assert shared(400, ["a", "c"], PEOPLE) == {"a": 200, "c": 200}


def test_town_wide_unknown_and_vanished_are_told_apart() -> None:
    found = laid_out([money([], 5), money(["a"], None), money(["z"], 7), money(["a", "b"], 2, "b")], "planned", ["a", "b"], PEOPLE)

    assert (found.townwide, found.unknown, found.elsewhere, found.by_area) == (5, 1, 7, {"b": 2})
    assert found.total == 14
