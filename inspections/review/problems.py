"""What people decide about problems: accept, correct or reject, each in one transaction.

A document whose last blocking problem is decided is published at once. Nothing is decided twice: the second
of two reviewers is told so.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from areas.models import Area
from inspections.domain.spans import Span
from inspections.ingest.decisions import DATE_FIELDS, PLACE_FIELDS, concerned, publish_rows
from inspections.ingest.decisions import WHOLE_FIELDS as WHOLE_FIELDS
from inspections.ingest.identity import Identity
from inspections.ingest.match import told_by
from inspections.ingest.pipeline import Incoming, new_run, wait_for_turn
from inspections.ingest.resolve import LAYOUT
from inspections.ingest.settle import settle
from inspections.models import (
    Decision,
    Framework,
    Grade,
    IngestRun,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.review.decisions import AlreadyDecided as AlreadyDecided
from inspections.review.decisions import NotPossible, decide, take_up
from inspections.terms import ProblemState
from inspections.uploads import file_of, file_of_run

RESTATED_SCALE = "ofsted-restated"
FIRST_DAY = dt.date(1990, 1, 1)


def inspection_of(problem: Problem) -> Inspection | None:
    """The one inspection a problem speaks of; None where there is none or where it may be several."""
    found = concerned(problem)
    if len(found) != 1:
        return None
    return Inspection.objects.select_related("framework__inspectorate").filter(pk=found[0]).first()


def grades_of(framework: Framework) -> list[Grade]:
    """The grades a person may choose from: the framework's own, in the order of their scale."""
    rows = Grade.objects.filter(scale__frameworks=framework).exclude(scale=RESTATED_SCALE)
    return list(rows.select_related("scale").order_by("scale", "position"))


def open_blocking(document: SourceDocument) -> int:
    is_open = {"severity": Problem.Severity.BLOCKING, "state": Problem.State.OPEN}
    return Problem.objects.filter(source=document, **is_open).count()


def refuse_while_blocked(document: SourceDocument) -> None:
    """Raises NotPossible while a blocking problem of the document is not decided."""
    if left := open_blocking(document):
        raise NotPossible(
            f"{left} blocking problem{'s' if left > 1 else ''} of this document must be decided first."
        )


def stores_nothing(problem: Problem) -> bool:
    """Whether the document waits for a place before any inspection can be stored from it."""
    document = problem.source
    if document is None or problem.field not in PLACE_FIELDS:
        return False
    return not InspectionSource.objects.filter(told_by(document)).exists()


@transaction.atomic
def accept(problem_id: int, *, user: User, note: str = "") -> Problem:
    """The value stands as read. Raises AlreadyDecided; NotPossible where nothing at all could be stored."""
    problem = take_up(Problem, problem_id)
    if stores_nothing(problem):
        raise NotPossible("Without a place nothing can be stored: name the place, or reject the file.")
    _decide(problem, Problem.State.ACCEPTED, user, note)
    return problem


def unconfirmed(*documents: SourceDocument | None) -> Problem | None:
    """The open question whether a reading of a layout not seen before is right; None where there is none."""
    rows = Problem.objects.filter(
        source__in=[one for one in documents if one],
        run__isnull=False,
        field=LAYOUT,
        state=Problem.State.OPEN,
    )
    return rows.order_by("id").first()


def confirm_reading(document: SourceDocument | None, *, user: User) -> Problem:
    """What was read of a layout not seen before is right. Raises NotPossible and AlreadyDecided."""
    problem = unconfirmed(document)
    if problem is None:
        raise NotPossible("Nothing of this file waits to be confirmed.")
    return accept(problem.pk, user=user, note="Compared with the document and confirmed.")


@transaction.atomic
def reject(problem_id: int, *, user: User, note: str) -> Problem:
    """The row is not used: a grade stays unpublished, a date counts as not given, and a document about
    which place or inspection is in doubt stays unpublished. Raises AlreadyDecided."""
    problem = take_up(Problem, problem_id)
    days: list[dict[str, Any]] = []
    if problem.severity == Problem.Severity.BLOCKING and (inspection := inspection_of(problem)):
        days = [{"inspection": inspection, "field": name} for name in DATE_FIELDS.get(problem.field, ())]
    _decide(problem, Problem.State.DISMISSED, user, note, *days)
    return problem


@transaction.atomic
def correct_grade(
    problem_id: int, *, user: User, grade: str, reason: str, page: int | None = None
) -> Decision:
    """``grade``: a code of the framework's own scale; empty: this aspect was not judged.

    Raises AlreadyDecided; NotPossible for a grade of another scale, an aspect the framework does not judge,
    or a page the document does not have.
    """
    problem = take_up(Problem, problem_id)
    inspection = _needed(problem)
    if not inspection.framework.framework_aspects.filter(aspect=problem.aspect_id).exists():
        raise NotPossible(f"{inspection.framework.name} does not judge “{problem.field}”.")
    if grade and grade not in {row.code for row in grades_of(inspection.framework)}:
        raise NotPossible(f"“{grade}” is not a grade of {inspection.framework.name}.")
    _supply_row(problem, inspection, page)
    right = {
        "inspection": inspection,
        "aspect_id": problem.aspect_id,
        "field": Decision.GRADE,
        "value": grade,
    }
    return _decide(problem, Problem.State.CORRECTED, user, reason, right)[0]


