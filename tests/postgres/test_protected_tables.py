"""Every table that knows whose it is has its lock; the few without one are named here, with the reason."""

import pytest
from django.apps import apps
from django.db import connection, models

from lebenslage.accounts.scope import Scoped
from lebenslage.site.roles import fault_of_role
from tests.postgres.conftest import Ask

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]

# A table with a column for an authority, and why its rows may be read by everybody who asks the database.
PUBLIC = {
    "authorities_staff": "names and telephone numbers of staff stand on letters; whoever signs in is looked up before a scope is known",
    "authorities_responsibility": "who decides for which municipality is public",
    "authorities_streetarea": "streets and quarters are public",
    "authorities_rent": "rent levels are public",
    "services_offered": "what an authority offers is public",
    "cases_counter": "the last number given out says nothing of a person",
    "cases_pace": "how long cases take, counted over ten and more, is shown to every resident",
    "quarters_area": "areas and their names are public",
    "quarters_publication": "published figures",
    "exchange_shared": "what a town gives is for the planners of all towns",
    "exchange_taken": "how often something was taken over is told to all towns",
    "neighbours_board": "that a town has a board is public",
    "neighbours_quarter": "areas and their names are public",
    "neighbours_connector": "where and when a connector is met is printed on notice boards",
    "quarters_edition": "outlines of areas are public",
    "quarters_indicator": "what a figure means is public",
    "quarters_released": "published figures",
    "offers_organization": "who helps is public",
    "offers_location": "where help is found is public",
    "offers_service": "what help there is is public",
}
# What a town's planners keep among themselves. It tells of areas and of work, never of a person; every query names the authority.
PLANNING = dict.fromkeys(
    (
        "quarters_batch",
        "measures_programme",
        "measures_measure",
        "places_place",
        "places_placefile",
        "places_scenario",
        "places_step",
        "places_streetmap",
        "conferences_conference",
        "reports_report",
        "offers_invitation",
    ),
    "read in the name of the staff's own town, by tests/planning and by each room",
)
UNLOCKED = PUBLIC | PLANNING
OWNERS = {"authority_id", "vault_id"}
LOCKED = """
    SELECT relname, relrowsecurity FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = 'public' AND relkind IN ('r', 'p')
"""
POLICIES = "SELECT tablename, policyname, qual, with_check FROM pg_policies"
# Locks that open for more than the owner of the row: what they open, and nothing beside it.
WIDER = {("journal_entry", "installation"): "((authority_id IS NULL) AND (vault_id IS NULL))"}


def owned() -> dict[str, set[str]]:
    """Our tables with columns that say whose a row is."""
    found = {model._meta.db_table: OWNERS & {field.column for field in model._meta.fields} for model in apps.get_models()}
    return {table: columns for table, columns in found.items() if columns}


def scoped(model: type[models.Model]) -> bool:
    """Whether the manager of a model shows the rows of the scope alone."""
    return isinstance(model._default_manager, Scoped)


def test_every_table_that_knows_its_owner_is_locked(ask: Ask) -> None:
    locked = {name for name, secured in ask(LOCKED) if secured}

    assert {table for table in owned() if table not in UNLOCKED} == locked
    assert not locked & set(UNLOCKED)


def test_every_lock_opens_by_each_owner_of_the_row_and_by_nothing_else(ask: Ask) -> None:
    policies = {(table, name): (reads, writes) for table, name, reads, writes in ask(POLICIES)}
    own = {table: reads for (table, name), (reads, _) in policies.items() if name == "mine"}

    assert {table: {column for column in OWNERS if f"{column} = " in reads} for table, reads in own.items()} == {
        table: columns for table, columns in owned().items() if table not in UNLOCKED
    }
    assert {lock: reads for lock, (reads, _) in policies.items() if lock[1] != "mine"} == WIDER
    assert all(writes in (reads, None) for reads, writes in policies.values())


def test_every_locked_table_has_a_manager_that_knows_the_scope() -> None:
    unscoped = {m._meta.db_table for m in apps.get_models() if m._meta.db_table in owned() and not scoped(m)}

    assert unscoped == {table for table in UNLOCKED if table in owned()}


def test_the_web_is_neither_owner_nor_superuser() -> None:
    assert connection.vendor == "postgresql"
    assert fault_of_role() == ""
