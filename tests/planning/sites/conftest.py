"""Ahornstedt with heat, people in cells, seven fountains and forty places where one might be."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client

from lebenslage.authorities.models import Authority
from lebenslage.quarters import catalogue
from lebenslage.quarters.places.models import Place
from lebenslage.quarters.places.reading import guessed, sheet_of, understood
from tests.planning.heat.conftest import counted, hot

__all__ = ["counted", "hot"]


@pytest.fixture
def equipped(counted: Authority, town_files: Path) -> Authority:
    """Everything that siting asks for."""
    edition = catalogue.edition(counted)
    assert edition is not None
    for name in ("fountains.csv", "candidates.csv"):
        sheet = sheet_of((town_files / name).read_text())
        for one in understood(sheet, guessed(sheet, name), edition, []).places:
            fields = {field: getattr(one, field) for field in one.__slots__}
            Place.objects.create(authority=counted, source="erfunden", on=date(2026, 1, 1), at=datetime(2026, 1, 1, tzinfo=UTC), **fields)
    return counted


@pytest.fixture
def planner(equipped: Authority, enter_at: Callable[..., Client]) -> Client:
    """A planner of that town at her desk."""
    return enter_at(equipped)
