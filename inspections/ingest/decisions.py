"""What people decided about a document, laid over the next reading of it: no decision is asked for twice.

Who decided what, when and why is a ``Decision``. Rows that outlive a reading carry the outcome themselves: a
problem its state and the place that was kept, a number from prose its status. Grades and dates stand in rows
that a reading replaces: ``settle`` lays the decided ones over those. Dates and places are laid over what was
read before that, since it depends on them which inspection it is of.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import F

from inspections.ingest.match import Earlier, inspections_of, told_by
from inspections.ingest.resolve import LAYOUT
from inspections.models import (
    CaseReview,
    Decision,
    Finding,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.reading.records import DateSpan, InspectionRecord, Reading
from inspections.terms import ReviewStatus

T = TypeVar("T")

PLACE_FIELDS = frozenset({"area", "place"})
DATE_FIELDS = {
    "fieldwork": ("fieldwork_start", "fieldwork_end"),
    "published": ("published_from", "published_to"),
}
# A doubt about one of these is a doubt about all that a document says of the inspection.
WHOLE_FIELDS = PLACE_FIELDS | {"inspection", "framework", LAYOUT}

WAITING = (ReviewStatus.NEEDS_REVIEW, ReviewStatus.PROPOSED)


@dataclass(frozen=True)
class Decisions:
    """``areas``: by where the problem was met. ``dates``: by where the document tells of the inspection."""

    keys: frozenset[str] = frozenset()
    areas: dict[str, str] = field(default_factory=dict)
    dates: dict[str, dict[str, dt.date | None]] = field(default_factory=dict)

    @classmethod
    def about(cls, earlier: Earlier) -> Decisions:
        """What was decided about what earlier readings of the document said."""
        if earlier.is_new:
            return cls()
        decided = list(Problem.objects.filter(source=earlier.document).exclude(state=Problem.State.OPEN))
        areas = {
            one.locator: one.kept
            for one in decided
            if one.state == Problem.State.CORRECTED and one.field in PLACE_FIELDS
        }
        dates: dict[str, dict[str, dt.date | None]] = defaultdict(dict)
        for one in Decision.objects.filter(inspection__in=earlier.inspections, field__in=Decision.DAYS):
            if one.inspection_id is not None:
                with suppress(ValueError):  # settle names what is no date
                    day = dt.date.fromisoformat(one.value) if one.value else None
                    dates[earlier.inspections[one.inspection_id]][one.field] = day
        return cls(frozenset(one.key for one in decided), areas, dates)

    def laid_over(self, reading: Reading) -> Reading:
        if not self.areas and not self.dates:
            return reading
        alone = len(reading.inspections) == 1
        inspections = [self._put_right(record, alone) for record in reading.inspections]
        return reading.model_copy(update={"inspections": tuple(inspections)})

    def _put_right(self, record: InspectionRecord, alone: bool) -> InspectionRecord:
        changes: dict[str, object] = {}
        area = _for(record, self.areas, alone)
        if area and record.places:
            first = record.places[0].model_copy(update={"decided": area})
            changes["places"] = (first,)
        dates = _for(record, self.dates, alone) or {}
        for name, (first_day, last_day) in DATE_FIELDS.items():
            span: DateSpan = getattr(record, name)
            if first_day in dates or last_day in dates:
                days = {"start": dates.get(first_day, span.start), "end": dates.get(last_day, span.end)}
                changes[name] = span.model_copy(update=days)
        return record.model_copy(update=changes) if changes else record

    def status_after(self, problems: Iterable[Problem]) -> ReviewStatus:
        """Whether the rows of a reading with these problems may be shown: not while one blocks it that nobody
        has decided about."""
        blocking = [row for row in problems if row.severity == Problem.Severity.BLOCKING]
        still_open = {row.field for row in blocking if row.key not in self.keys}
        if LAYOUT in still_open:
            return ReviewStatus.PROPOSED
        return ReviewStatus.NEEDS_REVIEW if still_open else ReviewStatus.PUBLISHED


def _for(record: InspectionRecord, said: dict[str, T], alone: bool) -> T | None:
    """In a report about one inspection everything is about that one, wherever it stands."""
    if alone:
        return next(iter(said.values()), None)
    return said.get(record.locator) if record.locator else None


def concerned(problem: Problem) -> list[int]:
    """The ids of the inspections a problem speaks of: its own, its document's only one, or those that the
    document tells of at that place ("Table 10 row 17")."""
    if problem.inspection_id:
        return [problem.inspection_id]
    locators = inspections_of(problem.source) if problem.source else {}
    if len(locators) == 1:
        return list(locators)
    return [pk for pk, here in locators.items() if here and here == problem.locator]


def lay_over_rows(document: SourceDocument) -> None:
    """Publish grades that people supplied where none was read, withhold the rows they rejected.

    To be called when the document's rows are published, before ``settle``.
    """
    supplied = Judgement.objects.filter(source=document, run__isnull=True, review_status="needs_review")
    supplied.filter(inspection__decisions__aspect=F("aspect")).update(review_status="published")
    rejected = Problem.objects.filter(
        source=document, severity=Problem.Severity.BLOCKING, state=Problem.State.DISMISSED
    )
    for problem in rejected:
        _withhold(problem, document)


def _withhold(problem: Problem, document: SourceDocument) -> None:
    inspections = concerned(problem)
    if problem.field in WHOLE_FIELDS:
        for model in (Judgement, CaseReview, Finding):
            rows = model._default_manager.filter(told_by(document), inspection__in=inspections)
            rows = rows.filter(run__isnull=False).exclude(review_status__in=("rejected", "superseded"))
            rows.update(review_status="needs_review")
        stated = InspectionSource.objects.filter(told_by(document), inspection__in=inspections)
        stated.update(review_status="needs_review")
        return
    rows = Judgement.objects.filter(told_by(document), inspection__in=inspections, aspect=problem.aspect_id)
    rows.filter(run__isnull=False).update(review_status="needs_review")


def publish_rows(document: SourceDocument) -> set[int]:
    """Make public what waits of this document's readings; the ids of the inspections it tells of."""
    read = {"run__document": document, "review_status__in": WAITING}
    Judgement.objects.filter(**read).update(review_status="published")
    Finding.objects.filter(**read).update(review_status="published")
    # Each number found in prose waits for a decision of its own.
    CaseReview.objects.filter(**read, in_prose=False).update(review_status="published")
    stated = InspectionSource.objects.filter(told_by(document))
    stated.filter(review_status__in=WAITING).update(review_status="published")
    lay_over_rows(document)
    return set(stated.values_list("inspection_id", flat=True))


def take_decisions_along(before: set[int], now: set[int]) -> None:
    """A report turns out to be about another inspection: what people put right in it goes with it."""
    if len(before) == 1 and len(now) == 1:
        [inspection] = Inspection.objects.filter(pk__in=now)
        for decision in Decision.objects.filter(inspection__in=before):
            decision.inspection = inspection
            decision.save()
