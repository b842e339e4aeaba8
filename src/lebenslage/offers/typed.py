"""Forms about offers: hours and prices as plain lines, accessibility as yes, no or unknown. Words come from the texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.validators import EmailValidator, MaxLengthValidator

from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts
from lebenslage.offers import hours, prices
from lebenslage.offers.access import FACTS, Access, fact, with_facts
from lebenslage.offers.web import is_web

LOOKS: Final[Sequence[tuple[type[forms.Widget], str]]] = (
    (forms.CheckboxSelectMultiple, "kern-form-check__checkbox"),
    (forms.CheckboxInput, "kern-form-check__checkbox"),
    (forms.Select, "kern-form-input__select"),
    (forms.Textarea, "kern-form-input__input words"),
)
ANSWERS: Final = {"ja": True, "nein": False, "": None}
LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line of the error summary: the field it leads to, and its sentence."""

    target: str
    sentence: str


class Worded(forms.Form):
    """A form whose labels, hints and mistakes stand in the texts under `room`: `fields`, `hints`, `errors`."""

    room = ""

    def __init__(
        self, data: Any = None, files: Any = None, *, say: Texts, initial: Any = None, extra: Mapping[str, forms.Field] | None = None
    ) -> None:
        super().__init__(data, files, auto_id="%s", initial=initial)
        self.fields.update(extra or {})
        self.say = say
        for name, field in self.fields.items():
            field.label = say(self.room, "fields", name)
            field.help_text = say(self.room, "hints", name) if say.has(self.room, "hints", name) else ""
            field.error_messages |= {
                code: say(self.room, "errors", code) for code in ("required", "invalid") if code in field.error_messages
            }
            for validator in field.validators:
                if isinstance(validator, MaxLengthValidator | EmailValidator):
                    kind = "invalid" if isinstance(validator, EmailValidator) else "max_length"
                    validator.message = say(self.room, "errors", kind)
            if isinstance(field.widget, forms.Textarea | forms.TextInput):
                field.widget.attrs["dir"] = "auto"
            looks = [look for widget, look in LOOKS if isinstance(field.widget, widget)]
            field.widget.attrs["class"] = looks[0] if looks else "kern-form-input__input"

    @property
    def problems(self) -> Sequence[Wrong]:
        """The lines of the error summary."""
        return [Wrong("" if name == "__all__" else name, str(error)) for name, errors in self.errors.items() for error in errors]

    def read(self, name: str, reads: Any) -> Any:
        """The lines of a field, read; what is wrong with them is told at the field."""
        typed = self.cleaned_data.get(name, "")
        try:
            return reads(typed)
        except Problem as wrong:
            self.add_error(name, self.say.problem(wrong))
            return []


class Upkeep(Worded):
    """What changes most: hours, prices, how to reach somebody, whether it pauses."""

    hours = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": LINES}))
    prices = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": LINES}))
    phone = forms.CharField(required=False, max_length=60)
    email = forms.EmailField(required=False, max_length=254)
    url = forms.CharField(required=False, max_length=400)
    description = forms.CharField(max_length=3000, widget=forms.Textarea(attrs={"rows": LINES}))
    application = forms.CharField(required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": LINES}))
    paused = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Hours and prices are rules and costs now; an address on the web may be linked."""
        given = self.cleaned_data
        given["rules"] = self.read("hours", hours.read_lines)
        given["costs"] = self.read("prices", prices.read_lines)
        if given.get("url") and not is_web(given["url"]):
            self.add_error("url", self.say(self.room, "errors", "web"))
        return given


def access_fields(say: Texts, room: str) -> Mapping[str, forms.ChoiceField]:
    """A choice for each fact of accessibility."""
    answers = [(key, say(room, "answers", key or "unbekannt")) for key in ANSWERS]
    return {f"access_{name}": forms.ChoiceField(required=False, choices=answers) for name in FACTS}


def access_given(former: Access, given: Mapping[str, Any]) -> dict[str, Any]:
    """The object of A11yJSON with what was chosen."""
    return with_facts(former, {name: ANSWERS[given.get(f"access_{name}") or ""] for name in FACTS})


def access_typed(access: Access) -> Mapping[str, str]:
    """What was chosen, from the object of A11yJSON."""
    return {f"access_{name}": next(key for key, value in ANSWERS.items() if value is fact(access, name)) for name in FACTS}
