"""The list of inspections with every filter, and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dashboard.pages.answering import keep_children_unfindable, page_of, page_or_part
from dashboard.pages.filter_form import filter_context, ignored_words
from dashboard.pages.inspection_page import for_page, page_facts
from dashboard.pages.summaries import lines, with_results
from dashboard.selection.filters import InspectionFilter
from dashboard.selection.selection import Selection
from inspections.models import Inspection
from inspections.querysets import is_public
from inspections.review.problems import unconfirmed

ON_A_PAGE = 50


def inspections(request: HttpRequest) -> HttpResponse:
    """Newest first, undated at the end; every filter of the address counts, the form shows the usual ones."""
    selection = Selection.from_query(request.GET)
    chosen = InspectionFilter(selection)
    page = page_of(with_results(chosen.qs).latest_first(), request, ON_A_PAGE)
    query = selection.query_string()
    published = Inspection.objects.published().order_by()
    context = {
        "selection": selection,
        "hidden": selection.hidden_pairs("inspectorate", "kind", "from", "to", "q"),
        "ignored": ignored_words(selection),
        "page": page,
        "lines": lines(page.object_list),
        "query": query,
        "trail": [("Home", reverse("home"))],
    } | filter_context(selection, published.values_list("framework__inspectorate", "kind").distinct())
    address = reverse("inspections") + (f"?{query}" if query else "")
    return page_or_part(
        request, "pages/inspections.html", "pages/_inspection_list.html", context, address=address
    )


def inspection(request: HttpRequest, pk: int) -> HttpResponse:
    """Not yet reviewed: for the public there is no such page; staff see it under a banner."""
    row = for_page(pk)
    if row is None:
        raise Http404("no such inspection")
    unpublished = not is_public(row)
    if unpublished and not request.user.has_perm("inspections.view_inspection"):
        raise Http404("no such inspection")
    context = {
        "page": page_facts(row, unpublished=unpublished),
        "inspection": row,
        "trail": [("Inspections", reverse("inspections"))],
    }
    if unpublished:
        context["unconfirmed"] = unconfirmed(*(stated.source for stated in row.inspection_sources.all()))
    response = render(request, "pages/inspection.html", context)
    if unpublished:
        response["Cache-Control"] = "private, no-store"
    return keep_children_unfindable(response)
