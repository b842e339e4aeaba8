"""A trade and what the municipality takes of its yield."""

from enum import IntEnum

from lebenslage.kernel.units import CentPerYear, Percent
from lebenslage.law.facts import Asked, Bounds, Fact, chosen, flag, number
from lebenslage.law.nodes import HOUSEHOLD

LARGEST_YIELD = 10_000_000_000  # 100 million euros
LEAST_RATE, GREATEST_RATE = 200, 2000


class Rechtsform(IntEnum):
    """Who runs the trade, as GewStG § 11 Abs. 1 tells them apart."""

    NATUERLICHE_PERSON = 0
    PERSONENGESELLSCHAFT = 1
    KAPITALGESELLSCHAFT = 2
    BEGUENSTIGTE_KOERPERSCHAFT = 3


gewerbe_betrieben = flag("gewerbe_betrieben", HOUSEHOLD, assumed=0)
rechtsform = chosen("rechtsform", HOUSEHOLD, Rechtsform, proof="gewerbeanmeldung", when=gewerbe_betrieben.yes())
gewerbeertrag = Fact(
    "gewerbeertrag",
    HOUSEHOLD,
    CentPerYear,
    bounds=Bounds(-LARGEST_YIELD, LARGEST_YIELD),
    asked=Asked("gewinnermittlung", when=gewerbe_betrieben.yes()),
)
hebesatz = number(
    "hebesatz", HOUSEHOLD, Percent, least=LEAST_RATE, greatest=GREATEST_RATE, proof="hebesatzsatzung", when=gewerbe_betrieben.yes()
)
hausgewerbe = flag("hausgewerbe", HOUSEHOLD, assumed=0, when=gewerbe_betrieben.yes())
