"""What was read of one file, what is missing and why."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Case, Prefetch, Q, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from dashboard.pages.ingest.access import for_reviewers
from dashboard.pages.ingest.deciding import carried_out
from dashboard.pages.ingest.uploading import announce
from dashboard.pages.inspection_lines import JudgementLine, judgement_lines
from dashboard.series.visits import cases_of
from dashboard.wording.cases import tally_of
from inspections.models import (
    CaseReview,
    IngestRun,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.reading.readers.typed_entry import NAME as TYPED_ENTRY
from inspections.reading.typed.entry import Entry, Typed
from inspections.review import problems as review
from inspections.review.problems import told_by
from inspections.terms import Severity
from inspections.uploads import file_of_run

MOST_INSPECTIONS = 20
MOST_PROBLEMS = 100
SEVERITIES = (Problem.Severity.BLOCKING, Problem.Severity.CONFLICT, Problem.Severity.NOTE)


@for_reviewers("GET", "HEAD")
def run(request: HttpRequest, pk: int) -> HttpResponse:
    row = _run(pk)
    problems = problems_of(row)
    told = _told(row.document) if row.document else []
    context = {
        "run": row,
        "told": told,
        "typed": _typed(row),
        "more": row.counts.get("inspections", 0) - len(told),
        "problems": [(severity, found, total - len(found)) for severity, found, total in problems if found],
        "unconfirmed": review.unconfirmed(row.document),
        "left": review.open_blocking(row.document) if row.document else 0,
        "waits": row.document is not None and review.waits(row.document),
        "finished": row.result not in IngestRun.UNFINISHED,
        "trail": [("Ingest", reverse("ingest"))],
    }
    return render(request, "ingest/run.html", context)


def problems_of(row: IngestRun) -> list[tuple[Severity, list[Problem], int]]:
    """Those of the run's document (they outlive a run), or of a rejected file its own: by severity the
    first of them, open ones first, and how many there are."""
    about = Q(run=row) | Q(source=row.document, source__isnull=False)
    if row.document is None and row.sha256:
        about |= Q(run__sha256=row.sha256)  # met again since then: it stands with the newest run
    is_open = Case(When(state=Problem.State.OPEN, then=0), default=1)
    found = Problem.objects.filter(about).order_by(is_open, "id")
    return [
        (severity, list(rows[:MOST_PROBLEMS]), rows.count())
        for severity in SEVERITIES
        for rows in [found.filter(severity=severity)]
    ]


@dataclass(frozen=True)
class Told:
    """One inspection as the document tells of it: its judgements, and the tallies with their words."""

    source: InspectionSource
    lines: list[JudgementLine]
    reviews: list[tuple[CaseReview, str]]


def _told(document: SourceDocument) -> list[Told]:
    """The inspections a document tells of, with what was read of them in it, published or not."""
    rows = (
        InspectionSource.objects.filter(told_by(document))
        .select_related("inspection__framework__inspectorate")
        .prefetch_related(
            "inspection__framework__framework_aspects",
            Prefetch(
                "inspection__inspected_areas",
                InspectedArea.objects.select_related("area").order_by("area__name"),
            ),
            Prefetch(
                "inspection__judgements",
                Judgement.objects.filter(told_by(document)).select_related("aspect", "grade"),
                to_attr="read_here",
            ),
            Prefetch(
                "inspection__case_reviews",
                CaseReview.objects.filter(told_by(document)).select_related("theme", "source").order_by("id"),
                to_attr="reviewed_here",
            ),
        )
        .order_by("id")[:MOST_INSPECTIONS]
    )
    return [
        Told(
            row,
            judgement_lines(row.inspection, row.inspection.read_here),  # type: ignore[attr-defined]
            [
                (review, tally_of(cases_of(review), one_authority=False).words)
                for review in row.inspection.reviewed_here  # type: ignore[attr-defined]
                if review.source_id in (row.source_id, document.pk)
            ],
        )
        for row in rows
    ]


def _typed(row: IngestRun) -> Typed | None:
    """Who typed this in and on which day; None for a file that was not typed into the form here."""
    path = file_of_run(row) if row.reader == TYPED_ENTRY else None
    try:
        return Entry.model_validate_json(path.read_bytes()).typed if path else None
    except (OSError, ValueError):
        return None


@for_reviewers("POST")
def again(request: HttpRequest, pk: int) -> HttpResponse:
    new: list[IngestRun] = []
    row = _run(pk)
    if carried_out(request, lambda user: new.append(review.read_again(row))):
        announce(request, new)
    return _to_run(new[0].pk if new else pk)


@for_reviewers("POST")
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the page the button stood on: an inspection's where it is named, else the run's."""
    row, inspection = _run(pk), request.POST.get("inspection", "")
    there = get_object_or_404(Inspection, pk=inspection) if inspection.isdigit() else None
    if carried_out(request, lambda user: review.confirm_reading(row.document, user=user)):
        messages.success(request, "Confirmed.")
    return HttpResponseRedirect(there.get_absolute_url()) if there else _to_run(pk)


@for_reviewers("POST")
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    row = _run(pk)
    if carried_out(request, lambda user: review.publish(row.document)):
        messages.success(request, "Published.")
    return _to_run(pk)


def _run(pk: int) -> IngestRun:
    return get_object_or_404(IngestRun.objects.select_related("document"), pk=pk)


def _to_run(pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse("ingest-run", args=[pk]))
