"""How sure a figure, a class and a rank of an area are: small numbers, and what the makers of an index chose.

`small_numbers` pulls rates of few people towards what holds around them. `noise` says what may be true behind a figure, a `Doubt` which
choices could have been others; both with a recipe are a `Model`. `how_sure` draws it thousands of times, `what_matters` says which source
of doubt counts most, and `words` says both in sentences.
"""

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
