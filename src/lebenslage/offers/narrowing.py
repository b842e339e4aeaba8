"""What narrows a search, as the database answers it: each wish is a condition on an entry. What is open is computed as `hours` does it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import and_, or_
from typing import Final

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Concat

from lebenslage.authorities.models import Authority
from lebenslage.authorities.spelling import folded, folded_short
from lebenslage.kernel.holidays import NRW
from lebenslage.offers.access import FACTS, GRADES
from lebenslage.offers.hours import codes_on
from lebenslage.offers.indexing import in_other_letters
from lebenslage.offers.models import Location, Price, Schedule, Service, Site, Status
from lebenslage.offers.queries import public

STEM: Final = 5
ENDINGS: Final = ("en", "er", "es", "e", "n", "s")
FILLING: Final = (
    "und oder mit fuer fur der die das ein eine in im bei von zu zum zur ich suche brauche hilfe",
    "a an the for with and i need",
    "de het een voor met en ik zoek",
)
LEFT_OUT: Final = frozenset(word for line in FILLING for word in line.split())
"""Words that people type and that say nothing about what they look for."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody looks for. Where she is, is told by an area, a postcode or a known house - never by her own address."""

    words: str = ""
    topic: str = ""
    area: str = ""
    postcode: str = ""
    near: int = 0
    open_now: bool = False
    step_free: bool = False
    free: bool = False
    language: str = ""


def asked(authority: Authority, wish: Wish, moment: datetime) -> QuerySet[Service]:
    """The public entries of a town that reach where she is, with what the conditions below look at."""
    closed = Case(When(open_at(authority, moment), then=Value(0)), default=Value(1))
    first = Site.objects.filter(service=OuterRef("pk")).order_by("number", "pk").values("location")[:1]
    lists = {"spoken": Cast("languages", TextField()), "reached": Cast("areas", TextField())}
    some = public(authority).alias(house=Subquery(first), closed=closed, **lists)
    return some.filter(Q(areas=[]) | _holds("reached", wish.area)) if wish.area else some


def conditions(wish: Wish) -> dict[str, Q]:
    """What narrows this search, by the name of the wish."""
    every = {
        "words": has_words(wish.words),
        "topic": Q(topic=wish.topic),
        "open_now": Q(closed=0),
        "step_free": at_house(STEP_FREE),
        "free": _free(),
        "language": _holds("spoken", wish.language),
    }
    return {name: condition for name, condition in every.items() if getattr(wish, name)}


def open_at(authority: Authority, moment: datetime) -> Q:
    """What is open at this moment, as `hours.open_until` says it rule by rule; whatever pauses is not."""
    clock, special = moment.time(), Q(first=F("last"))
    hours = Q(opens__lte=clock, closes__gt=clock)
    counted = {"shut": Q(closed=True), "special": special, "special_open": special & hours, "open": hours}
    days = _rules_of(authority, moment.date()).order_by().values("service")
    days = days.annotate(**{f"how_{name}": Count("pk", filter=rule) for name, rule in counted.items()}).filter(Q(how_shut=0))
    week = Q(pk__in=[]) if moment.date() in NRW else Q(how_special=0, how_open__gt=0)
    return Q(status=Status.ACTIVE, pk__in=days.filter(Q(how_special_open__gt=0) | week).values("service"))


def _rules_of(authority: Authority, day: date) -> QuerySet[Schedule]:
    """The rules that speak of a day, as `hours.Rule.covers` says it."""
    some = Schedule.objects.filter(service__authority=authority).alias(each=Concat(Value(","), "days", Value(",")))
    some = some.filter(Q(first=None) | Q(first__lte=day), Q(last=None) | Q(last__gte=day))
    of_the_week = reduce(or_, (Q(each__contains=f",{code},") for code in sorted(codes_on(day))))
    return some.filter(of_the_week | Q(days="") & (Q(closed=True) | Q(first=F("last"))))


def access_unknown() -> Q:
    """A house of which nobody knows whether there are steps."""
    known = STEP_FREE | Q(**{_place_of("level"): False}) | Q(access__wheelchairAccessibilityGrade__in=list(GRADES))
    return Q(house__isnull=False) & ~at_house(known)


def _place_of(name: str) -> str:
    return "__".join(("access", *map(str, FACTS[name])))


def at_house(*about: Q, **known: str) -> Q:
    """Where it is found first is a house of which something is true."""
    return Q(Exists(Location.objects.filter(*about, pk=OuterRef("house"), **known)))


def has_words(words: str) -> Q:
    """Every word that matters stands in it, whatever its ending."""
    return reduce(and_, (Q(found__contains=one) | Q(found__contains=other) for one, other in _spelled(words)), Q())


def _spelled(words: str) -> list[tuple[str, str]]:
    """Each word that matters, with umlauts as two letters and as one, without its ending."""
    pairs = zip(folded(words).split(), folded_short(words).split(), strict=False)
    latin = [(_stem(one), _stem(other)) for one, other in pairs if one not in LEFT_OUT and other not in LEFT_OUT]
    return [*latin, *((word, word) for word in in_other_letters(words))]


def _stem(word: str) -> str:
    return next((word.removesuffix(one) for one in ENDINGS if len(word) - len(one) >= STEM and word.endswith(one)), word)


def _free() -> Q:
    """Known to cost nothing, whoever comes."""
    prices = Price.objects.filter(service=OuterRef("pk"))
    return Exists(prices) & ~Exists(prices.filter(Q(cents=None) | Q(cents__gt=0)))


def _holds(column: str, one: str) -> Q:
    """Whether a list, kept as JSON, holds a word; the databases write letters beyond ASCII in two ways."""
    return Q(**{f"{column}__contains": json.dumps(one)}) | Q(**{f"{column}__contains": json.dumps(one, ensure_ascii=False)})


STEP_FREE: Final = (
    Q(**{_place_of("level"): True})
    | Q(**{_place_of("ramp"): True})
    | Q(access__wheelchairAccessibilityGrade__in=[grade for grade, known in GRADES.items() if known])
)
"""A house into which somebody in a wheelchair gets, as `access.step_free` says it."""
