"""Releasing: a column once, small counts hidden, attacked before it goes out, and never otherwise afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from types import MappingProxyType
from typing import Final

from django.db import transaction

from lebenslage.atlas.progress import Progress, silently
from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.kernel.errors import Problem
from lebenslage.quarters.catalogue import released
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Kind, Released
from lebenslage.quarters.problems import MinimumTooLow
from lebenslage.quarters.queries import least_minimum
from lebenslage.quarters.releasing.hiding import MINIMUM, attack, day_of, hidden_in, veiled
from lebenslage.quarters.releasing.maps import name_of
from lebenslage.quarters.releasing.problems import DenominatorMissing, SecondMap
from lebenslage.quarters.releasing.quantities import is_count, is_share
from lebenslage.quarters.releasing.scores import Inputs, inputs_of, is_score, veiled_score

NOTHING_KNOWN: Final[Inputs] = MappingProxyType({})

type Told = tuple[str, str, date]


@transaction.atomic
def release(authority: Authority, columns: Sequence[Column], *, by: Actor, at: datetime, minimum: int = MINIMUM) -> Sequence[Released]:
    """Publish columns with small counts hidden, and what would tell them; what stands released is left as it is.

    Returns what stands now of these columns. Raises TellsTooMuch, FiguresDisagree, DenominatorMissing, SecondMap, MinimumTooLow.
    """
    return _release(authority, columns, protected, by=by, at=at, minimum=minimum)


@transaction.atomic
def release_as_given(
    authority: Authority, columns: Sequence[Column], *, by: Actor, at: datetime, minimum: int = MINIMUM
) -> Sequence[Released]:
    """Publish columns in which somebody else hid the small counts; refused where one can be computed. Raises what `release` does."""
    return _release(authority, columns, checked, by=by, at=at, minimum=minimum)


def protected(
    columns: Sequence[Column],
    earlier: Sequence[Column],
    minimum: int = MINIMUM,
    inputs: Inputs = NOTHING_KNOWN,
    progress: Progress = silently,
) -> Sequence[Column]:
    """New columns as they may be published beside earlier ones: pure. Scores of which nothing may be shown are left out.

    Raises what `release` does.
    """
    people = [one for one in columns if is_count(one) or is_share(one)]
    done = [veil for day in _days(people) for veil in _protected_day(day, earlier, minimum, progress)]
    done += [_mean(one, earlier, minimum) for one in columns if _is_mean(one)]
    scores = [one for one in columns if is_score(one)]
    shown = [veiled_score(one, [*earlier, *done], inputs) for one in scores]
    done += [one for one in shown if any(number is not None for number in one.numbers)]
    others = [one for one in columns if one not in people and one not in scores and not _is_mean(one)]
    return [*done, *others]


def checked(
    columns: Sequence[Column],
    earlier: Sequence[Column],
    minimum: int = MINIMUM,
    inputs: Inputs = NOTHING_KNOWN,
    progress: Progress = silently,
) -> Sequence[Column]:
    """Columns as they are, attacked. Raises what `release` does."""
    for some in _days([one for one in columns if is_count(one) or is_share(one)]):
        day = day_of(_of_day(earlier, some[0].on), some, minimum)
        shown = ~day.system.puzzle().free
        attack(day, shown, progress)
    return columns


def hindrances(columns: Sequence[Column]) -> Sequence[tuple[Column, Problem]]:
    """The columns that cannot be released, and why."""
    return [(one, DenominatorMissing(indicator=one.indicator.name)) for one in columns if _lacks_base(one)]


def _release(
    authority: Authority,
    columns: Sequence[Column],
    made: Callable[[Sequence[Column], Sequence[Column], int, Inputs], Sequence[Column]],
    *,
    by: Actor,
    at: datetime,
    minimum: int,
) -> Sequence[Released]:
    Authority.objects.select_for_update().get(pk=authority.pk)
    if minimum < (least := least_minimum(authority)):
        raise MinimumTooLow(given=minimum, least=least)
    for _, why in hindrances(columns):
        raise why
    earlier = released(authority)
    known = {_told(one) for one in earlier}
    new = [one for one in columns if _told(one) not in known]
    for one in made(new, earlier, minimum, inputs_of(authority)):
        _write(authority, one, at=at, minimum=minimum)
    if new:
        keys = sorted({one.indicator.key for one in new})
        record("release_figures", Subject("authority", authority.id, authority.id), by=by, indicators=keys, columns=len(new))
    wanted = {_told(one) for one in columns}
    stand = Released.objects.filter(authority=authority).select_related("indicator", "edition")
    return [one for one in stand if (one.indicator.key, name_of(one.edition), one.on) in wanted]


def _write(authority: Authority, one: Column, *, at: datetime, minimum: int) -> None:
    people = one.indicator.of_people or is_score(one)
    Released.objects.create(
        authority=authority,
        indicator=one.indicator,
        edition=one.edition,
        on=one.on,
        numbers=list(one.numbers),
        qualities="".join(one.marks),
        bases=None if one.bases is None else list(one.bases),
        town=one.town,
        minimum=minimum if people else 0,
        source=one.source or one.indicator.source,
        licence=one.indicator.licence,
        at=at,
    )


def _protected_day(fresh: Sequence[Column], earlier: Sequence[Column], minimum: int, progress: Progress) -> Iterator[Column]:
    day = day_of(_of_day(earlier, fresh[0].on), fresh, minimum)
    hidden = hidden_in(day, progress)
    yield from (veiled(day, column, hidden) for column in fresh)


def _mean(column: Column, earlier: Sequence[Column], minimum: int) -> Column:
    """A mean of people is hidden where it is one of few. Raises SecondMap."""
    if any(one.indicator.key == column.indicator.key and one.on == column.on for one in earlier):
        raise SecondMap(indicator=column.indicator.name)
    few = [(base or 0) < minimum for base in column.bases or ()]
    numbers = [None if hide else number for number, hide in zip(column.numbers, few, strict=True)]
    marks = [Mark.SUPPRESSED if hide and mark is not Mark.MISSING else mark for mark, hide in zip(column.marks, few, strict=True)]
    return replace(column, numbers=numbers, marks=marks, bases=None, town=None)


def _is_mean(column: Column) -> bool:
    return column.indicator.of_people and column.indicator.kind == Kind.MEAN


def _lacks_base(column: Column) -> bool:
    return (is_share(column) or _is_mean(column)) and column.bases is None


def _days(columns: Sequence[Column]) -> Iterator[Sequence[Column]]:
    ordered = sorted(columns, key=lambda one: one.on)
    yield from (list(some) for _, some in groupby(ordered, key=lambda one: one.on))


def _of_day(columns: Sequence[Column], on: date) -> Sequence[Column]:
    return [one for one in columns if one.on == on]


def _told(one: Column) -> Told:
    return one.indicator.key, name_of(one.edition), one.on
