"""Every right beside GETTSIM's: each difference has its reason. Needs GETTSIM in an environment of its own (tests/oracle/README.md)."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.oracle.agreement import Agreement
from tests.oracle.cases import CaseResult, all_cases, policy_cases_of
from tests.oracle.people import SHARED
from tests.oracle.run_times import ORACLE_PYTHON
from tests.oracle.verify import RIGHTS, compared

PERSONS = 4_000


@pytest.fixture(scope="module")
def python() -> str:
    if ORACLE_PYTHON not in os.environ:
        pytest.skip(f"{ORACLE_PYTHON} does not name the python of an environment with gettsim 1.3.1")
    return os.environ[ORACLE_PYTHON]


@pytest.fixture(scope="module")
def agreements(python: str, shared_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Agreement]:
    found, _ = compared(python, "2026-06-01", PERSONS, SHARED, tmp_path_factory.mktemp("oracle"))
    return {one.right.id: one for one in found}


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("right", [right.id for right in RIGHTS])
def test_no_household_is_left_once_every_reading_is_adopted(agreements: Mapping[str, Agreement], right: str) -> None:
    assert not agreements[right].unexplained.any()


@pytest.mark.slow
@pytest.mark.shared
def test_where_benefits_agree_something_is_paid(agreements: Mapping[str, Agreement]) -> None:
    assert all((one.theirs > 0).any() and (one.steps[0].ours > 0).any() for one in agreements.values())


@pytest.fixture(scope="module")
def cases(python: str) -> list[CaseResult]:
    return list(all_cases(policy_cases_of(python)))


@pytest.mark.slow
def test_every_figure_of_the_policy_cases_is_equal_or_has_a_reading(cases: list[CaseResult]) -> None:
    assert [case.case.name for case in cases if case.unexplained] == []


@pytest.mark.slow
def test_most_figures_are_equal_by_the_statute(cases: list[CaseResult]) -> None:
    figures = [figure for case in cases for figure in case.figures]

    assert len(cases) >= 90
    assert sum(figure.reading == "" for figure in figures) > len(figures) / 2
