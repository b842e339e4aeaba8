"""The tables of this room."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("authorities", "0001_initial"),
        ("contact", "0001_initial"),
        ("files", "0001_initial"),
        ("residents", "0001_initial"),
        ("services", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=24)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "Submitted"),
                            ("received", "Received"),
                            ("in_review", "In Review"),
                            ("waiting", "Waiting"),
                            ("proposed", "Proposed"),
                            ("approved", "Approved"),
                            ("notified", "Notified"),
                            ("closed", "Closed"),
                            ("forwarded", "Forwarded"),
                            ("withdrawn", "Withdrawn"),
                            ("remedy_used", "Remedy Used"),
                            ("reviewed", "Reviewed"),
                        ],
                        default="submitted",
                        max_length=16,
                    ),
                ),
                ("submitted", models.DateTimeField()),
                ("received", models.DateTimeField(null=True)),
                ("closed", models.DateTimeField(null=True)),
                ("complete", models.DateTimeField(help_text="since when nothing is missing: the clock of the expected time", null=True)),
                ("due", models.DateField(help_text="by when the office wants to decide; moves while it waits for the resident", null=True)),
                ("waiting_since", models.DateTimeField(null=True)),
                ("area", models.CharField(blank=True, help_text="opaque key of the quarter, for suppressed counts alone", max_length=40)),
                ("sealed_name", models.BinaryField(help_text="name of the applicant, for lists")),
                ("revision", models.PositiveIntegerField(default=0)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority")),
                (
                    "draft",
                    models.OneToOneField(
                        help_text="a draft is submitted once",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="case",
                        to="residents.draft",
                    ),
                ),
                ("thread", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="case", to="contact.thread")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault")),
                ("version", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="services.version")),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="cases", to="authorities.staff"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("figure", models.CharField(max_length=80)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority")),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.staff")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="confirmations", to="cases.case")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault")),
            ],
        ),
        migrations.CreateModel(
            name="Counter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("service", models.CharField(max_length=40)),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="authorities.authority")),
            ],
        ),
        migrations.CreateModel(
            name="Custody",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[("stored", "Stored"), ("delivered", "Delivered"), ("fetched", "Fetched"), ("accepted", "Accepted")],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="custody", to="cases.case")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault")),
            ],
            options={
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("outcome", models.CharField(choices=[("grant", "Grant"), ("partial", "Partial"), ("refusal", "Refusal")], max_length=8)),
                ("amount", models.PositiveIntegerField(help_text="cents a month; 0 in a refusal")),
                ("begins", models.DateField(null=True)),
                ("ends", models.DateField(null=True)),
                ("sealed_reasons", models.BinaryField()),
                ("sealed_snapshot", models.BinaryField(help_text="facts with sources, day and digest of the law, trail")),
                ("proposed", models.DateTimeField()),
                ("approved", models.DateTimeField(null=True)),
                ("returned", models.DateTimeField(null=True)),
                ("sealed_return", models.BinaryField(null=True)),
                (
                    "approved_by",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.staff"),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="cases.case")),
                ("proposed_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.staff")),
                (
                    "returned_by",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.staff"),
                ),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault")),
            ],
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=60)),
                ("row", models.CharField(blank=True, max_length=24)),
                ("sealed_name", models.BinaryField()),
                (
                    "state",
                    models.CharField(
                        choices=[("received", "Received"), ("readable", "Readable"), ("accepted", "Accepted"), ("rejected", "Rejected")],
                        default="received",
                        max_length=10,
                    ),
                ),
                ("sealed_reason", models.BinaryField(help_text="why it was rejected, as the resident reads it", null=True)),
                ("at", models.DateTimeField()),
                ("judged", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority")),
                ("blob", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.blob")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="cases.case")),
                (
                    "document",
                    models.ForeignKey(
                        help_text="the original in the vault",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="residents.document",
                    ),
                ),
                (
                    "judged_by",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.staff"),
                ),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault")),
            ],
        ),
        migrations.CreateModel(
            name="CaseFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=120)),
                ("sealed", models.BinaryField()),
                (
                    "source",
                    models.CharField(
                        choices=[("resident", "Resident"), ("office", "Office"), ("proof", "Proof"), ("register", "Register")],
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("accepted", "Accepted"), ("rejected", "Rejected")], default="open", max_length=10
                    ),
                ),
                ("sealed_reason", models.BinaryField(null=True)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority")),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.staff")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="facts", to="cases.case")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault")),
                (
                    "evidence",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="facts", to="cases.evidence"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(choices=[("receipt", "Receipt"), ("notice", "Notice")], max_length=10)),
                ("about", models.UUIDField(help_text="the case of a receipt, the decision of a notice")),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority")),
                ("blob", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.blob")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="cases.case")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault")),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("issued", models.DateTimeField()),
                ("dispatch", models.CharField(choices=[("post", "Post"), ("portal", "Portal")], default="post", max_length=8)),
                ("posted", models.DateField(null=True)),
                ("counts_from", models.DateField(help_text="the day on which it counts as notified, § 37 SGB X", null=True)),
                ("remedy_until", models.DateField(help_text="last day of the remedy", null=True)),
                ("read", models.DateTimeField(help_text="when the resident first opened it", null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="cases.case")),
                ("decision", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="notice", to="cases.decision")),
                (
                    "posted_by",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.staff"),
                ),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault")),
                ("paper", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.paper")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sealed_text", models.BinaryField()),
                ("evidence_kind", models.CharField(blank=True, max_length=60)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("asked", models.DateTimeField()),
                ("due", models.DateField()),
                ("answered", models.DateTimeField(null=True)),
                ("withdrawn", models.DateTimeField(null=True)),
                ("asked_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.staff")),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="requests", to="cases.case")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault")),
            ],
            options={
                "ordering": ["asked"],
            },
        ),
        migrations.CreateModel(
            name="SearchToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.BinaryField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="authorities.authority")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to="cases.case")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="residents.vault")),
            ],
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["authority", "state", "due"], name="case_work_list"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["vault"], name="case_vault"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["worker", "state"], name="case_worker"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(fields=("authority", "number"), name="one_case_a_number"),
        ),
        migrations.AddConstraint(
            model_name="confirmation",
            constraint=models.UniqueConstraint(fields=("case", "figure"), name="confirmed_once"),
        ),
        migrations.AddConstraint(
            model_name="counter",
            constraint=models.UniqueConstraint(fields=("authority", "service", "year"), name="one_counter"),
        ),
        migrations.AddConstraint(
            model_name="custody",
            constraint=models.UniqueConstraint(fields=("case", "step"), name="one_link_a_step"),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by", None), models.Q(("approved_by", models.F("proposed_by")), _negated=True), _connector="OR"
                ),
                name="four_eyes",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved", None), ("approved_by", None)),
                    models.Q(("approved__isnull", False), ("approved_by__isnull", False)),
                    _connector="OR",
                ),
                name="decision_approved_by_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(condition=models.Q(("returned", None)), fields=("case",), name="one_standing_decision"),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.UniqueConstraint(fields=("case", "document"), name="a_proof_comes_once"),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("judged", None), ("judged_by", None)),
                    models.Q(("judged__isnull", False), ("judged_by__isnull", False)),
                    _connector="OR",
                ),
                name="evidence_judged_by_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="casefact",
            constraint=models.UniqueConstraint(condition=models.Q(("until", None)), fields=("case", "place"), name="one_current_case_fact"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(fields=("kind", "about"), name="printed_once"),
        ),
        migrations.AddIndex(
            model_name="searchtoken",
            index=models.Index(fields=["authority", "token"], name="case_search"),
        ),
    ]
