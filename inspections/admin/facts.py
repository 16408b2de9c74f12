"""What was found: judgements, reviewed cases, findings and how people coded them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from inspections.models import CaseReview, Coding, Finding, Judgement


class CodingInline(admin.TabularInline):
    model = Coding
    exclude = ("user",)
    extra = 0


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
        "inspection", "theme", "topic", "sample", "assessor", "completeness", "disclosure", "review_status",
    )  # fmt: skip
    list_filter = (
        "review_status", "completeness", "disclosure", "assessor", "confidence", "certainty", "theme",
    )  # fmt: skip
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

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for inline in formset.forms:
            if inline.instance.pk is None:
                inline.instance.user = request.user
        super().save_formset(request, form, formset, change)


@admin.register(Coding)
class CodingAdmin(SimpleHistoryAdmin):
    list_display = ("finding", "role", "stance", "at")
    list_filter = ("role", "stance")
    list_select_related = ("finding",)
    search_fields = ("finding__key",)
    autocomplete_fields = ("finding",)
    exclude = ("user",)

    def save_model(self, request: HttpRequest, obj: Coding, form: Any, change: bool) -> None:
        if not change:
            obj.user = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)
