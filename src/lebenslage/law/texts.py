"""Every sentence a person reads, by language: YAML files beside what they speak of, read when a language is first used.

A missing string raises MissingText: there is no fall-back to another language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final

from lebenslage.kernel.errors import Problem
from lebenslage.kernel.money import write_amount
from lebenslage.kernel.units import Kind, Unit
from lebenslage.law.facts import LAST_DAY, NOBODY, Choices, Fact
from lebenslage.law.nodes import UNKNOWN, Value
from lebenslage.law.rules import Rule
from lebenslage.law.yaml_files import read_yaml

ENGINE_TEXTS: Final = Path(__file__).with_name("texts")
LANGUAGES: Final = ("de", "de-einfach", "en", "nl")
SHOWN_DECIMALS = 2


class MissingText(LookupError):
    """A string is missing in a language: publishing is blocked until it is there."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The strings of one language; `strings` is the merged content of the files."""

    language: str
    strings: dict[str, Any]
    _found: dict[tuple[str, ...], str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __call__(self, *path: str, **values: object) -> str:
        """The string at a path, filled. Raises MissingText."""
        found = self._found.get(path)
        if found is None:
            found = self._found[path] = self._looked_up(path)
        return found.format_map(values) if values else found

    def _looked_up(self, path: tuple[str, ...]) -> str:
        found: Any = self.strings
        for key in path:
            if not isinstance(found, dict) or key not in found:
                raise MissingText(f"{self.language}: {'.'.join(path)}")
            found = found[key]
        return str(found)

    def has(self, *path: str) -> bool:
        """Whether there is a string, for texts that are optional (help, example)."""
        if path in self._found:
            return True
        found: Any = self.strings
        for key in path:
            if not isinstance(found, dict) or key not in found:
                return False
            found = found[key]
        return True

    def label(self, source: Fact | Rule) -> str:
        """The short name of a fact or a conclusion."""
        return self("facts" if isinstance(source, Fact) else "rules", source.id, "label")

    def choice(self, choices: Choices, value: int) -> str:
        """One choice, or several joined, in words."""
        named = names_of(choices)
        if value in named:
            return self("choices", choices.__name__, named[value])
        names = [name for bit, name in named.items() if value & bit]
        return ", ".join(self("choices", choices.__name__, n) for n in names) or self("none")

    def value(self, value: Value, unit: Unit | None, choices: Choices | None = None, names: Sequence[str] = ()) -> str:
        """A value as a person of this language writes it."""
        if value is UNKNOWN or not isinstance(value, int):
            return self("unknown")
        if choices is not None:
            return self.choice(choices, value)
        if unit is not None and unit.kind == "money":
            return self.money(value, unit)
        if unit is not None and unit.kind == "person":
            return self("nobody") if value == NOBODY else names[value]
        return self._plain(value, unit.kind if unit else "count", unit.decimals if unit else 0)

    def _plain(self, value: int, kind: Kind, decimals: int) -> str:
        if kind == "flag":
            return self("yes") if value else self("no")
        if kind == "day":
            return self.day(value)
        if kind == "area":
            return f"{self.number(value, decimals)} m²"
        if kind == "factor":
            return self.number(value, decimals)
        return f"{value} %" if kind == "percent" else str(value)

    def money(self, value: int, unit: Unit) -> str:
        """An amount, cut to the cent for showing, with its period."""
        cents = abs(value) // 10 ** (unit.decimals - SHOWN_DECIMALS) * (1 if value >= 0 else -1)
        amount = self("format", "money", amount=self.number(cents, SHOWN_DECIMALS))
        return self("format", unit.per, amount=amount) if unit.per else amount

    def number(self, value: int, decimals: int) -> str:
        """A number with its decimals."""
        return write_amount(value, decimals, point=self("format", "point"), group=self("format", "group"))

    def day(self, ordinal: int) -> str:
        """A day in words."""
        if not 0 < ordinal < LAST_DAY:
            return self("open")
        day = date.fromordinal(ordinal)
        return self("format", "day", day=day.day, month=self("months", str(day.month)), year=day.year)

    def problem(self, problem: Problem) -> str:
        """The sentence of a problem: what is wrong, where, what to do."""
        details = {key: self._detail(key, value, problem) for key, value in problem.details.items()}
        sentence = self("problems", problem.key, **details)
        person = problem.details.get("person")
        if "fact" in problem.details or "section" in problem.details:
            return self("at", person=person, sentence=sentence) if person else sentence
        return sentence

    def _detail(self, key: str, value: object, problem: Problem) -> str:
        if isinstance(value, Fact):
            return f"{self.label(value)} ({value.id})"
        if key == "expected" and value in ("month", "year", ""):
            return self("periods", str(value) or "once")
        fact = problem.details.get("fact")
        if key in ("least", "greatest") and isinstance(fact, Fact) and isinstance(value, int):
            return self.value(value, fact.unit)
        if isinstance(value, date):
            return self.day(value.toordinal())
        if isinstance(value, (list, tuple)):
            return ", ".join(map(str, value))
        return self._word(key, value.value if isinstance(value, Enum) else str(value))

    def _word(self, key: str, value: str) -> str:
        """A detail that has words of its own: a figure of the law, the reason why a file cannot be read, no suggestion at all."""
        if key == "parameter" and self.has("figures", value):
            return self("figures", value)
        reason, _, number = value.partition(" ")
        if key == "reason" and self.has("reasons", reason):
            return self("reasons", reason, number=number)
        return "–" if key == "suggestion" and not value else value


@cache
def names_of(choices: Choices) -> Mapping[int, str]:
    """Each choice with the name under which its words stand."""
    return {int(choice): str(choice.name).lower() for choice in choices}


@cache
def _strings(directory: Path, language: str) -> Mapping[str, Any]:
    path = directory / f"{language}.yaml"
    return dict(read_yaml(path)) if path.exists() else {}


def texts(language: str, *directories: Path) -> Texts:
    """Merge the text files of some directories for one language; the engine's own come first."""
    merged: dict[str, Any] = {}
    for directory in (ENGINE_TEXTS, *directories):
        for key, value in _strings(directory, language).items():
            merged[key] = {**merged[key], **value} if isinstance(value, dict) and isinstance(merged.get(key), dict) else value
    return Texts(language, merged)
