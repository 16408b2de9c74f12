"""The review queue, and one problem beside the page it was met on."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import Case, IntegerField, QuerySet, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from dashboard.pages.answering import page_of
from dashboard.pages.disagreements import field_words
from dashboard.pages.ingest.access import for_reviewers
from dashboard.pages.ingest.deciding import decided
from dashboard.pages.ingest.forms import AreaForm, DatesForm, DecisionForm, GradeForm, NoteForm
from dashboard.pages.ingest.pictures import Picture, picture_of
from dashboard.pages.ingest.uploading import announce
from inspections.models import Inspection, Judgement, Problem
from inspections.reading.readers.case_reviews_csv import NAME as TYPED_TABLE
from inspections.reading.readers.typed_entry import NAME as TYPED_ENTRY
from inspections.review import problems as review

ON_A_PAGE = 50
SEVERITIES = tuple(Problem.Severity.values)  # blocking, conflict, note: in the order they are looked at
_DATES = ("fieldwork", "published", "published_to")
_NOTED = {"accept": review.accept, "reject": review.reject}


def in_review_order() -> QuerySet[Problem]:
    ranks = [When(severity=severity, then=rank) for rank, severity in enumerate(SEVERITIES)]
    return Problem.objects.order_by(Case(*ranks, output_field=IntegerField()), "id")


@for_reviewers("GET", "HEAD")
def problems(request: HttpRequest) -> HttpResponse:
    severity, state = request.GET.get("severity", ""), request.GET.get("state", Problem.State.OPEN)
    rows = in_review_order().select_related("inspection", "source")
    if severity in SEVERITIES:
        rows = rows.filter(severity=severity)
    if state in Problem.State.values:
        rows = rows.filter(state=state)
    context = {
        "page": page_of(rows, request, ON_A_PAGE),
        "severities": Problem.Severity.choices,
        "states": Problem.State.choices,
        "severity": severity,
        "state": state,
        "query": urlencode({"severity": severity, "state": state}) + "&",
        "trail": [("Ingest", reverse("ingest"))],
    }
    return render(request, "ingest/problems.html", context)


@for_reviewers("GET", "HEAD", "POST")
def problem(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Problem.objects.select_related("source", "run"), pk=pk)
    inspection = review.inspection_of(row)
    picture = picture_of(row.source, row.page, request)
    decision = request.POST.get("decision", "")
    correcting = _correcting(row, inspection, picture.number, request.POST if decision == "correct" else None)
    noting = NoteForm(request.POST if decision in _NOTED else None)
    status = 200
    if request.method == "POST":
        form = correcting if decision == "correct" else noting if decision in _NOTED else None
        if decided(request, form, lambda user: _decide(request, user, row, decision, form), about="problem"):
            # Back to the problem itself, which now says what was decided and offers the next one.
            return HttpResponseRedirect(reverse("ingest-problem", args=[row.pk]))
        row.refresh_from_db()
        status = 400 if row.state == Problem.State.OPEN else 409
    context = _context(row, inspection, picture) | {"correcting": correcting, "noting": noting}
    context["errors"] = [form for form in (correcting, noting) if form is not None and form.errors]
    return render(request, "ingest/problem.html", context, status=status)


def _context(row: Problem, inspection: Inspection | None, picture: Picture) -> dict[str, Any]:
    grade = None
    if inspection is not None:
        grade = Judgement.objects.filter(inspection=inspection, aspect=row.aspect_id, source=row.source)
    return {
        "problem": row,
        "what": field_words(row.field),
        "inspection": inspection,
        "judgement": grade.select_related("grade").first() if grade is not None else None,
        "picture": picture,
        "decisions": row.decisions.select_related("made_by"),
        "next": in_review_order().filter(state=Problem.State.OPEN).exclude(pk=row.pk).first(),
        "run": row.run or (row.source.runs.first() if row.source else None),
        "trail": [("Ingest", reverse("ingest")), ("Review queue", reverse("ingest-problems"))],
        "accepting": _accepting(row),
        "rejecting": _rejecting(row),
    }


def _accepting(row: Problem) -> str:
    """What accepting means here, in words."""
    if row.source is None and row.run is not None:
        return "Seen: nothing of this file is used."
    if review.stores_nothing(row):
        return ""
    if row.kept:
        return f"Leave it as it is: “{row.kept}” stands."
    if row.severity != Problem.Severity.BLOCKING:
        return "Leave it as it is."
    if _is_typed(row):
        return "This row stays out; everything else of the file is published. To put it in, mend the file."
    if row.field == review.LAYOUT:
        return "What was read agrees with the document, and is published."
    if row.aspect_id:
        return "It stands as read: no grade is shown for this aspect, and the page says that it is not known."
    return "It stands as read."


def _is_typed(row: Problem) -> bool:
    """Whether it is about a row typed by hand that was not kept; one about a place or inspection was."""
    if row.field in review.WHOLE_FIELDS or row.run is None:
        return False
    return row.run.reader in (TYPED_ENTRY, TYPED_TABLE)


def _rejecting(row: Problem) -> str:
    """What rejecting means here; empty where it would mean the same as accepting."""
    if row.source is None and row.run is not None:
        return ""
    if row.severity == Problem.Severity.BLOCKING and _is_typed(row):
        return ""
    if row.severity != Problem.Severity.BLOCKING:
        return "This is no problem, and is not shown on the public page."
    return "What was read here is not used, and is not shown."


def _correcting(row: Problem, inspection: Inspection | None, page: int, data: Any) -> DecisionForm | None:
    """The form that puts this kind of problem right; None where nothing can be corrected."""
    if row.field in review.PLACE_FIELDS and row.source is not None:
        return AreaForm(data, prefix="correct")
    if inspection is None:
        return None
    if row.field in _DATES:
        return DatesForm(data, prefix="correct")
    if inspection.framework.framework_aspects.filter(aspect=row.aspect_id).exists():
        return GradeForm(data, prefix="correct", framework=inspection.framework, page=page)
    return None


def _decide(request: HttpRequest, user: User, row: Problem, decision: str, form: forms.Form | None) -> None:
    if not isinstance(form, DecisionForm):
        _NOTED[decision](row.pk, user=user, note=form.cleaned_data["note"] if form else "")
    elif run := form.decide(row.pk, user):
        announce(request, [run])
        messages.success(request, form.done)
