"""The admin of everything inspections are made of.

Rows a machine read are shown and not typed over here: a re-reading would replace them. What a person puts
right is a Correction, which survives re-reading and keeps its history.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin

from inspections.models import (
    Aspect,
    CaseReview,
    Coding,
    Correction,
    Finding,
    Framework,
    FrameworkAspect,
    Grade,
    IngestRun,
    InspectedArea,
    Inspection,
    InspectionSource,
    Inspectorate,
    Judgement,
    Problem,
    Scale,
    SourceDocument,
    Theme,
    Trail,
    TrailStep,
)
from inspections.review import publish_if_decided
from inspections.settle import settle


class ReadOnly:
    """For what definitions or a machine decide: to look at, not to type into."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class FrameworkAspectInline(ReadOnly, admin.TabularInline):
    model = FrameworkAspect
    extra = 0


class GradeInline(ReadOnly, admin.TabularInline):
    model = Grade
    extra = 0


class InspectedAreaInline(admin.TabularInline):
    model = InspectedArea
    autocomplete_fields = ("area",)
    extra = 0


class InspectionSourceInline(admin.StackedInline):
    model = InspectionSource
    autocomplete_fields = ("source",)
    readonly_fields = ("decides",)
    extra = 0


class CodingInline(admin.TabularInline):
    model = Coding
    extra = 0


class TrailStepInline(admin.StackedInline):
    model = TrailStep
    autocomplete_fields = ("inspection", "source")
    extra = 0


@admin.register(Inspectorate)
class InspectorateAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("short_name", "code", "name", "sector")
    list_filter = ("sector",)
    search_fields = ("code", "name", "short_name")


@admin.register(Framework)
class FrameworkAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("code", "name", "inspectorate", "graded", "valid_from", "valid_to")
    list_filter = ("inspectorate", "graded")
    list_select_related = ("inspectorate",)
    search_fields = ("code", "name", "short_name")
    inlines = (FrameworkAspectInline,)


@admin.register(FrameworkAspect)
class FrameworkAspectAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("framework", "label", "aspect", "position")
    list_filter = ("framework__inspectorate",)
    list_select_related = ("framework", "aspect")
    search_fields = ("framework__code", "label")


@admin.register(Scale)
class ScaleAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("code", "name", "note")
    search_fields = ("code", "name")
    inlines = (GradeInline,)


@admin.register(Grade)
class GradeAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("label", "scale", "short", "below_good")
    list_filter = ("scale", "below_good")
    list_select_related = ("scale",)
    search_fields = ("id", "label")


@admin.register(Aspect)
class AspectAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("code", "name")
    search_fields = ("code", "name")


@admin.register(Theme)
class ThemeAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("code", "name", "parent", "note")
    list_select_related = ("parent",)
    search_fields = ("code", "name")


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


@admin.register(Inspection)
class InspectionAdmin(admin.ModelAdmin):
    list_display = ("key", "framework", "kind", "fieldwork_end", "published_to", "review_status")
    list_filter = ("review_status", "framework__inspectorate", "kind", "framework")
    list_select_related = ("framework",)
    search_fields = ("key", "topic", "areas__name", "areas__slug")
    autocomplete_fields = ("framework", "follows", "about")
    # Decided from what the sources state; changed by a Correction.
    readonly_fields = ("key", "fieldwork_start", "fieldwork_end", "published_from", "published_to")
    inlines = (InspectedAreaInline, InspectionSourceInline)


@admin.register(InspectedArea)
class InspectedAreaAdmin(admin.ModelAdmin):
    list_display = ("inspection", "area", "scope")
    list_filter = ("scope", "area__kind")
    list_select_related = ("inspection", "area")
    search_fields = ("inspection__key", "area__name")
    autocomplete_fields = ("inspection", "area")


@admin.register(InspectionSource)
class InspectionSourceAdmin(admin.ModelAdmin):
    list_display = (
        "inspection",
        "source",
        "fieldwork_stated",
        "published_stated",
        "published_basis",
        "decides",
    )
    list_filter = ("decides", "published_basis", "confidence", "certainty", "review_status")
    list_select_related = ("inspection", "source")
    search_fields = ("inspection__key", "source__title")
    autocomplete_fields = ("inspection", "source")
    readonly_fields = ("decides",)


class FactAdmin(admin.ModelAdmin):
    """A row made by a reading (it has a run) is replaced by the next one: only its status is a person's."""

    list_select_related: ClassVar[tuple[str, ...]] = ("inspection", "source")
    autocomplete_fields: ClassVar[tuple[str, ...]] = ("inspection", "source")
    raw_id_fields: ClassVar[tuple[str, ...]] = ("run",)
    stays_editable = ("review_status", "certainty")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if obj is None:
            return ()
        if obj.run_id is None:
            return ("key", "run")
        names = [field.name for field in self.model._meta.fields if field.editable and not field.primary_key]
        return tuple(name for name in names if name not in self.stays_editable)


@admin.register(Judgement)
class JudgementAdmin(FactAdmin):
    list_display = ("inspection", "aspect", "grade", "grade_status", "source", "stands", "review_status")
    list_filter = ("review_status", "grade_status", "stands", "confidence", "certainty", "aspect")
    list_select_related = ("inspection", "aspect", "grade", "source")
    search_fields = ("key", "printed", "source__title")


@admin.register(CaseReview)
class CaseReviewAdmin(FactAdmin):
    list_display = (
        "inspection",
        "theme",
        "topic",
        "sample",
        "assessor",
        "completeness",
        "disclosure",
        "review_status",
    )
    list_filter = (
        "review_status",
        "completeness",
        "disclosure",
        "assessor",
        "confidence",
        "certainty",
        "theme",
    )
    list_select_related = ("inspection", "theme", "source")
    search_fields = ("key", "topic", "theme_printed", "source__title")


@admin.register(Finding)
class FindingAdmin(FactAdmin):
    list_display = ("key", "kind", "theme", "topic", "about", "locator", "review_status")
    list_filter = ("review_status", "kind", "about", "direction", "confidence", "theme")
    list_select_related = ("theme",)
    search_fields = ("key", "topic", "summary", "source__title")
    autocomplete_fields = ("inspection", "source", "area", "concerns", "compared_with")
    inlines = (CodingInline,)


@admin.register(Coding)
class CodingAdmin(admin.ModelAdmin):
    list_display = ("finding", "role", "stance", "at")
    list_filter = ("role", "stance")
    list_select_related = ("finding",)
    search_fields = ("finding__key",)
    autocomplete_fields = ("finding",)


@admin.register(Trail)
class TrailAdmin(admin.ModelAdmin):
    list_display = ("key", "area", "theme", "topic", "status")
    list_filter = ("status", "area__kind", "theme")
    list_select_related = ("area", "theme")
    search_fields = ("key", "topic", "area__name")
    autocomplete_fields = ("area",)
    inlines = (TrailStepInline,)


@admin.register(TrailStep)
class TrailStepAdmin(admin.ModelAdmin):
    list_display = ("trail", "step", "kind", "speaker", "on_from", "on_to", "source")
    list_filter = ("kind",)
    list_select_related = ("trail", "source")
    search_fields = ("trail__key", "summary", "speaker")
    autocomplete_fields = ("trail", "inspection", "source")


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
