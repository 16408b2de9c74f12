"""What was read, with the rows it belongs to: its inspection, and the document it was seen in."""

from __future__ import annotations

import hashlib
from typing import NamedTuple
from urllib.parse import urlsplit

from django.db.models import Q
from django.utils.text import slugify

from inspections.ingest.resolve import Resolved
from inspections.models import Inspection, SourceDocument
from inspections.reading.records import CitedSource

_LONGEST = {"title": 300, "publisher": 120, "url": 500}  # as the columns are
_READABLE = 60


class Placed(NamedTuple):
    """``document``: the file itself, unless the file only tells of what stands in another."""

    one: Resolved
    inspection: Inspection
    document: SourceDocument
    is_new: bool = False  # the inspection was not on record before


def told_by(document: SourceDocument) -> Q:
    """Rows that a reading of the document brought, from itself or from a source it cites, or that people
    or the site's own tables took from it."""
    return Q(run__document=document) | Q(source=document, run__isnull=True)


def cited_document(cited: CitedSource) -> tuple[SourceDocument, bool]:
    """The source on record under this key or address, else a new one; and whether it is new."""
    known = SourceDocument.objects.filter(key=cited.key).first()
    if known is None and cited.url:
        known = SourceDocument.objects.filter(url=cited.url).order_by("key").first()
    if known is not None:
        return known, False
    words = {name: getattr(cited, name)[: _LONGEST[name]] for name in _LONGEST}
    return SourceDocument.objects.get_or_create(key=_key(cited), defaults={"kind": cited.kind, **words})


def _key(cited: CitedSource) -> str:
    """Readable, and the same for the same words: "itv-com-3fa21b9c"."""
    named = urlsplit(cited.url).hostname or cited.title or cited.key
    digest = hashlib.sha256((cited.url or cited.key).encode()).hexdigest()[:8]
    return f"{slugify(named.replace('.', '-'))[:_READABLE].strip('-') or 'source'}-{digest}"
