"""The room as Django knows it."""

from django.apps import AppConfig


class NeighboursConfig(AppConfig):
    """The room `neighbours`."""

    name = "lebenslage.neighbours"
    default_auto_field = "django.db.models.BigAutoField"
