"""How sure a figure, a class and a rank of an area are: small numbers, and what the makers of an index chose."""

from lebenslage.atlas.certainty.attribution import Attribution, what_matters
from lebenslage.atlas.certainty.draws import Doubt, Model
from lebenslage.atlas.certainty.monte_carlo import Certainty, how_sure
from lebenslage.atlas.certainty.noise import Noise
from lebenslage.atlas.certainty.problems import BaseMissing, MoreThanAll, NegativeError, NothingToRemove, ScaleBoundToCuts
from lebenslage.atlas.certainty.small_numbers import Shrunk, beta_binomial, marshall, marshall_local, poisson_gamma

__all__ = [
    "Attribution",
    "BaseMissing",
    "Certainty",
    "Doubt",
    "Model",
    "MoreThanAll",
    "NegativeError",
    "Noise",
    "NothingToRemove",
    "ScaleBoundToCuts",
    "Shrunk",
    "beta_binomial",
    "how_sure",
    "marshall",
    "marshall_local",
    "poisson_gamma",
    "what_matters",
]
