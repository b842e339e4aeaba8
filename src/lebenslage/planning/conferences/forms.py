"""The forms of conferences. Their errors are keys of sentences in `texts/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms

from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.planning.money.fields import clock, day, line, long_text, offer, one_of, some_of
from lebenslage.quarters.catalogue import edition
from lebenslage.quarters.conferences.changes import Decided, Entry, Meeting, Point, Written
from lebenslage.quarters.conferences.models import Conference, Decision, Item, Progress, Side

ROOM: Final = "planning_conferences"
NEW_POINTS: Final = 3
MOST_POINTS: Final = 60
LONGEST_NOTES: Final = 20_000


class MeetingForm(forms.Form):
    """When, where, about which quarters."""

    title = line(required=True)
    on = day(required=True)
    starts = clock(required=True)
    ends = clock()
    areas = some_of()
    place = line(200)
    barrier_free = forms.BooleanField(required=False)
    online = forms.URLField(
        required=False, assume_scheme="https", error_messages={"invalid": "no_address"}, widget=forms.URLInput(attrs={"type": "url"})
    )
    letter = long_text()

    def __init__(self, data: Any = None, *, authority: Authority, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        areas = edition(authority)
        offer(self, "areas", zip(areas.keys, areas.names, strict=True) if areas else [])

    def clean(self) -> dict[str, Any]:
        """It does not end before it starts."""
        cleaned = super().clean() or {}
        if cleaned.get("starts") and cleaned.get("ends") and cleaned["ends"] <= cleaned["starts"]:
            self.add_error("ends", "ends_before")
        return cleaned

    def meeting(self) -> Meeting:
        """What was typed."""
        return Meeting(**self.cleaned_data)


class ContactForm(forms.Form):
    """Somebody for the address book."""

    organisation = line(120, required=True)
    function = line(120, required=True)
    name = line(120)
    email = forms.EmailField(required=False, error_messages={"invalid": "no_mail"})
    side = one_of(required=True)

    def __init__(self, data: Any = None, *, say: Texts, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        offer(self, "side", [(one.value, say(ROOM, "side", one.value)) for one in Side])

    def entry(self) -> Entry:
        """What was typed."""
        return Entry(**self.cleaned_data)


class NotesForm(forms.Form):
    """Notes on a point."""

    notes = forms.CharField(required=False, max_length=LONGEST_NOTES, widget=forms.Textarea, error_messages={"max_length": "too_long"})
    public = forms.BooleanField(required=False)
    version = forms.IntegerField(min_value=0)

    def written(self) -> Written:
        """What was typed."""
        return Written(**self.cleaned_data)


class DecisionForm(forms.Form):
    """A decision."""

    text = long_text(required=True)
    responsible = line()
    due = day()
    votes = line(60)
    public = forms.BooleanField(required=False)
    item = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def decided(self) -> Decided:
        """What was typed."""
        return Decided(**self.cleaned_data)


class FollowForm(forms.Form):
    """How far a decision is."""

    progress = forms.ChoiceField(choices=Progress.choices)
    remark = forms.CharField(required=False, max_length=300)


def as_typed(conference: Conference) -> Mapping[str, Any]:
    """A conference as the form shows it."""
    return {name: getattr(conference, name) for name in MeetingForm.base_fields}


def decision_as_typed(decision: Decision) -> Mapping[str, Any]:
    """A decision as the form shows it."""
    return {name: getattr(decision, name) for name in ("text", "responsible", "due", "votes", "public")}


def typed_points(given: Mapping[str, str], items: Sequence[Item]) -> Sequence[Point]:
    """The agenda as typed: three fields a point, in the order of the numbers before them; a point without a title goes."""
    names = [*(str(one.pk) for one in items), *(f"neu{number}" for number in range(NEW_POINTS))][:MOST_POINTS]
    found = [(_number(given.get(f"platz-{one}", ""), place + 1), place, one) for place, one in enumerate(names)]
    return [_point(given, name) for _, _, name in sorted(found) if given.get(f"titel-{name}", "").strip()]


def first_points(say: Texts) -> Sequence[Point]:
    """The agenda that a new conference begins with."""
    return [Point(say(ROOM, "agenda", name), minutes) for name, minutes in (("look_back", 10), ("figures", 20), ("talk", 45), ("next", 15))]


def _point(given: Mapping[str, str], name: str) -> Point:
    minutes = min(_number(given.get(f"minuten-{name}", ""), 10), 600)
    return Point(given[f"titel-{name}"].strip()[:160], minutes, int(name) if name.isdecimal() else None)


def _number(typed: str, otherwise: int) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 5 else otherwise
