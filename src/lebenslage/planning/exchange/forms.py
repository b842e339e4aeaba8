"""The forms of this room; their errors are keys of sentences in `texts/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme

from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.rooms import DOOR
from lebenslage.quarters.exchange.candidates import Candidate
from lebenslage.quarters.exchange.contents import Effect, Item
from lebenslage.quarters.exchange.models import LONGEST_TEXT

HOME: Final = f"{DOOR}austausch/"
LONGEST_WORDS: Final = 4000
SHORT: Final = {"required": "title", "max_length": "title_too_long"}
FIELDS: Final[Mapping[str, Sequence[str]]] = {
    "measure": ("aim", "done", "target_group", "cost", "lessons", "contact"),
    "recipe": (),
    "block": ("text",),
}
"""What a planner may still write, by kind."""
ONE_LINE: Final = {"target_group": 160, "cost": 200, "contact": 200}


def way_back(given: str) -> str:
    """The page from which a form was sent, if it is one of this door; else the first page of this room."""
    ours = given.startswith(DOOR) and url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    return given if ours else HOME


class Remarking(forms.Form):
    """A remark on something; `about` is a short key that pages fill in."""

    about = forms.RegexField(r"^[a-z]+:[\w.:-]{1,50}$", max_length=60, error_messages={"required": "about", "invalid": "about"})
    text = forms.CharField(max_length=LONGEST_TEXT, error_messages={"required": "empty", "max_length": "too_long"})


class Giving(forms.Form):
    """Something of the own about to be shared: a title, a summary, and what its kind asks for."""

    title = forms.CharField(max_length=160, error_messages=SHORT)
    summary = forms.CharField(max_length=LONGEST_WORDS, error_messages={"required": "summary", "max_length": "words_too_long"})

    def __init__(self, data: Any = None, *, given: Candidate) -> None:
        """Begin with what the own rows say."""
        super().__init__(data, initial={"title": given.title, **given.begins})
        self.given = given
        for name in FIELDS[given.kind]:
            longest = ONE_LINE.get(name, LONGEST_WORDS)
            self.fields[name] = forms.CharField(
                max_length=longest, required=name == "text", error_messages={"required": "text", "max_length": "words_too_long"}
            )

    @property
    def drawn(self) -> Sequence[tuple[forms.BoundField, bool]]:
        """Each field, and whether it has one line."""
        return [(self[name], name == "title" or name in ONE_LINE) for name in self.fields]

    def item(self, town: str, on: date, effects: Sequence[Effect]) -> Item:
        """What is shared."""
        written = {name: self.cleaned_data[name] for name in FIELDS[self.given.kind]}
        kept = {name: value for name, value in self.given.begins.items() if name not in written}
        content = {"kind": self.given.kind, **kept, **written}
        if self.given.kind == "measure":
            content["effects"] = [effect.model_dump() for effect in effects]
        fields = {"title": self.cleaned_data["title"], "summary": self.cleaned_data["summary"]}
        return Item.model_validate({**fields, "town": town, "since": on, "content": content})


def in_words(form: forms.Form, targets: Mapping[str, str]) -> Sequence[Mapping[str, str]]:
    """What is wrong with a form, for the summary above it; each leads to the element of its field."""
    say = sentences(DEFAULT)
    pairs = [(name, str(error)) for name, errors in form.errors.items() for error in errors]
    return [{"sentence": say("planning_exchange", "errors", key), "target": targets.get(name, "")} for name, key in pairs]
