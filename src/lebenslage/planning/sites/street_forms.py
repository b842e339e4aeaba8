"""The form that brings a map of streets."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from lebenslage.feeds.limits import MOST, MOST_MEGABYTES
from lebenslage.journal.clock import today
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts
from lebenslage.planning.sites.forms import Worded, day
from lebenslage.quarters.places.actions import Known
from lebenslage.quarters.places.streets.actions import NewMap
from lebenslage.quarters.places.streets.signs import TABLE, sign_of

LICENCES: Final = {"ODbL 1.0": "odbl", "dl-de/by-2-0": "by", "dl-de/zero-2-0": "zero", "intern": "intern"}
FILES: Final = ("karte", "knoten")
MAPS: Final = ".pbf,.osm,.gz,.bz2,.csv,.txt"


class StreetsForm(Worded):
    """A map of OpenStreetMap, or a table of edges with its nodes; whose it is, under which licence, and of which day."""

    room = "planning_ways"

    karte = forms.FileField(widget=forms.ClearableFileInput(attrs={"accept": MAPS}))
    knoten = forms.FileField(required=False, widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt"}))
    source = forms.CharField(max_length=200)
    licence = forms.ChoiceField()
    on = day()

    def __init__(self, *args: Any, say: Texts, **more: Any) -> None:
        first = {"source": say("planning_ways", "first_source"), "licence": next(iter(LICENCES))}
        super().__init__(*args, say=say, initial=first, **more)
        self.offer("licence", [(one, say("planning_ways", "licences", word)) for one, word in LICENCES.items()])
        self.fields["karte"].help_text = say("planning_ways", "hints", "karte", megabytes=MOST_MEGABYTES)

    def clean_on(self) -> Any:
        """No map is of tomorrow."""
        if self.cleaned_data["on"] > today():
            raise forms.ValidationError(self.say("planning_ways", "errors", "later"))
        return self.cleaned_data["on"]

    def clean(self) -> dict[str, Any]:
        """Files are no larger than they may be, a map is one, and a table of edges has its nodes."""
        cleaned = super().clean() or {}
        for name in FILES:
            if cleaned.get(name) and cleaned[name].size > MOST:
                self.add_error(name, self.say("planning_ways", "errors", "too_large", megabytes=MOST_MEGABYTES))
        if cleaned.get("karte") and "karte" not in self.errors:
            self._look(cleaned)
        return cleaned

    def _look(self, cleaned: dict[str, Any]) -> None:
        file = cleaned["karte"]
        try:
            sign = sign_of(file.name, file.read())
        except Problem as problem:
            self.add_error("karte", self.say.problem(problem))
            return
        if sign == TABLE and not cleaned.get("knoten"):
            self.add_error("knoten", self.say("planning_ways", "errors", "nodes_needed"))

    @property
    def map(self) -> NewMap:
        """What was brought."""
        file, nodes = self.cleaned_data["karte"], self.cleaned_data["knoten"]
        file.seek(0)
        return NewMap(file.name, file.read(), nodes.read() if nodes else b"")

    @property
    def known(self) -> Known:
        """Who says so."""
        return Known(self.cleaned_data["source"], self.cleaned_data["on"])
