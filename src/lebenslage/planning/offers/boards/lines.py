"""An offer on paper: name, house, hours, price, telephone - one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lebenslage.law.texts import Texts
from lebenslage.offers import hours, prices
from lebenslage.offers.access import step_free
from lebenslage.offers.models import Service
from lebenslage.offers.queries import costs_of, house_of, rules_of
from lebenslage.offers.topics import TOPICS


@dataclass(frozen=True, slots=True)
class OnPaper:
    """What stands on the board of one offer."""

    name: str
    about: str
    place: str
    stepless: bool
    hours: Sequence[str]
    prices: str
    phone: str
    application: str


def lines_of(services: Sequence[Service], say: Texts) -> Sequence[tuple[str, Sequence[OnPaper]]]:
    """The offers by topic, in the order of the topics."""
    known = [(say("offers", "topics", topic), [_on_paper(one) for one in services if one.topic == topic]) for topic in TOPICS]
    return [(topic, some) for topic, some in known if some]


def _on_paper(one: Service) -> OnPaper:
    house = house_of(one)
    place = ", ".join(part for part in (house.name, house.street) if part) if house else ""
    costs = prices.written_lines(costs_of(one)).replace("\n", "; ").replace(",00", "") or one.fees
    times = hours.written_lines(rules_of(one)).splitlines()
    stepless = house is not None and step_free(house.access) is True
    return OnPaper(one.name, one.description, place, stepless, times, costs, one.phone, one.application)
