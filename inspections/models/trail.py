"""Improvement trails: criticism, response, action, own check, outside follow-up, outcome, reply."""

from django.db import models
from django.db.models import CASCADE, PROTECT, SET_NULL, CheckConstraint, Q, UniqueConstraint
from simple_history.models import HistoricalRecords

from areas.models import Area
from inspections import terms
from inspections.domain.addresses import Address
from inspections.models.framework import Theme
from inspections.models.inspection import Inspection, address_in, span_is_ordered
from inspections.models.source import SourceDocument


class Trail(models.Model):
    Status = terms.TrailStatus
    key = models.CharField(max_length=200, unique=True)
    area = models.ForeignKey(Area, PROTECT, related_name="trails")
    theme = models.ForeignKey(Theme, PROTECT, null=True, blank=True, related_name="trails")
    topic = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=30, choices=Status.choices)
    history = HistoricalRecords()

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class TrailStep(models.Model):
    Kind = terms.TrailStepKind
    trail = models.ForeignKey(Trail, CASCADE, related_name="steps")
    step = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    on_from = models.DateField(null=True, blank=True)
    on_to = models.DateField(null=True, blank=True)
    speaker = models.CharField(max_length=120, help_text="A body or a role, never a name")
    summary = models.TextField(help_text="In our own words")
    inspection = models.ForeignKey(Inspection, SET_NULL, null=True, blank=True, related_name="trail_steps")
    source = models.ForeignKey(SourceDocument, PROTECT, related_name="trail_steps")
    locator = models.CharField(max_length=120, blank=True)
    fact_ids = models.CharField(max_length=200, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ["trail", "step"]
        constraints = [
            UniqueConstraint(fields=["trail", "step"], name="trail_step_has_own_place"),
            CheckConstraint(condition=span_is_ordered("on_from", "on_to"), name="trail_step_in_order"),
            CheckConstraint(condition=~Q(summary=""), name="trail_step_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.trail_id} step {self.step}"

    @property
    def address(self) -> Address:
        return address_in(self)
