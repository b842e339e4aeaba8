"""The form of a question to siting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms

from lebenslage.law.texts import Texts
from lebenslage.planning.sites.forms import MOST_EUROS, Whole, Worded, kinds
from lebenslage.quarters.models import Edition, Indicator
from lebenslage.quarters.places import queries
from lebenslage.quarters.places.models import Kind, Place

MINUTES: Final = (5, 10, 15, 20)
GOALS: Final = ("coverage", "median")
MOST_SITES: Final = 60


@dataclass(frozen=True, slots=True)
class Offered:
    """What a town can choose from, and the sentence on which ways its answer will count."""

    counts: Sequence[Indicator]
    poverty: Sequence[Indicator]
    places: Sequence[Place]
    edition: Edition
    ways: str


class AskForm(Worded):
    """What is to be built, for whom, how far, how many, for how much."""

    name = forms.CharField(max_length=120)
    what = forms.ChoiceField()
    who = forms.ChoiceField()
    areas = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    hot = forms.BooleanField(required=False)
    goal = forms.ChoiceField()
    minutes = forms.TypedChoiceField(coerce=int)
    sites = Whole(min_value=1, max_value=MOST_SITES, required=False)
    budget = Whole(min_value=1, max_value=MOST_EUROS, required=False)
    burdened_first = forms.BooleanField(required=False)
    barrier_free_only = forms.BooleanField(required=False)
    by_capacity = forms.BooleanField(required=False)
    poverty = forms.ChoiceField(required=False)
    must = forms.TypedMultipleChoiceField(coerce=int, required=False)
    must_not = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: Any, say: Texts, offered: Offered, fountain: bool, **more: Any) -> None:
        super().__init__(*args, say=say, **more)
        self.counts = {one.key: one.name for one in offered.counts}
        usual = [(one, say("planning_scenario", "who", one)) for one in ("vulnerable", "people")]
        self.offer("what", kinds(say, [Kind.FOUNTAIN] if fountain else queries.SERVICES))
        self.offer("who", [*usual, *self.counts.items()])
        self.offer("areas", zip(offered.edition.keys, offered.edition.names, strict=True))
        self.offer("goal", [(one, say("planning_sites", "goals", one)) for one in GOALS])
        self.offer("minutes", [(str(one), say("planning_ways", "walking", minutes=one)) for one in MINUTES])
        self.offer("poverty", [(one.key, one.name) for one in offered.poverty])
        self.fields["minutes"].help_text = offered.ways
        self.places = [(one.pk, one.name) for one in offered.places]
        self.offer("must", [(str(id), name) for id, name in self.places])
        self.offer("must_not", [(str(id), name) for id, name in self.places])

    @property
    def chosen_areas(self) -> Sequence[str]:
        """The quarters that are ticked, as the page shows it."""
        return list(self["areas"].value() or ())

    def clean(self) -> dict[str, Any]:
        """A number or a budget is needed; nobody both must and must not."""
        cleaned = super().clean() or {}
        if not (cleaned.get("sites") or cleaned.get("budget") or {"sites", "budget"} & self.errors.keys()):
            self.add_error("sites", self.say("planning_sites", "errors", "no_limit"))
        both = set(cleaned.get("must") or ()) & set(cleaned.get("must_not") or ())
        if both:
            self.add_error("must", self.say("planning_sites", "errors", "both"))
        if cleaned.get("by_capacity") and cleaned.get("goal") == "coverage":
            self.add_error("by_capacity", self.say("planning_sites", "errors", "capacity_is_for_ways"))
        return cleaned

    @property
    def terms(self) -> dict[str, Any]:
        """What was asked for, as a scenario keeps it."""
        given = self.cleaned_data
        kept = {
            name: given[name]
            for name in ("who", "areas", "hot", "goal", "minutes", "sites", "budget", "burdened_first", "poverty", "must", "must_not")
        }
        named = {
            "barrier_free": given["barrier_free_only"],
            "capacity": given["by_capacity"],
            "who_name": self.counts.get(given["who"], ""),
        }
        return kept | named
