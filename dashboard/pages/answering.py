"""How a page answers: whole for a browser, only its results for htmx."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django_htmx.middleware import HtmxDetails

LONGEST_QUERY = 100
CIPHER = re.compile(rb"\bCS-[A-Z]\d+\b")


def page_or_part(
    request: HttpRequest, template: str, part: str, context: Mapping[str, Any], *, address: str
) -> HttpResponse:
    """The whole page, or for an htmx request the part that a filter changes.

    Both stand at one address, so the answer names the header that decides, and a part is never kept:
    else "back" shows a fragment without its page. ``address`` is where the browser should say it is.
    """
    if wants_part(request):
        response = render(request, part, dict(context))
        response["HX-Push-Url"] = address
        patch_cache_control(response, no_store=True)
    else:
        response = render(request, template, dict(context))
    patch_vary_headers(response, ["HX-Request"])
    return keep_children_unfindable(response)


def keep_children_unfindable(response: HttpResponse) -> HttpResponse:
    """A page with an inquiry’s cipher for a child asks search engines to leave it out."""
    if CIPHER.search(response.content):
        response["X-Robots-Tag"] = "noindex"
    return response


def wants_part(request: HttpRequest) -> bool:
    """htmx asks for what a filter changes; going back through history it asks for the page itself."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]  # set by its middleware
    return bool(htmx) and not htmx.history_restore_request


def typed(request: HttpRequest, name: str = "q") -> str:
    """What a person typed: one line, of sensible length, without what a database refuses (NUL)."""
    text = "".join(letter if letter.isprintable() else " " for letter in request.GET.get(name, ""))
    return " ".join(text.split())[:LONGEST_QUERY]


def page_of(rows: QuerySet[Any], request: HttpRequest, size: int) -> Page[Any]:
    """The page asked for; a number that does not exist is the nearest one that does."""
    return Paginator(rows, size).get_page(request.GET.get("page"))