@transaction.atomic
def correct_dates(
    problem_id: int, *, user: User, start: dt.date, end: dt.date, reason: str
) -> IngestRun | None:
    """First and last day of the fieldwork or the publication.

    Where these days make it the same inspection as another one on record, the file is read again to merge
    the two: returns the run to be queued. Raises AlreadyDecided and NotPossible.
    """
    problem = take_up(Problem, problem_id)
    inspection = _needed(problem)
    name = "published" if problem.field.startswith("published") else problem.field
    if name not in DATE_FIELDS:
        raise NotPossible("This problem is not about a date.")
    _check_days(name, start, end, inspection)
    days = [
        {"inspection": inspection, "field": field, "value": day.isoformat()}
        for field, day in zip(DATE_FIELDS[name], (start, end), strict=True)
    ]
    path = file_of(problem.source) if problem.source and _is_another(inspection, name, start, end) else None
    _decide(problem, Problem.State.CORRECTED, user, reason, *days, publish_now=path is None)
    if path is None or problem.source is None:
        return None
    return new_run(Incoming(path, problem.source.path), again=True, result=IngestRun.Result.QUEUED)


@transaction.atomic
def correct_area(problem_id: int, *, user: User, area: Area, reason: str) -> IngestRun:
    """The document is about ``area``. Without a place there may be no inspection to correct, so the file is
    read again with it: returns the run to be queued. Raises AlreadyDecided and NotPossible."""
    problem = take_up(Problem, problem_id)
    if problem.field not in PLACE_FIELDS or problem.source is None:
        raise NotPossible("This problem is not about a place.")
    path = file_of(problem.source)
    if path is None:
        raise NotPossible(
            "The file is not kept here any more, and has to be read again with the right place. "
            "Upload it again, then correct the place."
        )
    problem.kept = area.reference
    right = {"field": Decision.AREA, "value": area.reference}
    _decide(problem, Problem.State.CORRECTED, user, reason, right, publish_now=False)
    return new_run(Incoming(path, problem.source.path), again=True, result=IngestRun.Result.QUEUED)


def read_again(run: IngestRun) -> IngestRun:
    """A new run for the same file, to be queued. Raises NotPossible."""
    path = file_of_run(run)
    if path is None:
        raise NotPossible("The file is not kept here any more. Upload it again to read it again.")
    return new_run(Incoming(path, run.source_file), again=True, result=IngestRun.Result.QUEUED)


@transaction.atomic
def publish(document: SourceDocument | None) -> None:
    """Make the document's rows public, with what people corrected. Raises NotPossible while a blocking
    problem of it is not decided, or where there is none."""
    if document is None:
        raise NotPossible("Nothing of this file was stored, so there is nothing to publish.")
    wait_for_turn()
    refuse_while_blocked(document)
    inspections = publish_rows(document)
    settle(inspections)
    result = IngestRun.Result.STORED if inspections else IngestRun.Result.REJECTED
    document.runs.filter(result=IngestRun.Result.NEEDS_REVIEW).update(result=result)


def publish_if_decided(document: SourceDocument | None) -> bool:
    """Publish a document that waits for nothing but this; whether it was."""
    if document is None or not waits(document) or open_blocking(document):
        return False
    publish(document)
    return True


def _needed(problem: Problem) -> Inspection:
    inspection = inspection_of(problem)
    if inspection is None:
        raise NotPossible("No single inspection is on record for this problem, so nothing can be corrected.")
    return inspection


def _decide(
    problem: Problem,
    outcome: ProblemState,
    user: User,
    reason: str,
    *right: dict[str, Any],
    publish_now: bool = True,
) -> list[Decision]:
    """``right``: each value that is put right, and what it is about."""
    made = [decide(outcome, user=user, reason=reason, problem=problem, **values) for values in right or ({},)]
    problem.state = outcome
    problem.save(update_fields=["state", "kept"])
    if not (publish_now and publish_if_decided(problem.source)):
        settle(concerned(problem))
    return made


def _supply_row(problem: Problem, inspection: Inspection, page: int | None) -> None:
    """A grade the reader did not find at all gets a row of its own, which re-reading leaves alone."""
    if (document := problem.source) is None:
        return
    if page is not None and document.pages and not 1 <= page <= document.pages:
        raise NotPossible(f"This document has {document.pages} pages, no page {page}.")
    if Judgement.objects.filter(inspection=inspection, aspect=problem.aspect_id, source=document).exists():
        return
    if page is None:
        raise NotPossible("No grade was read here: say on which page of the document it stands.")
    Judgement.objects.create(
        key=f"{inspection.key}/{problem.aspect_id}@{document.key}",
        inspection=inspection,
        aspect_id=problem.aspect_id or "",
        source=document,
        grade_status=Judgement.GradeStatus.NOT_REPORTED,
        page=page,
        locator=f"page {page}",
        confidence="read",
        review_status="needs_review" if waits(document) else "published",
    )


def waits(document: SourceDocument) -> bool:
    """Whether what was read of it is not shown before a person has decided."""
    return document.runs.filter(result=IngestRun.Result.NEEDS_REVIEW).exists()


def _is_another(inspection: Inspection, name: str, start: dt.date, end: dt.date) -> bool:
    """Whether another inspection on record may be this one, once its days are right."""
    identity = replace(Identity.of(inspection), **dict[str, Any]({name: Span(start, end)}))
    return any(row.pk != inspection.pk for row in identity.candidates())


def _check_days(name: str, start: dt.date, end: dt.date, inspection: Inspection) -> None:
    if start > end:
        raise NotPossible("The first day lies after the last.")
    if start < FIRST_DAY or end > timezone.localdate():
        raise NotPossible(f"A day between {FIRST_DAY} and today is expected.")
    published, fieldwork = inspection.published_to, inspection.fieldwork_start
    if name == "fieldwork" and published and start > published:
        raise NotPossible(f"The fieldwork would start after the publication on {published}.")
    if name == "published" and fieldwork and end < fieldwork:
        raise NotPossible(f"The publication would lie before the fieldwork, which started on {fieldwork}.")
