"""The room as Django knows it."""

from django.apps import AppConfig


class ResidentsConfig(AppConfig):
    """The room `residents`."""

    name = "lebenslage.residents"
    default_auto_field = "django.db.models.BigAutoField"
