"""Numbers of cases found in prose: each beside its page, to be confirmed, corrected or rejected."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from dashboard.pages.answering import page_of
from dashboard.pages.ingest.access import for_reviewers
from dashboard.pages.ingest.pictures import picture_of
from dashboard.pages.ingest.proposal_form import NumbersForm, WhyForm
from dashboard.series.visits import cases_of
from dashboard.wording.cases import tally_of
from inspections.models import CaseReview, Finding
from inspections.review import proposals
from inspections.review.problems import NotPossible

ON_A_PAGE = 50
TRAIL = "Numbers proposed"


@for_reviewers
@require_GET
def proposed(request: HttpRequest) -> HttpResponse:
    page = page_of(proposals.proposed(), request, ON_A_PAGE)
    context = {"page": page, "rows": [(row, words_of(row)) for row in page], "trail": _trail()[:1]}
    return render(request, "ingest/proposed.html", context)


@for_reviewers
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    rows = CaseReview.objects.select_related("source", "theme", "inspection__framework")
    row = get_object_or_404(rows, pk=pk)
    decision = request.POST.get("decision", "")
    correcting = NumbersForm(request.POST if decision == "correct" else None, review=row, prefix="correct")
    why = WhyForm(request.POST if decision in ("confirm", "reject") else None)
    if request.method == "POST" and _decided(request, row, decision, correcting, why):
        following = proposals.proposed().first()
        there = reverse("ingest-proposal", args=[following.pk]) if following else reverse("ingest-proposed")
        return HttpResponseRedirect(there)
    row.refresh_from_db()
    context = {
        "review": row,
        "words": words_of(row),
        "passages": passages_of(row),
        "picture": picture_of(row.source, row.page, request),
        "open": row.review_status == "proposed",
        "decisions": proposals.decisions(row),
        "following": proposals.proposed().exclude(pk=row.pk).first(),
        "left": proposals.proposed().count(),
        "correcting": correcting,
        "why": why,
        "errors": [form for form in (correcting, why) if form.errors],
        "trail": _trail(),
    }
    return render(request, "ingest/proposal.html", context)


def words_of(row: CaseReview) -> str:
    return tally_of(cases_of(row), one_authority=False).words


def passages_of(row: CaseReview) -> list[str]:
    """The passages that were kept from the very place the number stands in."""
    found = Finding.objects.current().filter(
        inspection=row.inspection_id, source=row.source_id, locator=row.locator
    )
    return list(dict.fromkeys(found.exclude(passage="").values_list("passage", flat=True)))


def _decided(
    request: HttpRequest, row: CaseReview, decision: str, correcting: NumbersForm, why: WhyForm
) -> bool:
    """Carry the decision out; False where it could not be, with the reason on the form or the page."""
    user = request.user
    form = correcting if decision == "correct" else why
    if not isinstance(user, User) or decision not in ("confirm", "correct", "reject") or not form.is_valid():
        if not form.is_bound:
            messages.error(request, "That is no decision that can be taken about this number.")
        return False
    reason = form.cleaned_data["reason"]
    try:
        if decision == "confirm":
            proposals.confirm(row.pk, user=user, reason=reason)
        elif decision == "reject":
            proposals.reject(row.pk, user=user, reason=reason)
        else:
            proposals.correct(row.pk, user=user, values=correcting.values(), reason=reason)
    except proposals.AlreadyDecided as error:
        state = error.review.get_review_status_display()
        messages.error(request, f"Somebody else decided about this first: it is {state} already.")
        return False
    except proposals.DoNotReconcile as error:
        correcting.say(error.faults)
        return False
    except NotPossible as error:
        form.add_error(None, str(error))
        return False
    done = {"confirm": "Confirmed", "correct": "Corrected and confirmed", "reject": "Rejected"}[decision]
    messages.success(request, f"{done}: {row.stated or words_of(row)}")
    return True


def _trail() -> list[tuple[str, str]]:
    return [("Ingest", reverse("ingest")), (TRAIL, reverse("ingest-proposed"))]
