"""Mails of which no office knows: without a thread, in a language of their own."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contact", "0004_deliveries"),
        ("residents", "0005_of_the_last_application"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="language",
            field=models.CharField(default="de", help_text="in which she reads", max_length=12),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="kind",
            field=models.CharField(
                choices=[
                    ("receipt", "Receipt"),
                    ("request", "Request"),
                    ("message", "Message"),
                    ("notice", "Notice"),
                    ("forwarded", "Forwarded"),
                    ("neighbours", "Neighbours"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="thread",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="deliveries", to="contact.thread"),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="vault",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="residents.vault"),
        ),
    ]
