"""The tables of this room."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Blob",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("authority_id", models.UUIDField(null=True)),
                ("vault_id", models.UUIDField(null=True)),
                ("key_owner", models.UUIDField()),
                ("media_type", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.BinaryField()),
                ("since", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="DataKey",
            fields=[
                ("owner", models.UUIDField(primary_key=True, serialize=False)),
                ("wrapped", models.BinaryField()),
                ("master", models.CharField(max_length=16)),
                ("since", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Content",
            fields=[
                (
                    "blob",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to="files.blob"),
                ),
                ("authority_id", models.UUIDField(null=True)),
                ("vault_id", models.UUIDField(null=True)),
                ("sealed", models.BinaryField()),
            ],
        ),
    ]
