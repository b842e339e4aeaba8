"""What stands published, as somebody reads it who wants to compute what is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lebenslage.authorities.models import Authority
from lebenslage.quarters.inference import Published, Role, Row
from lebenslage.quarters.models import Publication, Quality, Value


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator of an authority, and the one out of which it is counted."""

    authority: Authority
    indicator: str
    part_of: str = ""

    @property
    def role(self) -> Role:
        """Whether it is counted out of another."""
        return "part" if self.part_of else "whole"

    @property
    def whole(self) -> str:
        """The name of the indicator that is not counted out of another."""
        return self.part_of or self.indicator

    def contradicts_itself(self) -> bool:
        """Whether it was counted out of something else before, is counted out of a part, or its whole has another part."""
        mine = Publication.objects.filter(authority=self.authority)
        other = Q(indicator=self.indicator) & ~Q(part_of=self.part_of)
        chained = Q(indicator=self.whole) & ~Q(part_of="")
        sibling = Q(part_of=self.part_of) & ~Q(indicator=self.indicator) if self.part_of else Q(pk=None)
        return mine.filter(other | chained | sibling).exists()


def published(series: Series, *, before: Publication) -> Published:
    """The rows of the indicator and of its counterpart, without the publication that is being made."""
    pair = Q(publication__indicator=series.whole, publication__part_of="") | Q(publication__part_of=series.whole)
    values = Value.objects.filter(pair, publication__authority=series.authority).exclude(publication=before)
    rows: dict[tuple[bool, date], list[Value]] = {}
    for value in values.select_related("publication", "area"):
        rows.setdefault((bool(value.publication.part_of), value.publication.month), []).append(value)
    return Published(*([_row(month, some) for (part, month), some in rows.items() if part is wanted] for wanted in (False, True)))


def _row(month: date, values: Sequence[Value]) -> Row:
    cells = {value.area.key: _count(value) for value in values if value.area and value.quality != Quality.MISSING}
    return Row(month, cells, next((_count(value) for value in values if value.area is None), None))


def _count(value: Value) -> int | None:
    return int(value.value) if value.quality == Quality.EXACT and value.value is not None else None
