"""What people decide about problems: accept, correct or reject, each in one transaction.

Who and when is kept by the history of problem and correction. A document whose last blocking problem is
decided is published at once. Nothing is decided twice: the second of two reviewers is told so.
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
    Correction,
    Framework,
    Grade,
    IngestRun,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.terms import ProblemState
from inspections.uploads import file_of, file_of_run

RESTATED_SCALE = "ofsted-restated"
FIRST_DAY = dt.date(1990, 1, 1)
_LONGEST_NOTE = 100


class AlreadyDecided(Exception):
    """Somebody else decided about this problem first: ``problem`` as it stands now."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"decided already: {problem.get_state_display()}")
        self.problem = problem


class NotPossible(Exception):
    """A decision that cannot be carried out; the message says why, for a person."""


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


def stores_nothing(problem: Problem) -> bool:
    """Whether the document waits for a place before any inspection can be stored from it."""
    document = problem.source
    if document is None or problem.field not in PLACE_FIELDS:
        return False
    return not InspectionSource.objects.filter(told_by(document)).exists()


@transaction.atomic
def accept(problem_id: int, *, user: User, note: str = "") -> Problem:
    """The value stands as read. Raises AlreadyDecided; NotPossible where nothing at all could be stored."""
    problem = _open(problem_id)
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
    problem = _open(problem_id)
    if problem.severity == Problem.Severity.BLOCKING and problem.field in DATE_FIELDS:
        inspection = inspection_of(problem)
        if inspection is not None:
            for name in DATE_FIELDS[problem.field]:
                _correction(inspection, user, field=name, value="", reason=note)
    _decide(problem, Problem.State.DISMISSED, user, note)
    return problem


@transaction.atomic
def correct_grade(
    problem_id: int, *, user: User, grade: str, reason: str, page: int | None = None
) -> Correction:
    """``grade``: a code of the framework's own scale; empty: this aspect was not judged.

    Raises AlreadyDecided; NotPossible for a grade of another scale, an aspect the framework does not judge,
    or a page the document does not have.
    """
    problem = _open(problem_id)
    inspection = _needed(problem)
    if not inspection.framework.framework_aspects.filter(aspect=problem.aspect_id).exists():
        raise NotPossible(f"{inspection.framework.name} does not judge “{problem.field}”.")
    if grade and grade not in {row.code for row in grades_of(inspection.framework)}:
        raise NotPossible(f"“{grade}” is not a grade of {inspection.framework.name}.")
    _supply_row(problem, inspection, page)
    correction = _correction(
        inspection, user, aspect_id=problem.aspect_id or "", field="grade", value=grade, reason=reason
    )
    _decide(problem, Problem.State.CORRECTED, user, reason)
    return correction


@transaction.atomic
def correct_dates(
    problem_id: int, *, user: User, start: dt.date, end: dt.date, reason: str
) -> IngestRun | None:
    """First and last day of the fieldwork or the publication.

    Where these days make it the same inspection as another one on record, the file is read again to merge
    the two: returns the run to be queued. Raises AlreadyDecided and NotPossible.
    """
    problem = _open(problem_id)
    inspection = _needed(problem)
    name = "published" if problem.field.startswith("published") else problem.field
    if name not in DATE_FIELDS:
        raise NotPossible("This problem is not about a date.")
    _check_days(name, start, end, inspection)
    for field, day in zip(DATE_FIELDS[name], (start, end), strict=True):
        _correction(inspection, user, field=field, value=day.isoformat(), reason=reason)
    path = file_of(problem.source) if problem.source and _is_another(inspection, name, start, end) else None
    _decide(problem, Problem.State.CORRECTED, user, reason, publish_now=path is None)
    if path is None or problem.source is None:
        return None
    return new_run(Incoming(path, problem.source.path), again=True, result=IngestRun.Result.QUEUED)


@transaction.atomic
def correct_area(problem_id: int, *, user: User, area: Area, reason: str) -> IngestRun:
    """The document is about ``area``. Without a place there may be no inspection to correct, so the file is
    read again with it: returns the run to be queued. Raises AlreadyDecided and NotPossible."""
    problem = _open(problem_id)
    if problem.field not in PLACE_FIELDS or problem.source is None:
        raise NotPossible("This problem is not about a place.")
    path = file_of(problem.source)
    if path is None:
        raise NotPossible(
            "The file is not kept here any more, and has to be read again with the right place. "
            "Upload it again, then correct the place."
        )
    problem.kept = area.reference
    _decide(problem, Problem.State.CORRECTED, user, reason, publish_now=False)
    return new_run(Incoming(path, problem.source.path), again=True, result=IngestRun.Result.QUEUED)


def read_again(run: IngestRun) -> IngestRun:
    """A new run for the same file, to be queued. Raises NotPossible."""
    path = file_of_run(run)
    if path is None:
        raise NotPossible("The file is not kept here any more. Upload it again to read it again.")
    return new_run(Incoming(path, run.source_file), again=True, result=IngestRun.Result.QUEUED)


@transaction.atomic
def publish(document: SourceDocument) -> None:
    """Make the document's rows public, with what people corrected. Raises NotPossible while a blocking
    problem of it is not decided."""
    wait_for_turn()
    left = open_blocking(document)
    if left:
        raise NotPossible(
            f"{left} blocking problem{'s' if left > 1 else ''} of this document must be decided first."
        )
    inspections = publish_rows(document)
    settle(inspections)
    result = IngestRun.Result.STORED if inspections else IngestRun.Result.REJECTED
    document.runs.filter(result=IngestRun.Result.NEEDS_REVIEW).update(result=result)


def publish_if_decided(document: SourceDocument | None) -> bool:
    """Publish a document that waits for nothing but this; whether it was."""
    if document is None or not _waits(document) or open_blocking(document):
        return False
    publish(document)
    return True


def _open(problem_id: int) -> Problem:
    # A reading that is just being stored looks at decisions first: wait until it is done.
    wait_for_turn()
    problem = Problem.objects.select_for_update().get(pk=problem_id)
    if problem.state != Problem.State.OPEN:
        raise AlreadyDecided(problem)
    return problem


def _needed(problem: Problem) -> Inspection:
    inspection = inspection_of(problem)
    if inspection is None:
        raise NotPossible("No single inspection is on record for this problem, so nothing can be corrected.")
    return inspection


def _decide(
    problem: Problem, state: ProblemState, user: User, note: str, *, publish_now: bool = True
) -> None:
    problem.state = state
    problem._history_user = user  # type: ignore[attr-defined]
    problem._change_reason = note[:_LONGEST_NOTE]  # type: ignore[attr-defined]
    problem.save()
    if not (publish_now and publish_if_decided(problem.source)):
        settle(concerned(problem))


def _correction(inspection: Inspection, user: User, **values: str) -> Correction:
    correction = Correction(inspection=inspection, made_by=user, **values)
    correction._history_user = user  # type: ignore[attr-defined]
    correction.save()
    return correction


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
        review_status="needs_review" if _waits(document) else "published",
    )


def _waits(document: SourceDocument) -> bool:
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
