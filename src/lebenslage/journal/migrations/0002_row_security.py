"""Rows open to their authority and their resident alone; a second lock behind the queries."""

from django.db import migrations

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [
        protect("journal_entry", "authority", "vault", append_only=True),
    ]
