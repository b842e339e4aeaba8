"""The rules in the handbook: by paragraph, then one by one with what they read."""

import inspect
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from lebenslage.kernel.citations import Citation
from lebenslage.kernel.units import Unit
from lebenslage.law.facts import Condition, Fact
from lebenslage.law.nodes import Source
from lebenslage.law.parameters import Parameter
from lebenslage.law.pointing import At, CountPointing, SumPointing
from lebenslage.law.rules import Rule, Version
from lebenslage.law.texts import Texts
from lebenslage.law.wires import AnyOf, CountOf, GreatestOf, Input, LeastOf, NumberOf, SumOf
from lebenslage.site.commands.handbook_contents import Folder, folder_of, folder_of_figure, place
from lebenslage.site.commands.handbook_text import table_rows, unit_in_words

COMBINED: Final[dict[type[Input], str]] = {
    SumOf: "the sum of ",
    CountOf: "how many have ",
    AnyOf: "whether anybody has ",
    GreatestOf: "the greatest ",
    LeastOf: "the least ",
    SumPointing: "the sum, over those who name her, of ",
    CountPointing: "how many who name her have ",
    At: "of the person whom she names: ",
}
ENTITIES: Final = {"haushalt": "household", "unterhaltszahlung": "maintenance payment"}
FOR_EVER: Final = "9999-12-31"


def rule_link(rule: Rule) -> str:
    """A link to where the rule stands."""
    return f"[`{rule.id}`]({folder_of(rule)}.md#{rule.id})"


def by_paragraph(folder: Folder) -> Iterator[str]:
    """From the statute to its rules, in the order of the paragraphs."""
    yield "## From the statute to the rule"
    yield ""
    cited = sorted(
        {(v.cites, rule) for rule in folder.rules for v in rule.versions}, key=lambda pair: (*_in_order(pair[0]), place(pair[1]))
    )
    rows = [
        (str(cites), ", ".join(rule_link(rule) for rule in dict.fromkeys(rule for _, rule in group)))
        for cites, group in groupby(cited, key=lambda pair: pair[0])
    ]
    yield from table_rows(("paragraph", "rules"), rows)
    yield ""


def _in_order(cites: Citation) -> tuple[str, list[int], str]:
    return cites.statute, [int(number) for number in re.findall(r"\d+", cites.paragraph)], cites.paragraph


def rules_section(folder: Folder, words: Texts) -> Iterator[str]:
    """Every rule of the folder, module by module as the source has them."""
    yield "## Rules"
    yield ""
    for module, rules in groupby(folder.rules, key=lambda rule: place(rule)[0]):
        yield f"### {_first_sentence(module)}"
        yield ""
        for rule in rules:
            yield from _rule(rule, words)


def _first_sentence(module: str) -> str:
    return (inspect.getdoc(sys.modules[module]) or module).splitlines()[0]


def _rule(rule: Rule, words: Texts) -> Iterator[str]:
    label = f" {words.label(rule)}" if words.has("rules", rule.id, "label") else ""
    yield f'<a id="{rule.id}"></a>'
    yield ""
    yield f"#### `{rule.id}`{label}"
    yield ""
    for version in rule.versions:
        yield from _version(rule, version)


def _version(rule: Rule, version: Version) -> Iterator[str]:
    cites = version.cites
    read = f"text of {cites.text_of}, read on {cites.read_on}" if cites.text_of else "the text could not be had"
    until = "" if str(version.until) == FOR_EVER else f" until {version.until}"
    rounded = f" Rounding: `{version.rounding.id}`." if version.rounding else ""
    yield f"**{cites}** ({read}). In force here from {version.since}{until}."
    yield f"One value a {ENTITIES.get(rule.entity.name, rule.entity.name)}: {_unit(rule.unit, rule.choices)}.{rounded}"
    yield ""
    yield inspect.getdoc(version.function) or ""
    yield ""
    for name, wire in zip(version.names, version.inputs, strict=True):
        yield f"- `{name}`: {_read(wire)}"
    yield ""


def _unit(unit: Unit | None, choices: object) -> str:
    if isinstance(choices, type):
        return f"`{choices.__name__}`"
    return unit_in_words(unit)


def _read(wire: Input) -> str:
    if isinstance(wire, Parameter):
        return f"the figure [`{wire.id}`]({folder_of_figure(wire)}.md#figures)"
    if isinstance(wire, NumberOf):
        return f"the number of rows of `{wire.entity.plural}`"
    *conditions, source = wire.sources()
    only = f", where {' and '.join(_source(one) for one in conditions)}" if conditions else ""
    return COMBINED.get(type(wire), "") + _source(source) + only


def _source(source: Source) -> str:
    if isinstance(source, Rule):
        return rule_link(source)
    if isinstance(source, Fact):
        return f"the fact [`{source.id}`](../household.md)"
    if isinstance(source, Condition):
        answers = " or ".join(f"`{name}`" for name in source.names) or "`yes`"
        return f"the fact [`{source.fact.id}`](../household.md) is {answers}"
    return "the first day of the month assessed"
