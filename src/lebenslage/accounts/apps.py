"""The room of accounts: a new database connection learns in whose name it asks."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from lebenslage.accounts.scope import on_new_connection


class AccountsConfig(AppConfig):
    """Accounts."""

    name = "lebenslage.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell each new connection its scope."""
        connection_created.connect(on_new_connection, dispatch_uid="scope")
