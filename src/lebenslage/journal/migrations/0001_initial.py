"""The tables of this room."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True)),
                ("actor", models.UUIDField(null=True)),
                ("role", models.CharField(max_length=16)),
                ("action", models.CharField(max_length=48)),
                ("read", models.BooleanField(default=False)),
                ("subject", models.CharField(max_length=24)),
                ("subject_id", models.UUIDField()),
                ("authority_id", models.UUIDField(null=True)),
                ("vault_id", models.UUIDField(null=True)),
                ("details", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["subject_id", "id"], name="journal_subject"),
                    models.Index(fields=["vault_id", "id"], name="journal_vault"),
                ],
            },
        ),
    ]
