"""The tables of this room."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("authorities", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("service", models.CharField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("published", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("service", "number"), name="one_number_a_service"),
                    models.UniqueConstraint(fields=("service", "digest"), name="published_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Offered",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("service", models.CharField(max_length=40)),
                ("slots", models.JSONField(default=dict)),
                ("since", models.DateField()),
                (
                    "authority",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="offered", to="authorities.authority"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("authority", "service"), name="offered_once")],
            },
        ),
    ]
