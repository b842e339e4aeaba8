"""The room as Django knows it."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The room `journal`."""

    name = "lebenslage.journal"
    default_auto_field = "django.db.models.BigAutoField"
