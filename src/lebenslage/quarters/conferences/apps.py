"""The room as Django knows it."""

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    """The room `conferences`."""

    name = "lebenslage.quarters.conferences"
    default_auto_field = "django.db.models.BigAutoField"
