"""What was found: judgements, reviewed cases and findings, each with its source."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import CASCADE, PROTECT, SET_NULL, CheckConstraint, F, Q, UniqueConstraint
from django.db.models.functions import Coalesce
from simple_history.models import HistoricalRecords

from areas.models import Area
from inspections import terms
from inspections.domain.addresses import Address
from inspections.domain.case_counts import CASE_GRADES, CaseCounts
from inspections.models.framework import Aspect, Grade, Theme
from inspections.models.inspection import Inspection, address_in
from inspections.models.source import IngestRun, SourceDocument
from inspections.querysets import FactQuerySet
from inspections.terms import Certainty, Confidence, ReviewStatus


class Fact(models.Model):
    """Every fact says where it stands, how it was seen and whether it may be shown.

    ``run`` is the reading that made the row; rows typed or bundled have none and outlive a re-reading.
    """

    inspection: Any  # each kind of fact has its own
    key = models.CharField(max_length=300, unique=True)
    source = models.ForeignKey(SourceDocument, CASCADE)
    run = models.ForeignKey(IngestRun, SET_NULL, null=True, blank=True)
    locator = models.CharField(max_length=120, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    confidence = models.CharField(max_length=10, choices=Confidence.choices)
    certainty = models.CharField(max_length=10, choices=Certainty.choices, default=Certainty.HIGH.value)
    review_status = models.CharField(
        max_length=20, choices=ReviewStatus.choices, default=ReviewStatus.NEEDS_REVIEW.value, db_index=True
    )
    fact_ids = models.CharField(max_length=200, blank=True, help_text="Ids of the case-study facts carried")

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key

    @property
    def address(self) -> Address:
        return address_in(self)


class Judgement(Fact):
    GradeStatus = terms.GradeStatus
    WITH_GRADE = terms.WITH_GRADE

    inspection = models.ForeignKey(Inspection, CASCADE, related_name="judgements")
    aspect = models.ForeignKey(Aspect, PROTECT, related_name="judgements")
    grade = models.ForeignKey(Grade, PROTECT, null=True, blank=True, related_name="judgements")
    grade_status = models.CharField(max_length=20, choices=GradeStatus.choices)
    printed = models.CharField(max_length=300, blank=True)
    stands = models.BooleanField(
        default=False, help_text="Of several sources for one aspect, the one shown first"
    )

    class Meta(Fact.Meta):
        constraints = [
            UniqueConstraint(fields=["inspection", "aspect", "source"], name="judgement_once_in_source"),
            UniqueConstraint(
                fields=["inspection", "aspect"], condition=Q(stands=True), name="one_judgement_stands"
            ),
            CheckConstraint(
                condition=(
                    Q(grade__isnull=False, grade_status__in=["graded", "restated", "carried_over"])
                    | Q(grade__isnull=True) & ~Q(grade_status__in=["graded", "restated", "carried_over"])
                ),
                name="grade_where_and_only_where_graded",
            ),
        ]


class CaseReview(Fact):
    """How many cases were looked at for a theme, in one sample by one assessor. None is "not given"."""

    Assessor = terms.Assessor
    CasesBasis = terms.CasesBasis
    Completeness = terms.Completeness
    Disclosure = terms.Disclosure

    inspection = models.ForeignKey(Inspection, CASCADE, related_name="case_reviews")
    theme = models.ForeignKey(Theme, PROTECT, null=True, blank=True, related_name="case_reviews")
    topic = models.CharField(max_length=200, blank=True)
    theme_printed = models.CharField(max_length=200, blank=True)
    sample = models.CharField(max_length=120, blank=True)
    assessor = models.CharField(max_length=20, choices=Assessor.choices)
    cases = models.PositiveIntegerField(null=True, blank=True)
    cases_basis = models.CharField(max_length=10, choices=CasesBasis.choices, blank=True)
    good = models.PositiveIntegerField(null=True, blank=True)
    adequate = models.PositiveIntegerField(null=True, blank=True)
    requires_improvement = models.PositiveIntegerField(null=True, blank=True)
    inadequate = models.PositiveIntegerField(null=True, blank=True)
    below_good = models.PositiveIntegerField(null=True, blank=True)
    percent_good = models.FloatField(null=True, blank=True)
    stated = models.CharField(max_length=300, blank=True)
    observed = models.PositiveIntegerField(null=True, blank=True)
    observed_what = models.CharField(max_length=300, blank=True)
    completeness = models.CharField(max_length=20, choices=Completeness.choices)
    disclosure = models.CharField(max_length=20, choices=Disclosure.choices)

    stands = models.BooleanField(
        default=True, help_text="Of several sources for one set of cases, the one shown"
    )
    in_prose = models.BooleanField(default=False, help_text="Found in a sentence: confirmed one by one")

    class Meta(Fact.Meta):
        constraints = [
            CheckConstraint(
                condition=Q(cases__isnull=True) & Q(cases_basis="")
                | Q(cases__isnull=False) & ~Q(cases_basis=""),
                name="cases_and_their_basis_together",
            ),
            CheckConstraint(
                condition=~Q(completeness="full_split")
                | Q(cases__isnull=False)
                & Q(good__isnull=False)
                & Q(
                    cases=F("good")
                    + Coalesce(F("adequate"), 0)
                    + Coalesce(F("requires_improvement"), 0)
                    + Coalesce(F("inadequate"), 0)
                ),
                name="full_split_sums_to_cases",
            ),
            *[
                CheckConstraint(
                    condition=Q(completeness="inconsistent")
                    | Q(cases__isnull=True)
                    | Q(**{f"{part}__isnull": True})
                    | Q(**{f"{part}__lte": F("cases")}),
                    name=f"{part}_not_above_cases",
                )
                for part in (*CASE_GRADES, "below_good", "observed")
            ],
            CheckConstraint(
                condition=Q(percent_good__isnull=True) | Q(percent_good__gte=0, percent_good__lte=100),
                name="percentage_between_0_and_100",
            ),
            CheckConstraint(
                condition=Q(theme__isnull=False) | ~Q(topic=""), name="case_review_has_theme_or_topic"
            ),
        ]

    @property
    def counts(self) -> CaseCounts:
        values = {name: getattr(self, name) for name in CaseCounts.model_fields}
        return CaseCounts(**values | {"cases_basis": self.cases_basis or None})


class Finding(Fact):
    Kind = terms.FindingKind
    About = terms.About
    Direction = terms.Direction
    inspection = models.ForeignKey(Inspection, CASCADE, null=True, blank=True, related_name="findings")
    area = models.ForeignKey(Area, PROTECT, null=True, blank=True, related_name="findings")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    theme = models.ForeignKey(Theme, PROTECT, null=True, blank=True, related_name="findings")
    topic = models.CharField(max_length=200, blank=True)
    about = models.CharField(max_length=20, choices=About.choices)
    concerns = models.ForeignKey(
        Inspection,
        SET_NULL,
        null=True,
        blank=True,
        related_name="remarks",
        help_text="The inspection a remark is about",
    )
    population = models.CharField(max_length=120, blank=True)
    direction = models.CharField(max_length=10, choices=Direction.choices, blank=True)
    compared_with = models.ForeignKey(Inspection, SET_NULL, null=True, blank=True, related_name="compared_by")
    due = models.CharField(max_length=120, blank=True)
    summary = models.TextField(blank=True, help_text="In our own words")
    passage = models.TextField(blank=True, help_text="As printed; only from files read on this site")

    class Meta(Fact.Meta):
        constraints = [
            CheckConstraint(
                condition=Q(direction="") | Q(kind__in=["change", "remark"]),
                name="direction_only_of_a_change",
            ),
            CheckConstraint(
                condition=~Q(summary="") | ~Q(passage="") | Q(theme__isnull=False),
                name="finding_says_something",
            ),
        ]


class Coding(models.Model):
    """A reading of a finding: which way it points, as read by whom (a role, never a name) and when.

    ``user`` is for the record alone: it is on no page and in no export.
    """

    Stance = terms.Stance
    Role = terms.CodingRole

    # A person's work never goes with what it hangs on: whoever deletes that has to delete this first.
    finding = models.ForeignKey(Finding, PROTECT, related_name="codings")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, SET_NULL, null=True, blank=True, related_name="codings"
    )
    role = models.CharField(max_length=20, choices=Role.choices)
    stance = models.CharField(max_length=20, choices=Stance.choices)
    at = models.DateField()
    history = HistoricalRecords()

    class Meta:
        ordering = ["at", "role"]
        constraints = [UniqueConstraint(fields=["finding", "role"], name="one_coding_a_role")]

    def __str__(self) -> str:
        return f"{self.stance} ({self.role}, {self.at})"
