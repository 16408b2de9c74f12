"""Addresses of the site; they stay as they are (people and programs keep them)."""

from django.contrib import admin
from django.urls import include, path

from dashboard.views import directory, forces_list, health, home, inspections, places, search

urlpatterns = [
    path("", home.home, name="home"),
    path("areas/", directory.areas, name="areas"),
    path("areas/<slug:slug>/", places.area, name="area"),
    path("forces/", forces_list.forces, name="forces"),
    path("forces/<slug:slug>/", places.force, name="force"),
    path("inspections/", inspections.inspections, name="inspections"),
    path("inspections/<int:pk>/", inspections.inspection, name="inspection"),
    path("search/", search.search, name="search"),
    path("", include("dashboard.views.charts")),
    path("ingest/", include("dashboard.views.ingest_urls")),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", include("django_prometheus.urls")),
    path("admin/", admin.site.urls),
]
