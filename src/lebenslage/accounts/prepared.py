"""Questions that are asked on every page: Django writes their SQL once, later only the values change.

Building a query costs several times what the database needs to answer it. What is asked, and in whose scope, stays as the queryset says:
the manager of a table adds the same conditions, and each call fills in the scope that holds at that moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any, Final
from uuid import UUID, uuid4

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

from lebenslage.accounts.scope import Scope, as_if, current

AUTHORITY: Final = "scope authority"
VAULT: Final = "scope vault"

type Value = UUID | str
type Shape = tuple[str, bool, bool, tuple[tuple[str, type[Value]], ...]]


class prepared[**P, Row]:
    """Decorates a function that builds a queryset from keywords, UUIDs or texts; called with values, it hands out the rows.

    The function is called once for each kind of scope, with stand-ins: it must not look at its arguments, nor at a clock.
    """

    def __init__(self, build: Callable[P, QuerySet[Any, Row]]) -> None:
        """Take the function; nothing is built yet."""
        self._build: Callable[..., QuerySet[Any, Row]] = build
        self._plans: dict[Shape, _Plan | None] = {}
        update_wrapper(self, build)

    def __call__(self, *args: P.args, **values: P.kwargs) -> list[Row]:
        """Ask the database, in the scope that holds now. Raises TypeError for a value that is neither UUID nor text."""
        given = _checked(values)
        scope = current()
        shape = (
            connections[DEFAULT_DB_ALIAS].vendor,
            scope.authority is None,
            scope.vault is None,
            tuple((k, type(v)) for k, v in given.items()),
        )
        if shape not in self._plans:
            self._plans[shape] = self._planned(given, scope)
        plan = self._plans[shape]
        return plan.rows({**given, **_owners(scope)}) if plan is not None else []

    def _planned(self, given: Mapping[str, Value], scope: Scope) -> _Plan | None:
        """The SQL with stand-ins in place of values; None where it can find nothing, as for somebody who acts for nobody."""
        marks: dict[str, Value] = {name: uuid4() if isinstance(value, UUID) else uuid4().hex for name, value in given.items()}
        acting = Scope(authority=uuid4() if scope.authority else None, vault=uuid4() if scope.vault else None)
        with as_if(acting):
            rows = self._build(**marks)
        compiler = rows.query.get_compiler(using=rows.db)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return None
        native = compiler.connection.features.has_native_uuid_field
        names = {_written(mark, native=native): name for name, mark in {**marks, **_owners(acting)}.items()}
        if not set(marks) <= {names.get(param) for param in params}:
            raise TypeError("a value does not reach the database as it is given: such a question cannot be prepared")
        converters = compiler.get_converters([column for column, *_ in compiler.select[: compiler.col_count]])
        return _Plan(rows, compiler, sql, tuple((names.get(param, ""), param) for param in params), converters, native)


def _checked(values: Mapping[str, object]) -> Mapping[str, Value]:
    given: dict[str, Value] = {}
    for name, value in values.items():
        if not isinstance(value, UUID | str):
            raise TypeError(f"{name} is neither UUID nor text")
        given[name] = value
    return given


def _owners(scope: Scope) -> Mapping[str, Value]:
    return {name: owner for name, owner in ((AUTHORITY, scope.authority), (VAULT, scope.vault)) if owner is not None}


def _written(value: Value, *, native: bool) -> Value:
    """A value as the database gets it: SQLite knows no UUIDs."""
    return value if native or isinstance(value, str) else value.hex


@dataclass(frozen=True, slots=True)
class _Plan:
    """What Django has written, which parameter is which value, and what turns columns into values of ours."""

    rows_of: QuerySet[Any, Any]
    compiler: Any
    sql: str
    params: tuple[tuple[str, Any], ...]
    converters: Any
    native: bool

    def rows(self, values: Mapping[str, Value]) -> list[Any]:
        """Ask with these values."""
        params = tuple(_written(values[name], native=self.native) if name else constant for name, constant in self.params)
        compiler = copy(self.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        compiler.as_sql = lambda: (self.sql, params)
        compiler.get_converters = lambda columns: self.converters
        reader: Any = self.rows_of._iterable_class
        return list(reader(_Ready(self.rows_of, compiler)))


class _Ready:
    """What Django's reader of rows wants to know of a queryset, with the compiler that has done its work."""

    def __init__(self, rows: QuerySet[Any, Any], compiler: Any) -> None:
        self.db, self.model = rows.db, rows.model
        self._fetch_mode, self._known_related_objects = rows._fetch_mode, rows._known_related_objects  # type: ignore[attr-defined]
        self.query = self
        self.get_compiler = lambda using: compiler
