"""The tags of the sign-in pages: one field as KERN draws it, what is wrong with a form, and options for the passkey script."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import BaseForm, BoundField
from django.template.context import Context

from lebenslage.law.texts import Texts

register = template.Library()

# Fields of allauth's forms that have another name in our texts.
NAMES: Final = {"login": "email", "password1": "new_password", "password2": "repeated", "oldpassword": "old_password"}


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong: the field it is about, or nothing, and the sentence."""

    target: str
    sentence: str


@register.inclusion_tag("accounts/entry.html", takes_context=True)
def entry(context: Context, field: BoundField, name: str = "") -> dict[str, Any]:
    """One field of a form, with label and hint from our text files."""
    say: Texts = context["say"]
    name = name or NAMES.get(field.name, field.name)
    attributes: Mapping[str, str] = field.field.widget.attrs
    return {
        "field": field,
        "label": say("accounts", "fields", name, "label"),
        "hint": say("accounts", "fields", name, "hint") if say.has("accounts", "fields", name, "hint") else "",
        "type": attributes.get("type", getattr(field.field.widget, "input_type", "text")),
        "autocomplete": attributes.get("autocomplete", "off"),
        "value": "" if getattr(field.field.widget, "input_type", "") == "password" else field.value() or "",
        "numeric": field.name == "code",
    }


@register.simple_tag(takes_context=True)
def wrong(context: Context, form: BaseForm) -> Sequence[Wrong]:
    """Everything that is wrong with a form, in the order of its fields, each with the name of its field."""
    return [_wrong(context["say"], form, name, str(error)) for name, errors in form.errors.items() for error in errors]


def _wrong(say: Texts, form: BaseForm, name: str, error: str) -> Wrong:
    if name not in form.fields or not say.has("accounts", "fields", NAMES.get(name, name), "label"):
        return Wrong("", error)
    return Wrong(form[name].auto_id, f"{say('accounts', 'fields', NAMES.get(name, name), 'label')}: {error}")


@register.filter
def as_json(value: Any) -> str:
    """What the script reads from an attribute; Django escapes it there."""
    return json.dumps(value, cls=DjangoJSONEncoder)
