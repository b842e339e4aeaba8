"""Two figures on one map."""

import numpy as np
import pytest

from lebenslage.atlas.overlay import Categories, bivariate, given
from lebenslage.atlas.overlay.bivariate import CELLS, PATTERNS
from lebenslage.atlas.overlay.problems import ThreeClassesNeeded
from lebenslage.site.commands.speech import speech


def of(*values: int, worst: int = 3) -> Categories:
    return given(np.array(values), worst=worst, source="by hand")


def test_each_area_has_a_cell_and_unknown_has_none() -> None:
    assert bivariate(of(1, 3, 0), of(2, 3, 1)).cells == ("12", "33", "")


def test_areas_and_people_of_the_nine_cells() -> None:
    found = bivariate(of(1, 3, 3, 0), of(2, 3, 3, 1))
    assert found.table().tolist() == [[0, 1, 0], [0, 0, 0], [0, 0, 2]]
    assert found.table(np.array([5.0, 7, 8, 100]))[2, 2] == 15


def test_every_cell_has_its_own_words_and_its_own_pattern() -> None:
    assert len(set(PATTERNS.values())) == 9
    for language in ("de", "de-einfach", "en", "nl"):
        words = speech(language)
        assert len({words("overlay", "cells", cell, first="A", second="B") for cell in CELLS}) == 9


def test_five_classes_do_not_make_a_map_of_nine() -> None:
    with pytest.raises(ThreeClassesNeeded):
        bivariate(of(1, worst=5), of(1))
