"""Weights from the data: the first principal component of what is to be combined."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lebenslage.atlas.arrays import Floats
from lebenslage.atlas.index.standardise import z


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """The first principal component of the correlations.

    `loadings` are the correlations of each column with it, `explained` is its share of the variance.
    """

    loadings: Floats
    eigenvalue: float
    explained: float

    @property
    def weights(self) -> Floats:
        """What each standardised column counts in the component's score."""
        return self.loadings / self.eigenvalue

    @property
    def shares(self) -> Floats:
        """The share of each column in the component, as RKI prints them for the GISD."""
        return np.square(self.loadings) / self.eigenvalue


def first_component(values: Floats) -> Component:
    """The first principal component of `values` [rows, columns]. Its sign is fixed: the loadings sum to more than 0.

    A column that is equal everywhere has loading 0.
    """
    scaled = z(values)
    correlations = scaled.T @ scaled / len(scaled)
    eigenvalues, vectors = np.linalg.eigh(correlations)
    greatest = float(eigenvalues[-1])
    loadings = vectors[:, -1] * np.sqrt(greatest)
    sign = 1.0 if loadings.sum() >= 0 else -1.0
    return Component(sign * loadings, greatest, greatest / float(np.trace(correlations)))
