"""A month is published once. Whoever asks again, with whatever counts, learns nothing more."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.models import Entry
from lebenslage.quarters.actions import Part, publish
from lebenslage.quarters.models import Area, Publication, Quality, Value
from lebenslage.quarters.problems import AreaUnknown, CountImpossible, MinimumTooLow, MonthNotOver, PartMismatch
from lebenslage.quarters.queries import least_minimum, months_of, table

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
AFTER = datetime(2026, 12, 1, 6, tzinfo=UTC)
COUNTS = {"n": 9, "o": 8, "s": 12}
GRANTS = Part("grants", of="applications")


def told(authority: Authority, values: Mapping[str | None, int], indicator: str | Part = "applications", **more: Any) -> Publication:
    """Publish, with what is the same in every test."""
    given: dict[str, Any] = {"month": OCTOBER, "minimum": 5, "at": AFTER, "source": "test", "by": SYSTEM, **more}
    return publish(authority, indicator, given.pop("month"), values, **given)


def stands(publication: Publication) -> Mapping[str | None, int | str]:
    """What is published, by area key: the number, or why there is none."""
    values = Value.objects.filter(publication=publication).select_related("area")
    return {one.area.key if one.area else None: one.quality if one.value is None else int(one.value) for one in values}


def test_counts_are_published_with_their_total(town: Authority) -> None:
    assert stands(told(town, COUNTS)) == {None: 29, **COUNTS}


def test_a_small_count_hides_the_quarter_with_the_fewest_residents_beside_it(town: Authority) -> None:
    assert stands(told(town, {"n": 30, "o": 12, "s": 4})) == {None: 46, "n": "suppressed", "o": 12, "s": "suppressed"}


def test_asking_again_with_one_more_case_lets_nobody_subtract(town: Authority) -> None:
    first = told(town, COUNTS)
    again = told(town, {**COUNTS, "n": 10}, at=datetime(2026, 12, 24, tzinfo=UTC), source="later")

    assert (again.pk, again.at, again.source) == (first.pk, AFTER, "test")
    assert stands(again) == {None: 29, **COUNTS}
    with acting(authority=town.id):
        assert Entry.objects.filter(action="publish").count() == 1


def test_what_was_hidden_stays_hidden_when_it_has_grown(town: Authority) -> None:
    told(town, {"n": 2, "o": 8, "s": 12})

    assert stands(told(town, {"n": 20, "o": 80, "s": 120}))["n"] == "suppressed"


def test_the_minimum_never_falls(town: Authority) -> None:
    with pytest.raises(MinimumTooLow):
        told(town, COUNTS, minimum=4)
    told(town, COUNTS, minimum=7)
    with pytest.raises(MinimumTooLow):
        told(town, COUNTS, minimum=6, month=NOVEMBER)

    assert least_minimum(town) == 7


@pytest.mark.parametrize("month", [date(2026, 12, 1), date(2027, 1, 1), date(2026, 10, 2)])
def test_a_month_is_published_whole_and_after_its_end(town: Authority, month: date) -> None:
    with pytest.raises(MonthNotOver):
        told(town, COUNTS, month=month)


def test_midnight_is_that_of_the_town(town: Authority) -> None:
    last_minute, midnight = datetime(2026, 10, 31, 22, 59, tzinfo=UTC), datetime(2026, 10, 31, 23, tzinfo=UTC)

    with pytest.raises(MonthNotOver):
        told(town, COUNTS, at=last_minute)
    assert told(town, COUNTS, at=midnight).at == midnight


def test_an_area_without_a_count_is_missing_and_not_zero(town: Authority) -> None:
    assert stands(told(town, {"n": 9, "o": 8})) == {None: "missing", "n": 9, "o": 8, "s": "missing"}


@pytest.mark.parametrize("values", [{"n": -1}, {None: 3, "n": 9}])
def test_impossible_counts_are_refused(town: Authority, values: Mapping[str | None, int]) -> None:
    with pytest.raises(CountImpossible):
        told(town, values)


def test_a_quarter_nobody_drew_is_refused_and_nothing_is_published(town: Authority) -> None:
    with pytest.raises(AreaUnknown):
        told(town, {**COUNTS, "x": 9})

    assert not Publication.objects.exists()


def test_grants_that_leave_few_applications_over_are_hidden(town: Authority) -> None:
    told(town, {"n": 20, "o": 20, "s": 20})

    assert stands(told(town, {"n": 19, "o": 10, "s": 10}, GRANTS))["n"] == "suppressed"


def test_an_indicator_keeps_its_whole_and_the_whole_its_one_part(town: Authority) -> None:
    told(town, COUNTS)
    told(town, {"n": 9, "o": 8, "s": 6}, GRANTS)

    for wrong in ("grants", Part("grants", of="others"), Part("refusals", of="applications"), Part("paid", of="grants")):
        with pytest.raises(PartMismatch):
            told(town, COUNTS, wrong, month=NOVEMBER)


def test_a_table_tells_missing_from_hidden(town: Authority) -> None:
    told(town, {"n": 2, "o": 30, "s": 12})
    seen = table(town, ["applications", "grants"], [OCTOBER])

    assert [line.name for line in seen.lines] == ["Nord", "Ost", "Süd"]
    assert [line.cell("applications", OCTOBER).quality for line in seen.lines] == [Quality.SUPPRESSED, Quality.SUPPRESSED, Quality.EXACT]
    assert seen.lines[0].cell("grants", OCTOBER).quality == Quality.MISSING
    assert months_of(town, ["applications"]) == [OCTOBER]


def test_another_town_sees_nothing_of_it(town: Authority) -> None:
    told(town, COUNTS)
    other = Authority.objects.create(key="05999002", name="Stadt Nebenan", office="Wohngeldstelle")
    Area.objects.create(authority=other, key="n", name="Nord")

    assert [line.cells for line in table(other, ["applications"], [OCTOBER]).lines] == [{}]
