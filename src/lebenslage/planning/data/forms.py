"""The words of an entry of the catalogue, and an address. Errors are keys of sentences under `planning_data.errors`."""

from __future__ import annotations

from typing import Any

from django import forms

from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.quarters.models import Better, Indicator, Kind
from lebenslage.quarters.recording import Meaning


class Said(forms.Form):
    """A form whose mistakes are said in our sentences."""

    def problems(self) -> list[dict[str, str]]:
        """What is wrong, each with the field to go to."""
        say = sentences(DEFAULT)
        found = self.errors.items() if self.is_bound else ()
        return [{"target": name, "sentence": say("planning_data", "errors", str(errors[0]))} for name, errors in found]


def _words(length: int, *, required: bool = True) -> forms.CharField:
    return forms.CharField(max_length=length, required=required, error_messages={"required": "missing", "max_length": "too_long"})


class Words(Said):
    """Name, definition and the rest of what is said of an indicator; how it is counted stays."""

    name = _words(120)
    definition = _words(1000)
    topic = _words(60, required=False)
    unit = _words(40)
    denominator = _words(120, required=False)
    better = forms.ChoiceField(choices=Better.choices, error_messages={"required": "missing", "invalid_choice": "missing"})
    source = _words(200)
    of_people = forms.BooleanField(required=False)

    @staticmethod
    def of(indicator: Indicator) -> dict[str, Any]:
        """The words as they are."""
        return {name: getattr(indicator, name) for name in Words.base_fields}

    def meaning(self, indicator: Indicator) -> Meaning:
        """The entry with its new words."""
        given = {**self.cleaned_data, "better": Better(self.cleaned_data["better"])}
        return Meaning(key=indicator.key, kind=Kind(indicator.kind), licence=indicator.licence, **given)


class Address(Said):
    """Where open data lies."""

    titel = _words(120)
    adresse = _words(500)
