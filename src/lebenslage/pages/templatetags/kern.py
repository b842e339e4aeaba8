"""The tags of our templates: sentences in the reader's language, and fields as KERN draws them."""

from typing import Any

from django import template
from django.template.context import Context

from lebenslage.law.texts import Texts
from lebenslage.pages.fields import Field

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, *path: str, **values: object) -> str:
    """A sentence by its place in the text files; Django escapes what comes out."""
    words: Texts = context["say"]
    return words(*path, **values)


@register.inclusion_tag("pages/field.html", takes_context=True)
def field(context: Context, question: Field) -> dict[str, Any]:
    """One question, with everything that it opens."""
    return {"field": question, "say": context["say"]}
