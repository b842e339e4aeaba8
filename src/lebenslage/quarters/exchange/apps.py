"""The room as Django knows it."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The room `exchange`."""

    name = "lebenslage.quarters.exchange"
    default_auto_field = "django.db.models.BigAutoField"
