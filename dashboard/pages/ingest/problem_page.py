"""The review queue, and one problem beside the page it was met on."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from dashboard.pages.answering import page_of
from dashboard.pages.disagreements import field_words
from dashboard.pages.ingest.access import for_reviewers
from dashboard.pages.ingest.forms import NOT_JUDGED, AreaForm, DatesForm, GradeForm, NoteForm
from dashboard.pages.ingest.pictures import Picture, picture_of
from dashboard.pages.ingest.uploading import announce
from inspections.models import Inspection, Judgement, Problem
from inspections.reading.readers.case_reviews_csv import NAME as TYPED_TABLE
from inspections.reading.readers.typed_entry import NAME as TYPED_ENTRY
from inspections.review import problems as review

ON_A_PAGE = 50
SEVERITIES = tuple(Problem.Severity.values)  # blocking, conflict, note: in the order they are looked at
_DATES = ("fieldwork", "published", "published_to")


def in_review_order() -> QuerySet[Problem]:
    place = Case(
        *[When(severity=severity, then=Value(number)) for number, severity in enumerate(SEVERITIES)],
        output_field=IntegerField(),
    )
    return Problem.objects.annotate(place=place).order_by("place", "id")


@for_reviewers
@require_GET
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


@for_reviewers
@require_http_methods(["GET", "HEAD", "POST"])
def problem(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Problem.objects.select_related("source", "run"), pk=pk)
    inspection = review.inspection_of(row)
    picture = _picture(request, row)
    decision = request.POST.get("decision", "") if request.method == "POST" else ""
    correcting = _correcting(row, inspection, picture.number, request.POST if decision == "correct" else None)
    noting = NoteForm(request.POST if decision in ("accept", "reject") else None)
    status = 200
    if request.method == "POST":
        form = correcting if decision == "correct" else noting
        if form is not None and decision in ("correct", "accept", "reject"):
            if form.is_valid() and _decided(request, row, decision, form):
                return HttpResponseRedirect(_next(row))
            row.refresh_from_db()
        else:
            messages.error(request, "That is no decision that can be taken about this problem.")
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
        "history": row.history.select_related("history_user").filter(history_type="~"),
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


def _correcting(row: Problem, inspection: Inspection | None, page: int, data: Any) -> forms.Form | None:
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


def _picture(request: HttpRequest, row: Problem) -> Picture:
    document = row.source
    if document is None:
        return Picture(why_not="Nothing was read of this file, so there is no page to show.")
    return picture_of(document, row.page, request)


def _decided(request: HttpRequest, row: Problem, decision: str, form: forms.Form) -> bool:
    """Carry the decision out; False where it could not be, with the reason on the form or the page."""
    user, said = request.user, form.cleaned_data
    if not isinstance(user, User):
        return False
    try:
        if decision == "accept":
            review.accept(row.pk, user=user, note=said["note"])
        elif decision == "reject":
            review.reject(row.pk, user=user, note=said["note"])
        else:
            _correct(request, user, row, form)
    except review.AlreadyDecided as error:
        state = error.problem.get_state_display()
        messages.error(request, f"Somebody else decided about this first: it is {state} already.")
        return False
    except review.NotPossible as error:
        form.add_error(None, str(error))
        return False
    return True


def _correct(request: HttpRequest, user: User, row: Problem, form: forms.Form) -> None:
    said = form.cleaned_data
    if isinstance(form, GradeForm):
        grade = "" if said["grade"] == NOT_JUDGED else said["grade"]
        review.correct_grade(row.pk, user=user, grade=grade, page=said["page"], reason=said["reason"])
    elif isinstance(form, DatesForm):
        run = review.correct_dates(
            row.pk, user=user, start=said["start"], end=said["end"], reason=said["reason"]
        )
        if run:
            announce(request, [run])
            messages.success(request, "This is an inspection on record already: the file is read again.")
    else:
        run = review.correct_area(row.pk, user=user, area=said["area"], reason=said["reason"])
        announce(request, [run])
        messages.success(request, "The file is being read again with this place.")


def _next(row: Problem) -> str:
    """Back to the problem itself, which now says what was decided and offers the next one."""
    return reverse("ingest-problem", args=[row.pk])
