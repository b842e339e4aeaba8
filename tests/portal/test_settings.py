"""A mistake in the environment is one plain sentence at the start, not a traceback later."""

import os
import subprocess
import sys

import pytest

GOOD = {"LEBENSLAGE_SECRET_KEY": "k" * 40}


def started_with(environment: dict[str, str]) -> str:
    """The last line that reading the settings says in this environment; empty where all is well."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LEBENSLAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", "import lebenslage.site.settings"], env={**clean, **environment}, capture_output=True, text=True, check=False
    )
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


def test_a_key_is_enough_to_start() -> None:
    assert started_with(GOOD) == ""


def test_on_a_developers_machine_nothing_is_needed() -> None:
    assert started_with({"LEBENSLAGE_DEBUG": "1"}) == ""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({}, "LEBENSLAGE_SECRET_KEY is not set: please set it"),
        ({"LEBENSLAGE_SECRET_KEY": "short"}, "please use at least 32 random characters"),
        ({**GOOD, "LEBENSLAGE_DEBUG": "maybe"}, "LEBENSLAGE_DEBUG is 'maybe': please set it to 1 (yes) or 0 (no)"),
        ({**GOOD, "LEBENSLAGE_ON": "1.11.2026"}, "please write a day as YEAR-MONTH-DAY"),
        ({**GOOD, "LEBENSLAGE_ORIGINS": "example.org"}, "please write whole addresses"),
    ],
)
def test_each_mistake_is_one_sentence(wrong: dict[str, str], said: str) -> None:
    assert said in started_with(wrong)
