"""The tables of this room."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Authority",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("gemeinde", "Gemeinde"), ("kreis", "Kreis"), ("jobcenter", "Jobcenter"), ("ocmw", "Ocmw")],
                        default="gemeinde",
                        max_length=12,
                    ),
                ),
                ("country", models.CharField(default="DE", max_length=2)),
                ("key", models.CharField(help_text="official key of the municipality or Kreis", max_length=12)),
                ("name", models.CharField(help_text="as on a letterhead: Stadt Musterstadt", max_length=120)),
                ("office", models.CharField(help_text="the part that decides: Wohngeldstelle", max_length=120)),
                ("street", models.CharField(max_length=120)),
                ("postcode", models.CharField(max_length=10)),
                ("town", models.CharField(max_length=80)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("hours", models.CharField(blank=True, max_length=200)),
                ("channel", models.CharField(choices=[("platform", "Platform"), ("print", "Print")], default="print", max_length=12)),
                ("connected_since", models.DateField(null=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("country", "key", "kind"), name="one_authority_a_key")],
            },
        ),
        migrations.CreateModel(
            name="Staff",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("caseworker", "Caseworker"),
                            ("approver", "Approver"),
                            ("planner", "Planner"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=16,
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("room", models.CharField(blank=True, max_length=40)),
                ("active", models.BooleanField(default=True)),
                (
                    "authority",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="staff", to="authorities.authority"),
                ),
                (
                    "user",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="staff", to=settings.AUTH_USER_MODEL),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Responsibility",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("service", models.CharField(max_length=40)),
                ("country", models.CharField(default="DE", max_length=2)),
                ("municipality", models.CharField(max_length=12)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="responsibilities", to="authorities.authority"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("service", "country", "municipality"), name="one_authority_a_service")],
            },
        ),
        migrations.CreateModel(
            name="StreetArea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("street", models.CharField(help_text="folded for comparison", max_length=120)),
                ("first", models.PositiveIntegerField(default=1)),
                ("last", models.PositiveIntegerField(default=9999)),
                ("area", models.CharField(max_length=40)),
                (
                    "authority",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="streets", to="authorities.authority"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "street"], name="street_area")],
            },
        ),
    ]
