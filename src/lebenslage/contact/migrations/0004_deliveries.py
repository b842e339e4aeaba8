"""Mails and what became of them."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [
        ("authorities", "0002_mietenstufe"),
        ("contact", "0003_thread_language"),
        ("residents", "0005_of_the_last_application"),
    ]

    operations = [
        migrations.CreateModel(
            name="Digest",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("counts", models.JSONField(default=dict)),
                ("told", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Envelope",
            fields=[
                ("token", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("office", models.UUIDField()),
                ("delivery", models.UUIDField()),
                ("since", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("receipt", "Receipt"),
                            ("request", "Request"),
                            ("message", "Message"),
                            ("notice", "Notice"),
                            ("forwarded", "Forwarded"),
                        ],
                        max_length=12,
                    ),
                ),
                ("token", models.CharField(help_text="in the sender of the envelope: a bounce comes back with it", max_length=32)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("sent", "Sent"),
                            ("not_written", "Not Written"),
                            ("failed", "Failed"),
                            ("bounced", "Bounced"),
                        ],
                        default="queued",
                        max_length=12,
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_address", "No Address"),
                            ("not_configured", "Not Configured"),
                            ("unreachable", "Unreachable"),
                            ("no_such_mailbox", "No Such Mailbox"),
                            ("mailbox_full", "Mailbox Full"),
                            ("refused", "Refused"),
                            ("server_away", "Server Away"),
                        ],
                        max_length=16,
                    ),
                ),
                ("sealed_address", models.BinaryField(null=True)),
                ("address_digest", models.BinaryField(help_text="keyed: whether an address is one that did not work", null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("queued", models.DateTimeField()),
                ("sent", models.DateTimeField(null=True)),
                ("ended", models.DateTimeField(help_text="when it failed or bounced, or was not written", null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="authorities.authority")),
                ("thread", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="deliveries", to="contact.thread")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="residents.vault")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["vault", "state"], name="delivery_vault"),
                    models.Index(fields=["authority", "ended"], name="delivery_ended"),
                ],
            },
        ),
        protect("contact_delivery", "authority", "vault"),
    ]
