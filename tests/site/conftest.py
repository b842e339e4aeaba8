"""What tests of the command line share: running it, and a household that is complete."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lebenslage.site.commands import program

type Run = Callable[..., Result]

COMPLETE = Path(__file__).parents[2] / "src/lebenslage/site/commands/example_household.yaml"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `lebenslage` with some arguments in this process, at a wide terminal; the result has stdout, stderr and exit_code."""
    monkeypatch.setenv("COLUMNS", "120")

    def runner(*arguments: object, given: str | bytes | None = None) -> Result:
        return CliRunner().invoke(program, [str(argument) for argument in arguments], input=given, catch_exceptions=False)

    return runner


@pytest.fixture
def household() -> Path:
    """A household file in which nothing is missing."""
    return COMPLETE
