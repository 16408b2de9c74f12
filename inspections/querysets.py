"""Questions with names. Views and exports ask these; none of them filters by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Coalesce

from inspections.definitions.loader import CycleSpan, definitions
from inspections.terms import FULL_KINDS, PUBLIC

if TYPE_CHECKING:
    from areas.models import Area
    from inspections.models import Inspection


def span_touches(start: str, end: str, first: dt.date | None, last: dt.date | None) -> Q:
    """The span start..end touches first..last, ends included; an open end of either is its other end."""
    touches = ~Q(**{f"{start}__isnull": True}) | ~Q(**{f"{end}__isnull": True})
    if first is not None:
        touches &= Q(**{f"{end}__gte": first}) | Q(**{f"{end}__isnull": True, f"{start}__gte": first})
    if last is not None:
        touches &= Q(**{f"{start}__lte": last}) | Q(**{f"{start}__isnull": True, f"{end}__lte": last})
    return touches


def cycle_spans() -> dict[str, CycleSpan]:
    """Of each programme in cycles, by the code of its framework, the time in which a body was inspected."""
    return {code: one.cycle_span for code, one in definitions().frameworks.items() if one.cycle_span}


def is_public(row: Any) -> bool:
    """Whether everybody may see this inspection, source or fact: the one rule, for a row at hand."""
    return row.review_status in PUBLIC


class ReviewedQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        """Those everybody may see: the one rule, for a question to the database."""
        return self.filter(review_status__in=PUBLIC)


class FactQuerySet(ReviewedQuerySet):
    def current(self) -> FactQuerySet:
        """Without passages that their documents do not have any more."""
        return self.exclude(review_status="superseded")

    def standing(self) -> FactQuerySet:
        """Of several sources for one aspect or one set of cases, the one shown (no findings)."""
        return self.published().filter(stands=True)


class InspectionQuerySet(ReviewedQuerySet):
    def of_area(self, area: Area) -> InspectionQuerySet:
        return self.filter(inspected_areas__area=area)

    def between_years(self, first: int | None, last: int | None) -> InspectionQuerySet:
        """Fieldwork, else publication, touches first..last, ends included; without a date, the time of its
        cycle does. What has neither matches no year."""
        if first is None and last is None:
            return self
        since = dt.date(first, 1, 1) if first is not None else None
        until = dt.date(last, 12, 31) if last is not None else None
        no_fieldwork = Q(fieldwork_start__isnull=True, fieldwork_end__isnull=True)
        undated = no_fieldwork & Q(published_from__isnull=True, published_to__isnull=True)
        cycles = [
            code
            for code, span in cycle_spans().items()
            if (until is None or span.start <= until)
            and (since is None or span.end is None or since <= span.end)
        ]
        return self.filter(
            span_touches("fieldwork_start", "fieldwork_end", since, until)
            | no_fieldwork & span_touches("published_from", "published_to", since, until)
            | undated & Q(framework__in=cycles)
        )

    def in_date_order(self) -> InspectionQuerySet:
        """By end of fieldwork, else publication, else the start of its cycle; what has none of these last.

        At the start, so that what was some time in a cycle never passes for the newest.
        """
        starts = (When(framework=code, then=Value(span.start)) for code, span in cycle_spans().items())
        cycle = Case(*starts, output_field=models.DateField())
        return self.annotate(
            ordering_date=Coalesce(
                "fieldwork_end", "fieldwork_start", "published_to", "published_from", cycle
            )
        ).order_by(models.F("ordering_date").asc(nulls_last=True), "key")

    def latest_first(self) -> InspectionQuerySet:
        """The reverse of in_date_order, undated still last."""
        return self.in_date_order().order_by(models.F("ordering_date").desc(nulls_last=True), "-key")

    def full(self) -> InspectionQuerySet:
        return self.filter(kind__in=FULL_KINDS)

    def of_same_bodies(self, inspections: Collection[Inspection]) -> InspectionQuerySet:
        """By an inspectorate of these inspections, about a place of theirs; themselves among them."""
        return self.filter(
            framework__inspectorate__in={one.framework.inspectorate_id for one in inspections},
            areas__in={row.area_id for one in inspections for row in one.inspected_areas.all()},
        ).distinct()
