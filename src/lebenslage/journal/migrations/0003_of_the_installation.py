"""Lines that belong to no authority and no resident: a service was published, a key was turned. They speak of nobody."""

from typing import Any

from django.db import migrations

POLICY = "CREATE POLICY installation ON journal_entry USING (authority_id IS NULL AND vault_id IS NULL)"


def open_lines_of_the_installation(apps: Any, schema_editor: Any) -> None:
    """Let the installation append and read its own lines."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POLICY)


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_row_security")]

    operations = [migrations.RunPython(open_lines_of_the_installation, migrations.RunPython.noop)]
