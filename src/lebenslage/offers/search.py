"""Finding help: what somebody looks for, what fits, and which single wish to let go of where nothing does."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from difflib import get_close_matches
from math import asin, cos, radians, sin, sqrt
from typing import Final

from django.db.models import QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.authorities.queries import area_of
from lebenslage.authorities.spelling import folded, folded_short, folded_street
from lebenslage.offers.access import step_free
from lebenslage.offers.actions import split_street
from lebenslage.offers.hours import Rule, Times, open_until, opens_next
from lebenslage.offers.models import Location, Service, Site, Status
from lebenslage.offers.prices import Cost, free_of_charge
from lebenslage.offers.queries import costs_of, house_of, public, rules_of, with_parts

EARTH: Final = 6_371_000.0
STEM: Final = 5
ENDINGS: Final = ("en", "er", "es", "e", "n", "s")
ALIKE: Final = 0.78
POSTCODE: Final = re.compile(r"\b\d{4,5}\b")
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
    def free(self) -> bool:
        """Whether it is known to cost nothing."""
        return free_of_charge(self.costs)

    @property
    def closed_for_now(self) -> bool:
        """Whether it pauses."""
        return self.service.status == Status.TEMPORARILY_CLOSED


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: what fits, the nearest first; how many more there may be of whose steps nobody knows; and what would widen it.

    `wider` are names of wishes with the number of offers that fit without them; `meant` a spelling that finds something.
    """

    hits: Sequence[Hit]
    access_unknown: int
    wider: Sequence[tuple[str, int]]
    meant: str
    origin: Location | None


type Fits = Callable[[Service, Wish, datetime], bool]


def search(authority: Authority, wish: Wish, moment: datetime) -> Found:
    """Look through everything public in a town. Four questions to the database, one more for a known house."""
    services = list(with_parts(public(authority)))
    fitting = [one for one in services if _fits(one, wish, moment)]
    origin = origin_of(authority, wish.near) if wish.near else None
    hits = sorted((_hit(one, wish, origin, moment) for one in fitting), key=_order)
    return Found(
        hits,
        _unknown_access(services, wish, moment),
        [] if fitting else _wider(services, wish, moment),
        "" if fitting else _meant(services, wish, moment),
        origin,
    )


# --- What fits -------------------------------------------------------------------------------------


def _words_fit(service: Service, wish: Wish, moment: datetime) -> bool:
    return all(any(one in service.found for one in spelled) for spelled in _spelled(wish.words))


def _spelled(words: str) -> Sequence[tuple[str, str]]:
    """Each word that matters, with umlauts as two letters and as one, without its ending."""
    pairs = zip(folded(words).split(), folded_short(words).split(), strict=False)
    return [(_stem(one), _stem(other)) for one, other in pairs if one not in LEFT_OUT and other not in LEFT_OUT]


def _stem(word: str) -> str:
    return next((word.removesuffix(one) for one in ENDINGS if len(word) - len(one) >= STEM and word.endswith(one)), word)


def _topic_fits(service: Service, wish: Wish, moment: datetime) -> bool:
    return service.topic == wish.topic


def _open_fits(service: Service, wish: Wish, moment: datetime) -> bool:
    return service.status == Status.ACTIVE and open_until(rules_of(service), moment) is not None


def _access(service: Service) -> bool | None:
    house = house_of(service)
    return step_free(house.access) if house is not None else None


def _access_fits(service: Service, wish: Wish, moment: datetime) -> bool:
    return _access(service) is True


def _free_fits(service: Service, wish: Wish, moment: datetime) -> bool:
    return free_of_charge(costs_of(service))


def _language_fits(service: Service, wish: Wish, moment: datetime) -> bool:
    return wish.language in service.languages


FITS: Final[Mapping[str, Fits]] = {
    "words": _words_fit,
    "topic": _topic_fits,
    "open_now": _open_fits,
    "step_free": _access_fits,
    "free": _free_fits,
    "language": _language_fits,
}
"""What narrows a search, by the name of the wish."""


def _fits(service: Service, wish: Wish, moment: datetime) -> bool:
    reached = not service.areas or not wish.area or wish.area in service.areas
    return reached and all(fits(service, wish, moment) for name, fits in FITS.items() if getattr(wish, name))


