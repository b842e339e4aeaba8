"""The repository keeps its own promises: locks without addresses, no path of a machine, every module with a purpose."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.ground.test_floors import rooms

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["package-lock.json", *(f"requirements/{name}.txt" for name in ("base", "analysis", "dev", "node", "tools"))]
ADDRESS = re.compile(r"://|--(extra-)?index-url|--find-links|\bfile:|\"resolved\"|^registry", re.MULTILINE)
REGISTRY = re.compile(r"\b(pypi|pythonhosted|npmjs)\.(org|com)\b")
VAGUE = {"utils", "helpers", "common", "manager", "misc", "util", "helper"}


def committed() -> list[Path]:
    """The files that git keeps and that are there."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def texts(files: list[Path]) -> dict[str, str]:
    """Their text by path, pictures and fonts left out."""
    readable = {}
    for file in files:
        data = file.read_bytes()
        if b"\0" not in data:
            readable[file.relative_to(ROOT).as_posix()] = data.decode("utf-8")
    return readable


def modules() -> list[Path]:
    """Every Python file of ours."""
    return sorted(file for folder in ("src", "tests", "tools") for file in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert "sha512-" in text or "--hash=sha256:" in text
    assert not ADDRESS.findall(text)


def test_the_locks_agree_with_one_another() -> None:
    pins = [
        set(re.findall(r"^(\S+==\S+)", (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("base", "analysis", "dev")
    ]

    assert pins[0] < pins[1] < pins[2]


def test_nothing_committed_names_a_registry_or_the_lock_that_does() -> None:
    files = committed()

    assert not [file for file in files if file.name == "uv.lock"]
    assert not [name for name, text in texts(files).items() if REGISTRY.search(text)]


def test_nothing_committed_names_a_path_of_a_machine() -> None:
    places = "|".join(re.escape(str(place)) for place in (ROOT, Path.home()))
    path = re.compile(rf"(?<![\w.~-])({places}|/home/\w+|/Users/\w+|[A-Z]:\\Users)\b")

    assert not [name for name, text in texts(committed()).items() if path.search(text)]


def test_every_file_of_the_source_lies_in_a_room() -> None:
    house = ROOT / "src/lebenslage"
    strangers = {entry.name for entry in house.iterdir()} - {"__init__.py", "py.typed", "__pycache__", *rooms()}

    assert strangers == set()
    assert [entry.name for entry in (ROOT / "src").iterdir() if not entry.name.startswith("__")] == ["lebenslage"]


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [file for file in modules() if VAGUE & {file.stem, *file.relative_to(ROOT).parts}]


@pytest.mark.slow
def test_every_module_says_what_it_is_for() -> None:
    silent = [file for file in modules() if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))]

    assert [file for file in silent if file.parent.name != "migrations"] == []


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^\.PHONY: (\S+)", makefile, re.MULTILINE)) - {"machine-ready"}
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert set(re.findall(r"^  make (\S+)", said, re.MULTILINE)) == targets


def test_ci_runs_what_a_developer_runs() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")

    assert script.splitlines()[-1] == "exec make test"
    assert "set -euo pipefail" in script
