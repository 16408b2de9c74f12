"""Lists of places: authorities by letter and region, what abolished ones became, a plain search."""

from __future__ import annotations

import string
from itertools import groupby
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from areas.matching import AreaNotResolved, resolve_area
from areas.models import Area
from areas.querysets import AreaQuerySet
from dashboard.pages.answering import typed
from dashboard.selection import choices


def areas(request: HttpRequest) -> HttpResponse:
    """Authorities of today A to Z, by letter and region where asked; with ``q`` what a search finds."""
    if q := typed(request):
        return render(request, "pages/search.html", _found(q))
    authorities = Area.objects.authorities()
    letter, region, ignored = _letter_and_region(request)
    region_name = dict(choices.regions()).get(region, "")
    of_region = authorities.filter(region=region_name) if region else authorities
    shown = of_region.starting_with(letter) if letter else of_region
    context = {
        "groups": by_letter(shown.current()),
        "letters": letters(of_region.current(), letter, region),
        "abolished": _abolished(shown),
        "regions": choices.regions(),
        "letter": letter,
        "region": region,
        "region_name": region_name,
        "ignored": ignored,
        "number": shown.current().count(),
        "trail": [("Home", reverse("home"))],
    }
    return render(request, "pages/areas.html", context)


def by_letter(rows: AreaQuerySet) -> list[tuple[str, list[Area]]]:
    ordered = rows.order_by("name")
    return [(letter, list(group)) for letter, group in groupby(ordered, lambda area: area.name[0].upper())]


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


def _letter_and_region(request: HttpRequest) -> tuple[str, str, list[str]]:
    """The two filters; a value that cannot be used is ignored and named."""
    letter, region = typed(request, "letter").upper(), typed(request, "region")
    ignored = []
    if letter and letter not in list(string.ascii_uppercase):
        ignored.append(f"letter “{letter}”")
        letter = ""
    if region and region not in dict(choices.regions()):
        ignored.append(f"region “{region}”")
        region = ""
    return letter, region, ignored


def _abolished(rows: AreaQuerySet) -> list[Area]:
    today = timezone.localdate()
    return list(rows.filter(valid_to__lt=today).prefetch_related("succeeded_by__successor"))


def _found(q: str) -> dict[str, object]:
    rows = list(Area.objects.search(q))
    today = [area for area in rows if area.valid_to is None]
    return {
        "q": q,
        "authorities": [area for area in today if not area.is_force],
        "forces": [area for area in today if area.is_force],
        "abolished": [area for area in rows if area.valid_to is not None],
        "number": len(rows),
        "meant": [] if rows else _meant(q),
        "trail": [("Home", reverse("home")), ("Areas", reverse("areas"))],
    }


def _meant(q: str) -> list[Area]:
    """Names spelled much like it, for "did you mean"; or what a full official name stands for."""
    meant: dict[Area, None] = {}
    for kind in Area.Kind.values:
        try:
            meant |= dict.fromkeys(resolve_area(q, kind=kind))
        except AreaNotResolved as unresolved:
            meant |= dict.fromkeys(unresolved.candidates)
    return list(meant)
