"""All benefits share one vocabulary: an id means one thing, and benefits build on each other in one direction."""

import ast
import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
import yaml

from lebenslage import benefits
from lebenslage.benefits.facts import FACTS
from lebenslage.benefits.together.law import BENEFITS, TEXT_DIRECTORIES
from lebenslage.law.facts import Fact
from lebenslage.law.parameters import Parameter, Parameters
from lebenslage.law.rules import Rule
from lebenslage.law.texts import LANGUAGES

ROOT = Path(benefits.__file__).parent
HIGHEST = "together"
PREFIX = "lebenslage.benefits."


def everything() -> Iterator[object]:
    """Every value that stands in a module of a benefit, each once."""
    seen: dict[int, object] = {}
    for module in pkgutil.walk_packages(benefits.__path__, PREFIX):
        for value in vars(importlib.import_module(module.name)).values():
            seen.setdefault(id(value), value)
    return iter(seen.values())


def named() -> dict[str, list[Rule | Fact | Parameter]]:
    """Rules, facts and figures by id."""
    found: dict[str, dict[int, Any]] = defaultdict(dict)
    for value in everything():
        of = value.by_id.values() if isinstance(value, Parameters) else (value,)
        for one in of:
            if isinstance(one, (Rule, Fact, Parameter)):
                found[one.id][id(one)] = one
    return {name: list(ones.values()) for name, ones in found.items()}


@pytest.mark.parametrize("kind", [Rule, Fact, Parameter])
def test_an_id_names_one_rule_one_fact_or_one_figure(kind: type) -> None:
    several = {name: ones for name, ones in named().items() if sum(isinstance(one, kind) for one in ones) > 1}

    assert several == {}


def test_a_rule_is_not_named_like_a_fact() -> None:
    both = [name for name, ones in named().items() if {Rule, Fact} <= {type(one) for one in ones}]

    assert both == []


def test_every_figure_is_read_by_a_rule() -> None:
    found = [one for ones in named().values() for one in ones]
    wired = {id(wire) for rule in found if isinstance(rule, Rule) for version in rule.versions for wire in version.inputs}

    assert [one.id for one in found if isinstance(one, Parameter) and id(one) not in wired] == []


def test_every_fact_that_a_benefit_defines_can_stand_in_a_household_file() -> None:
    facts = {name for name, ones in named().items() if any(isinstance(one, Fact) for one in ones)}

    assert facts - {fact.id for fact in FACTS} == set()


def test_a_right_has_a_folder_of_its_name() -> None:
    assert [benefit.id for benefit in BENEFITS if not (ROOT / benefit.id).is_dir()] == []
    assert len({benefit.id for benefit in BENEFITS}) == len(BENEFITS)


def imports(path: Path) -> Iterator[str]:
    """The folders of benefits that a file imports from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        if names == [PREFIX.rstrip(".")] and isinstance(node, ast.ImportFrom):
            names = [PREFIX + alias.name for alias in node.names]
        yield from (name.removeprefix(PREFIX).split(".")[0] for name in names if name.startswith(PREFIX))


def graph() -> dict[str, set[str]]:
    """Each folder with the other folders it imports from."""
    folders = [folder for folder in ROOT.iterdir() if (folder / "__init__.py").exists()]
    return {f.name: {name for path in f.rglob("*.py") for name in imports(path)} - {f.name} for f in folders}


def test_no_benefit_imports_in_a_circle() -> None:
    try:
        order = list(TopologicalSorter(graph()).static_order())
    except CycleError as circle:
        pytest.fail(f"{' -> '.join(circle.args[1])}")
    assert order[-1] == HIGHEST or HIGHEST in order


def test_no_benefit_knows_the_priority_between_benefits() -> None:
    assert [folder for folder, read in graph().items() if HIGHEST in read] == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_written_twice(language: str) -> None:
    written: dict[tuple[str, str], set[str]] = defaultdict(set)
    for directory in TEXT_DIRECTORIES:
        path = directory / f"{language}.yaml"
        content = yaml.safe_load(path.read_text(encoding="utf8")) if path.exists() else {}
        for section, strings in content.items():
            for key in strings if isinstance(strings, dict) else ():
                written[section, str(key)].add(directory.relative_to(ROOT).as_posix())

    assert {key: sorted(places) for key, places in written.items() if len(places) > 1} == {}
