"""Rows that a story made once in this process, put back where the story is asked for again: to tell it costs half a second each time."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model


class Kept:
    """The rows of some tables, in an order in which each stands after those it points to."""

    def __init__(self, *models: type[Model]) -> None:
        """Nothing is kept yet."""
        self.models = models
        self.rows: list[Sequence[Model]] = []
        self.told: Any = None

    def fits(self) -> bool:
        """Whether something is kept, and these tables are empty as far as this scope sees, so that nothing is in its place."""
        return bool(self.rows) and not any(model._base_manager.exists() for model in self.models)

    def keep(self, told: Any = None) -> None:
        """Remember the rows as they are now, and what else is to be known of the story."""
        self.rows, self.told = [list(model._base_manager.all()) for model in self.models], told

    def put_back(self) -> None:
        """Write the rows."""
        for model, rows in zip(self.models, self.rows, strict=True):
            model._base_manager.bulk_create(rows)  # type: ignore[attr-defined]
