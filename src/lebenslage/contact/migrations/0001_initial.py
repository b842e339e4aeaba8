"""The tables of this room."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("authorities", "0001_initial"),
        ("residents", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Thread",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("since", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="authorities.authority")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="residents.vault")),
            ],
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sender", models.CharField(choices=[("resident", "Resident"), ("office", "Office"), ("system", "System")], max_length=10)),
                ("author", models.UUIDField(help_text="the member of staff who wrote", null=True)),
                ("sealed", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("read", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="authorities.authority")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="residents.vault")),
                ("thread", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="contact.thread")),
            ],
            options={
                "ordering": ["at"],
            },
        ),
    ]
