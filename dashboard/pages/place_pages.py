"""The pages of an area and of a force."""

from __future__ import annotations

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
from dashboard.pages.filter_form import filter_context, ignored_words
from dashboard.pages.inspection_lines import uncounted
from dashboard.pages.place_header import header_of
from dashboard.pages.remarks import Replies, once, replies_among
from dashboard.pages.summaries import name
from dashboard.pages.theme_table import theme_table
from dashboard.selection import choices
from dashboard.selection.selection import Selection
from dashboard.series.visits import cases_of
from dashboard.wording.cases import tally_of
from dashboard.wording.sentences import listed, small
from inspections.models import Finding, Inspection, Trail, TrailStep
from inspections.place_facts import PlaceFacts, areas_of, place_facts


def area(request: HttpRequest, slug: str) -> HttpResponse:
    return _place(request, get_object_or_404(Area.objects.authorities(), slug=slug))


def force(request: HttpRequest, slug: str) -> HttpResponse:
    return _place(request, get_object_or_404(Area.objects.forces(), slug=slug))


def _place(request: HttpRequest, place: Area) -> HttpResponse:
    selection = Selection.from_query(request.GET)
    facts = place_facts(place)
    panel = lanes_panel(facts, selection, request)
    shown = {row.inspection for row in (*panel["lanes"].rows, *panel["lanes"].undated)}
    context: dict[str, Any] = {
        "place": place,
        "selection": selection,
        "panel": panel,
        "ignored": ignored_words(selection),
        "themes": theme_table(facts, shown),
    }
    query = selection.without_place().query_string()
    if not wants_part(request):
        header = header_of(facts, timezone.localdate())
        force = header.get("force")
        offered = {(one.framework.inspectorate_id, one.kind) for one in facts.inspections}
        trail = [("Forces", reverse("forces"))]
        if not place.is_force:
            region = {words: code for code, words in choices.regions()}.get(place.region, "")
            trail = [("Areas", reverse("areas")), (place.region, areas_address(region=region))]
        trails = _trails([place, force] if force else [place], facts)
        replies = replies_among(step for trail in trails for step in trail.steps.all())
        remarks = Finding.objects.published().filter(kind=Finding.Kind.REMARK)
        context |= filter_context(selection, offered) | {
            "header": header,
            "trail": trail,
            "trails": trails,
            "replies": replies,
            "disclosures": _disclosures(facts),
            "audits": _audits(facts, replies),
            "uncounted": _uncounted(facts) if place.is_force else [],
            "remarks": once(remarks.filter(Q(area=place) | Q(concerns__areas=place))),
        }
    address = place.get_absolute_url() + (f"?{query}" if query else "")
    return page_or_part(request, "pages/place.html", "pages/area/_results.html", context, address=address)


def _trails(bodies: list[Area], facts: PlaceFacts) -> list[Trail]:
    steps = TrailStep.objects.select_related("source", "inspection").order_by("step")
    rows = Trail.objects.filter(area__in=bodies).select_related("area", "theme")
    found = rows.prefetch_related(Prefetch("steps", steps))
    known = {inspection.pk: inspection for inspection in facts.inspections}
    for step in (step for trail in found for step in trail.steps.all()):
        if step.inspection_id in known:
            step.inspection = known[step.inspection_id]
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
        if cases_of(review).disclosed_later
    ]
    prefetch_related_objects(
        [inspection for inspection, _ in rows], Prefetch("about", Inspection.objects.only("key"))
    )
    known = {inspection.pk: inspection for inspection in facts.inspections}
    return [
        {
            "words": tally_of(cases_of(review), one_authority=not facts.is_force).words,
            "review": review,
            "about": [
                (name(known[other.pk]), other.get_absolute_url())
                for other in inspection.about.all()
                if other.pk in known
            ],
        }
        for inspection, review in sorted(rows, key=lambda row: row[1].key)
    ]


def _uncounted(facts: PlaceFacts) -> list[tuple[Inspection, str]]:
    """A force's inspections that count cases, newest first, and which of them no source here counts."""
    missing = ((one, uncounted(one, one.case_reviews.all())) for one in reversed(facts.inspections))
    return [(one, listed(small(words) for words in themes.values())) for one, themes in missing if themes]


def _audits(facts: PlaceFacts, replies: Replies) -> list[dict[str, Any]]:
    """What the place's own audits found, with its replies. They stand whatever the filters."""
    return [
        {
            "inspection": inspection,
            "title": name(inspection),
            "words": [
                f"{small(cases.name)}: {tally_of(cases, one_authority=not facts.is_force).words}"
                for cases in map(cases_of, inspection.case_reviews.all())
            ],
            "replies": replies.get(inspection.pk, []),
        }
        for inspection in facts.inspections
        if inspection.kind == Inspection.Kind.OWN_AUDIT and facts.area in areas_of(inspection)
    ]
