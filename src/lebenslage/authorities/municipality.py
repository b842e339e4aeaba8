"""A municipality: its keys, its Kreis and its rent level."""

from dataclasses import dataclass
from enum import Enum

from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.kernel.keys import OfficialKey


class Kind(Enum):
    """What a municipality is called by law."""

    GEMEINDE = "gemeinde"
    STADT = "stadt"
    KREISFREIE_STADT = "kreisfreie_stadt"


class LevelFrom(Enum):
    """Where the rent level comes from: the municipality has its own, or it is so small that it has that of its Kreis."""

    OWN = "own"
    KREIS = "kreis"


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality. `population_2011` is for ordering a list of hits only; it is unknown for one of them."""

    key: OfficialKey
    ars: OfficialKey
    name: str
    kind: Kind
    kreis: str
    mietenstufe: Mietenstufe
    mietenstufe_from: LevelFrom
    population_2011: int | None