def without(wish: Wish, name: str) -> Wish:
    """The same wish without one of its parts."""
    return replace(wish, **{name: type(getattr(wish, name))()})


def _wider(services: Sequence[Service], wish: Wish, moment: datetime) -> Sequence[tuple[str, int]]:
    """Which wish to let go of, and how many offers fit then; the one that opens most first."""
    counts = {name: sum(_fits(one, without(wish, name), moment) for one in services) for name in FITS if getattr(wish, name)}
    return sorted(((name, number) for name, number in counts.items() if number), key=lambda pair: -pair[1])


def _unknown_access(services: Sequence[Service], wish: Wish, moment: datetime) -> int:
    if not wish.step_free:
        return 0
    return sum(_access(one) is None and house_of(one) is not None for one in services if _fits(one, without(wish, "step_free"), moment))


def _meant(services: Sequence[Service], wish: Wish, moment: datetime) -> str:
    """The words in a spelling that occurs in the directory; nothing where that finds nothing either."""
    known = sorted({word for one in services for word in one.found.split() if len(word) >= STEM - 1})
    typed = [word for word in folded(wish.words).split() if word not in LEFT_OUT]
    nearest = [next(iter(get_close_matches(word, known, n=1, cutoff=ALIKE)), word) for word in typed]
    other = replace(wish, words=" ".join(nearest))
    return other.words if nearest != typed and any(_fits(one, other, moment) for one in services) else ""


# --- Where -----------------------------------------------------------------------------------------


def _hit(service: Service, wish: Wish, origin: Location | None, moment: datetime) -> Hit:
    house, rules = house_of(service), rules_of(service)
    return Hit(
        service,
        house,
        rules,
        costs_of(service),
        _metres(origin, house),
        _nearness(house, wish),
        open_until(rules, moment),
        opens_next(rules, moment),
    )


def _order(hit: Hit) -> tuple[bool, float, int, bool, str]:
    far = hit.metres is None
    return (far, hit.metres or 0.0, hit.nearness, hit.until is None, hit.service.name)


def _nearness(house: Location | None, wish: Wish) -> int:
    if house is None:
        return 2
    if wish.area and house.area == wish.area:
        return 0
    return 1 if wish.postcode and house.postcode == wish.postcode else 2


def _metres(origin: Location | None, house: Location | None) -> float | None:
    if origin is None or house is None or origin.latitude is None or origin.longitude is None:
        return None
    if house.latitude is None or house.longitude is None:
        return None
    return distance((origin.latitude, origin.longitude), (house.latitude, house.longitude))


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres between two points in degrees (latitude, longitude), as the crow flies."""
    north, south = radians(one[0]), radians(other[0])
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(radians(one[1] - other[1]) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def origin_of(authority: Authority, near: int) -> Location | None:
    """A house of a public offer from which ways are measured."""
    return _public_houses(authority).filter(pk=near).exclude(latitude=None).first()


def whereabouts(authority: Authority, typed: str) -> Wish:
    """Where somebody is who typed a street or a postcode: an area, a postcode, and the nearest known house in that street.

    What she typed is not kept: only what it led to.
    """
    found = POSTCODE.search(typed)
    street, number = split_street(POSTCODE.sub(" ", typed).replace(",", " ").strip())
    area = area_of(authority, street, number) if street else ""
    return Wish(area=area, postcode=found[0] if found else "", near=_house_in(authority, street, number) if street else 0)


def _public_houses(authority: Authority) -> QuerySet[Location]:
    return Location.objects.filter(
        authority=authority, pk__in=Site.objects.filter(service__in=public(authority).values("pk")).values("location")
    )


def _house_in(authority: Authority, street: str, number: str) -> int:
    """A house with coordinates in the same street, the nearest number first; or one that is called so."""
    wanted, houses = folded_street(street), _public_houses(authority).exclude(latitude=None)
    same = [one for one in houses if wanted in (folded_street(split_street(one.street)[0]), folded_street(one.name))]
    return min(same, key=lambda one: abs(_digits(one.street) - _digits(number))).pk if same else 0


def _digits(text: str) -> int:
    found = re.search(r"\d+", text)
    return int(found[0]) if found else 0
