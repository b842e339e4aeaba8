"""The room as Django knows it."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    """The room `planning`."""

    name = "lebenslage.planning"
    default_auto_field = "django.db.models.BigAutoField"
