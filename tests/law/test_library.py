"""The law is a library: no web comes with it, and each block of its tour says what the page says."""

import subprocess
import sys
from pathlib import Path

import pytest

from lebenslage.benefits.facts import VOCABULARY, einkommen
from lebenslage.benefits.together import Law
from lebenslage.law.deciding import deciding
from lebenslage.site.commands.library_tour import library_tour
from tests.law.plain import ON, home, person

DOCS = Path(__file__).parents[2] / "docs"
WEB = ("django", "asyncio", "socket", "numpy", "numba", "pyarrow")


def test_the_law_comes_without_the_web_and_without_the_analysis_packages() -> None:
    code = f"import lebenslage.law, lebenslage.benefits.together, sys; print([name for name in {WEB!r} if name in sys.modules])"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


@pytest.mark.slow
def test_the_tour_says_what_its_code_prints() -> None:
    assert (DOCS / "library.md").read_text(encoding="utf8") == library_tour()


def test_the_answer_that_decides_closes_no_other_condition() -> None:
    """With less wealth there is a right; that she does not live there would only make the wealth not count."""
    law = Law.on(ON)
    refused = law.assess(VOCABULARY.read(home(person(rente=900, vermoegen="75.000"))), "wohngeld")["wohngeld"]

    assert [(one.fact, one.instead) for one in deciding(law, refused)] == [(einkommen.vermoegen, 0)]


def test_where_nothing_refuses_nothing_decides() -> None:
    law = Law.on(ON)

    assert deciding(law, law.assess(VOCABULARY.read(home(person(rente=900))), "wohngeld")["wohngeld"]) == ()
