"""Files taken in: the upload form, what is being read just now, and every run so far."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from dashboard.pages.answering import page_of
from dashboard.pages.ingest.access import for_reviewers
from dashboard.pages.ingest.forms import MOST_FILES, UploadForm
from inspections import uploads
from inspections.models import IngestRun, Problem
from inspections.review import proposals
from inspections.tasks import send

ON_A_PAGE = 25
MOST_WATCHED = 200
NO_QUEUE = (
    "The queue does not answer just now. No file is lost: each waits below and is read as soon as the queue "
    "is back."
)


@dataclass(frozen=True)
class Watched:
    """Runs on the page whose end is waited for, and how many have ended; ``more`` wait unseen."""

    runs: list[IngestRun]
    more: int = 0

    @property
    def finished(self) -> int:
        return sum(run.result not in IngestRun.UNFINISHED for run in self.runs)

    @property
    def waiting(self) -> bool:
        return self.finished < len(self.runs)

    @property
    def ids(self) -> str:
        return ",".join(str(run.pk) for run in self.runs)


@for_reviewers("GET", "HEAD", "POST")
def ingest(request: HttpRequest) -> HttpResponse:
    form = UploadForm()
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            return _taken_in(request, form)
    results = [value for value in request.GET.getlist("result") if value in IngestRun.Result.values]
    runs = with_open_problems(IngestRun.objects.exclude(result__in=IngestRun.UNFINISHED))
    if results:
        runs = runs.filter(result__in=results)
    unfinished = IngestRun.objects.filter(result__in=IngestRun.UNFINISHED)
    waiting = with_open_problems(unfinished).order_by("-id")
    context = {
        "form": form,
        "errors": [form] if form.errors else [],
        "most_files": MOST_FILES,
        "watched": Watched(list(waiting[:MOST_WATCHED]), max(unfinished.count() - MOST_WATCHED, 0)),
        "page": page_of(runs.order_by("-id"), request, ON_A_PAGE),
        "results": [
            (value, label) for value, label in IngestRun.Result.choices if value not in IngestRun.UNFINISHED
        ],
        "chosen": results[0] if results else "",
        "proposed": proposals.proposed().count(),
        "open_problems": Problem.objects.filter(state=Problem.State.OPEN).count(),
    }
    return render(request, "ingest/ingest.html", context, status=400 if form.errors else 200)


def _taken_in(request: HttpRequest, form: UploadForm) -> HttpResponse:
    """Files and runs first, then the queue: whatever happens to it, no file is lost.

    Not in one transaction: writing files takes long, and others may be waiting to store.
    """
    runs = []
    for file in form.cleaned_data["uploads"]:
        try:
            runs.append(uploads.keep(file.name or "", file.chunks()))
        except OSError as error:
            messages.error(request, f"“{file.name}” and those after it could not be kept: {error.strerror}.")
            break
    messages.success(request, f"{len(runs)} file{'' if len(runs) == 1 else 's'} taken in.")
    announce(request, runs)
    return HttpResponseRedirect(reverse("ingest"))


def announce(request: HttpRequest, runs: list[IngestRun]) -> None:
    """Hand runs to the queue, and say so where it does not answer."""
    if not send(runs):
        messages.warning(request, NO_QUEUE)


@for_reviewers("GET", "HEAD")
def progress(request: HttpRequest) -> HttpResponse:
    """The runs that a page waits for, as they are now. The last answer asks for no other."""
    numbers = (part for part in request.GET.get("runs", "").split(",") if part.isascii() and part.isdigit())
    asked = [int(part) for part in numbers if len(part) < 19][:MOST_WATCHED]
    runs = with_open_problems(IngestRun.objects.filter(pk__in=asked)).order_by("-id")
    return render(request, "ingest/_watched.html", {"watched": Watched(list(runs))})


def with_open_problems(runs: QuerySet[IngestRun]) -> QuerySet[IngestRun]:
    """Each run with the number of problems of its own that nobody has decided about."""
    still_open = Count("problems", filter=Q(problems__state=Problem.State.OPEN))
    return runs.annotate(open_problems=still_open)
