"""A line in the log for each request, shown with LOG_LEVEL=INFO."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from inspections.logs import get_logger

log = get_logger(__name__)


def log_requests(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable:
    """Middleware. The path without its query: what a person searches for is nobody's business."""

    def logged(request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        response = answer(request)
        log.info(
            "request",
            method=request.method,
            path=request.path,
            status=response.status_code,
            seconds=round(time.perf_counter() - started, 3),
        )
        return response

    return logged
