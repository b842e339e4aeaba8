"""The form of a measure of the heat plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from lebenslage.law.texts import Texts
from lebenslage.planning.heat.season import LEVELS
from lebenslage.planning.sites.forms import Whole, Worded, day
from lebenslage.quarters.places.models import Work


class StepForm(Worded):
    """A measure: what, who, when, how far."""

    room = "planning_heat"

    title = forms.CharField(max_length=160)
    department = forms.CharField(max_length=120)
    level = forms.ChoiceField()
    season = Whole(min_value=2000, max_value=2200)
    area = forms.ChoiceField(required=False)
    due = day()
    work = forms.ChoiceField()
    note = forms.CharField(max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, say: Texts, areas: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, say=say, **more)
        self.fields["due"].required = False
        self.offer("level", [(one, say("planning_heat", "levels", one)) for one in LEVELS])
        self.offer("area", [("", say("planning_heat", "whole_town")), *areas])
        self.offer("work", [(one, say("planning_heat", "work", one)) for one in Work.values])
