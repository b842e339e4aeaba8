"""A prepared question asks what its queryset asks, in the scope that holds at that moment, and never in that of the one before."""

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from lebenslage.accounts.prepared import prepared
from lebenslage.accounts.scope import acting
from lebenslage.journal.actions import RESIDENT
from lebenslage.residents.actions import answer, open_vault
from lebenslage.residents.models import KnownFact, Vault

RENT = "haushalt-1-miete"


@prepared
def places(*, at: str) -> QuerySet[KnownFact, tuple[str, UUID]]:
    """A place of whoever acts, where something was answered there."""
    return KnownFact.objects.filter(place=at).order_by("id").values_list("place", "vault")


@prepared
def vaults(*, id: UUID) -> QuerySet[Vault]:
    """A vault."""
    return Vault.objects.filter(pk=id)


@pytest.fixture
def two(db: None) -> list[Vault]:
    found = [open_vault(by=RESIDENT), open_vault(by=RESIDENT)]
    for vault in found:
        answer(vault, {RENT: ["500"]}, by=RESIDENT)
    return found


def test_each_vault_sees_its_own_rows_through_the_same_plan(two: list[Vault]) -> None:
    for vault in [*two, *two]:
        with acting(vault=vault.id):
            assert places(at=RENT) == [(RENT, vault.id)]


def test_nobody_sees_nothing_also_after_somebody_has_asked(two: list[Vault]) -> None:
    with acting(vault=two[0].id):
        assert places(at=RENT)
    assert places(at=RENT) == []


def test_an_authority_does_not_see_what_a_vault_has_asked_for(two: list[Vault]) -> None:
    with acting(vault=two[0].id):
        assert places(at=RENT)
    with acting(authority=two[0].id):
        assert places(at=RENT) == []


def test_another_value_is_another_answer(two: list[Vault]) -> None:
    with acting(vault=two[0].id):
        assert [places(at=at) for at in ("monat", RENT, "%")] == [[], [(RENT, two[0].id)], []]
        assert [vaults(id=one.id) for one in two] == [[one] for one in two]
        assert vaults(id=uuid4()) == []


def test_the_sql_is_that_of_the_queryset(two: list[Vault]) -> None:
    with acting(vault=two[0].id):
        vaults(id=two[0].id)
        with CaptureQueriesContext(connection) as asked:
            vaults(id=two[0].id)
            list(Vault.objects.filter(pk=two[0].id))
    first, second = (query["sql"] for query in asked.captured_queries)
    assert first == second


def test_a_value_that_would_change_the_sql_is_refused() -> None:
    with pytest.raises(TypeError, match="id is neither UUID nor text"):
        vaults(id=None)  # type: ignore[arg-type]


@pytest.mark.usefixtures("db")
def test_a_value_that_the_database_gets_in_another_form_is_refused() -> None:
    @prepared
    def beginning(*, text: str) -> QuerySet[KnownFact]:
        return KnownFact._base_manager.filter(place__startswith=text)

    with pytest.raises(TypeError, match="cannot be prepared"):
        beginning(text="haus")
