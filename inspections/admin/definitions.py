"""Definitions: to look at; they are changed in ``definitions/``."""

from __future__ import annotations

from django.contrib import admin

from inspections.admin.read_only import ReadOnly
from inspections.models import Aspect, Framework, FrameworkAspect, Grade, Inspectorate, Scale, Theme


class FrameworkAspectInline(ReadOnly, admin.TabularInline):
    model = FrameworkAspect
    extra = 0


class GradeInline(ReadOnly, admin.TabularInline):
    model = Grade
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
