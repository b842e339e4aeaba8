"""The room as Django knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The room `desk`."""

    name = "lebenslage.desk"
    default_auto_field = "django.db.models.BigAutoField"
