"""How sure a figure, a class and a rank of an area are: small numbers, and what the makers of an index chose."""

from lebenslage.atlas.certainty.problems import BaseMissing, MoreThanAll
from lebenslage.atlas.certainty.small_numbers import Shrunk, beta_binomial, marshall, marshall_local, poisson_gamma

__all__ = ["BaseMissing", "MoreThanAll", "Shrunk", "beta_binomial", "marshall", "marshall_local", "poisson_gamma"]
