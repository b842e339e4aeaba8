"""What a measure changed, beside areas without it: found where it is there, and never claimed where chance may have done it."""

from collections.abc import Callable, Sequence
from datetime import date

from django.test import Client

from lebenslage.atlas.money.before_after import Verdict
from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import now
from lebenslage.quarters.catalogue import column, edition
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.measures.actions import keep_measure
from lebenslage.quarters.measures.changes import Said
from lebenslage.quarters.measures.effects import Measured, Unmeasured, effects
from lebenslage.quarters.measures.models import Measure
from lebenslage.quarters.models import Edition, Indicator
from lebenslage.quarters.recording import Import, NewColumn, keep_figures
from tests.planning.money.test_answer import see

TREATED = ["01", "02", "03", "04", "05", "06", "07", "08"]


def measure_of(authority: Authority, areas: Sequence[str] = TREATED, **more: object) -> Measure:
    given = {"status": "running", "starts": date(2025, 6, 1), "indicators": ["child_poverty"], **more}
    return keep_measure(authority, Said("Lernhaus", areas=areas, **given), by=SYSTEM)  # type: ignore[arg-type]


def figures(authority: Authority, areas: Edition, year: int, fallen: float = 0.0) -> None:
    """Figures of a year that differ little from those of 2024, less so much where the measure is."""
    known = column(authority, "child_poverty", areas, date(2024, 12, 31))
    assert known is not None
    numbers = [
        (number or 0) + (place % 3) * 0.2 - (fallen if key in TREATED else 0)
        for place, (key, number) in enumerate(zip(areas.keys, known.numbers, strict=True))
    ]
    indicator = Indicator.objects.get(authority=authority, key="child_poverty")
    column_of_year = NewColumn(indicator, date(year, 12, 31), numbers, [Mark.GIVEN] * len(numbers))
    keep_figures(authority, areas, [column_of_year], Import("neu", "erfunden", now()), by=SYSTEM)


def only(authority: Authority) -> Measured | Unmeasured:
    (found,) = effects(authority)
    return found


def test_a_clear_fall_is_found_with_its_interval(ahornstedt: Authority) -> None:
    areas = edition(ahornstedt)
    assert areas is not None
    measure_of(ahornstedt)
    figures(ahornstedt, areas, 2026, fallen=6)

    found = only(ahornstedt)

    assert isinstance(found, Measured)
    assert found.effect.verdict is Verdict.FELL
    assert found.effect.low < -6 + 0.5
    assert found.effect.high < 0


def test_what_chance_explains_is_said_to_be_chance(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    measure = measure_of(ahornstedt)

    page = see(enter_at(ahornstedt), f"/planung/geld/massnahmen/{measure.pk}/wirkung/")

    assert "Der Unterschied kann auch Zufall sein" in page.text
    assert "möglich ist alles zwischen" in page.text


def test_with_too_few_areas_nothing_is_said(ahornstedt: Authority, enter_at: Callable[..., Client]) -> None:
    everywhere = [f"{number:02d}" for number in range(1, 27)]
    measure = measure_of(ahornstedt, areas=everywhere[:12])
    keep_measure(ahornstedt, Said("Auch", areas=everywhere[12:], status="running", indicators=["child_poverty"]), by=SYSTEM)

    page = see(enter_at(ahornstedt), f"/planung/geld/massnahmen/{measure.pk}/wirkung/")

    assert "Mit so wenigen Gebieten lässt sich nichts sagen" in page.text


def test_a_measure_for_the_whole_town_has_nothing_beside_it(ahornstedt: Authority) -> None:
    measure_of(ahornstedt, areas=())

    found = only(ahornstedt)

    assert isinstance(found, Unmeasured)
    assert found.why == "townwide"


def test_before_the_next_edition_it_is_too_early(ahornstedt: Authority) -> None:
    measure_of(ahornstedt, starts=date(2027, 1, 1))

    found = only(ahornstedt)

    assert isinstance(found, Unmeasured)
    assert found.why == "no_after"


def test_similar_areas_alone_can_be_compared(ahornstedt: Authority) -> None:
    measure_of(ahornstedt, areas=["21", "24"])

    (found,) = effects(ahornstedt, alike=True)

    assert isinstance(found, Measured)
    assert found.others == 9
