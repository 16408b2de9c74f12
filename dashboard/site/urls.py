"""Addresses of the site; they stay as they are (people and programs keep them)."""

from django.contrib import admin
from django.urls import include, path

from dashboard.pages import directory, forces_list, health, home, inspections, place_pages

admin.autodiscover()

urlpatterns = [
    path("", home.home, name="home"),
    path("areas/", directory.areas, name="areas"),
    path("areas/<slug:slug>/", place_pages.area, name="area"),
    path("forces/", forces_list.forces, name="forces"),
    path("forces/<slug:slug>/", place_pages.force, name="force"),
    path("inspections/", inspections.inspections, name="inspections"),
    path("inspections/<int:pk>/", inspections.inspection, name="inspection"),
    path("search/", directory.search, name="search"),
    path("", include("dashboard.pages.chart")),
    path("ingest/", include("dashboard.pages.ingest.addresses")),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", include("django_prometheus.urls")),
    path("admin/", admin.site.urls),
]
