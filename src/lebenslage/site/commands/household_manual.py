"""The manual of the household file, written from the facts: one table an entity, one list of words a choice."""

from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Final

from lebenslage.benefits.facts import FACTS, VOCABULARY
from lebenslage.law.facts import Choices, Fact
from lebenslage.law.nodes import Entity
from lebenslage.law.texts import Texts

TEMPLATE: Final = Path(__file__).with_name("household_manual.md")
EXAMPLE: Final = Path(__file__).with_name("example_household.yaml")
SECTIONS: Final = {
    "haushalt": "Angaben zur Wohnung und zum Antrag. Statt `mietenstufe` darf hier `gemeinde` stehen: Name oder Gemeindeschlüssel.",
    "personen": "Alle Menschen in der Wohnung, jeder unter seinem Namen. Ein erfundener Name genügt.",
    "unterhaltszahlungen": "Unterhalt, den jemand aus dem Haushalt zahlt: ein Eintrag für jeden Menschen, der ihn bekommt.",
}
KINDS: Final = {
    "money": "Betrag", "count": "Anzahl", "flag": "ja oder nein", "day": "Tag", "area": "Quadratmeter", "months": "Monate",
    "person": "Person", "percent": "Prozent", "factor": "Zahl",
}  # fmt: skip
PERIODS: Final = {"month": " im Monat", "year": " im Jahr", "": ""}
HEADERS: Final = "| Angabe | Frage | Antwort | Gefragt, wenn | Nachweis |\n|---|---|---|---|---|\n"


def manual(words: Texts) -> str:
    """The whole page."""
    return Template(TEMPLATE.read_text(encoding="utf8")).substitute(
        sections="\n".join(f"- `{entity.plural}`: {SECTIONS[entity.plural]}" for entity in VOCABULARY.facts),
        example=EXAMPLE.read_text(encoding="utf8"),
        facts="\n".join(_entity(entity, words) for entity in VOCABULARY.facts),
        choices="\n".join(_choice_list(choices, words) for choices in _all_choices()),
    )


def _entity(entity: Entity, words: Texts) -> str:
    rows = (_row(fact, words) for fact in FACTS if fact.entity == entity)
    return f"## `{entity.plural}`\n\n{SECTIONS[entity.plural]}\n\n{HEADERS}{''.join(rows)}"


def _row(fact: Fact, words: Texts) -> str:
    proof = words("proofs", fact.asked.evidence) if fact.asked.evidence else "–"
    cells = (f"`{fact.id}`", words("facts", fact.id, "question"), "; ".join(_answer(fact, words)), _condition(fact), proof)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _answer(fact: Fact, words: Texts) -> Iterator[str]:
    if fact.choices is not None:
        amount = "eines oder mehrere aus" if fact.several else "eines aus"
        yield f"{amount} [{fact.choices.__name__}](#{fact.choices.__name__.lower()})"
    elif fact.unit is not None:
        yield KINDS[fact.unit.kind] + PERIODS[fact.unit.per]
    for word in fact.asked.words:
        yield f"oder `{word}` ({words('words', word)})"
    if fact.asked.assumed is not None:
        yield "Normalfall, wenn nichts dasteht"


def _condition(fact: Fact) -> str:
    when = fact.asked.when
    if when is None:
        return "immer möglich"
    return f"`{when.fact.id}`: " + (" oder ".join(f"`{name}`" for name in when.names) or "`ja`")


def _all_choices() -> list[Choices]:
    return list(dict.fromkeys(fact.choices for fact in FACTS if fact.choices))


def _choice_list(choices: Choices, words: Texts) -> str:
    rows = (f"| `{str(member.name).lower()}` | {words('choices', choices.__name__, str(member.name).lower())} |\n" for member in choices)
    return f"### {choices.__name__}\n\n| Wort | Bedeutung |\n|---|---|\n{''.join(rows)}"
