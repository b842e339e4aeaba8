"""Form fields drawn from facts: the same fact that the law reads is the question on the page, with its words and its choices."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from lebenslage.kernel.dates_typed import read_typed_day
from lebenslage.kernel.errors import Problem
from lebenslage.law.facts import Fact
from lebenslage.law.texts import Texts
from lebenslage.law.values import read_value

type Control = Literal["one", "several", "person", "text"]

YES, NO = "ja", "nein"
NONE_OF_THEM: Final = "keine"
INPUT_MODES: Final = {"money": "decimal", "area": "decimal", "count": "numeric", "percent": "numeric", "months": "numeric"}
PLAINLY: Final = re.compile(r"^(?:\d{1,9}(?:,\d\d)?|\d{1,2}\.\d{1,2}\.\d{4})$")
FIRST_SENTENCE: Final = re.compile(r"(?<=[a-zäöüß”“\"])\.\s+(?=[A-ZÄÖÜ])")
SHORT_HELP: Final = 110


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `then` are the questions it opens alone; `opens` the numbers of the groups of questions it opens with others."""

    id: str
    value: str
    label: str
    checked: bool
    then: Sequence[Field] = ()
    opens: Sequence[int] = ()
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One question as it stands on the page."""

    name: str
    control: Control
    label: str
    value: str = ""
    hint: str = ""
    example: str = ""
    help: Sequence[str] = ()
    error: str = ""
    unit: str = ""
    mode: str = "text"
    options: Sequence[Option] = ()
    groups: Sequence[Sequence[Field]] = ()
    suggestions: str = ""
    fold: str = ""
    where: str = ""
    understood: str = ""

    @property
    def fold_open(self) -> bool:
        """Whether a folded question holds something, and therefore stands open."""
        return bool(self.error or self.value) or any(option.checked for option in self.options)

    @property
    def id(self) -> str:
        """Where a link of the error summary leads: the field, or its first choice."""
        return self.options[0].id if self.control in ("one", "several") and self.options else self.name

    @property
    def before(self) -> Sequence[Option]:
        """The choices that stand open above the fold."""
        return [option for option in self.options[: self._last_rare] if not option.rare] if self.rare else self.options

    @property
    def after(self) -> Sequence[Option]:
        """The choices that stand open below the fold: what is left when nothing else applies."""
        return self.options[self._last_rare + 1 :] if self.rare else ()

    @property
    def _last_rare(self) -> int:
        return max(place for place, option in enumerate(self.options) if option.rare)

    @property
    def rare(self) -> Sequence[Option]:
        """The choices that fold open."""
        return [option for option in self.options if option.rare]

    @property
    def rare_chosen(self) -> bool:
        """Whether one of the folded choices is chosen, so that the fold must stand open."""
        return any(option.checked for option in self.rare)

    @property
    def described_by(self) -> str:
        """The ids of hint and error, for a screen reader."""
        parts = {"hint": self.hint or self.example, "error": self.error, "read": self.understood}
        return " ".join(f"{self.name}-{part}" for part, text in parts.items() if text)


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that several choices open."""

    openers: frozenset[str]
    fields: Sequence[Field]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is known of a question when it is drawn: its name, what was typed, what is wrong with it, and the questions below it."""

    name: str
    given: Sequence[str] = ()
    error: str = ""
    left_out: frozenset[str] = frozenset()
    rare: frozenset[str] = frozenset()
    people: Sequence[tuple[str, str]] = ()
    then: Mapping[str, Sequence[Field]] = field(default_factory=dict)
    groups: Sequence[Group] = ()


def draw(fact: Fact, sketch: Sketch, say: Texts) -> Field:
    """The field of a fact."""
    control = control_of(fact)
    hint, help = _hint_and_help(fact, say)
    value = next((one for one in sketch.given if one not in fact.asked.words), "") if control == "text" else ""
    return Field(
        name=sketch.name,
        control=control,
        label=say("facts", fact.id, "question"),
        value=value,
        hint=hint,
        example=_optional(fact, "example", say) if control == "text" else "",
        help=help,
        error=sketch.error,
        unit=_unit(fact, say),
        mode=INPUT_MODES.get(fact.unit.kind, "text") if fact.unit else "text",
        options=[_option(sketch, value, label) for value, label in _choices(fact, sketch, say)],
        groups=[group.fields for group in sketch.groups],
        understood="" if sketch.error else how_it_was_read(fact, value, say),
    )


def how_it_was_read(fact: Fact, typed: str, say: Texts) -> str:
    """An amount, a number or a day as we read it; nothing where it is written so that there is no other reading, or none at all."""
    if control_of(fact) != "text" or not typed or PLAINLY.match(typed):
        return ""
    try:
        day = fact.unit is not None and fact.unit.kind == "day"
        return say.value(read_typed_day(typed) if day else read_value(fact, typed, ""), fact.unit)
    except Problem:
        return ""


def control_of(fact: Fact) -> Control:
    """How a fact is answered: one choice, several, a person, or text."""
    if fact.several:
        return "several"
    kind = fact.unit.kind if fact.unit else ""
    if fact.choices is not None or kind == "flag":
        return "one"
    return "person" if kind == "person" else "text"


def _choices(fact: Fact, sketch: Sketch, say: Texts) -> Sequence[tuple[str, str]]:
    """The answers to choose from, as they are sent and as they are read: for a person the people, for a text words in its place."""
    if fact.choices is not None:
        names = [name for name in (str(c.name).lower() for c in fact.choices) if name not in sketch.left_out]
        named = [(name, say("choices", fact.choices.__name__, name)) for name in names]
        return [*named, (NONE_OF_THEM, say("pages", "none_of_them"))] if fact.several else named
    if control_of(fact) == "one":
        return [(YES, say("pages", "yes")), (NO, say("pages", "no"))]
    people = sketch.people if control_of(fact) == "person" else ()
    return [*people, *((word, say("words", word)) for word in fact.asked.words if word not in sketch.left_out)]


def _option(sketch: Sketch, value: str, label: str) -> Option:
    return Option(
        id=f"{sketch.name}-{value}",
        value=value,
        label=label[:1].upper() + label[1:],
        checked=value in sketch.given,
        then=sketch.then.get(value, ()),
        opens=[number for number, group in enumerate(sketch.groups) if value in group.openers],
        rare=value in sketch.rare,
    )


def _hint_and_help(fact: Fact, say: Texts) -> tuple[str, Sequence[str]]:
    """A short hint that is always read, and the rest that folds open: more help, and why we ask."""
    text = _optional(fact, "help", say)
    found = FIRST_SENTENCE.search(text)
    first, rest = (text[: found.start() + 1], text[found.end() :]) if found and len(text) > SHORT_HELP else (text, "")
    if len(first) > SHORT_HELP:
        first, rest = "", text
    return first, [one for one in (rest, say("facts", fact.id, "why")) if one]


def _optional(fact: Fact, part: str, say: Texts) -> str:
    return say("facts", fact.id, part) if say.has("facts", fact.id, part) else ""


def _unit(fact: Fact, say: Texts) -> str:
    if fact.unit is None or control_of(fact) != "text":
        return ""
    kind = f"money_{fact.unit.per or 'once'}" if fact.unit.kind == "money" else fact.unit.kind
    return say("pages", "units", kind) if say.has("pages", "units", kind) else ""
