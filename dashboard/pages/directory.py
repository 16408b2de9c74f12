"""Lists of places: authorities by letter and region, what abolished ones became, and searches."""

from __future__ import annotations

import string
from itertools import groupby
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from areas.matching import AreaNotResolved, resolve_area
from areas.models import Area
from areas.querysets import AreaQuerySet
from dashboard.pages.answering import typed
from dashboard.selection import choices

MOST_SUGGESTIONS = 10


def areas(request: HttpRequest) -> HttpResponse:
    """Authorities of today A to Z, by letter and region where asked; with ``q`` what a search finds."""
    if q := typed(request):
        return render(request, "pages/search.html", _found(q))
    letter, region, ignored = typed(request, "letter").upper(), typed(request, "region"), []
    if letter and letter not in list(string.ascii_uppercase):
        ignored.append(f"letter “{letter}”")
        letter = ""
    region_name = dict(choices.regions()).get(region, "")
    if region and not region_name:
        ignored.append(f"region “{region}”")
        region = ""
    of_region = Area.objects.authorities()
    if region:
        of_region = of_region.filter(region=region_name)
    shown = of_region.starting_with(letter) if letter else of_region
    abolished = shown.filter(valid_to__lt=timezone.localdate())
    context = {
        "groups": [
            (first, list(group))
            for first, group in groupby(shown.current().order_by("name"), lambda area: area.name[0].upper())
        ],
        "letters": letters(of_region.current(), letter, region),
        "abolished": abolished.prefetch_related("succeeded_by__successor"),
        "regions": choices.regions(),
        "letter": letter,
        "region": region,
        "region_name": region_name,
        "ignored": ignored,
        "number": shown.current().count(),
        "trail": [("Home", reverse("home"))],
    }
    return render(request, "pages/areas.html", context)


def letters(rows: AreaQuerySet, chosen: str = "", region: str = "") -> list[dict[str, str | bool]]:
    """The alphabet; a letter no name begins with has no address."""
    used = {name[0].upper() for name in rows.values_list("name", flat=True)}
    return [
        {
            "letter": letter,
            "address": areas_address(letter=letter, region=region) if letter in used else "",
            "chosen": letter == chosen,
        }
        for letter in string.ascii_uppercase
    ]


def areas_address(**asked: str) -> str:
    words = urlencode({name: value for name, value in asked.items() if value})
    return reverse("areas") + (f"?{words}" if words else "")


def _found(q: str) -> dict[str, object]:
    """Where nothing is found, ``meant``: names spelled much like it, or what an official name stands for."""
    rows = list(Area.objects.search(q))
    meant: dict[Area, None] = {}
    for kind in Area.Kind.values if not rows else ():
        try:
            meant |= dict.fromkeys(resolve_area(q, kind=kind))
        except AreaNotResolved as unresolved:
            meant |= dict.fromkeys(unresolved.candidates)
    today = [area for area in rows if area.valid_to is None]
    return {
        "q": q,
        "authorities": [area for area in today if not area.is_force],
        "forces": [area for area in today if area.is_force],
        "abolished": [area for area in rows if area.valid_to is not None],
        "number": len(rows),
        "meant": list(meant),
        "trail": [("Home", reverse("home")), ("Areas", reverse("areas"))],
    }


def search(request: HttpRequest) -> JsonResponse:
    """``{"results": [{"name", "kind", "href", "detail"}]}``: areas and forces, today's before abolished ones.

    22 names exist as an authority and as a force, so each says its kind.
    """
    found = sorted(Area.objects.search(typed(request)), key=lambda area: area.valid_to is not None)
    results = [
        {
            "name": area.name,
            "kind": "Police force" if area.is_force else "Area",
            "href": area.get_absolute_url(),
            "detail": f"{area.region}, abolished {area.valid_to:%B %Y}" if area.valid_to else area.region,
        }
        for area in found[:MOST_SUGGESTIONS]
    ]
    response = JsonResponse({"results": results})
    response["X-Robots-Tag"] = "noindex"
    return response
