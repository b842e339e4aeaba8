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
            name="Area",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=120)),
                ("residents", models.PositiveIntegerField(null=True)),
                ("residents_on", models.DateField(null=True)),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "authority",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="areas", to="authorities.authority"),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.CharField(max_length=60)),
                ("month", models.DateField()),
                ("minimum", models.PositiveSmallIntegerField(help_text="smallest count that is shown")),
                ("at", models.DateTimeField()),
                ("source", models.CharField(max_length=200)),
                (
                    "authority",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="publications", to="authorities.authority"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Value",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "quality",
                    models.CharField(
                        choices=[("exact", "Exact"), ("suppressed", "Suppressed"), ("missing", "Missing"), ("uncertain", "Uncertain")],
                        max_length=12,
                    ),
                ),
                ("value", models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                (
                    "area",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="values", to="quarters.area"),
                ),
                (
                    "publication",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="values", to="quarters.publication"),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.UniqueConstraint(fields=("authority", "key"), name="one_area_a_key"),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(fields=("authority", "indicator", "month"), name="published_once_a_month"),
        ),
        migrations.AddConstraint(
            model_name="value",
            constraint=models.UniqueConstraint(fields=("publication", "area"), name="one_value_an_area"),
        ),
        migrations.AddConstraint(
            model_name="value",
            constraint=models.UniqueConstraint(condition=models.Q(("area", None)), fields=("publication",), name="one_value_a_town"),
        ),
        migrations.AddConstraint(
            model_name="value",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("quality", "suppressed"), ("value", None)),
                    models.Q(("quality", "suppressed"), _negated=True),
                    _connector="OR",
                ),
                name="suppressed_has_no_value",
            ),
        ),
    ]
