"""The pages of an area and of a force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from areas.models import Area
from dashboard.pages.answering import page_or_part, wants_part
from dashboard.pages.chart import lanes_panel
from dashboard.pages.directory import areas_address
from dashboard.pages.place_header import header_of
from dashboard.pages.results import name
from dashboard.pages.themes_known import known_by_theme
from dashboard.selection import choices as codes
from dashboard.selection.filters import InspectionFilter
from dashboard.selection.selection import Selection
from dashboard.series.visits import cases_of
from dashboard.wording.cases import tally_of
from inspections.models import CaseReview, Finding, InspectedArea, Inspection, Trail, TrailStep
from inspections.place_facts import SPEAKING, PlaceFacts, areas_of, place_facts
from inspections.querysets import InspectionQuerySet

FIRST_YEAR = 2009  # where the sources begin


def area(request: HttpRequest, slug: str) -> HttpResponse:
    return _place(request, get_object_or_404(Area.objects.authorities(), slug=slug))


def force(request: HttpRequest, slug: str) -> HttpResponse:
    return _place(request, get_object_or_404(Area.objects.forces(), slug=slug))


def _place(request: HttpRequest, place: Area) -> HttpResponse:
    selection = Selection.from_query(request.GET)
    facts = place_facts(place)
    panel = lanes_panel(facts, selection, request)
    shown = {row.inspection for row in panel.lanes.rows} | {row.inspection for row in panel.lanes.undated}
    context: dict[str, Any] = {
        "place": place,
        "selection": selection,
        "panel": panel,
        "ignored": ignored_words(selection),
        "themes": known_by_theme(facts, shown),
    }
    query = selection.without_place().query_string()
    if not wants_part(request):
        header = header_of(facts, timezone.localdate())
        bodies = [place, header.force] if header.force else [place]
        context |= {
            "header": header,
            "form": _form_of(
                selection, {(one.framework.inspectorate_id, one.kind) for one in facts.inspections}
            ),
            "years": years(selection),
            "trail": _breadcrumb(place),
            "trails": _trails(bodies),
            "disclosures": _disclosures(facts),
            "remarks": _remarks(place),
        }
    address = place.get_absolute_url() + (f"?{query}" if query else "")
    return page_or_part(request, "pages/place.html", "pages/area/_results.html", context, address=address)


def ignored_words(selection: Selection) -> list[str]:
    return [f"{parameter} “{value}”" for parameter, value in selection.ignored]


def filter_form(selection: Selection, rows: InspectionQuerySet) -> Any:
    """Only what ``rows`` hold can be chosen, so that no choice leads nowhere; and whatever is chosen now."""
    return _form_of(selection, set(rows.order_by().values_list("framework__inspectorate", "kind").distinct()))


def _form_of(selection: Selection, pairs: Collection[tuple[str, str]]) -> Any:
    """``pairs``: inspectorate and kind of each inspection that may be chosen."""
    present = {
        "inspectorate": {inspectorate for inspectorate, _ in pairs} | set(selection.inspectorate),
        "kind": {kind for _, kind in pairs} | set(selection.kind),
    }
    form = InspectionFilter(selection).form
    for field, used in present.items():
        choices = [(code, words) for code, words in codes.CHOICES[field]() if code in used]
        form.fields[field].choices = [(code, words[:1].upper() + words[1:]) for code, words in choices]
    return form


def years(selection: Selection) -> list[int]:
    chosen = {year for year in (selection.from_year, selection.to_year) if year is not None}
    return sorted(set(range(FIRST_YEAR, dt.date.today().year + 1)) | chosen)


def _breadcrumb(place: Area) -> list[tuple[str, str]]:
    if place.is_force:
        return [("Forces", reverse("forces"))]
    region = {words: code for code, words in codes.regions()}.get(place.region, "")
    return [("Areas", reverse("areas")), (place.region, areas_address(region=region))]


def _trails(bodies: list[Area]) -> list[Trail]:
    steps = TrailStep.objects.select_related("source", "inspection").order_by("step")
    rows = Trail.objects.filter(area__in=bodies).select_related("area", "theme")
    found = list(rows.prefetch_related(Prefetch("steps", steps)))
    return sorted(found, key=lambda trail: (bodies.index(trail.area), trail.key))


def _disclosures(facts: PlaceFacts) -> list[dict[str, Any]]:
    """Numbers given to an inquiry later. They stand beside a report and never change what it says.

    Whatever the filters: taken from all facts of the place.
    """
    rows = [
        (inspection, review)
        for inspection in facts.inspections
        if facts.area in areas_of(inspection)
        for review in inspection.case_reviews.all()
        if review.disclosure == CaseReview.Disclosure.TO_INQUIRY
    ]
    spoken_of = Inspection.objects.published().prefetch_related(
        Prefetch("inspected_areas", InspectedArea.objects.select_related("area"))
    )
    prefetch_related_objects([inspection for inspection, _ in rows], Prefetch("about", spoken_of))
    return [
        {
            "words": tally_of(cases_of(review), one_authority=not facts.is_force).words,
            "review": review,
            "own": inspection if inspection.kind not in SPEAKING else None,
            "about": [(name(other), other.get_absolute_url()) for other in inspection.about.all()],
        }
        for inspection, review in sorted(rows, key=lambda row: row[1].key)
    ]


def _remarks(place: Area) -> list[Finding]:
    rows = (
        Finding.objects.published()
        .filter(kind=Finding.Kind.REMARK)
        .filter(Q(area=place) | Q(concerns__areas=place))
        .select_related("source", "theme", "concerns")
        .distinct()
    )
    return list(rows)
