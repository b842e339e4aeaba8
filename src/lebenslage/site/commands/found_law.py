"""Every rule and every dated figure in the folders of `benefits`."""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from lebenslage import benefits
from lebenslage.benefits.together.law import BENEFITS
from lebenslage.law.in_force import reachable
from lebenslage.law.parameters import Parameter, Parameters
from lebenslage.law.rules import Rule

PREFIX = f"{benefits.__name__}."


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of the benefits."""
    return tuple(importlib.import_module(found.name) for found in pkgutil.walk_packages(benefits.__path__, PREFIX))


@cache
def rules() -> tuple[Rule, ...]:
    """The rules that a module names, those that a right asks for, and all that they read."""
    named = [value for module in modules() for value in vars(module).values() if isinstance(value, Rule)]
    asked = [goal for benefit in BENEFITS for goal in benefit.goals]
    return tuple(source for source in reachable((*named, *asked)) if isinstance(source, Rule))


def figures() -> Iterator[tuple[str, Parameter]]:
    """Each figure with its folder. Other modules import a folder's figures from its `statute`, which therefore is looked at first."""
    seen: set[int] = set()
    for module in sorted(modules(), key=lambda module: not module.__name__.endswith(".statute")):
        for value in vars(module).values():
            if isinstance(value, Parameters) and id(value) not in seen:
                seen.add(id(value))
                yield from ((folder_of_module(module.__name__), figure) for figure in value.by_id.values())


def folder_of_module(name: str) -> str:
    """The folder in which a module stands."""
    return name.removeprefix(PREFIX).split(".")[0]
