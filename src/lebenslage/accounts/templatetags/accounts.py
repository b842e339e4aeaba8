"""The tags of the sign-in pages: one field as KERN draws it, what is wrong with a form, and options for the passkey script."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import BaseForm, BoundField
from django.template.context import Context

from lebenslage.law.texts import Texts

register = template.Library()


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong: the field it is about, or nothing, and the sentence."""

    target: str
    sentence: str


@register.inclusion_tag("accounts/entry.html", takes_context=True)
def entry(context: Context, field: BoundField, name: str) -> dict[str, Any]:
    """One field of a form, with label and hint from our text files."""
    say: Texts = context["say"]
    attributes: Mapping[str, str] = field.field.widget.attrs
    return {
        "field": field,
        "label": say("accounts", "fields", name, "label"),
        "hint": say("accounts", "fields", name, "hint") if say.has("accounts", "fields", name, "hint") else "",
        "type": attributes.get("type", getattr(field.field.widget, "input_type", "text")),
        "autocomplete": attributes.get("autocomplete", "off"),
        "value": "" if getattr(field.field.widget, "input_type", "") == "password" else field.value() or "",
        "numeric": name == "code",
    }


@register.filter
def wrong(form: BaseForm) -> Sequence[Wrong]:
    """Everything that is wrong with a form, in the order of its fields."""
    ids = {name: form[name].auto_id for name in form.fields}
    return [Wrong(ids.get(name, ""), str(sentence)) for name, sentences in form.errors.items() for sentence in sentences]


@register.filter
def as_json(value: Any) -> str:
    """What the script reads from an attribute; Django escapes it there."""
    return json.dumps(value, cls=DjangoJSONEncoder)
