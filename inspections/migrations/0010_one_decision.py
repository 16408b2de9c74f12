import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OUTCOMES = [
    ("open", "open"),
    ("accepted", "accepted"),
    ("corrected", "corrected"),
    ("dismissed", "rejected"),
]
OUTCOME = models.CharField(choices=OUTCOMES, default="corrected", max_length=20)


def past(to):
    return models.ForeignKey(
        blank=True,
        db_constraint=False,
        null=True,
        on_delete=django.db.models.deletion.DO_NOTHING,
        related_name="+",
        to=to,
    )


class Migration(migrations.Migration):
    """What was a correction holds any decision. The rows stay where they are."""

    dependencies = [
        ("inspections", "0009_fields_of_problems_on_record"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint("correction", "correction_about_aspect_or_theme"),
        migrations.RenameModel("Correction", "Decision"),
        migrations.RenameModel("HistoricalCorrection", "HistoricalDecision"),
        migrations.AddConstraint(
            "decision",
            models.CheckConstraint(
                condition=models.Q(
                    ("aspect__isnull", False), ("theme__isnull", False), _negated=True
                ),
                name="decision_about_aspect_or_theme",
            ),
        ),
        migrations.AlterModelOptions(
            "historicaldecision",
            {
                "get_latest_by": ("history_date", "history_id"),
                "ordering": ("-history_date", "-history_id"),
                "verbose_name": "historical decision",
                "verbose_name_plural": "historical decisions",
            },
        ),
        migrations.AddField(
            "decision",
            "problem",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="decisions",
                to="inspections.problem",
            ),
        ),
        migrations.AddField("historicaldecision", "problem", past("inspections.problem")),
        migrations.AddField("decision", "outcome", OUTCOME),
        migrations.AddField("historicaldecision", "outcome", OUTCOME),
        migrations.AlterField(
            "decision",
            "inspection",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="decisions",
                to="inspections.inspection",
            ),
        ),
        migrations.AlterField(
            "decision",
            "made_by",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            "problem", "state", models.CharField(choices=OUTCOMES, default="open", max_length=20)
        ),
    ]
