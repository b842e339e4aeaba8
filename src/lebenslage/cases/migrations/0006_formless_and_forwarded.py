"""An application without a form; an application that goes on to another office; papers beside the notice."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [
        ("authorities", "0002_mietenstufe"),
        ("cases", "0005_lock_asked_once"),
        ("contact", "0003_thread_language"),
        ("residents", "0003_kept_hours"),
        ("services", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Forwarding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("direction", models.CharField(choices=[("out", "Out"), ("in", "In")], max_length=3)),
                ("address", models.TextField(help_text="the other office as it stands on a letter, line by line")),
                ("number", models.CharField(blank=True, help_text="what the case is called there", max_length=24)),
                ("sealed_reason", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("arrived", models.DateTimeField(help_text="when the other office had it, or the letter for it was printed", null=True)),
            ],
        ),
        migrations.AddField(
            model_name="case",
            name="former",
            field=models.UUIDField(help_text="the case from which it was forwarded, at another authority", null=True),
        ),
        migrations.AddField(
            model_name="case",
            name="formless",
            field=models.BooleanField(default=False, help_text="applied for without a form; the form has not come yet"),
        ),
        migrations.AlterField(
            model_name="case",
            name="draft",
            field=models.ForeignKey(
                help_text="submitted once; forwarding keeps it",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="case",
                to="residents.draft",
            ),
        ),
        migrations.AlterField(
            model_name="custody",
            name="step",
            field=models.CharField(
                choices=[
                    ("stored", "Stored"),
                    ("forwarded", "Forwarded"),
                    ("delivered", "Delivered"),
                    ("fetched", "Fetched"),
                    ("accepted", "Accepted"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="paper",
            name="about",
            field=models.UUIDField(help_text="the case or the draft of a receipt, the decision of a notice, the forwarding"),
        ),
        migrations.AlterField(
            model_name="paper",
            name="kind",
            field=models.CharField(
                choices=[("receipt", "Receipt"), ("notice", "Notice"), ("companion", "Companion"), ("forwarding", "Forwarding")],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(condition=models.Q(("former", None)), fields=("draft",), name="a_draft_is_submitted_once"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(fields=("former",), name="a_case_goes_on_once"),
        ),
        migrations.AddField(
            model_name="forwarding",
            name="authority",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority"),
        ),
        migrations.AddField(
            model_name="forwarding",
            name="by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.staff"),
        ),
        migrations.AddField(
            model_name="forwarding",
            name="case",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="forwardings", to="cases.case"),
        ),
        migrations.AddField(
            model_name="forwarding",
            name="office",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority"),
        ),
        migrations.AddField(
            model_name="forwarding",
            name="vault",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault"),
        ),
        migrations.AddConstraint(
            model_name="forwarding",
            constraint=models.UniqueConstraint(fields=("case", "direction"), name="forwarded_once"),
        ),
        migrations.AddConstraint(
            model_name="forwarding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("by", None), ("direction", "in")), models.Q(("by__isnull", False), ("direction", "out")), _connector="OR"
                ),
                name="forwarded_by_whom",
            ),
        ),
        protect("cases_forwarding", "authority", "vault"),
    ]
