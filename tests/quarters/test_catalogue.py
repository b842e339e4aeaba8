"""Figures come in versions: the latest that stands counts, and who withdraws it brings the one before back."""

from datetime import UTC, date, datetime

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.models import Entry
from lebenslage.quarters.catalogue import column, columns, days, edition, indicators
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Area
from lebenslage.quarters.recording import Import, NewColumn, keep_figures, restore, withdraw

YEAR = date(2026, 12, 31)


def test_a_town_of_27_quarters_has_its_catalogue_and_two_years(ahornstedt: Authority) -> None:
    areas = edition(ahornstedt)

    assert areas is not None
    assert (len(areas.keys), areas.names[0], len(areas.drawn["paths"])) == (27, "Alter Markt", 27)
    assert days(ahornstedt) == [YEAR, date(2024, 12, 31)]
    assert len(columns(ahornstedt, areas)) == 2 * indicators(ahornstedt).count() == 26
    assert Area.objects.filter(authority=ahornstedt).count() == 27


def test_the_latest_import_counts_until_it_is_withdrawn(ahornstedt: Authority) -> None:
    areas = edition(ahornstedt)
    assert areas is not None
    before = column(ahornstedt, "child_poverty", areas, YEAR)
    assert before is not None
    corrected = NewColumn(before.indicator, YEAR, [12.5] * 27, [Mark.GIVEN] * 27)
    batch = keep_figures(ahornstedt, areas, [corrected], Import("neu.csv", "Statistik", datetime(2026, 11, 20, tzinfo=UTC)), by=SYSTEM)

    def now() -> float | None:
        found = column(ahornstedt, "child_poverty", areas, YEAR)
        assert found is not None
        return found.of("01")[0]

    assert now() == 12.5
    withdraw(batch, at=datetime(2026, 11, 21, tzinfo=UTC), by=SYSTEM)
    assert now() == before.of("01")[0]
    restore(batch, by=SYSTEM)
    assert now() == 12.5
    with acting(authority=ahornstedt.id):
        written = list(Entry.objects.order_by("pk").values_list("action", flat=True))
    assert written[-3:] == ["import_figures", "withdraw_figures", "restore_figures"]


def test_another_town_sees_nothing_of_it(ahornstedt: Authority) -> None:
    other = Authority.objects.create(key="05999028", name="Stadt Nebenan", office="Planung")

    assert (edition(other), days(other), list(indicators(other))) == (None, [], [])
