"""The room as Django knows it."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The room `reports`."""

    name = "lebenslage.quarters.reports"
    default_auto_field = "django.db.models.BigAutoField"
