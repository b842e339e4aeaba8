"""The command itself: its list, its help, its start, and the commands that hand over to others."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lebenslage.site.commands import bench, serve
from lebenslage.site.commands.measuring import Measurement
from lebenslage.site.commands.program import COMMANDS
from tests.site.conftest import Run

HERE = Path(__file__).parent
PROGRAM = [sys.executable, "-m", "lebenslage.site.commands"]
LISTED = [name for name, entry in COMMANDS.items() if entry.exists]


def test_the_list_names_every_command(run: Run) -> None:
    said = run("--help").stdout

    assert [name for name in LISTED if f"  {name} " not in said] == []


@pytest.mark.parametrize("name", LISTED)
def test_every_command_shows_examples_of_its_use(run: Run, name: str) -> None:
    result = run(name, "--help")

    assert result.exit_code == 0
    assert f"lebenslage {name}" in result.stdout.split("Examples:")[1]


def test_a_command_nobody_knows_is_refused(run: Run) -> None:
    assert run("asess").exit_code == 2


def test_one_household_needs_neither_web_nor_analysis(household: Path) -> None:
    heavy = "{'django', 'numpy', 'llvmlite', 'pyarrow', 'pydantic', 'granian'}"
    script = "import sys; from lebenslage.site.commands import program; program(sys.argv[1:], standalone_mode=False)"
    asked = [sys.executable, "-c", f"{script}; print({heavy} & set(sys.modules))", "assess", household, "--on", "2026-11", "--explain"]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "set()"


def test_the_program_answers_on_its_streams(household: Path) -> None:
    good = subprocess.run([*PROGRAM, "assess", "-", "--on", "2026-11"], input=household.read_bytes(), capture_output=True, check=False)
    bad = subprocess.run([*PROGRAM, "assess", HERE / "bad/two_heads.yaml", "--on", "2025-07"], capture_output=True, check=False)

    assert (good.returncode, good.stderr) == (0, b"")
    assert "Anspruch" in good.stdout.decode()
    assert (bad.returncode, bad.stdout, bad.stderr.count(b"\n")) == (2, b"", 1)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Run, shell: str) -> None:
    result = run("completion", shell)

    assert result.exit_code == 0
    assert "_LEBENSLAGE_COMPLETE" in result.stdout


def test_completion_offers_commands_and_options() -> None:
    for typed, offered in (("lebenslage ver", "verify"), ("lebenslage assess --ex", "--explain")):
        environment = {**os.environ, "_LEBENSLAGE_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
        done = subprocess.run(PROGRAM, env=environment, capture_output=True, text=True, check=False)

        assert offered in done.stdout


def test_a_benchmark_that_misses_its_aim_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        bench, "_parts", lambda name: [lambda: Measurement("one step", 2.0, "ms", 1), lambda: Measurement("another", 3.0, "s")]
    )
    result = run("bench", "wohngeld", "--json")

    assert result.exit_code == 1
    assert [m["reached"] for m in json.loads(result.stdout)] == [False, True]
    assert all("cores" in m["machine"] for m in json.loads(result.stdout))


def test_a_benchmark_within_its_aim_is_well(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "_parts", lambda name: [lambda: Measurement("one step", 0.5, "ms", 1)])
    result = run("bench")

    assert result.exit_code == 0
    assert "0.5 ms" in result.stdout
    assert f"{os.cpu_count()} cores" in result.stdout


def test_an_unknown_benchmark_is_refused(run: Run) -> None:
    result = run("bench", "schnell")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "wohngeld" in result.stderr


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been started instead of this process; the environment is put back afterwards."""
    arguments: list[str] = []
    for name in ("LEBENSLAGE_SECRET_KEY", "LEBENSLAGE_ON", "PORT"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setattr(serve, "fault_of_settings", lambda: "")
    monkeypatch.setattr(os, "execv", lambda path, given: arguments.extend(given))
    return arguments


def test_serve_takes_the_port_of_the_environment(run: Run, started: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8080")
    run("serve")

    assert started[started.index("--port") + 1] == "8080"
    assert started[started.index("--interface") + 1] == "wsgi"
    assert started[-1] == "lebenslage.site.wsgi:application"
    assert "LEBENSLAGE_ON" not in os.environ


def test_serve_without_a_secret_key_ends_in_one_sentence() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LEBENSLAGE_")}
    done = subprocess.run([*PROGRAM, "serve"], env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("LEBENSLAGE_SECRET_KEY is not set")
    assert done.stderr.count("\n") == 1
