"""Our Wohngeld beside GETTSIM's: every difference has its reason. Needs GETTSIM in an environment of its own (tests/oracle/README.md)."""

import os
from pathlib import Path

import numpy as np
import pytest

from lebenslage.benefits.together.law import ROOT
from lebenslage.site.commands import comparison
from lebenslage.site.commands.speech import speech
from lebenslage.site.commands.worked_cases import Case, Kind, read_cases
from tests.oracle.answers import read_oracle
from tests.oracle.compare_wohngeld import Comparison, compare
from tests.oracle.readings import READINGS
from tests.oracle.run_times import ORACLE_PYTHON, gettsim

RECORDED = ROOT / "wohngeld/examples_gettsim.yaml"
HOUSEHOLDS = 2_000


@pytest.fixture(scope="module", params=["2023-06-01", "2024-06-01", "2025-06-01", "2026-06-01"])
def compared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    if ORACLE_PYTHON not in os.environ:
        pytest.skip(f"{ORACLE_PYTHON} does not name the python of an environment with gettsim 1.3.1")
    file = tmp_path_factory.mktemp("oracle") / "households.parquet"
    gettsim(str(file), "--on", request.param, "--households", str(HOUSEHOLDS), "--seed", "7")
    return compare(read_oracle(file))


@pytest.mark.slow
def test_no_difference_is_left_once_every_reading_is_adopted(compared: Comparison) -> None:
    assert np.flatnonzero(compared.unexplained).tolist() == []
    assert compared.compared.sum() > 0.99 * HOUSEHOLDS


@pytest.mark.slow
def test_rent_and_income_of_the_formula_are_the_same(compared: Comparison) -> None:
    assert max(compared.farthest) < 1e-6


@pytest.mark.slow
def test_many_amounts_are_equal_by_the_statute_alone(compared: Comparison) -> None:
    equal = ~compared.steps[0].differs & (compared.theirs > 0)

    assert equal.sum() > 0.15 * HOUSEHOLDS


@pytest.mark.slow
def test_each_reading_changes_somebodys_amount(compared: Comparison) -> None:
    paid = [step.paid for step in compared.steps]
    idle = [reading.name for reading, before, after in zip(READINGS, paid, paid[1:], strict=False) if np.array_equal(before, after)]

    assert idle == []


@pytest.mark.parametrize("case", read_cases([RECORDED]), ids=lambda case: case.id)
def test_a_recorded_household_gets_what_gettsim_calculated(case: Case) -> None:
    assert case.kind is Kind.RECORDED
    assert comparison.compare(case, speech("de")).differences == ()


def test_recorded_households_have_amounts_on_every_year() -> None:
    assert {case.on.year for case in read_cases([RECORDED])} == {2023, 2024, 2025, 2026}
    assert all(case.expect["wohngeld"].amount for case in read_cases([RECORDED]))


def test_what_runs_in_the_other_environment_needs_nothing_of_ours() -> None:
    for name in ("gettsim_wohngeld", "population"):
        text = Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8")

        assert "import lebenslage" not in text
        assert "from lebenslage" not in text
