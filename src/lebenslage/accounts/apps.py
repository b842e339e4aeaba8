"""The room of accounts: a new database connection learns in whose name it asks, and a session which second step it has seen."""

from importlib import import_module

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.backends.signals import connection_created

from lebenslage.accounts.checks import no_back_door
from lebenslage.accounts.scope import on_new_connection


class AccountsConfig(AppConfig):
    """Accounts."""

    name = "lebenslage.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell each new connection its scope; the rest needs the models."""
        connection_created.connect(on_new_connection, dispatch_uid="scope")
        register(no_back_door, Tags.security)
        import_module("lebenslage.accounts.signals")
