"""The forms of the desk. Each carries the revision of the case that its writer saw; its errors are keys of sentences in `texts/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from django import forms

from lebenslage.cases.models import Dispatch, Outcome

ACCEPT, REJECT, READABLE = "annehmen", "ablehnen", "lesbar"
PROOF, FACT, FREE = "nachweis", "angabe", "frei"
LONGEST_TEXT: Final = 4000
DAYS: Final = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y")
type Choices = Iterable[tuple[str, str]]


def _text(missing: str, **more: Any) -> forms.CharField:
    return forms.CharField(max_length=LONGEST_TEXT, error_messages={"required": missing, "max_length": "too_long"}, **more)


def _day(missing: str) -> forms.DateField:
    return forms.DateField(input_formats=DAYS, error_messages={"required": missing, "invalid": "no_day"})


class AtRevision(forms.Form):
    """What every change carries: the revision of the case as it stood on the page."""

    revision = forms.IntegerField(min_value=0, error_messages={"required": "no_revision", "invalid": "no_revision"})


class Judging(AtRevision):
    """Accept or reject a proof or a fact; who rejects says why."""

    urteil = forms.ChoiceField(choices=[(ACCEPT, ""), (REJECT, "")], error_messages={"required": "no_judgement"})
    grund = _text("no_reason", required=False)

    def clean(self) -> dict[str, Any]:
        """A rejection without a reason helps nobody."""
        cleaned = super().clean() or {}
        if cleaned.get("urteil") == REJECT and not cleaned.get("grund"):
            self.add_error("grund", "no_reason")
        return cleaned

    @property
    def accepted(self) -> bool:
        """Whether it was accepted."""
        return self.cleaned_data["urteil"] == ACCEPT


class JudgingProof(Judging):
    """The same for a proof, which may also be found readable first: the reason is a suggestion, own words, or both."""

    urteil = forms.ChoiceField(choices=[(ACCEPT, ""), (REJECT, ""), (READABLE, "")], error_messages={"required": "no_judgement"})
    vorschlag = _text("no_reason", required=False)

    def clean(self) -> dict[str, Any]:
        """A suggestion is reason enough."""
        self.cleaned_data["grund"] = " ".join(part for part in (self.cleaned_data.get("vorschlag"), self.cleaned_data.get("grund")) if part)
        return super().clean()

    @property
    def readable(self) -> bool:
        """Whether it is only said to be readable."""
        return bool(self.cleaned_data["urteil"] == READABLE)

    @property
    def reason(self) -> str:
        """What the resident reads."""
        return str(self.cleaned_data["grund"])


class Reasoned(AtRevision):
    """A step that needs a reason."""

    grund = _text("no_reason")


class Assigning(AtRevision):
    """The colleague who goes on with a case."""

    an = forms.UUIDField(error_messages={"required": "no_colleague", "invalid": "no_colleague"})


class Confirming(AtRevision):
    """The figure that somebody has checked."""

    zahl = forms.CharField(max_length=80)


class Writing(forms.Form):
    """A message to the resident. It changes nothing of the case, so it carries no revision."""

    text = _text("no_text")


class Sending(AtRevision):
    """How and when a notice went out."""

    versand = forms.ChoiceField(choices=Dispatch.choices, error_messages={"required": "no_dispatch", "invalid_choice": "no_dispatch"})
    am = _day("no_posting_day")


class Asking(AtRevision):
    """What the office asks the resident for."""

    was = forms.ChoiceField(choices=[(PROOF, ""), (FACT, ""), (FREE, "")], error_messages={"required": "no_kind"})
    art = forms.ChoiceField(required=False, error_messages={"invalid_choice": "no_proof_kind"})
    angabe = forms.ChoiceField(required=False, error_messages={"invalid_choice": "no_fact"})
    text = _text("no_question")
    faellig = _day("no_due_day")
    hinweis = forms.BooleanField(required=False)

    def __init__(self, data: Any, *, kinds: Choices, places: Choices, after: date) -> None:
        super().__init__(data)
        self.fields["art"].choices = [("", ""), *kinds]  # type: ignore[attr-defined]
        self.fields["angabe"].choices = [("", ""), *places]  # type: ignore[attr-defined]
        self.after = after

    def clean(self) -> dict[str, Any]:
        """What is asked for is named, and there is time to answer."""
        cleaned = super().clean() or {}
        wanted = {PROOF: ("art", "no_proof_kind"), FACT: ("angabe", "no_fact")}.get(cleaned.get("was", ""))
        if wanted and not cleaned.get(wanted[0]) and wanted[0] not in self.errors:
            self.add_error(*wanted)
        if (due := cleaned.get("faellig")) and due <= self.after:
            self.add_error("faellig", "due_in_the_past")
        return cleaned


class Forwarding(AtRevision):
    """The town whose office decides, and why it is not ours."""

    ziel = forms.ChoiceField(error_messages={"required": "no_town", "invalid_choice": "no_town"})
    grund = _text("no_reason")

    def __init__(self, data: Any, *, towns: Choices) -> None:
        super().__init__(data)
        self.fields["ziel"].choices = list(towns)  # type: ignore[attr-defined]


class Proposing(AtRevision):
    """What is proposed, and why. A full grant needs no reasons, § 35 Abs. 2 Nr. 1 SGB X."""

    ergebnis = forms.ChoiceField(choices=Outcome.choices, error_messages={"required": "no_outcome", "invalid_choice": "no_outcome"})
    begruendung = _text("no_reasons", required=False)

    def clean(self) -> dict[str, Any]:
        """Who does not get everything reads why."""
        cleaned = super().clean() or {}
        if cleaned.get("ergebnis") in (Outcome.PARTIAL, Outcome.REFUSAL) and not cleaned.get("begruendung"):
            self.add_error("begruendung", "no_reasons")
        return cleaned


def wrong(form: forms.Form) -> Mapping[str, str]:
    """The first error of each field, as a key of `desk.errors`."""
    return {field: str(errors[0]) for field, errors in form.errors.items()}
