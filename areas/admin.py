from __future__ import annotations

from django.contrib import admin

from areas.models import (
    Area,
    AreaCode,
    AreaName,
    CompositeMember,
    CompositeName,
    PolicingLink,
    Succession,
)


class AreaCodeInline(admin.TabularInline):
    model = AreaCode
    extra = 0


class AreaNameInline(admin.TabularInline):
    model = AreaName
    extra = 0


@admin.register(Area)
class AreaAdmin(admin.ModelAdmin):
    list_display = ("name", "kind", "slug", "type", "region", "valid_from", "valid_to")
    list_filter = ("kind", "country", "region", "type")
    search_fields = ("name", "slug", "official_name", "name_cy", "names__name", "codes__code")
    inlines = (AreaCodeInline, AreaNameInline)


@admin.register(AreaCode)
class AreaCodeAdmin(admin.ModelAdmin):
    list_display = ("code", "scheme", "area", "valid_from", "valid_to")
    list_filter = ("scheme", "area__kind")
    list_select_related = ("area",)
    search_fields = ("code", "area__name", "area__slug")
    autocomplete_fields = ("area",)


@admin.register(AreaName)
class AreaNameAdmin(admin.ModelAdmin):
    list_display = ("name", "kind", "area", "valid_from", "valid_to", "source")
    list_filter = ("kind", "area__kind")
    list_select_related = ("area",)
    search_fields = ("name", "normalised", "area__slug")
    autocomplete_fields = ("area",)


class CompositeMemberInline(admin.TabularInline):
    model = CompositeMember
    autocomplete_fields = ("area",)
    extra = 0


@admin.register(CompositeName)
class CompositeNameAdmin(admin.ModelAdmin):
    list_display = ("name", "kind", "source")
    list_filter = ("kind",)
    search_fields = ("name", "members__name")
    inlines = (CompositeMemberInline,)


@admin.register(CompositeMember)
class CompositeMemberAdmin(admin.ModelAdmin):
    list_display = ("composite", "position", "area")
    list_select_related = ("composite", "area")
    search_fields = ("composite__name", "area__name")
    autocomplete_fields = ("composite", "area")


@admin.register(PolicingLink)
class PolicingLinkAdmin(admin.ModelAdmin):
    list_display = ("authority", "force", "valid_from", "valid_to", "source")
    list_filter = ("force",)
    list_select_related = ("authority", "force")
    search_fields = ("authority__name", "authority__slug", "force__name", "force__slug")
    autocomplete_fields = ("authority", "force")


@admin.register(Succession)
class SuccessionAdmin(admin.ModelAdmin):
    list_display = ("predecessor", "successor", "on", "note")
    list_select_related = ("predecessor", "successor")
    search_fields = ("predecessor__name", "successor__name")
    date_hierarchy = "on"
    autocomplete_fields = ("predecessor", "successor")
