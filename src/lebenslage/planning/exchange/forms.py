"""The forms of this room; their errors are keys of sentences in `texts/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme

from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.rooms import DOOR
from lebenslage.quarters.exchange.models import LONGEST_TEXT

HOME: Final = f"{DOOR}austausch/"


def way_back(given: str) -> str:
    """The page from which a form was sent, if it is one of this door; else the first page of this room."""
    ours = given.startswith(DOOR) and url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    return given if ours else HOME


class Remarking(forms.Form):
    """A remark on something; `about` is a short key that pages fill in."""

    about = forms.RegexField(r"^[a-z]+:[\w.:-]{1,50}$", max_length=60, error_messages={"required": "about", "invalid": "about"})
    text = forms.CharField(max_length=LONGEST_TEXT, error_messages={"required": "empty", "max_length": "too_long"})


def in_words(form: forms.Form, target: str) -> Sequence[Mapping[str, str]]:
    """What is wrong with a form, for the summary above it; each leads to the field `target`."""
    say = sentences(DEFAULT)
    keys = [str(error) for errors in form.errors.values() for error in errors]
    return [{"sentence": say("planning_exchange", "remarks", "errors", key), "target": target} for key in keys]
