"""Ahornstedt with a measure whose money is known by quarter."""

from pathlib import Path

import pytest

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.planning.money.tables import read_money
from lebenslage.quarters.measures.actions import keep_measure, keep_money
from lebenslage.quarters.measures.changes import Said
from lebenslage.quarters.measures.models import Measure


@pytest.fixture
def youth_work(ahornstedt: Authority, town_files: Path) -> Measure:
    """Youth work of 2026 in every quarter, as the town's file says."""
    measure = keep_measure(ahornstedt, Said("Offene Jugendarbeit", areas=["01", "02"], status="running"), by=SYSTEM)
    amounts = read_money((town_files / "money.csv").read_bytes(), year=2026, source="town", which="planned")
    keep_money(measure, amounts, by=SYSTEM)
    return measure
