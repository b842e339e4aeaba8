"""Finding help: what fits, the nearest first, a page at a time; and which single wish to let go of where nothing does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from difflib import get_close_matches
from functools import reduce
from heapq import nlargest
from itertools import pairwise
from math import cos, radians
from operator import or_
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Power

from lebenslage.authorities.models import Authority
from lebenslage.authorities.spelling import folded
from lebenslage.offers.hours import Rule, Times, open_until, opens_next
from lebenslage.offers.models import Location, Service, Status
from lebenslage.offers.narrowing import LEFT_OUT, Wish, access_unknown, asked, at_house, conditions, has_words
from lebenslage.offers.prices import Cost
from lebenslage.offers.queries import costs_of, house_of, rules_of, with_parts
from lebenslage.offers.whereabouts import metres_between, origin_of

A_PAGE: Final = 20
ALIKE: Final = 0.78
SHORTEST: Final = 4
SLIPS: Final = 3
PIECES: Final = 3
LIKELY: Final = 100
MOST_WORDS: Final = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """An offer that fits. `nearness` is 0 in the same area, 1 with the same postcode, 2 elsewhere; metres where both points are known."""

    service: Service
    house: Location | None
    rules: Sequence[Rule]
    costs: Sequence[Cost]
    metres: float | None
    nearness: int
    until: time | None
    next: Times | None

    @property
    def closed_for_now(self) -> bool:
        """Whether it pauses."""
        return self.service.status == Status.TEMPORARILY_CLOSED


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the answer: what fits, the nearest first; how many more there may be of whose steps nobody knows; what would widen it.

    `wider` are names of wishes with the number of offers that fit without them; `meant` a spelling that finds something.
    """

    page: Page[Service]
    hits: Sequence[Hit]
    access_unknown: int
    wider: Sequence[tuple[str, int]]
    meant: str
    origin: Location | None


def search(authority: Authority, wish: Wish, moment: datetime, page: str = "") -> Found:
    """A page of everything public in a town that fits. Five questions to the database, one more for a known house, one for steps."""
    some, narrow = asked(authority, wish, moment), conditions(wish)
    origin = origin_of(authority, wish.near) if wish.near else None
    fitting = _in_order(some.filter(*narrow.values()), wish, origin)
    shown = Paginator(with_parts(fitting), A_PAGE).get_page(page)
    nothing = not shown.paginator.count
    return Found(
        shown,
        [_hit(one, wish, origin, moment) for one in shown],
        _unknown_access(some, narrow),
        _wider(some, narrow) if nothing else [],
        _meant(some, wish) if nothing and wish.words else "",
        origin,
    )


def without(wish: Wish, name: str) -> Wish:
    """The same wish without one of its parts."""
    return replace(wish, **{name: type(getattr(wish, name))()})


# --- In which order --------------------------------------------------------------------------------


def _in_order(some: QuerySet[Service], wish: Wish, origin: Location | None) -> QuerySet[Service]:
    """The nearest first, what is open before what is closed, then by name."""
    orders = {**_way(origin), **_nearness(wish)}
    return some.alias(**orders).order_by(*(F(name).asc(nulls_last=True) for name in orders), F("closed"), "name", "pk")


def _way(origin: Location | None) -> Mapping[str, Any]:
    """The square of the way in degrees: within a town the earth is flat."""
    if origin is None or origin.latitude is None or origin.longitude is None:
        return {}
    narrower = cos(radians(origin.latitude)) ** 2
    north, east = Power(_of_house("latitude") - origin.latitude, 2), Power(_of_house("longitude") - origin.longitude, 2)
    return {"way": north + east * narrower}


def _of_house(column: str) -> Subquery:
    return Subquery(Location.objects.filter(pk=OuterRef("house")).values(column))


def _nearness(wish: Wish) -> Mapping[str, Any]:
    """As `_near` says it of one house."""
    known = {"area": wish.area, "postcode": wish.postcode}
    steps = [When(at_house(**{column: value}), then=Value(step)) for step, (column, value) in enumerate(known.items()) if value]
    return {"nearness": Case(*steps, default=Value(len(known)))} if steps else {}


# --- A hit -----------------------------------------------------------------------------------------


def _hit(service: Service, wish: Wish, origin: Location | None, moment: datetime) -> Hit:
    house, rules = house_of(service), rules_of(service)
    return Hit(
        service,
        house,
        rules,
        costs_of(service),
        metres_between(origin, house),
        _near(house, wish),
        open_until(rules, moment),
        opens_next(rules, moment),
    )


def _near(house: Location | None, wish: Wish) -> int:
    if house is None:
        return 2
    if wish.area and house.area == wish.area:
        return 0
    return 1 if wish.postcode and house.postcode == wish.postcode else 2


# --- Where nothing fits ----------------------------------------------------------------------------


def _unknown_access(some: QuerySet[Service], narrow: Mapping[str, Q]) -> int:
    others = [condition for name, condition in narrow.items() if name != "step_free"]
    return some.filter(access_unknown(), *others).count() if "step_free" in narrow else 0


def _wider(some: QuerySet[Service], narrow: Mapping[str, Q]) -> Sequence[tuple[str, int]]:
    """Which wish to let go of, and how many offers fit then: those that miss it alone. The one that opens most first."""
    missed = {f"misses_{name}": Case(When(fits, then=Value(0)), default=Value(1)) for name, fits in narrow.items()}
    counted = some.order_by().annotate(**missed).values(*missed).annotate(number=Count("pk"))
    alone = [(name, row["number"]) for row in counted for name in narrow if sum(row[one] for one in missed) == row[f"misses_{name}"] == 1]
    return sorted(alone, key=lambda pair: -pair[1])


def _meant(some: QuerySet[Service], wish: Wish) -> str:
    """A few words in a spelling that finds something with all her other wishes; nothing where there is none."""
    rest = some.filter(*conditions(without(wish, "words")).values())
    typed = [word for word in folded(wish.words).split() if word not in LEFT_OUT]
    if len(typed) > MOST_WORDS:
        return ""
    nearest = [_nearest(rest, word) for word in typed]
    other = " ".join(nearest)
    return other if nearest != typed and rest.filter(has_words(other)).exists() else ""


def _nearest(some: QuerySet[Service], word: str) -> str:
    """The known word that is most like what was typed: a slip of the pen leaves a piece of it, and most pairs of letters, as they were."""
    size = max(1, len(word) // PIECES)
    pieces = [word[start : start + size] for start in range(0, len(word), size)]
    texts = some.order_by().filter(reduce(or_, (Q(found__contains=piece) for piece in pieces))).values_list("found", flat=True)
    known = [one for one in sorted(set(" ".join(texts).split())) if len(one) >= SHORTEST and abs(len(one) - len(word)) <= SLIPS]
    typed = _pairs(word)
    likely = nlargest(LIKELY, known, key=lambda one: len(typed & _pairs(one)))
    return next(iter(get_close_matches(word, likely, n=1, cutoff=ALIKE)), word)


def _pairs(word: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(word)))
