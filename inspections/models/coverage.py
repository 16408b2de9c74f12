"""How far this site has read: which programme is held up to when, and whether completely."""

from django.db import models
from django.db.models import CheckConstraint, Q

from inspections.models.framework import Inspectorate
from inspections.models.inspection import span_is_ordered
from inspections.models.source import SourceDocument


class Coverage(models.Model):
    """One programme as one kind of source tells of it.

    ``families``: of the frameworks it is about, joined by ``;``, empty for all of its inspectorate's.
    ``newest_read``: the newest day on which an inspection held from it ended or, where no source says when,
    was published. ``complete_from`` and ``complete_to``: for that time every inspection, review and visit
    is held, so that what is not here did not take place; empty wherever that cannot be said.
    """

    key = models.CharField(max_length=60, unique=True)
    inspectorate = models.ForeignKey(Inspectorate, on_delete=models.CASCADE, related_name="coverage")
    families = models.CharField(max_length=200, blank=True)
    what = models.CharField(max_length=120, help_text="What was read, to stand before “to July 2026”")
    newest_read = models.DateField(null=True, blank=True)
    is_list = models.BooleanField(default=False, help_text="A list as at the day it was read to")
    complete_from = models.DateField(null=True, blank=True)
    complete_to = models.DateField(null=True, blank=True)
    source = models.ForeignKey(SourceDocument, on_delete=models.SET_NULL, null=True, blank=True)
    note = models.TextField(blank=True, help_text="What is not held, in our own words")

    class Meta:
        ordering = ["inspectorate__position", "key"]
        verbose_name_plural = "coverage"
        constraints = [
            CheckConstraint(
                condition=span_is_ordered("complete_from", "complete_to"), name="coverage_in_order"
            ),
            CheckConstraint(
                condition=Q(complete_from__isnull=True, complete_to__isnull=True)
                | Q(complete_from__isnull=False, complete_to__isnull=False),
                name="complete_for_a_time_or_not",
            ),
        ]

    def __str__(self) -> str:
        return self.key
