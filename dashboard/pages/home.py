"""The way in: search, letters, regions, what is new, and what this site cannot tell."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from areas.models import Area
from dashboard.pages.directory import areas_address, letters
from dashboard.pages.summaries import lines, with_results
from dashboard.selection import choices
from inspections.models import Inspection

NEWEST = 8


def home(request: HttpRequest) -> HttpResponse:
    today = Area.objects.authorities().current()
    visits = Inspection.objects.published().exclude(
        kind__in=(Inspection.Kind.DISCLOSURE, Inspection.Kind.INQUIRY, Inspection.Kind.OWN_AUDIT)
    )
    context = {
        "letters": letters(today),
        "regions": [(name, areas_address(region=code)) for code, name in choices.regions()],
        "authorities": today.count(),
        "forces": Area.objects.forces().count(),
        "newest": lines(with_results(visits).latest_first()[:NEWEST]),
        "inspections": visits.count(),
    }
    return render(request, "pages/home.html", context)
