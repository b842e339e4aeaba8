"""The files of a town, taken in with guesses alone."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters import catalogue
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.models import Batch, Indicator
from lebenslage.quarters.reading import take_in

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 16, 9, tzinfo=UTC)
type Take = Callable[[Path], Batch]


@pytest.fixture
def empty() -> Authority:
    """A town of which nothing is known."""
    return Authority.objects.create(key="05999027", name="Stadt Ahornstedt", office="Stabsstelle Sozialplanung", town="Ahornstedt")


@pytest.fixture
def take(empty: Authority) -> Take:
    """Take a file in, every guess accepted."""
    return lambda path: take_in(empty, path, by=SYSTEM, name="Ruth Kettler", at=AT)


def test_five_files_make_a_town_with_guesses_alone(empty: Authority, take: Take, town_files: Path) -> None:
    for name in ("quarters.gpkg", "figures_2024.csv", "figures_2026.csv", "cells.csv", "heat.tif"):
        take(town_files / name)

    edition = catalogue.edition(empty)
    assert edition is not None
    assert (len(edition.keys), edition.names[9]) == (27, "Hafenrand")
    poverty = catalogue.column(empty, "child_poverty", edition, date(2024, 12, 31))
    assert poverty is not None
    assert (poverty.of("01"), poverty.bases[0] if poverty.bases else None) == ((21.7, Mark.GIVEN), 166)
    assert Indicator.objects.get(authority=empty, key="old_age_poverty").denominator == "Ältere Menschen"
    heat = catalogue.column(empty, "heat", edition, date(2025, 12, 31))
    assert heat is not None
    assert all(number is None or 28 < number < 46 for number in heat.numbers)
    cells = catalogue.edition(empty, level="raster")
    assert cells is not None
    people = catalogue.columns(empty, cells, ["people"])
    assert sum(number or 0 for number in people[0].numbers) > 20_000
