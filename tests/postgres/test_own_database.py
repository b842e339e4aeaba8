"""The database of the tests is what it says it is, on both: rights as in real life, and empty before each test."""

from uuid import UUID

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from lebenslage.accounts.scope import acting
from lebenslage.journal.actions import SYSTEM, Subject, record
from lebenslage.journal.models import Entry

SOMEBODY = UUID(int=7)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("again", [False, True])
def test_a_test_that_commits_leaves_no_line_in_the_journal(again: bool) -> None:
    with acting(vault=SOMEBODY):
        assert not Entry.objects.exists()
        record("open", Subject("vault", SOMEBODY), by=SYSTEM)
        assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_the_journal_only_grows() -> None:
    with acting(vault=SOMEBODY):
        record("open", Subject("vault", SOMEBODY), by=SYSTEM)
        for change in (Entry.objects.all().delete, lambda: Entry.objects.update(action="nothing")):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()
