"""One figure of many: a recipe says which indicators, on which scale, with which weights, and which classes; this room follows it.

`recipe` is the method as typed data, `library` finds and checks it, `method` says it in words. `standardise`, `weigh` and `score` are the
pure computation over areas, or draws of areas. `tables` and `gather` take what it needs from files, `run` decides who takes part and
ranks and sorts them with `classes`; `contributions` and `reasons` say why an area is where it is.
"""

from lebenslage.atlas.index.gather import Inputs, gather
from lebenslage.atlas.index.library import find_recipe, read_recipe, recipe_files
from lebenslage.atlas.index.recipe import Recipe
from lebenslage.atlas.index.run import Result, run
from lebenslage.atlas.index.score import Scores, score

__all__ = ["Inputs", "Recipe", "Result", "Scores", "find_recipe", "gather", "read_recipe", "recipe_files", "run", "score"]
