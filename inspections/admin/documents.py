"""Documents, the runs that read them, problems and corrections."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin

from inspections.admin.read_only import ReadOnly
from inspections.ingest.settle import settle
from inspections.models import Correction, IngestRun, Problem, SourceDocument
from inspections.review.problems import publish_if_decided


@admin.register(SourceDocument)
class SourceDocumentAdmin(admin.ModelAdmin):
    list_display = ("title", "kind", "publisher", "retrieved", "path")
    list_filter = ("kind", "publisher")
    search_fields = ("key", "title", "url", "path", "sha256")
    readonly_fields = ("key", "sha256", "pages", "path")


@admin.register(IngestRun)
class IngestRunAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("source_file", "reader", "result", "stage", "created", "seconds")
    list_filter = ("result", "reader")
    search_fields = ("source_file", "sha256")
    date_hierarchy = "created"

    def view_on_site(self, obj: IngestRun) -> str:
        return reverse("ingest-run", args=[obj.pk])


@admin.register(Problem)
class ProblemAdmin(SimpleHistoryAdmin):
    """Beside its page, and with a form for the right value, a problem stands in the review queue
    ("view on site")."""

    list_display = ("where", "field", "severity", "state", "message")
    list_filter = ("severity", "state")
    search_fields = ("key", "where", "field", "value", "message", "source_file")
    autocomplete_fields = ("inspection",)
    # What was found stays as found; a person decides what becomes of it.
    readonly_fields = (
        "key",
        "run",
        "source",
        "source_file",
        "severity",
        "where",
        "field",
        "value",
        "message",
        "kept",
        "other",
        "other_source",
    )

    def view_on_site(self, obj: Problem) -> str:
        return reverse("ingest-problem", args=[obj.pk])

    def save_model(self, request: HttpRequest, obj: Problem, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        publish_if_decided(obj.source)


@admin.register(Correction)
class CorrectionAdmin(SimpleHistoryAdmin):
    list_display = ("inspection", "aspect", "theme", "field", "value", "made_on", "made_by")
    list_filter = ("field", "made_on")
    list_select_related = ("inspection", "aspect", "theme", "made_by")
    search_fields = ("inspection__key", "field", "value", "reason")
    autocomplete_fields = ("inspection", "aspect", "theme")
    readonly_fields = ("made_by",)

    def save_model(self, request: HttpRequest, obj: Correction, form: Any, change: bool) -> None:
        if not change:
            obj.made_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)
        settle([obj.inspection_id])
