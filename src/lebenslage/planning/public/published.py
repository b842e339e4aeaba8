"""What a town published: the one place where public pages and addresses read figures, and they read `Released` alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404

from lebenslage.authorities.models import Authority
from lebenslage.quarters.columns import Column, Mark, column_of
from lebenslage.quarters.models import Edition, Indicator, Released

WITHOUT_NUMBER: Final = (Mark.SUPPRESSED, Mark.MISSING)


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of an area. Where it is hidden or missing there is no number, whatever may lie in the database."""

    key: str
    name: str
    number: float | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sheet:
    """A published column: an indicator at a day, when it was published and under which licence."""

    column: Column
    minimum: int
    licence: str
    at: datetime

    @property
    def indicator(self) -> Indicator:
        """What is counted."""
        return self.column.indicator

    @property
    def on(self) -> date:
        """The day for which it is true."""
        return self.column.on

    @property
    def figures(self) -> Sequence[Figure]:
        """The figures in the order of the areas."""
        return list(self._figures())

    def figure(self, key: str) -> Figure | None:
        """The figure of an area; None where this edition has no such area."""
        return next((one for one in self._figures() if one.key == key), None)

    @property
    def hidden(self) -> int:
        """How many figures are hidden."""
        return sum(mark == Mark.SUPPRESSED for mark in self.column.marks)

    def _figures(self) -> Iterator[Figure]:
        areas = self.column.edition
        for key, name, number, mark in zip(areas.keys, areas.names, self.column.numbers, self.column.marks, strict=True):
            yield Figure(key, name, None if mark in WITHOUT_NUMBER else number, mark)


@dataclass(frozen=True, slots=True)
class Published:
    """Everything that a town published, the latest day first."""

    authority: Authority
    sheets: Sequence[Sheet]

    @property
    def indicators(self) -> Sequence[Indicator]:
        """The indicators of which something is published, by topic and name."""
        found = {one.indicator.key: one.indicator for one in self.sheets}
        return sorted(found.values(), key=lambda one: (one.topic, one.name))

    @property
    def editions(self) -> Sequence[Edition]:
        """The sets of areas for which something is published, the latest first."""
        found = {one.column.edition.pk: one.column.edition for one in self.sheets}
        return sorted(found.values(), key=lambda one: one.valid_from, reverse=True)

    def of(self, indicator: str) -> Sequence[Sheet]:
        """The days of an indicator, the latest first. Raises Http404 where nothing of it is published."""
        found = [one for one in self.sheets if one.indicator.key == indicator]
        if not found:
            raise Http404
        return found

    def latest(self, edition: Edition | None = None) -> Sequence[Sheet]:
        """The latest day of each indicator, in one edition of the areas or in all, in the order of the indicators."""
        some = [one for one in self.sheets if edition is None or one.column.edition.pk == edition.pk]
        newest = {one.indicator.key: one for one in reversed(some)}
        return [newest[one.key] for one in self.indicators if one.key in newest]


def towns() -> QuerySet[Authority]:
    """The towns that published something, by name."""
    return Authority.objects.filter(Exists(Released.objects.filter(authority=OuterRef("pk")))).order_by("name")


def town_with(key: str) -> Authority:
    """The town with this official key. Raises Http404 where it published nothing: a town that only collects is not to be told from none."""
    town = towns().filter(key=key).first()
    if town is None:
        raise Http404
    return town


def published(key: str, *, drawn: bool = False) -> Published:
    """What the town with this official key published; two queries. `drawn` loads the pictures of the areas, too. Raises Http404."""
    town = town_with(key)
    heavy = ("edition__outlines",) if drawn else ("edition__outlines", "edition__drawn")
    found = Released.objects.filter(authority=town).select_related("indicator", "edition").defer(*heavy).order_by("-on", "indicator__key")
    return Published(town, [Sheet(column_of(one), one.minimum, one.licence, one.at) for one in found])
