"""Inspections with their areas and sources, and the trails that lead through them."""

from __future__ import annotations

from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from inspections.models import InspectedArea, Inspection, InspectionSource, Trail, TrailStep


class InspectedAreaInline(admin.TabularInline):
    model = InspectedArea
    autocomplete_fields = ("area",)
    extra = 0


class InspectionSourceInline(admin.StackedInline):
    model = InspectionSource
    autocomplete_fields = ("source",)
    readonly_fields = ("decides",)
    extra = 0


class TrailStepInline(admin.StackedInline):
    model = TrailStep
    autocomplete_fields = ("inspection", "source")
    extra = 0


admin.site.register(
    Inspection,
    list_display=("key", "framework", "kind", "fieldwork_end", "published_to", "review_status"),
    list_filter=("review_status", "framework__inspectorate", "kind", "framework"),
    search_fields=("key", "topic", "areas__name", "areas__slug"),
    autocomplete_fields=("framework", "follows", "about"),
    # Decided from what the sources state; changed by a Decision.
    readonly_fields=("key", "fieldwork_start", "fieldwork_end", "published_from", "published_to"),
    inlines=(InspectedAreaInline, InspectionSourceInline),
)
admin.site.register(
    InspectedArea,
    list_display=("inspection", "area", "scope"),
    list_filter=("scope", "area__kind"),
    search_fields=("inspection__key", "area__name"),
    autocomplete_fields=("inspection", "area"),
)
admin.site.register(
    InspectionSource,
    list_display=(
        "inspection", "source", "fieldwork_stated", "published_stated", "published_basis", "decides",
    ),
    list_filter=("decides", "published_basis", "confidence", "certainty", "review_status"),
    search_fields=("inspection__key", "source__title"),
    autocomplete_fields=("inspection", "source"),
    readonly_fields=("decides",),
)  # fmt: skip
admin.site.register(
    Trail,
    SimpleHistoryAdmin,
    list_display=("key", "area", "theme", "topic", "status"),
    list_filter=("status", "area__kind", "theme"),
    list_select_related=("area", "theme"),
    search_fields=("key", "topic", "area__name"),
    autocomplete_fields=("area",),
    inlines=(TrailStepInline,),
)
admin.site.register(
    TrailStep,
    SimpleHistoryAdmin,
    list_display=("trail", "step", "kind", "speaker", "on_from", "on_to", "source"),
    list_filter=("kind",),
    search_fields=("trail__key", "summary", "speaker"),
    autocomplete_fields=("trail", "inspection", "source"),
)
