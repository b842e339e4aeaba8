"""The tables of this room."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("authorities", "0003_planning_roles"),
        ("residents", "0005_of_the_last_application"),
    ]

    operations = [
        migrations.CreateModel(
            name="Board",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("check_first", models.BooleanField(default=True)),
                ("since", models.DateTimeField()),
                (
                    "last_number",
                    models.PositiveIntegerField(default=0, help_text="the number given to the last post; people say it on the telephone"),
                ),
                (
                    "authority",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="board", to="authorities.authority"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Connector",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("areas", models.JSONField(default=list, help_text="keys of quarters")),
                ("place", models.CharField(help_text="where she is met: Quartiersbüro, Lindenplatz 3", max_length=120)),
                ("hours", models.CharField(help_text="when: dienstags 10 bis 12 Uhr", max_length=120)),
                ("phone", models.CharField(max_length=40)),
                ("trained_on", models.DateField()),
                (
                    "authority",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="connectors", to="authorities.authority"),
                ),
                (
                    "staff",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="connector", to="authorities.staff"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Conversation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("other", models.UUIDField(help_text="the vault of the other side")),
                ("twin", models.UUIDField()),
                ("post", models.UUIDField()),
                ("sealed", models.BinaryField(help_text="title of the post and name of the other side")),
                ("since", models.DateTimeField()),
                ("touched", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="authorities.authority")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="residents.vault")),
            ],
            options={
                "ordering": ["-touched"],
            },
        ),
        migrations.CreateModel(
            name="Hours",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("given", models.BooleanField()),
                ("minutes", models.PositiveSmallIntegerField()),
                ("on", models.DateField()),
                ("sealed", models.BinaryField(help_text="what for")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="residents.vault")),
            ],
            options={
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("mine", models.BooleanField()),
                ("sealed", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("read", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="authorities.authority")),
                (
                    "conversation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="neighbours.conversation"),
                ),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="residents.vault")),
            ],
            options={
                "ordering": ["at"],
            },
        ),
        migrations.CreateModel(
            name="Neighbour",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("area", models.CharField(max_length=40)),
                ("sealed_name", models.BinaryField()),
                ("agreed", models.DateTimeField()),
                ("stopped", models.DateTimeField(help_text="since when a connector lets her write nothing any more", null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="authorities.authority")),
                ("vault", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="residents.vault")),
            ],
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("area", models.CharField(max_length=40)),
                ("whole_town", models.BooleanField(default=False, help_text="whether the way to another quarter is fine")),
                ("side", models.CharField(choices=[("offer", "Offer"), ("request", "Request")], max_length=8)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("shopping", "Shopping"),
                            ("office", "Office"),
                            ("company", "Company"),
                            ("homework", "Homework"),
                            ("language", "Language"),
                            ("tools", "Tools"),
                            ("devices", "Devices"),
                            ("household", "Household"),
                            ("pets", "Pets"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("sealed", models.BinaryField(help_text="title, text and name, under the key of the authority")),
                ("sealed_way", models.BinaryField(help_text="how a connector reaches somebody offline", null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("live", "Live"), ("hidden", "Hidden"), ("ended", "Ended")], max_length=8
                    ),
                ),
                ("checked", models.DateTimeField(null=True)),
                ("checked_by", models.UUIDField(null=True)),
                ("reason", models.CharField(blank=True, help_text="why it was hidden, one of Reason", max_length=12)),
                ("since", models.DateTimeField()),
                ("expires", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="authorities.authority")),
                (
                    "vault",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="residents.vault"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Quarter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=120)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="neighbourhoods", to="authorities.authority"
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("area", models.CharField(max_length=40)),
                ("post", models.UUIDField()),
                ("about", models.UUIDField(help_text="the vault of whom it is about", null=True)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("rude", "Rude"),
                            ("selling", "Selling"),
                            ("unsafe", "Unsafe"),
                            ("private", "Private"),
                            ("danger", "Danger"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("done", models.DateTimeField(null=True)),
                ("done_by", models.UUIDField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="authorities.authority")),
                (
                    "vault",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="residents.vault"),
                ),
            ],
            options={
                "ordering": ["at"],
            },
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("area", models.CharField(max_length=40)),
                ("month", models.DateField()),
                ("posts", models.PositiveIntegerField(default=0)),
                ("helps", models.PositiveIntegerField(default=0)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="authorities.authority")),
            ],
        ),
        migrations.CreateModel(
            name="Block",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("other", models.UUIDField()),
                ("since", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="authorities.authority")),
                ("vault", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="residents.vault")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("vault", "other"), name="one_block_a_neighbour")],
            },
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.UniqueConstraint(fields=("vault", "post", "other"), name="one_conversation_a_post"),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(fields=["authority", "state", "expires"], name="post_board"),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.UniqueConstraint(fields=("authority", "number"), name="one_post_a_number"),
        ),
        migrations.AddConstraint(
            model_name="quarter",
            constraint=models.UniqueConstraint(fields=("authority", "key"), name="one_quarter_a_key"),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.UniqueConstraint(fields=("authority", "area", "month"), name="one_tally_a_month"),
        ),
    ]
