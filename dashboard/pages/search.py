"""Search as you type, and the same search for the list of areas."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse

from areas.models import Area
from dashboard.pages.answering import typed

MOST_SUGGESTIONS = 10


def search(request: HttpRequest) -> JsonResponse:
    """``{"results": [{"name", "kind", "href", "detail"}]}``: areas and forces, today's before abolished ones.

    22 names exist as an authority and as a force, so each says its kind.
    """
    found = sorted(Area.objects.search(typed(request)), key=lambda area: area.valid_to is not None)
    response = JsonResponse({"results": [_suggestion(area) for area in found[:MOST_SUGGESTIONS]]})
    response["X-Robots-Tag"] = "noindex"
    return response


def _suggestion(area: Area) -> dict[str, str]:
    return {
        "name": area.name,
        "kind": "Police force" if area.is_force else "Area",
        "href": area.get_absolute_url(),
        "detail": f"{area.region}, abolished {area.valid_to:%B %Y}" if area.valid_to else area.region,
    }
