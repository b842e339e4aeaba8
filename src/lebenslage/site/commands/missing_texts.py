"""Which strings a language lacks: of the engine, the facts, the benefits, the authorities and the commands."""

import string
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from lebenslage.authorities import problems as of_authorities
from lebenslage.benefits.facts import FACTS
from lebenslage.benefits.together.law import BENEFITS
from lebenslage.kernel import errors
from lebenslage.kernel.errors import Problem
from lebenslage.law import problems as of_files
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import Fact
from lebenslage.law.in_force import reachable
from lebenslage.law.parameters import Parameter
from lebenslage.law.rules import Rule
from lebenslage.law.texts import LANGUAGES, Texts, texts
from lebenslage.site.commands import problems as of_commands
from lebenslage.site.commands.speech import OWN_TEXTS, speech

type Path = tuple[str, ...]

WORDS: Final = ("yes", "no", "none", "unknown", "nobody", "open", "table", "at")
FORMATS: Final = ("point", "group", "money", "month", "year", "day")
PERIODS: Final = ("month", "year", "once")
REASONS: Final = ("FileNotFoundError", "IsADirectoryError", "PermissionError", "UnicodeDecodeError", "YAML", "line")
OF_FACT: Final = ("label", "question", "why")
OF_BENEFIT: Final = ("name", "yes", "unknown", "about", "where")


def missing_texts(language: str) -> list[str]:
    """The paths of strings that a language lacks, and of sentences that ask for a value they never get."""
    words = speech(language)
    lacking = [".".join(path) for path in sorted(set(_needed())) if not words.has(*path)]
    return lacking + [f"rules.{rule.id}.line: {{{name}}}" for rule in _rules() for name in sorted(_strange_names(rule, words))]


def _needed() -> Iterator[Path]:
    yield from _of_engine()
    yield from (path for fact in FACTS for path in _of_fact(fact))
    yield from (path for benefit in BENEFITS for path in _of_benefit(benefit))
    yield from (("rules", rule.id, "label") for rule in _rules())
    yield from (("figures", figure) for figure in _figures())
    yield from (("cli", *path) for language in LANGUAGES for path in _paths(texts(language, OWN_TEXTS).strings["cli"]))


def _of_engine() -> Iterator[Path]:
    yield from ((word,) for word in WORDS)
    yield from (("format", name) for name in FORMATS)
    yield from (("months", str(number)) for number in range(1, 13))
    yield from (("reasons", reason) for reason in REASONS)
    yield from (("periods", period) for period in PERIODS)
    yield from (("problems", key) for key in _problems())


def _problems() -> Iterator[str]:
    for module in (errors, of_files, of_authorities, of_commands):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Problem) and value is not Problem:
                yield value.key


def _of_fact(fact: Fact) -> Iterator[Path]:
    yield from (("facts", fact.id, part) for part in OF_FACT)
    yield from (("words", word) for word in fact.asked.words)
    if fact.asked.evidence:
        yield "proofs", fact.asked.evidence
    if fact.choices:
        yield from (("choices", fact.choices.__name__, str(member.name).lower()) for member in fact.choices)


def _of_benefit(benefit: Benefit) -> Iterator[Path]:
    yield from (("benefits", benefit.id, part) for part in OF_BENEFIT)
    yield from (("rules", gate.id, "refused") for gate in benefit.gates)
    yield from (("rules", hint.id, "hint") for hint in benefit.hints)


def _rules() -> list[Rule]:
    goals = [goal for benefit in BENEFITS for goal in benefit.goals]
    return [source for source in reachable(goals) if isinstance(source, Rule)]


def _figures() -> Iterable[str]:
    return {wire.id for rule in _rules() for version in rule.versions for wire in version.inputs if isinstance(wire, Parameter)}


def _strange_names(rule: Rule, words: Texts) -> set[str]:
    if not words.has("rules", rule.id, "line"):
        return set()
    asked = {name for _, name, _, _ in string.Formatter().parse(words("rules", rule.id, "line")) if name}
    known = [frozenset(version.names) for version in rule.versions]
    return asked - {"value"} - known[0].intersection(*known)


def _paths(strings: Mapping[str, Any]) -> Iterator[Path]:
    for key, value in strings.items():
        if isinstance(value, Mapping):
            yield from ((key, *rest) for rest in _paths(value))
        else:
            yield (key,)
