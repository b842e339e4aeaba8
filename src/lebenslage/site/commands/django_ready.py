"""Commands that use the database begin here: the settings of the environment, checked, and Django set up with them."""

from __future__ import annotations

import os

import django

from lebenslage.site.commands.refusal import Refusal
from lebenslage.site.commands.serve import SETTINGS, fault_of_settings


def ready() -> None:
    """Set up Django. Raises Refusal with the plain sentence about what is wrong with the environment."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    fault = fault_of_settings()
    if fault:
        raise Refusal(fault)
    django.setup()
