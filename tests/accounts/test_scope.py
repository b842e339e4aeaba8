"""In whose name the database is asked: it nests, it ends with an error, and nothing of it is left for the next one."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from lebenslage.accounts.actions import make_user
from lebenslage.accounts.middleware import begin_as_nobody
from lebenslage.accounts.models import Kind
from lebenslage.accounts.scope import NOBODY, Scope, acting, current, forget

ONE, OTHER = uuid4(), uuid4()


def told() -> tuple[UUID | None, UUID | None]:
    """In whose name the connection itself asks: on PostgreSQL what row-level security reads; SQLite has nothing of the kind."""
    if connection.vendor != "postgresql":
        return current().authority, current().vault
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('lebenslage.authority', true), current_setting('lebenslage.vault', true)")
        authority, vault = cursor.fetchone()
    return UUID(authority) if authority else None, UUID(vault) if vault else None


@pytest.mark.django_db
def test_scopes_nest_and_the_former_returns() -> None:
    with acting(authority=ONE):
        with acting(vault=OTHER):
            assert told() == (None, OTHER)
        assert (current(), told()) == (Scope(authority=ONE), (ONE, None))
    assert (current(), told()) == (NOBODY, (None, None))


@pytest.mark.django_db
def test_an_error_of_the_database_within_a_transaction_ends_the_scope() -> None:
    make_user("a@example.org", "x", Kind.RESIDENT)
    with pytest.raises(IntegrityError), transaction.atomic(), acting(authority=ONE):
        make_user("a@example.org", "x", Kind.RESIDENT)
    assert (current(), told()) == (NOBODY, (None, None))


@pytest.mark.django_db
def test_a_transaction_rolled_back_within_a_scope_leaves_the_scope() -> None:
    make_user("a@example.org", "x", Kind.RESIDENT)
    with acting(authority=ONE):
        with suppress(IntegrityError), transaction.atomic():
            make_user("a@example.org", "x", Kind.RESIDENT)
        assert told() == (ONE, None)


@pytest.mark.django_db
def test_an_error_of_ours_is_not_hidden_where_the_transaction_is_given_up() -> None:
    with pytest.raises(ValueError, match="ours"), transaction.atomic(), acting(authority=ONE), transaction.atomic(savepoint=False):
        raise ValueError("ours")
    assert (current(), told()) == (NOBODY, (None, None))


@pytest.mark.django_db
def test_a_scope_within_a_rolled_back_scope_does_not_survive() -> None:
    with acting(authority=ONE):
        with suppress(ValueError), transaction.atomic(), acting(authority=OTHER):
            raise ValueError
        assert told() == (ONE, None)


@pytest.mark.django_db(transaction=True)
def test_a_connection_opened_within_a_scope_starts_in_it() -> None:
    with acting(authority=ONE):
        if connection.vendor == "postgresql":
            connection.close()
        assert told() == (ONE, None)
    assert told() == (None, None)


@pytest.mark.django_db
def test_another_thread_acts_for_nobody() -> None:
    seen: list[Scope] = []
    with acting(authority=ONE):
        thread = threading.Thread(target=lambda: seen.append(current()))
        thread.start()
        thread.join()
    assert seen == [NOBODY]


@pytest.mark.django_db
def test_a_request_finds_nothing_of_the_one_before() -> None:
    def leave_behind(request: HttpRequest) -> HttpResponse:
        acting(authority=ONE).__enter__()
        return HttpResponse()

    begin_as_nobody(leave_behind)(RequestFactory().get("/"))
    assert (current(), told()) == (NOBODY, (None, None))


@pytest.mark.django_db
def test_a_request_that_fails_leaves_nothing() -> None:
    def fail(request: HttpRequest) -> HttpResponse:
        acting(authority=ONE).__enter__()
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        begin_as_nobody(fail)(RequestFactory().get("/"))
    assert (current(), told()) == (NOBODY, (None, None))


@pytest.mark.django_db
def test_what_is_streamed_after_the_view_is_read_for_nobody() -> None:
    def lines() -> Iterator[str]:
        yield str(current().authority)

    def stream(request: HttpRequest) -> StreamingHttpResponse:
        with acting(authority=ONE):
            return StreamingHttpResponse(lines())

    answer = begin_as_nobody(stream)(RequestFactory().get("/"))
    assert b"".join(answer) == b"None"


@pytest.mark.django_db
def test_a_stream_given_up_halfway_does_not_open_the_next_request() -> None:
    def lines() -> Iterator[str]:
        with acting(authority=ONE):
            yield "one"
            yield "two"

    half = lines()
    next(half)
    assert current() == Scope(authority=ONE)
    seen = begin_as_nobody(lambda request: HttpResponse(str(current().authority)))(RequestFactory().get("/"))
    assert (seen.content, told()) == (b"None", (None, None))
    half.close()
    forget()


@pytest.mark.django_db
def test_on_sqlite_a_request_costs_no_query(django_assert_num_queries: object) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("about SQLite alone: on PostgreSQL every request states its scope to the database, which takes a query")
    with django_assert_num_queries(0):  # type: ignore[operator]
        begin_as_nobody(lambda request: HttpResponse())(RequestFactory().get("/"))
