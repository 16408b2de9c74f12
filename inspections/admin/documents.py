"""Documents, the runs that read them, problems and decisions."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin

from inspections.admin.read_only import ReadOnlyAdmin
from inspections.ingest.settle import settle
from inspections.models import Decision, IngestRun, Problem, SourceDocument
from inspections.review.decisions import decide
from inspections.review.problems import publish_if_decided
from inspections.terms import ProblemState


@admin.register(SourceDocument)
class SourceDocumentAdmin(admin.ModelAdmin):
    list_display = ("title", "kind", "publisher", "retrieved", "path")
    list_filter = ("kind", "publisher")
    search_fields = ("key", "title", "url", "path", "sha256")
    readonly_fields = ("key", "sha256", "pages", "path")


@admin.register(IngestRun)
class IngestRunAdmin(ReadOnlyAdmin):
    list_display = ("source_file", "reader", "result", "stage", "created", "seconds")
    list_filter = ("result", "reader")
    search_fields = ("source_file", "sha256")
    date_hierarchy = "created"

    def view_on_site(self, obj: IngestRun) -> str:
        return reverse("ingest-run", args=[obj.pk])


@admin.register(Problem)
class ProblemAdmin(admin.ModelAdmin):
    """Beside its page, and with a form for the right value, a problem stands in the review queue
    ("view on site")."""

    list_display = ("where", "field", "severity", "state", "message")
    list_filter = ("severity", "state")
    search_fields = ("key", "where", "field", "value", "message", "source_file")
    autocomplete_fields = ("inspection",)
    # What was found stays as found; a person decides what becomes of it.
    readonly_fields = (
        "key", "run", "source", "source_file", "severity", "where", "field", "value", "message", "kept",
        "other", "other_source",
    )  # fmt: skip

    def view_on_site(self, obj: Problem) -> str:
        return reverse("ingest-problem", args=[obj.pk])

    def save_model(self, request: HttpRequest, obj: Problem, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "state" in form.changed_data and isinstance(request.user, User):
            decide(ProblemState(obj.state), user=request.user, reason="", problem=obj)
        publish_if_decided(obj.source)


@admin.register(Decision)
class DecisionAdmin(SimpleHistoryAdmin):
    list_display = ("inspection", "aspect", "theme", "outcome", "field", "value", "made_on", "made_by")
    list_filter = ("outcome", "field", "made_on")
    list_select_related = ("inspection", "aspect", "theme", "made_by")
    search_fields = ("inspection__key", "problem__source_file", "field", "value", "reason")
    autocomplete_fields = ("inspection", "aspect", "theme")
    readonly_fields = ("problem", "outcome", "made_by")  # a question is decided on its own page

    def save_model(self, request: HttpRequest, obj: Decision, form: Any, change: bool) -> None:
        if not change:
            obj.made_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)
        settle([obj.inspection_id] if obj.inspection_id else [])
