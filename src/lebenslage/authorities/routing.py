"""Who decides on what: `data/routing.yaml`, checked. The next service is one row more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from lebenslage.kernel.citations import Confidence

DATA: Final = Path(__file__).with_name("data") / "routing.yaml"


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rule(_Row):
    """What a routing rests on, and how sure that is."""

    cites: Annotated[str, Field(min_length=3)]
    confidence: Confidence


class Route(Rule):
    """Which level decides on a service, by which place, and what its deciding part is called on an envelope."""

    level: Literal["gemeinde", "kreis"]
    where: Literal["dwelling", "stay"]
    department: str


class RightRoute(Rule):
    """Who decides on a right for which nobody can apply here yet. `either`: the town, or its Kreis where the town left it to it."""

    level: Literal["gemeinde", "kreis", "either", "elsewhere"]
    department: str


class Phone(_Row):
    """A number that finds any office."""

    number: str
    source: str
    confidence: Confidence


class Routing(_Row):
    """The whole table."""

    services: Mapping[str, Route]
    rights: Mapping[str, RightRoute]
    anywhere: Rule
    phone: Phone


ROUTING: Final = Routing.model_validate(yaml.safe_load(DATA.read_text(encoding="utf8")))
