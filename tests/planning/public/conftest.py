"""Ahornstedt with two indicators published in two years, some figures hidden; beside it figures that nobody may see."""

from datetime import UTC, datetime

import pytest

from lebenslage.authorities.models import Authority
from lebenslage.quarters.catalogue import columns, edition
from lebenslage.quarters.models import Released

AT = datetime(2027, 2, 1, 9, tzinfo=UTC)
PUBLISHED = ("child_poverty", "population")
HIDDEN = {3, 20}
YEAR = 2026
TOWN = {"child_poverty": 21.4, "population": 41234.0}


@pytest.fixture
def portal(ahornstedt: Authority) -> Authority:
    """The town with what it published; the third and the 20th quarter are hidden in the share."""
    areas = edition(ahornstedt)
    assert areas is not None
    for column in columns(ahornstedt, areas, PUBLISHED):
        secret = HIDDEN if column.indicator.key == "child_poverty" else set()
        Released.objects.create(
            authority=ahornstedt,
            indicator=column.indicator,
            edition=areas,
            on=column.on,
            numbers=[None if place in secret else number for place, number in enumerate(column.numbers)],
            qualities="".join("s" if place in secret else mark for place, mark in enumerate(column.marks)),
            town=TOWN[column.indicator.key] - (YEAR - column.on.year),
            minimum=10,
            source=column.source,
            licence="dl-de/by-2-0",
            at=AT,
        )
    return ahornstedt
