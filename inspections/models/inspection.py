"""One visit, review, audit, disclosure or inquiry: who, whom, when and under which rulebook."""

from typing import Any

from django.db import models
from django.db.models import CASCADE, PROTECT, SET_NULL, CheckConstraint, F, Index, Q, UniqueConstraint
from django.urls import reverse

from areas.models import Area
from inspections import terms
from inspections.domain.addresses import Address, address_of
from inspections.models.framework import Framework
from inspections.models.source import IngestRun, SourceDocument
from inspections.querysets import InspectionQuerySet, ReviewedQuerySet
from inspections.terms import Certainty, Confidence, ReviewStatus


def span_is_ordered(start: str, end: str) -> Q:
    """True where either end is unknown or the start is not after the end."""
    return Q(**{f"{start}__isnull": True}) | Q(**{f"{end}__isnull": True}) | Q(**{f"{start}__lte": F(end)})


class Inspection(models.Model):
    Kind = terms.InspectionKind
    FULL_KINDS = terms.FULL_KINDS

    key = models.CharField(max_length=200, unique=True)
    framework = models.ForeignKey(Framework, PROTECT, related_name="inspections")
    kind = models.CharField(max_length=30, choices=Kind.choices)
    areas = models.ManyToManyField(Area, through="InspectedArea", related_name="inspections")
    fieldwork_start = models.DateField(null=True, blank=True)
    fieldwork_end = models.DateField(null=True, blank=True)
    published_from = models.DateField(null=True, blank=True)
    published_to = models.DateField(null=True, blank=True)
    follows = models.ForeignKey("self", SET_NULL, null=True, blank=True, related_name="followed_by")
    about = models.ManyToManyField("self", symmetrical=False, related_name="spoken_of_by", blank=True)
    topic = models.CharField(max_length=200, blank=True, help_text="What a visit or audit looked at")
    overall_words = models.TextField(blank=True, help_text="The inspectorate’s own overall words, summarised")
    review_status = models.CharField(
        max_length=20, choices=ReviewStatus.choices, default=ReviewStatus.NEEDS_REVIEW.value, db_index=True
    )

    objects = InspectionQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        indexes = [Index(fields=["fieldwork_end"]), Index(fields=["published_to"])]
        constraints = [
            CheckConstraint(
                condition=span_is_ordered("fieldwork_start", "fieldwork_end"), name="fieldwork_in_order"
            ),
            CheckConstraint(
                condition=span_is_ordered("published_from", "published_to"), name="publication_in_order"
            ),
            CheckConstraint(
                condition=span_is_ordered("fieldwork_start", "published_to"),
                name="fieldwork_before_publication",
            ),
            CheckConstraint(
                condition=Q(follows__isnull=True) | ~Q(follows=F("id")),
                name="inspection_does_not_follow_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    def get_absolute_url(self) -> str:
        return reverse("inspection", args=[self.pk])


def address_in(row: Any) -> Address:
    """Where a reader finds what a row (a fact, a step, the dates of one source) rests on.

    That is its source, else the inspection's own report, whichever source gives its address, else Ofsted's
    list of the council's reports. Reads what was fetched of its inspection's sources and of the areas' codes.
    """
    if row.source.url or row.inspection is None:
        return address_of(document=row.source.url)
    inspection: Inspection = row.inspection
    stated = sorted(inspection.inspection_sources.all(), key=lambda one: one.source_id != row.source_id)
    reports = (one.source.url for one in stated if one.source.kind == SourceDocument.Kind.REPORT)
    report = next(filter(None, [*(one.url for one in stated), *reports]), "")
    places = [one.area for one in inspection.inspected_areas.all()]
    ofsted = inspection.framework.inspectorate_id == "ofsted" and len(places) == 1
    return address_of(report=report, urn=places[0].code_on("ofsted_urn") if ofsted else None)


class InspectedArea(models.Model):
    Scope = terms.Scope
    inspection = models.ForeignKey(Inspection, CASCADE, related_name="inspected_areas")
    area = models.ForeignKey(Area, PROTECT, related_name="inspected_areas")
    scope = models.CharField(max_length=20, choices=Scope.choices)

    class Meta:
        ordering = ["area"]
        constraints = [UniqueConstraint(fields=["inspection", "area"], name="area_once_in_inspection")]

    def __str__(self) -> str:
        return f"{self.inspection_id}: {self.area_id} ({self.scope})"


class InspectionSource(models.Model):
    """When an inspection was, as one source says. The one that ``decides`` gives the inspection its dates."""

    Basis = terms.DateBasis
    inspection = models.ForeignKey(Inspection, CASCADE, related_name="inspection_sources")
    source = models.ForeignKey(SourceDocument, CASCADE, related_name="inspection_sources")
    run = models.ForeignKey(IngestRun, SET_NULL, null=True, blank=True)
    fieldwork_stated = models.CharField(max_length=200, blank=True)
    fieldwork_start = models.DateField(null=True, blank=True)
    fieldwork_end = models.DateField(null=True, blank=True)
    published_stated = models.CharField(max_length=200, blank=True)
    published_from = models.DateField(null=True, blank=True)
    published_to = models.DateField(null=True, blank=True)
    published_basis = models.CharField(max_length=20, choices=Basis.choices, default=Basis.UNKNOWN.value)
    decides = models.BooleanField(default=False)
    themes_read = models.BooleanField(default=False, help_text="The whole text was searched for every theme")
    locator = models.CharField(max_length=120, blank=True)
    url = models.URLField(
        max_length=500, blank=True, help_text="Of the inspection’s own report, as this source gives it"
    )
    confidence = models.CharField(max_length=10, choices=Confidence.choices)
    certainty = models.CharField(max_length=10, choices=Certainty.choices, default=Certainty.HIGH.value)
    review_status = models.CharField(
        max_length=20, choices=ReviewStatus.choices, default=ReviewStatus.NEEDS_REVIEW.value
    )
    fact_ids = models.CharField(max_length=200, blank=True)

    objects = ReviewedQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            UniqueConstraint(fields=["inspection", "source"], name="source_once_in_inspection"),
            UniqueConstraint(fields=["inspection"], condition=Q(decides=True), name="one_source_decides"),
        ]

    def __str__(self) -> str:
        return f"{self.inspection_id} in {self.source_id}"

    @property
    def address(self) -> Address:
        return address_in(self)
