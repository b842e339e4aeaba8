"""Rows open to their authority and their resident alone; a second lock behind the queries."""

from django.db import migrations

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [("contact", "0001_initial")]

    operations = [
        protect("contact_thread", "authority", "vault"),
        protect("contact_message", "authority", "vault"),
    ]
