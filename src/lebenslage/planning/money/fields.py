"""Fields of a form as a page draws them: the label and the hint stand in the texts of the room, errors are keys of its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from django import forms

from lebenslage.law.texts import Texts

DAYS: Final = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y")
TIMES: Final = ("%H:%M", "%H.%M", "%H:%M:%S")
LONG: Final = 4000
KINDS: Final[Sequence[tuple[type[forms.Widget], str]]] = (
    (forms.Textarea, "long"),
    (forms.CheckboxSelectMultiple, "several"),
    (forms.CheckboxInput, "tick"),
    (forms.Select, "one"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A field: `kind` is long, several, tick, one, or the type of an input."""

    name: str
    kind: str
    label: str
    hint: str
    value: str
    error: str
    choices: Sequence[Choice] = ()

    @property
    def target(self) -> str:
        """Where the error summary leads."""
        return f"{self.name}-{self.choices[0].value}" if self.kind == "several" and self.choices else self.name

    @property
    def sentence(self) -> str:
        """What is wrong, as the error summary says it."""
        return self.error

    @property
    def described_by(self) -> str:
        """The ids of hint and error."""
        return " ".join(f"{self.name}-{part}" for part, text in (("hint", self.hint), ("error", self.error)) if text)


def line(length: int = 160, *, required: bool = False, **more: Any) -> forms.CharField:
    """A line of text."""
    return forms.CharField(max_length=length, required=required, error_messages={"required": "missing", "max_length": "too_long"}, **more)


def long_text(length: int = LONG, *, required: bool = False) -> forms.CharField:
    """Some lines of text."""
    return line(length, required=required, widget=forms.Textarea)


def day(*, required: bool = False) -> forms.DateField:
    """A day."""
    messages = {"required": "missing", "invalid": "no_day"}
    return forms.DateField(input_formats=DAYS, required=required, error_messages=messages, widget=forms.DateInput(attrs={"type": "date"}))


def clock(*, required: bool = False) -> forms.TimeField:
    """A time of the day."""
    messages = {"required": "missing", "invalid": "no_time"}
    return forms.TimeField(input_formats=TIMES, required=required, error_messages=messages, widget=forms.TimeInput(attrs={"type": "time"}))


def one_of(choices: Iterable[tuple[str, str]] = (), *, required: bool = False) -> forms.ChoiceField:
    """One of several answers."""
    return forms.ChoiceField(
        choices=list(choices), required=required, error_messages={"required": "missing", "invalid_choice": "not_there"}
    )


def some_of() -> forms.MultipleChoiceField:
    """Any of several answers."""
    return forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple, error_messages={"invalid_choice": "not_there"})


def offer(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a field its choices."""
    form.fields[name].choices = list(choices)  # type: ignore[attr-defined]


def drawn(form: forms.Form, room: str, say: Texts, names: Sequence[str] = ()) -> Sequence[Drawn]:
    """The fields of a form, or some of them."""
    return [_field(form, name, room, say) for name in names or form.fields]


def wrong(form: forms.Form, room: str, say: Texts) -> Sequence[Drawn]:
    """The fields with an error, for the error summary."""
    return [one for one in drawn(form, room, say) if one.error] if form.is_bound else []


def sections(form: forms.Form, room: str, say: Texts, parts: Mapping[str, Sequence[str]]) -> Sequence[tuple[str, Sequence[Drawn]]]:
    """The fields under headings."""
    return [(say(room, "sections", heading), drawn(form, room, say, names)) for heading, names in parts.items()]


def _field(form: forms.Form, name: str, room: str, say: Texts) -> Drawn:
    field, value = form.fields[name], form[name].value()
    kind = next((kind for widget, kind in KINDS if isinstance(field.widget, widget)), "")
    error = str(form.errors.get(name, [""])[0]) if form.is_bound else ""
    hint = say(room, "fields", name, "hint") if say.has(room, "fields", name, "hint") else ""
    return Drawn(
        name,
        kind or field.widget.attrs.get("type") or getattr(field.widget, "input_type", "text"),
        say(room, "fields", name, "label"),
        hint,
        _written(value) if kind != "several" else "",
        say(room, "errors", error) if error else "",
        _choices(field, value) if kind in ("one", "several") else (),
    )


def _choices(field: forms.Field, value: object) -> Sequence[Choice]:
    chosen = {str(one) for one in value} if isinstance(value, (list, tuple)) else {_written(value)}
    return [Choice(str(key), str(label), str(key) in chosen) for key, label in field.choices]  # type: ignore[attr-defined]


def _written(value: object) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
