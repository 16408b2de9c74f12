"""Pages of kept files as pictures, drawn once in a bounded child process and then served from a file."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from dashboard.pages.ingest.access import for_reviewers
from inspections.models import SourceDocument
from inspections.reading.documents.page_image import NoPicture, page_picture
from inspections.uploads import file_of


@dataclass(frozen=True)
class Picture:
    """The page beside a question; without an address there is none, and ``why_not`` says why."""

    title: str = ""
    number: int = 1
    pages: int = 0
    address: str = ""
    why_not: str = ""


def picture_of(document: SourceDocument | None, page: int | None, request: HttpRequest) -> Picture:
    """The page asked for in the address, else ``page``, else the first."""
    if document is None:
        return Picture(why_not="Nothing was read of this file, so there is no page to show.")
    if not document.pages:
        return Picture(
            why_not="This document has no pages that can be drawn (a spreadsheet or a web page). "
            "Where to look is said under “Where”."
        )
    if file_of(document) is None:
        return Picture(
            why_not="The file is not kept here: only what was read of it is. Upload it to see its pages."
        )
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    number = min(max(number or page or 1, 1), document.pages)
    return Picture(document.title, number, document.pages, reverse("ingest-page", args=[document.pk, number]))


@for_reviewers("GET", "HEAD")
def page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    document = get_object_or_404(SourceDocument, pk=pk)
    if not document.pages or not 1 <= number <= document.pages:
        raise Http404("this document has no such page")
    try:
        picture = _picture(document, number)
    except NoPicture as error:
        raise Http404(str(error)) from error
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = "private, max-age=3600"
    return response


def _picture(document: SourceDocument, number: int) -> bytes:
    """Kept by the bytes' hash, so it never grows stale. Raises NoPicture."""
    kept = settings.MEDIA_ROOT / "ingest" / "pages" / document.sha256 / f"{number}.png"
    try:
        return kept.read_bytes()
    except FileNotFoundError:
        pass
    path = file_of(document)
    if path is None:
        raise NoPicture("the file is not kept here any more")
    picture = page_picture(path, number)
    _keep(kept, picture)
    return picture


def _keep(path: Path, picture: bytes) -> None:
    """Whole or not at all: somebody else may be reading it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(picture)
    os.replace(file.name, path)
