"""An inspection typed in by hand. It becomes a file and goes the way of every uploaded file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from dashboard.pages.ingest.access import for_reviewers
from dashboard.pages.ingest.entry_form import FORMSETS, EntryFormSet, EntryPart, InspectionForm
from dashboard.pages.ingest.places_by_name import known_places
from dashboard.pages.ingest.table_columns import columns
from dashboard.pages.ingest.uploading import announce
from inspections import uploads
from inspections.definitions.loader import definitions
from inspections.reading.readers.case_reviews_csv.columns import TEMPLATE
from inspections.reading.typed.entry import MOST_PARTS, Entry, spans, year_of
from inspections.reading.typed.faults import Fault, blocking

PARTS = ("case_reviews", "judgements", "findings")
NOTHING = Fault("", "", "type at least one tally, judgement or finding")


class TypedEntry:
    """The whole form, with what was typed; ``quiet`` while rows are being added: nothing is called wrong."""

    def __init__(self, data: QueryDict | None = None, *, quiet: bool = False) -> None:
        more = {"quiet": quiet}
        self.inspection = InspectionForm(data, **more)
        self.formsets: dict[str, EntryFormSet] = {
            name: made(data, prefix=name, form_kwargs=more) for name, made in FORMSETS.items()
        }

    def entry(self, user: User) -> Entry | None:
        """What was typed as it goes into a file; None where something is wrong, which its field then says."""
        alone = [self.inspection.is_valid(), *(formset.is_valid() for formset in self.formsets.values())]
        said = self.inspection.cleaned_data
        days = ("fieldwork_first", "fieldwork_last", "published_first", "published_last")
        fieldwork, published, _ = spans(*(said.get(name, "") for name in days))
        framework, year = said.get("framework", ""), year_of(fieldwork, published)
        parts = {name: self._parts(name, framework, year) for name in PARTS}
        if all(alone) and not any(parts.values()):
            self.inspection.say([NOTHING])
        if not all(alone) or self.inspection.errors or any(None in made for made in parts.values()):
            return None
        source = {name: said[f"source_{name}"] for name in ("title", "url", "kind")}
        plain = {name: said[name] for name in ("framework", "kind", *days, "confidence", "certainty")}
        places = [form.cleaned_data["place"] for form in self.formsets["places"].typed()]
        typed = {"by": user.get_username()[:200], "on": timezone.localdate()}
        more = {"crosscheck_entry": 1, "typed": typed, "places": places, "source": source}
        return Entry.model_validate(plain | more | parts)

    def _parts(self, name: str, framework: str, year: int | None) -> list[Any]:
        """The parts of one kind; None in the place of one that is wrong."""
        made: list[Any] = []
        for form in self.formsets[name].typed():
            if not form.is_valid():
                made.append(None)
                continue
            part = form.part.model_validate(form.cleaned_data)
            faults = part.faults(framework, year)
            form.say(faults)
            made.append(None if blocking(faults) else part)
        return made

    def with_errors(self) -> list[EntryPart]:
        rows = [form for formset in self.formsets.values() for form in formset.forms]
        return [form for form in (self.inspection, *rows) if form.errors]


@for_reviewers("GET", "HEAD", "POST")
def entry(request: HttpRequest) -> HttpResponse:
    adding = request.POST.get("add", "")
    if request.method != "POST":
        typed = TypedEntry()
    elif adding in FORMSETS:
        typed = TypedEntry(_with_one_more(request.POST, adding), quiet=True)
    else:
        typed = TypedEntry(request.POST)
        user = request.user
        ready = typed.entry(user) if isinstance(user, User) else None
        if ready is not None and (answer := _kept(request, ready)) is not None:
            return answer
    context = {
        "inspection": typed.inspection,
        "formsets": typed.formsets.items(),
        "errors": typed.with_errors(),
        "places": known_places(),
        "scales": _scales(),
        "trail": [("Ingest", reverse("ingest"))],
        "columns": columns(),
    }
    return render(request, "ingest/entry.html", context)


def _kept(request: HttpRequest, ready: Entry) -> HttpResponse | None:
    """Like an upload: the file first, then the queue. None where there is no room for the file."""
    day = ready.fieldwork_last or ready.fieldwork_first or ready.published_first or "undated"
    name = f"Typed in: {', '.join(ready.places)}, {ready.framework}, {day.replace('/', '.')}.json"
    data = ready.model_dump_json(exclude_defaults=True, indent=1).encode()
    try:
        run = uploads.keep(name, [data])
    except OSError as error:
        messages.error(request, f"What was typed could not be kept: {error.strerror}.")
        return None
    announce(request, [run])
    messages.success(request, "Taken in.")
    return HttpResponseRedirect(reverse("ingest-run", args=[run.pk]))


def _with_one_more(posted: QueryDict, name: str) -> QueryDict:
    data = posted.copy()
    field = f"{name}-TOTAL_FORMS"
    number = data.get(field, "")
    shown = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
    data[field] = str(min(shown + 1, MOST_PARTS))
    return data


def _scales() -> dict[str, dict[str, Any]]:
    """What the script on the page has to know of each framework."""
    known = definitions()
    return {
        code: {
            "cases": known.case_grades_of(code),
            "aspects": tuple(framework.aspects),
            "grades": known.grades_of(code),
        }
        for code, framework in known.frameworks.items()
    }


@for_reviewers("GET", "HEAD")
def template(request: HttpRequest) -> HttpResponse:
    """An empty table to type into: its columns and nothing else."""
    response = HttpResponse(",".join(TEMPLATE) + "\r\n", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="police.csv"'
    return response
