"""What is drawn: chance in the figures, and choices that the makers of an index could have made otherwise.

Each source of doubt has a stream of its own, read in the order of the draws: the same seed gives the same draws, however they are cut into
blocks, and a source keeps its draws when another is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, Literal

import numpy as np

from lebenslage.atlas.arrays import Flags, Floats, Ints
from lebenslage.atlas.certainty.noise import Noise
from lebenslage.atlas.certainty.problems import NothingToRemove, ScaleBelowZero, ScaleBoundToCuts
from lebenslage.atlas.certainty.scoring import Scoring
from lebenslage.atlas.index.recipe import Recipe, Scale
from lebenslage.atlas.index.score import score

type Source = Literal["noise", "weights", "scale", "removal"]
SOURCES: Final[tuple[Source, ...]] = ("noise", "weights", "scale", "removal")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Which choices are drawn too; without any, chance in the figures alone.

    `concentration` draws weights from a Dirichlet distribution around the recipe's: with 100 each weight w (of a sum of 1) has the standard
    deviation sqrt(w (1 - w) / 101); the greater, the surer one is of the weights. `scales` are equally likely; the recipe's own is one of
    them only where it is named. `removal` leaves out one member of the index or none, each with the same chance; the others then count
    for it.
    """

    concentration: float | None = None
    scales: tuple[Scale, ...] = ()
    removal: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """A block of draws of each source: deviates [draws, indicators, areas], weights [draws, members], places of scales, who counts."""

    noise: Floats
    weights: Floats
    scale: Ints
    removal: Floats

    def but(self, source: Source, other: Draws) -> Draws:
        """The same draws with those of one source from others."""
        match source:
            case "noise":
                return replace(self, noise=other.noise)
            case "weights":
                return replace(self, weights=other.weights)
            case "scale":
                return replace(self, scale=other.scale)
            case "removal":
                return replace(self, removal=other.removal)


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """An index and what is doubtful of it. `values` [areas, indicators] are those published, in the order of `recipe.ids`, none missing.

    `noise`, if any, draws what may be true of the same indicators and areas. Weights of a principal component stay those of the published
    values, and so do weights within groups. Raises ScaleBoundToCuts, ScaleBelowZero, NothingToRemove.
    """

    recipe: Recipe
    values: Floats
    noise: Noise | None = None
    doubt: Doubt = field(default_factory=Doubt)
    weights: Floats = field(init=False)
    scales: tuple[Scale, ...] = field(init=False)
    scoring: Scoring = field(init=False)
    members: tuple[Floats, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "weights", score(self.recipe, self.values).weights)
        object.__setattr__(self, "scales", self.doubt.scales or (self.recipe.normalise,))
        object.__setattr__(self, "scoring", Scoring(self.recipe))
        once = self.noise is None and self.scoring.adds
        object.__setattr__(self, "members", tuple(self.scoring.members(self.values, scale) for scale in self.scales) if once else ())
        self._check()

    def _check(self) -> None:
        classes = self.recipe.classes
        if set(self.scales) != {self.recipe.normalise} and classes and classes.kind != "shares" and self.recipe.combine.again == "none":
            raise ScaleBoundToCuts(recipe=self.recipe.id)
        if "z" in self.scales and not self.scoring.adds:
            raise ScaleBelowZero(recipe=self.recipe.id)
        if self.doubt.removal and (len(self.weights) < 2 or not self.scoring.adds):
            raise NothingToRemove(recipe=self.recipe.id)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Those that are drawn at all."""
        drawn = (self.noise is not None, self.doubt.concentration is not None, len(self.scales) > 1, self.doubt.removal)
        return tuple(source for source, is_drawn in zip(SOURCES, drawn, strict=True) if is_drawn)

    def index(self, draws: Draws) -> Floats:
        """The index [draws, areas]."""
        weights = draws.weights * draws.removal
        weights *= np.abs(self.weights).sum() / np.abs(weights).sum(axis=1, keepdims=True)
        if self.members:
            return self._by_scale(draws, lambda place, rows: self.scoring.of_members(self.members[place], weights[rows]))
        values = self._values(draws)
        return self._by_scale(draws, lambda place, rows: self.scoring(values[rows], weights[rows], self.scales[place]))

    def _by_scale(self, draws: Draws, indexed: Callable[[int, Flags | slice], Floats]) -> Floats:
        """The index of all draws, those of one scale at a time."""
        if len(self.scales) == 1:
            return indexed(0, slice(None))
        found = np.empty((len(draws.weights), len(self.values)))
        for place in range(len(self.scales)):
            rows = draws.scale == place
            found[rows] = indexed(place, rows)
        return found

    def _values(self, draws: Draws) -> Floats:
        if self.noise is None:
            return np.broadcast_to(self.values.T, (len(draws.weights), *self.values.T.shape)).copy()
        return self.noise.values(draws.noise)


class Streams:
    """The streams of a model's sources; `block` reads on."""

    def __init__(self, model: Model, seed: int, copy: int = 0) -> None:
        self.model = model
        self.streams = {source: np.random.default_rng([seed, copy, place]) for place, source in enumerate(SOURCES)}

    def block(self, size: int) -> Draws:
        """The next `size` draws."""
        return Draws(self._deviates(size), self._weights(size), self._scale(size), self._removal(size))

    def _deviates(self, size: int) -> Floats:
        if self.model.noise is None:
            return np.empty((size, 0, 0))
        areas, indicators = self.model.values.shape
        return self.streams["noise"].standard_normal((size, indicators, areas))

    def _weights(self, size: int) -> Floats:
        given, concentration = self.model.weights, self.model.doubt.concentration
        if concentration is None:
            return np.broadcast_to(given, (size, len(given)))
        whole = np.abs(given).sum()
        drawn = self.streams["weights"].standard_gamma(concentration * np.abs(given) / whole, (size, len(given)))
        return np.asarray(np.sign(given) * drawn * (whole / drawn.sum(axis=1, keepdims=True)))

    def _scale(self, size: int) -> Ints:
        scales = len(self.model.scales)
        return (self.streams["scale"].random(size) * scales).astype(np.int64)

    def _removal(self, size: int) -> Floats:
        members = len(self.model.weights)
        kept = np.ones((size, members + 1))
        if self.model.doubt.removal:
            kept[np.arange(size), (self.streams["removal"].random(size) * (members + 1)).astype(np.int64)] = 0.0
        return kept[:, :members]
