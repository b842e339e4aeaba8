"""The sentences of the atlas that these rooms say, in German."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import lebenslage.atlas
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts, texts
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT

ROOMS: Final = ("overlay", "siting", "series", "index", "areas", "reach")


@cache
def atlas_words() -> Texts:
    """The sentences about heat, siting and development."""
    home = Path(str(lebenslage.atlas.__file__)).parent
    return texts(DEFAULT, *(home / room / "texts" for room in ROOMS))


def why_not(problem: Problem) -> str:
    """The sentence of a problem, of these rooms or of the atlas."""
    say = sentences(DEFAULT)
    return (say if say.has("problems", problem.key) else atlas_words()).problem(problem)
