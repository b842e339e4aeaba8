"""Rows open to their authority alone; a second lock behind the queries."""

from django.db import migrations

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [("feeds", "0001_initial")]

    operations = [protect("feeds_feed", "authority"), protect("feeds_waiting", "authority")]
