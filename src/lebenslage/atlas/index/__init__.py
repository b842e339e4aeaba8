"""One figure of many: a recipe says which indicators, on which scale, with which weights, and which classes; this room follows it.

`Recipe` is the method as typed data, `score` the pure computation over areas (or draws of areas).
"""

from lebenslage.atlas.index.recipe import Recipe
from lebenslage.atlas.index.score import Scores, score

__all__ = ["Recipe", "Scores", "score"]
