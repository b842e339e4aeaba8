"""What somebody filled in: each field read by itself, so that every problem stands at its field and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from lebenslage.kernel.errors import Problem
from lebenslage.kernel.typed import as_words
from lebenslage.law.texts import Texts
from lebenslage.neighbours.words import refuse_contact
from lebenslage.residents.problems import TooLong

LONGEST_TYPED = 10_000


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its limit, whether it must be filled, whether everybody will read it, its choices; `room` says what to fill in."""

    name: str
    limit: int = 200
    lines: bool = False
    needed: bool = True
    public: bool = False
    choices: Sequence[str] | None = None
    room: str = "neighbours"


@dataclass(slots=True)
class Filled:
    """What was typed by field, and the problems by field."""

    say: Texts
    values: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)

    @property
    def problems(self) -> Sequence[Mapping[str, str]]:
        """For the summary: each problem and the field to which it leads."""
        return [{"sentence": sentence, "target": name} for name, sentence in self.wrong.items()]

    def refuse(self, problem: Problem, at: str) -> None:
        """Note what an action refused."""
        self.wrong[at] = self.say.problem(problem)

    def try_to(self, act: Callable[[], object], *, at: str) -> bool:
        """Do something, unless a field is wrong; whether it was done."""
        if self.wrong:
            return False
        try:
            act()
        except Problem as problem:
            self.refuse(problem, at)
        return not self.wrong


def filled(post: QueryDict, fields: Iterable[Field], say: Texts) -> Filled:
    """Read the fields."""
    form = Filled(say)
    for one in fields:
        form.values[one.name] = as_words(post.get(one.name, "")[:LONGEST_TYPED], lines=one.lines)
        _check(form, one)
    return form


def _check(form: Filled, one: Field) -> None:
    value = form.values[one.name]
    if one.needed and (not value or (one.choices is not None and value not in one.choices)):
        form.wrong[one.name] = form.say(one.room, "missing", one.name)
        return
    try:
        if len(value) > one.limit:
            raise TooLong(limit=one.limit, over=len(value) - one.limit)
        if one.public:
            refuse_contact(value)
    except Problem as problem:
        form.refuse(problem, one.name)
