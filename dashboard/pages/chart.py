"""Charts by address: the figure and the table of the very same selection, and the panel pages show."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from areas.models import Area
from dashboard.charts.lanes.figure import lanes_figure, lanes_figures
from dashboard.charts.lanes.layouts import LAYOUTS, WIDE
from dashboard.charts.lanes.picture import picture_of
from dashboard.exports.lanes_csv import lanes_csv, lanes_file_name
from dashboard.selection.selection import Selection
from dashboard.series.lanes import lanes, lanes_of
from inspections.place_facts import PlaceFacts


def lanes_panel(facts: PlaceFacts, selection: Selection, request: HttpRequest | None) -> dict[str, Any]:
    """What `templates/charts/lanes.html` takes as ``panel``.

    ``lanes``: the `Picture`. ``figures``: one per layout, for json_script; empty where nothing has a date.
    Their pictures carry the address of this very selection; ``request`` gives its host where no SITE_URL is
    set. ``whose_in_full``: whose results the table counts by number, every authority named.
    """
    found = lanes_of(facts, selection)
    picture = picture_of(found)
    counted = [group.whose for group in picture.groups if group.whose_else not in ("", group.whose)]
    csv_query = selection.of_place(facts.area).query_string()
    return {
        "lanes": picture,
        "figures": lanes_figures(picture, page_address(site_address(request), facts.area, selection)),
        "csv_url": f"{reverse('chart', args=['lanes', 'csv'])}?{csv_query}",
        "file_name": lanes_file_name(found, "").rstrip("."),
        "whose_in_full": list(dict.fromkeys(counted)),
    }


def page_address(site: str, area: Area, selection: Selection) -> str:
    """Where a page shows this very selection: the same words in a picture and in the CSV."""
    query = selection.without_place().query_string()
    return f"{site}{area.get_absolute_url()}{'?' + query if query else ''}"


def site_address(request: HttpRequest | None) -> str:
    """ "https://example.org": as set, else as this request came in, else nothing."""
    if settings.SITE_URL:
        return str(settings.SITE_URL).rstrip("/")
    return f"{request.scheme}://{request.get_host()}" if request else ""


@require_safe
def chart(request: HttpRequest, name: str, extension: str) -> HttpResponse:
    """`/charts/lanes.json?area=st-helens` (`&layout=wide|medium|narrow`), `/charts/lanes.csv?force=durham`.

    404 for an unknown chart or place, or without exactly one place. Other values that are not understood are
    ignored and named in the header `X-Ignored` and in the answer.
    """
    if name != "lanes" or extension not in _ANSWERS:
        raise Http404("There is no such chart.")
    selection = Selection.from_query(request.GET)
    return _ANSWERS[extension](request, _place(request), selection)


def _place(request: HttpRequest) -> Area:
    places = [("authority", slug) for slug in request.GET.getlist("area") if slug]
    places += [("force", slug) for slug in request.GET.getlist("force") if slug]
    if len(places) != 1 or not places[0][1].isprintable():
        raise Http404("This chart is about one place: area=… or force=….")
    kind, slug = places[0]
    return get_object_or_404(Area, kind=kind, slug=slug)


def _json(request: HttpRequest, area: Area, selection: Selection) -> HttpResponse:
    asked = request.GET.get("layout", WIDE.name)
    layout = LAYOUTS.get(asked, WIDE)
    found = picture_of(lanes(area, selection))
    ignored = found.ignored if asked in LAYOUTS else (*found.ignored, ("layout", asked))
    address = page_address(site_address(request), area, selection)
    figure = lanes_figure(found, layout, address) if found.marks else None
    body = {
        "title": found.title,
        "summary": found.summary,
        "figure": figure,
        "ignored": [list(pair) for pair in ignored],
        "source": found.source_line,
        "licence": found.licence,
    }
    return _say_ignored(JsonResponse(body), ignored)


def _csv(request: HttpRequest, area: Area, selection: Selection) -> HttpResponse:
    found = lanes(area, selection)
    site = site_address(request)
    address = page_address(site, area, selection)
    response = HttpResponse(lanes_csv(found, address, site), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{lanes_file_name(found, "csv")}"'
    return _say_ignored(response, found.ignored)


def _say_ignored(response: HttpResponse, ignored: tuple[tuple[str, str], ...]) -> HttpResponse:
    if ignored:
        said = "; ".join(f"{name}={value}" for name, value in ignored)
        # A header holds one line of plain letters.
        response["X-Ignored"] = (
            said.encode("ascii", "backslashreplace").decode("ascii").replace("\n", " ")[:500]
        )
    return response


_ANSWERS = {"json": _json, "csv": _csv}

urlpatterns = [path("charts/<slug:name>.<slug:extension>", chart, name="chart")]
