"""Who may take files in and review them: staff, or people with the permission to add a run."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from dashboard.pages.answering import wants_part

View = Callable[..., HttpResponse]


def may_ingest(user: User | AnonymousUser) -> bool:
    return bool(user.is_active and (user.is_staff or user.has_perm("inspections.add_ingestrun")))


def for_reviewers(*methods: str) -> Callable[[View], View]:
    """Everybody else is sent to the sign-in page; no cache and no search engine keeps what reviewers see."""

    def guard(view: View) -> View:
        allowed = require_http_methods(list(methods))(view)

        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may_ingest(request.user):
                return _to_sign_in(request)
            response = allowed(request, *args, **kwargs)
            response.headers.setdefault("Cache-Control", "private, no-store")
            response["X-Robots-Tag"] = "noindex"
            return response

        return guarded

    return guard


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """A part that polls must not put the sign-in page into itself: the whole page goes there."""
    if wants_part(request):
        response = HttpResponse(status=204)
        response["HX-Redirect"] = f"{reverse('admin:login')}?next={reverse('ingest')}"
        return response
    return redirect_to_login(request.get_full_path(), reverse("admin:login"))
