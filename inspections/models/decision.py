"""What people decide, in one place: about a question, about a fact, about a number proposed from prose."""

from django.conf import settings
from django.db import models
from django.db.models import CASCADE, PROTECT, SET_NULL, CheckConstraint, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from inspections import terms


class Decision(models.Model):
    """Keyed by what it is about, not by a row that a reading makes, so the next reading meets it again.

    About a question (``problem``), an inspection and aspect, or an inspection, theme and sample. ``field``
    and ``value`` are what was put right: empty where what was read stands, or is not used. The row it is
    about carries the outcome; this says by whom, when and why. The later one holds.
    """

    Outcome = terms.ProblemState
    AREA, GRADE, PROPOSAL = "area", "grade", "proposal"
    # Days of the fieldwork and of the publication, as the columns of an inspection and its sources.
    DAYS = ("fieldwork_start", "fieldwork_end", "published_from", "published_to")

    problem = models.ForeignKey(
        "inspections.Problem", SET_NULL, null=True, blank=True, related_name="decisions"
    )
    inspection = models.ForeignKey("inspections.Inspection", CASCADE, null=True, related_name="decisions")
    aspect = models.ForeignKey("inspections.Aspect", PROTECT, null=True, blank=True)
    theme = models.ForeignKey("inspections.Theme", PROTECT, null=True, blank=True)
    sample = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, default=Outcome.CORRECTED.value)
    field = models.CharField(max_length=60)
    value = models.CharField(max_length=300, blank=True)
    reason = models.TextField()
    made_on = models.DateField(default=timezone.localdate)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, PROTECT, null=True, blank=True, related_name="decisions"
    )
    history = HistoricalRecords()

    class Meta:
        ordering = ["made_on", "id"]
        constraints = [
            CheckConstraint(
                condition=~(Q(aspect__isnull=False) & Q(theme__isnull=False)),
                name="decision_about_aspect_or_theme",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} on {self.made_on}: {self.field or self.problem_id}"
