"""The forms of measures and money. Their errors are keys of sentences in `texts/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms

from lebenslage.authorities.models import Authority
from lebenslage.kernel.errors import UnreadableAmount
from lebenslage.kernel.money import read_cents
from lebenslage.law.texts import Texts
from lebenslage.planning.money.fields import day, line, long_text, offer, one_of, some_of
from lebenslage.planning.money.words import exact_euros
from lebenslage.quarters.catalogue import edition, indicators
from lebenslage.quarters.measures.changes import Amount, Said
from lebenslage.quarters.measures.models import Measure, Programme, Source, Status
from lebenslage.quarters.measures.queries import programmes
from lebenslage.quarters.models import Edition

ROOM: Final = "planning_money"
PARTS: Final[Mapping[str, Sequence[str]]] = {
    "what": ("title", "aim", "target_group", "programme"),
    "where": ("areas", "place"),
    "who": ("status", "reason", "department", "starts", "ends", "next_step", "due"),
    "seen": ("indicators", "lessons"),
}


class MeasureForm(forms.Form):
    """Everything that is said of a measure; the title alone is needed."""

    title = line(required=True)
    aim = long_text()
    target_group = line()
    programme = one_of()
    areas = some_of()
    place = line()
    status = one_of(required=True)
    reason = line(300)
    department = line(120)
    starts = day()
    ends = day()
    next_step = line(200)
    due = day()
    indicators = some_of()
    lessons = long_text()

    def __init__(self, data: Any = None, *, authority: Authority, say: Texts, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"status": Status.PLANNED, **(initial or {})})
        areas: Edition | None = edition(authority)
        self.programmes = {str(one.pk): one for one in programmes(authority)}
        offer(self, "programme", [("", say(ROOM, "no_programme")), *((key, one.name) for key, one in self.programmes.items())])
        offer(self, "areas", zip(areas.keys, areas.names, strict=True) if areas else [])
        offer(self, "status", [(one.value, say(ROOM, "status", one.value)) for one in Status])
        offer(self, "indicators", [(one.key, one.name) for one in indicators(authority)])

    def clean(self) -> dict[str, Any]:
        """Who stops a measure says why; it does not end before it starts."""
        cleaned = super().clean() or {}
        if cleaned.get("status") == Status.STOPPED and not cleaned.get("reason"):
            self.add_error("reason", "no_reason")
        if cleaned.get("starts") and cleaned.get("ends") and cleaned["ends"] < cleaned["starts"]:
            self.add_error("ends", "ends_before")
        return cleaned

    def said(self) -> Said:
        """What was typed."""
        programme: Programme | None = self.programmes.get(self.cleaned_data["programme"])
        return Said(**{**self.cleaned_data, "programme": programme})


class MoneyForm(forms.Form):
    """An amount of a year. An empty field is unknown, not zero."""

    year = forms.IntegerField(
        min_value=1990, max_value=2100, error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), "no_year")
    )
    source = one_of(required=True)
    area = one_of()
    planned = line(40)
    spent = line(40)

    def __init__(self, data: Any = None, *, measure: Measure, say: Texts, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        areas = edition(measure.authority)
        names = dict(zip(areas.keys, areas.names, strict=True)) if areas else {}
        whole = say(ROOM, "whole_town") if measure.townwide else say(ROOM, "all_areas")
        offer(self, "source", [(one.value, say(ROOM, "source", one.value)) for one in Source])
        offer(self, "area", [("", whole), *((key, names[key]) for key in (measure.areas or names) if key in names)])

    def clean_planned(self) -> int | None:
        return _cents(self.cleaned_data["planned"])

    def clean_spent(self) -> int | None:
        return _cents(self.cleaned_data["spent"])

    def clean(self) -> dict[str, Any]:
        """One of both is known."""
        cleaned = super().clean() or {}
        if not self.errors and cleaned.get("planned") is None and cleaned.get("spent") is None:
            self.add_error("planned", "no_amount")
        return cleaned

    def amount(self) -> Amount:
        """What was typed."""
        return Amount(**self.cleaned_data)


class ProgrammeForm(forms.Form):
    """A programme."""

    name = line(120, required=True)
    aim = long_text(1000)


class MoneyFile(forms.Form):
    """Money by area, as a file or pasted from a spreadsheet, and what it belongs to."""

    pasted = forms.CharField(required=False, max_length=60_000, widget=forms.Textarea, error_messages={"max_length": "too_long"})
    file = forms.FileField(required=False, error_messages={"empty": "no_file", "invalid": "no_file"})
    measure = one_of()
    title = line()
    year = forms.IntegerField(
        min_value=1990, max_value=2100, error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), "no_year")
    )
    source = one_of(required=True)
    which = one_of(required=True)

    def __init__(self, data: Any = None, files: Any = None, *, measures: Sequence[Measure], say: Texts, year: int) -> None:
        super().__init__(data, files, initial={"year": year})
        self.measures = {str(one.pk): one for one in measures}
        offer(self, "measure", [("", say(ROOM, "new_measure")), *((key, one.title) for key, one in self.measures.items())])
        offer(self, "source", [(one.value, say(ROOM, "source", one.value)) for one in Source])
        offer(self, "which", [(one, say(ROOM, "which", one)) for one in ("spent", "planned")])

    def clean(self) -> dict[str, Any]:
        """There is money, and it belongs to a measure, an old one or a new one."""
        cleaned = super().clean() or {}
        if not cleaned.get("pasted") and not cleaned.get("file"):
            self.add_error("pasted", "no_file")
        if not cleaned.get("measure") and not cleaned.get("title"):
            self.add_error("title", "no_measure")
        return cleaned

    def content(self) -> bytes:
        """What is to be read."""
        file = self.cleaned_data.get("file")
        return file.read() if file else str(self.cleaned_data["pasted"]).encode()


def as_typed(measure: Measure) -> Mapping[str, Any]:
    """A measure as the form shows it."""
    fields = {name: getattr(measure, name) for name in MeasureForm.base_fields}
    return {**fields, "programme": str(measure.programme_id or "")}


def amount_as_typed(planned: int | None, spent: int | None) -> Mapping[str, str]:
    """Amounts as the form shows them."""
    return {"planned": exact_euros(planned), "spent": exact_euros(spent)}


def _cents(typed: str) -> int | None:
    if not typed.strip():
        return None
    try:
        cents = read_cents(typed)
    except UnreadableAmount as unread:
        raise forms.ValidationError("no_money") from unread
    if cents < 0:
        raise forms.ValidationError("negative")
    return cents
