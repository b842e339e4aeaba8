"""Rows open to their town and their resident alone; a second lock behind the queries. Hours open to the resident alone."""

from django.db import migrations

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [("neighbours", "0001_initial")]

    operations = [
        protect("neighbours_tally", "authority"),
        protect("neighbours_hours", "vault"),
        *(
            protect(f"neighbours_{table}", "authority", "vault")
            for table in ("post", "neighbour", "conversation", "message", "block", "report")
        ),
    ]
