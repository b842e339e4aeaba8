"""Keys between tables follow the floors: they are strings to the import linter, so they are looked at here. Migrations likewise."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader

from tests.ground.test_floors import floors

HOUSE = "lebenslage."
PLACE = {"quarters", "feeds", "planning", "region"}
RIGHTS = {"residents", "contact", "cases", "payments", "entitlements", "gateways", "portal", "desk", "neighbours"}


def floor_of(room: str) -> int:
    """How high a room lies; the ground is the highest number."""
    return next(number for number, floor in enumerate(floors()) if f"({room})" in floor)


def room_of(model: type[models.Model]) -> str:
    """The room of a model; empty for one of a library."""
    name = model._meta.app_config.name
    return name.removeprefix(HOUSE).split(".")[0] if name.startswith(HOUSE) else ""


def rooms_by_label() -> dict[str, str]:
    """Our rooms by the label under which migrations know them."""
    return {
        config.label: config.name.removeprefix(HOUSE).split(".")[0] for config in apps.get_app_configs() if config.name.startswith(HOUSE)
    }


def relations() -> Iterator[tuple[str, str, str]]:
    """Every key of ours: name, from which room, to which room."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields(include_hidden=True):
            if room_of(model) and field.is_relation and field.related_model and not field.auto_created and room_of(field.related_model):
                yield f"{model.__name__}.{field.name}", room_of(model), room_of(field.related_model)


def dependencies() -> Iterator[tuple[str, str, str]]:
    """Every dependency of our migrations on another of ours: name, from which room, to which room."""
    rooms = rooms_by_label()
    for (label, name), migration in MigrationLoader(None, ignore_no_migrations=True).disk_migrations.items():
        for other, _ in migration.dependencies:
            if label in rooms and other in rooms:
                yield f"{label}.{name}", rooms[label], rooms[other]


def climbs(low: str, high: str) -> bool:
    """Whether a step from one room leads up, sideways, or into the other wing."""
    if low == high:
        return False
    return floor_of(high) <= floor_of(low) or {low, high} & PLACE != set() != {low, high} & RIGHTS


@pytest.mark.parametrize("steps", [relations, dependencies], ids=["keys", "migrations"])
def test_a_table_knows_only_tables_on_lower_floors(steps: type[Iterator[tuple[str, str, str]]]) -> None:
    found = list(steps())

    assert len({room for _, room, _ in found}) >= 5
    assert [step for step in found if climbs(*step[1:])] == []


@pytest.mark.parametrize("step", [("contact", "cases"), ("cases", "quarters"), ("quarters", "residents"), ("accounts", "authorities")])
def test_a_step_upwards_or_into_the_other_wing_is_noticed(step: tuple[str, str]) -> None:
    assert climbs(*step)


@pytest.mark.parametrize("room", ["accounts", "files", "journal", "services", "authorities"])
def test_both_wings_stand_on_the_neutral_ground(room: str) -> None:
    assert not climbs("cases", room)
    assert not climbs("quarters", room)
