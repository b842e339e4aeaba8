"""Help at hand on any page of residents: `{% urgent_help %}` for what cannot wait, `{% counselling %}` for who gives advice."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

from lebenslage.portal.help.contacts import NEAREST, advisers, directory

register = template.Library()


@register.inclusion_tag("portal/help/strip.html", takes_context=True)
def urgent_help(context: Context) -> dict[str, Any]:
    """The strip: what cannot wait, each leading to what to do today."""
    return {"say": context["say"], "language": context["language"], "urgent": directory().urgent}


@register.inclusion_tag("portal/help/counselling.html", takes_context=True)
def counselling(context: Context) -> dict[str, Any]:
    """A section with those who give advice, and the way to all of them."""
    return {"say": context["say"], "language": context["language"], "contacts": advisers(NEAREST)}
