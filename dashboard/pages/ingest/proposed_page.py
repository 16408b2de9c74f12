"""Numbers of cases found in prose: each beside its page, to be confirmed, corrected or rejected."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from dashboard.pages.answering import page_of
from dashboard.pages.ingest.access import for_reviewers
from dashboard.pages.ingest.deciding import decided
from dashboard.pages.ingest.forms import NumbersForm, WhyForm
from dashboard.pages.ingest.pictures import picture_of
from dashboard.series.visits import cases_of
from dashboard.wording.cases import tally_of
from inspections.models import CaseReview, Finding
from inspections.review import proposals

ON_A_PAGE = 50
_PLAIN = {"confirm": proposals.confirm, "reject": proposals.reject}
_DONE = {"confirm": "Confirmed", "correct": "Corrected and confirmed", "reject": "Rejected"}


@for_reviewers("GET", "HEAD")
def proposed(request: HttpRequest) -> HttpResponse:
    page = page_of(proposals.proposed(), request, ON_A_PAGE)
    context = {"page": page, "rows": [(row, words_of(row)) for row in page], "trail": _trail()[:1]}
    return render(request, "ingest/proposed.html", context)


@for_reviewers("GET", "HEAD", "POST")
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    rows = CaseReview.objects.select_related("source", "theme", "inspection__framework")
    row = get_object_or_404(rows, pk=pk)
    decision = request.POST.get("decision", "")
    correcting = NumbersForm(request.POST if decision == "correct" else None, review=row, prefix="correct")
    why = WhyForm(request.POST if decision in _PLAIN else None)
    if request.method == "POST":
        form = correcting if decision == "correct" else why if decision in _PLAIN else None
        if decided(request, form, lambda user: _decide(user, row, decision, correcting, why), about="number"):
            row.refresh_from_db()
            messages.success(request, f"{_DONE[decision]}: {row.stated or words_of(row)}")
            following = proposals.proposed().first()
            there = reverse("ingest-proposal", args=[following.pk]) if following else _trail()[1][1]
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


def _decide(user: User, row: CaseReview, decision: str, correcting: NumbersForm, why: WhyForm) -> None:
    if decision in _PLAIN:
        _PLAIN[decision](row.pk, user=user, reason=why.cleaned_data["reason"])
        return
    try:
        reason = correcting.cleaned_data["reason"]
        proposals.correct(row.pk, user=user, values=correcting.values(), reason=reason)
    except proposals.DoNotReconcile as error:
        correcting.say(error.faults)
        raise


def _trail() -> list[tuple[str, str]]:
    return [("Ingest", reverse("ingest")), ("Numbers proposed", reverse("ingest-proposed"))]
