"""The second lock: whatever SQL the web's role sends, PostgreSQL shows and changes the rows of the current scope alone."""

import pytest
from django.db import transaction
from django.db.utils import DatabaseError, ProgrammingError

from lebenslage.accounts.scope import acting
from lebenslage.journal.actions import SYSTEM, Subject, record
from tests.postgres.conftest import Ask, Party

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]

type Parties = tuple[Party, Party]

OWN_TABLES = ["contact_thread", "files_blob", "residents_knownfact", "neighbours_post"]
FORGED_THREAD = "INSERT INTO contact_thread (id, authority_id, vault_id, since) VALUES (gen_random_uuid(), %s, %s, now())"
FORGED_FACT = "INSERT INTO residents_knownfact (vault_id, place, sealed, source, since) VALUES (%s, 'x', '', 'resident', now())"


def refuses(ask: Ask, statement: str, *values: object) -> bool:
    """Whether the database refuses a statement."""
    try:
        with transaction.atomic():
            ask(statement, *values)
    except ProgrammingError:
        return True
    return False


@pytest.mark.parametrize("table", OWN_TABLES)
def test_who_acts_for_nobody_sees_nothing(ask: Ask, parties: Parties, table: str) -> None:
    assert ask(f"SELECT count(*) FROM {table}") == [(0,)]


@pytest.mark.parametrize("table", ["contact_thread", "files_blob", "neighbours_post"])
def test_an_authority_reads_no_row_of_another(ask: Ask, parties: Parties, table: str) -> None:
    mine, other = parties
    with acting(authority=mine.authority):
        assert ask(f"SELECT DISTINCT authority_id FROM {table}") == [(mine.authority,)]
        assert ask(f"SELECT count(*) FROM {table} WHERE authority_id = %s", other.authority) == [(0,)]


@pytest.mark.parametrize("table", OWN_TABLES)
def test_a_resident_reads_no_row_of_another(ask: Ask, parties: Parties, table: str) -> None:
    mine, other = parties
    with acting(vault=mine.vault):
        assert ask(f"SELECT DISTINCT vault_id FROM {table}") == [(mine.vault,)]
        assert ask(f"SELECT count(*) FROM {table} WHERE vault_id = %s OR vault_id IS NULL", other.vault) == [(0,)]


def test_an_authority_does_not_look_into_a_vault(ask: Ask, parties: Parties) -> None:
    with acting(authority=parties[0].authority):
        assert ask("SELECT count(*) FROM residents_knownfact") == [(0,)]
        assert ask("SELECT count(*) FROM files_blob WHERE authority_id IS NULL") == [(0,)]


@pytest.mark.parametrize("change", ["UPDATE contact_thread SET since = now()", "DELETE FROM contact_thread"])
def test_a_forged_tenant_changes_nothing_of_another(ask: Ask, parties: Parties, change: str) -> None:
    mine, other = parties
    with acting(authority=mine.authority):
        assert ask(f"{change} WHERE authority_id = %s", other.authority) == [(0,)]
        assert ask(change) == [(1,)]


def test_a_row_cannot_be_given_away(ask: Ask, parties: Parties) -> None:
    mine, other = parties
    with acting(authority=mine.authority):
        assert refuses(ask, "UPDATE contact_thread SET authority_id = %s, vault_id = %s", other.authority, other.vault)
        assert ask("SELECT count(*) FROM contact_thread") == [(1,)]


def test_nobody_writes_in_the_name_of_another(ask: Ask, parties: Parties) -> None:
    mine, other = parties
    with acting(authority=mine.authority, vault=mine.vault):
        assert refuses(ask, FORGED_THREAD, other.authority, other.vault)
        assert refuses(ask, FORGED_FACT, other.vault)
    assert refuses(ask, FORGED_FACT, mine.vault)


def test_the_scope_ends_with_its_block(ask: Ask, parties: Parties) -> None:
    with acting(authority=parties[0].authority), acting(authority=parties[1].authority):
        assert ask("SELECT authority_id FROM contact_thread") == [(parties[1].authority,)]
    assert ask("SELECT count(*) FROM contact_thread") == [(0,)]


@pytest.mark.parametrize(
    "attempt",
    [
        "ALTER TABLE contact_thread DISABLE ROW LEVEL SECURITY",
        "DROP POLICY mine ON contact_thread",
        "CREATE POLICY all_of_it ON contact_thread USING (true)",
        "DROP TRIGGER append_only ON journal_entry",
        "SET ROLE lebenslage_owner",
        "SET SESSION AUTHORIZATION lebenslage_owner",
        "CREATE TABLE mine_alone (id int)",
        "DELETE FROM django_migrations",
    ],
)
def test_the_web_cannot_open_the_lock(ask: Ask, attempt: str) -> None:
    assert refuses(ask, attempt)


def test_switching_row_security_off_shows_an_error_and_no_rows(ask: Ask, parties: Parties) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        ask("SET LOCAL row_security = off; SELECT count(*) FROM contact_thread")


@pytest.mark.parametrize("change", ["UPDATE journal_entry SET action = 'nothing'", "DELETE FROM journal_entry"])
def test_a_line_of_the_journal_stays(ask: Ask, parties: Parties, change: str) -> None:
    mine = parties[0]
    with acting(authority=mine.authority):
        record("look", Subject("case", mine.vault, authority=mine.authority), by=SYSTEM, read=True)

        assert refuses(ask, change)
        assert ask("SELECT action FROM journal_entry") == [("look",)]
