"""Forms of these rooms: labels, hints and what can be wrong come from the texts; fields look as KERN draws them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.validators import BaseValidator

from lebenslage.law.texts import Texts
from lebenslage.quarters.places.actions import Known, NewPlace
from lebenslage.quarters.places.models import Access, Kind, Place
from lebenslage.quarters.places.words import COLUMNS

DAYS: Final = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y")
LOOKS: Final[Mapping[type[forms.Widget], str]] = {forms.Select: "kern-form-input__select", forms.CheckboxInput: "kern-form-check__checkbox"}
MOST_EUROS: Final = 100_000_000
MOST_BYTES: Final = 5 * 1024 * 1024
ERRORS: Final = ("required", "invalid", "invalid_choice")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line of the error summary: the field it leads to, and its sentence."""

    target: str
    sentence: str


class Number(forms.Field):
    """A number as people type it: a comma or a point, gaps between thousands."""

    def to_python(self, value: Any) -> float | None:
        """The number. Raises ValidationError."""
        if isinstance(value, str):
            value = value.replace(" ", "").replace("\u00a0", "")
            value = value.replace(".", "").replace(",", ".") if "," in value else value
        if value in self.empty_values:
            return None
        try:
            return float(value)
        except (TypeError, ValueError) as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error


class Whole(forms.IntegerField):
    """A number without decimals, with or without points between thousands."""

    def to_python(self, value: Any) -> int | None:
        """The number. Raises ValidationError."""
        return super().to_python(value.replace(".", "").replace(" ", "").removesuffix("€") if isinstance(value, str) else value)


class Worded(forms.Form):
    """A form whose words stand in the texts under `room`: `fields`, `hints` where there are any, and `errors`."""

    room = "planning_sites"

    def __init__(self, *args: Any, say: Texts, **more: Any) -> None:
        more["auto_id"] = "%s"
        super().__init__(*args, **more)
        self.say = say
        for name, field in self.fields.items():
            field.label = say(self.room, "fields", name)
            field.help_text = say(self.room, "hints", name) if say.has(self.room, "hints", name) else ""
            field.error_messages |= {code: say("planning_sites", "errors", code) for code in ERRORS}
            for validator in field.validators:
                if isinstance(validator, BaseValidator):
                    validator.message = say("planning_sites", "errors", validator.code)
            looks = (look for kind, look in LOOKS.items() if isinstance(field.widget, kind))
            field.widget.attrs["class"] = next(looks, "kern-form-input__input")

    def offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Set what may be chosen."""
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    @property
    def problems(self) -> Sequence[Wrong]:
        """The lines of the error summary."""
        return [Wrong(field, str(error)) for field, errors in self.errors.items() for error in errors]


def kinds(say: Texts, some: Iterable[str] = Kind.values) -> list[tuple[str, str]]:
    """Kinds of places with their names, in the order of the alphabet."""
    return sorted(((str(kind), say("planning_sites", "kinds", str(kind))) for kind in some), key=lambda pair: pair[1].casefold())


def day() -> forms.DateField:
    """A day, chosen in a calendar where the browser has one."""
    return forms.DateField(input_formats=DAYS, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))


class PlaceForm(Worded):
    """A place by hand."""

    name = forms.CharField(max_length=160)
    kind = forms.ChoiceField()
    standing = forms.ChoiceField()
    suits = forms.ChoiceField(required=False)
    address = forms.CharField(max_length=200, required=False)
    x = Number()
    y = Number()
    barrier_free = forms.ChoiceField()
    hours = forms.CharField(max_length=300, required=False)
    price = Whole(min_value=0, max_value=MOST_EUROS, required=False)
    capacity = Whole(min_value=0, max_value=MOST_EUROS, required=False)
    serves = forms.CharField(max_length=120, required=False)
    source = forms.CharField(max_length=200)
    on = day()

    def __init__(self, *args: Any, say: Texts, **more: Any) -> None:
        super().__init__(*args, say=say, **more)
        self.offer("kind", kinds(say))
        self.offer("standing", [(one, say("planning_sites", "standing", one)) for one in ("steht", "kandidat")])
        self.offer("suits", [("", say("planning_sites", "anything")), *kinds(say)])
        self.offer("barrier_free", [(one, say("planning_sites", "access", one)) for one in Access.values])

    @property
    def place(self) -> NewPlace:
        """What was typed."""
        given = {**self.cleaned_data, "candidate": self.cleaned_data["standing"] == "kandidat"}
        return NewPlace(**{name: given[name] for name in NewPlace.__slots__})

    @property
    def known(self) -> Known:
        """Who says so."""
        return Known(self.cleaned_data["source"], self.cleaned_data["on"])


def as_typed(place: Place) -> dict[str, Any]:
    """A place as its form shows it."""
    given = {name: getattr(place, name) for name in PlaceForm.base_fields if name != "standing"}
    return {**given, "standing": "kandidat" if place.candidate else "steht"}


class FileForm(Worded):
    """A list of places: a file, or what was copied out of a spreadsheet."""

    datei = forms.FileField(required=False, widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,.json,.geojson"}))
    inhalt = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}), strip=False)

    def clean(self) -> dict[str, Any]:
        """One of the two is there, and no larger than a list of places may be."""
        cleaned = super().clean() or {}
        if cleaned.get("datei") and cleaned["datei"].size > MOST_BYTES:
            self.add_error("datei", self.say("planning_sites", "errors", "too_large"))
        if not self.files.get("datei") and not (cleaned.get("inhalt") or "").strip():
            self.add_error("datei", self.say("planning_sites", "errors", "no_list"))
        return cleaned


class MeaningForm(Worded):
    """How the columns of a list are meant, whose list it is, and for which day."""

    source = forms.CharField(max_length=200, required=False)
    on = day()
    kind = forms.ChoiceField(required=False)
    standing = forms.ChoiceField()
    suits = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, say: Texts, headers: Sequence[str], **more: Any) -> None:
        super().__init__(*args, say=say, **more)
        self.offer("kind", [("", say("planning_sites", "by_column")), *kinds(say)])
        self.offer("standing", [(one, say("planning_sites", "standing", one)) for one in ("steht", "kandidat")])
        self.offer("suits", [("", say("planning_sites", "anything")), *kinds(say)])
        for column in COLUMNS:
            label = say("planning_sites", "columns", column)
            choices = [("", say("planning_sites", "no_column")), *((header, header) for header in headers)]
            chosen = forms.ChoiceField(required=False, choices=choices, label=label)
            chosen.widget.attrs["class"] = "kern-form-input__select"
            self.fields[f"spalte_{column}"] = chosen

    @property
    def columns(self) -> Sequence[forms.BoundField]:
        """The fields that name a column."""
        return [self[f"spalte_{column}"] for column in COLUMNS]

    @property
    def how(self) -> dict[str, Any]:
        """What was chosen, as a list keeps it."""
        given = self.cleaned_data
        columns = {column: given[f"spalte_{column}"] for column in COLUMNS if given[f"spalte_{column}"]}
        return {"columns": columns, "kind": given["kind"], "candidate": given["standing"] == "kandidat", "suits": given["suits"]}
