"""The room as Django knows it."""

from django.apps import AppConfig


class QuartersConfig(AppConfig):
    """The room `quarters`."""

    name = "lebenslage.quarters"
    default_auto_field = "django.db.models.BigAutoField"
