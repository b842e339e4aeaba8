"""What the handbook is made of: the rules, figures, rights and worked cases of each folder of `benefits`."""

import importlib
import inspect
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from lebenslage import benefits
from lebenslage.benefits.together.law import BENEFITS
from lebenslage.law.engine import Benefit
from lebenslage.law.parameters import Parameter, Parameters
from lebenslage.law.rules import Rule
from lebenslage.site.commands.worked_cases import Case, own_examples, read_cases

PREFIX = f"{benefits.__name__}."


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder: its docstring, the rights it holds, and its rules in the order of the source."""

    name: str
    doc: str
    rights: tuple[Benefit, ...]
    rules: tuple[Rule, ...]
    figures: tuple[Parameter, ...]
    cases: tuple[Case, ...]

    @property
    def statutes(self) -> list[str]:
        """The statutes that its rules cite, in alphabetical order."""
        return sorted({version.cites.statute for rule in self.rules for version in rule.versions})


@cache
def folders() -> tuple[Folder, ...]:
    """Every folder that holds rules, rights first in the order of BENEFITS, then what they read."""
    rules, figures = _found()
    cases: dict[str, list[Case]] = defaultdict(list)
    for case in read_cases(own_examples()):
        for benefit in case.expect:
            cases[benefit].append(case)
    order = [benefit.id for benefit in BENEFITS if benefit.id in rules]
    names = [*order, *sorted(set(rules) - set(order))]
    return tuple(
        Folder(
            name,
            inspect.getdoc(importlib.import_module(PREFIX + name)) or "",
            tuple(benefit for benefit in BENEFITS if benefit.id == name),
            tuple(sorted(rules[name], key=place)),
            tuple(figures[name]),
            tuple(cases[name]),
        )
        for name in names
    )


def modules() -> Iterator[ModuleType]:
    """Every module of the benefits."""
    return (importlib.import_module(found.name) for found in pkgutil.walk_packages(benefits.__path__, PREFIX))


def place(rule: Rule) -> tuple[str, int]:
    """Module and line in which a rule begins."""
    function = rule.versions[0].function
    return function.__module__, function.__code__.co_firstlineno


def folder_of(rule: Rule) -> str:
    """The folder in which a rule stands."""
    return place(rule)[0].removeprefix(PREFIX).split(".")[0]


@cache
def folder_of_figure(figure: Parameter) -> str:
    """The folder in whose YAML file a figure stands."""
    return next(folder.name for folder in folders() if figure in folder.figures)


def _found() -> tuple[dict[str, list[Rule]], dict[str, list[Parameter]]]:
    """Rules and figures by folder. Other modules import a folder's figures from its `statute`, which therefore is looked at first."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    figures: dict[str, list[Parameter]] = defaultdict(list)
    seen: set[int] = set()
    for module in sorted(modules(), key=lambda module: not module.__name__.endswith(".statute")):
        for value in vars(module).values():
            if id(value) in seen or not isinstance(value, (Rule, Parameters)):
                continue
            seen.add(id(value))
            if isinstance(value, Rule):
                rules[folder_of(value)].append(value)
            else:
                figures[module.__name__.removeprefix(PREFIX).split(".")[0]].extend(value.by_id.values())
    return rules, figures
