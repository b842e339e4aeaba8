"""What the handbook is made of: the rules, figures, rights and worked cases of each folder of `benefits`."""

import importlib
import inspect
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from lebenslage.benefits.together.law import BENEFITS
from lebenslage.law.engine import Benefit
from lebenslage.law.parameters import Parameter
from lebenslage.law.rules import Rule
from lebenslage.site.commands.found_law import PREFIX, figures, folder_of_module, rules
from lebenslage.site.commands.worked_cases import Case, own_examples, read_cases


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
    written: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules():
        written[folder_of(rule)].append(rule)
    dated: dict[str, list[Parameter]] = defaultdict(list)
    for name, figure in figures():
        dated[name].append(figure)
    cases: dict[str, list[Case]] = defaultdict(list)
    for case in read_cases(own_examples()):
        for benefit in case.expect:
            cases[benefit].append(case)
    order = [benefit.id for benefit in BENEFITS if benefit.id in written]
    names = [*order, *sorted(set(written) - set(order))]
    return tuple(
        Folder(
            name,
            inspect.getdoc(importlib.import_module(PREFIX + name)) or "",
            tuple(benefit for benefit in BENEFITS if benefit.id == name),
            tuple(sorted(written[name], key=place)),
            tuple(dated[name]),
            tuple(cases[name]),
        )
        for name in names
    )


def place(rule: Rule) -> tuple[str, int, str]:
    """Module and line in which a rule begins, and its id: rules that are made several times share a line."""
    function = rule.versions[0].function
    return function.__module__, function.__code__.co_firstlineno, rule.id


def folder_of(rule: Rule) -> str:
    """The folder in which a rule stands."""
    return folder_of_module(place(rule)[0])


@cache
def folder_of_figure(figure: Parameter) -> str:
    """The folder in whose YAML file a figure stands."""
    return next(folder.name for folder in folders() if figure in folder.figures)
