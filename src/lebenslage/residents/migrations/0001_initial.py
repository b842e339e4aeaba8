"""The tables of this room."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("files", "0001_initial"),
        ("services", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Vault",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "code_digest",
                    models.BinaryField(help_text="keyed digest of the code for resuming; the code is shown once", null=True, unique=True),
                ),
                ("failed", models.PositiveSmallIntegerField(default=0)),
                ("locked_until", models.DateTimeField(null=True)),
                ("since", models.DateTimeField()),
                ("last_used", models.DateTimeField()),
                ("expires", models.DateTimeField(help_text="swept after this; never while a case refers to it", null=True)),
                (
                    "user",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="vault", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="KnownFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=120)),
                ("sealed", models.BinaryField()),
                (
                    "source",
                    models.CharField(
                        choices=[("resident", "Resident"), ("office", "Office"), ("proof", "Proof"), ("register", "Register")],
                        default="resident",
                        max_length=10,
                    ),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="facts", to="residents.vault")),
            ],
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("begun", models.DateTimeField()),
                ("touched", models.DateTimeField()),
                ("submitted", models.DateTimeField(null=True)),
                ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="services.version")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to="residents.vault")),
            ],
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=60)),
                ("row", models.CharField(blank=True, help_text="whose proof it is: person-2", max_length=24)),
                ("sealed_name", models.BinaryField(help_text="what the file was called")),
                ("since", models.DateTimeField()),
                ("removed", models.DateTimeField(null=True)),
                ("blob", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to="files.blob")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="documents", to="residents.vault")),
            ],
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.CharField(max_length=40)),
                ("wording", models.CharField(help_text="digest of the sentence that was agreed to", max_length=64)),
                ("given", models.DateTimeField()),
                ("withdrawn", models.DateTimeField(null=True)),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="residents.vault")),
            ],
        ),
        migrations.AddIndex(
            model_name="vault",
            index=models.Index(fields=["expires"], name="vault_expires"),
        ),
        migrations.AddConstraint(
            model_name="knownfact",
            constraint=models.UniqueConstraint(condition=models.Q(("until", None)), fields=("vault", "place"), name="one_current_fact"),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(condition=models.Q(("submitted", None)), fields=("vault", "version"), name="one_open_draft"),
        ),
    ]
