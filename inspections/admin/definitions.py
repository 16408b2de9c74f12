"""Definitions: to look at; they are changed in ``definitions/``."""

from __future__ import annotations

from django.contrib import admin

from inspections.admin.read_only import ReadOnly, ReadOnlyAdmin
from inspections.models import Aspect, Coverage, Framework, FrameworkAspect, Grade, Inspectorate, Scale, Theme


class FrameworkAspectInline(ReadOnly, admin.TabularInline):
    model = FrameworkAspect
    extra = 0


class GradeInline(ReadOnly, admin.TabularInline):
    model = Grade
    extra = 0


admin.site.register(
    Inspectorate,
    ReadOnlyAdmin,
    list_display=("short_name", "code", "name", "sector"),
    list_filter=("sector",),
    search_fields=("code", "name", "short_name"),
)
admin.site.register(
    Framework,
    ReadOnlyAdmin,
    list_display=("code", "name", "inspectorate", "graded", "valid_from", "valid_to"),
    list_filter=("inspectorate", "graded"),
    search_fields=("code", "name", "short_name"),
    inlines=(FrameworkAspectInline,),
)
admin.site.register(
    FrameworkAspect,
    ReadOnlyAdmin,
    list_display=("framework", "label", "aspect", "position"),
    list_filter=("framework__inspectorate",),
    search_fields=("framework__code", "label"),
)
admin.site.register(
    Scale,
    ReadOnlyAdmin,
    list_display=("code", "name", "note"),
    search_fields=("code", "name"),
    inlines=(GradeInline,),
)
admin.site.register(
    Grade,
    ReadOnlyAdmin,
    list_display=("label", "scale", "short", "below_good"),
    list_filter=("scale", "below_good"),
    search_fields=("id", "label"),
)
admin.site.register(
    Coverage,
    ReadOnlyAdmin,
    list_display=("key", "inspectorate", "what", "newest_read", "complete_from", "complete_to"),
    list_filter=("inspectorate",),
    search_fields=("key", "what", "note"),
)
admin.site.register(Aspect, ReadOnlyAdmin, list_display=("code", "name"), search_fields=("code", "name"))
admin.site.register(
    Theme,
    ReadOnlyAdmin,
    list_display=("code", "name", "parent", "note"),
    list_select_related=("parent",),  # may be none, so that Django does not ask for it by itself
    search_fields=("code", "name"),
)
