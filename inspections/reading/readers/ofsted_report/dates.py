"""Where Ofsted's reports print their fieldwork and publication dates."""

from __future__ import annotations

import re

from inspections.reading.language.dates import Fieldwork, day_in, published_in_name, span_after_label
from inspections.reading.records import DateSpan

__all__ = ["Fieldwork", "fieldwork", "published", "published_in_name"]

_FIELDWORK = re.compile(r"^[ ]*inspection\s+dates?(?:\s*\(s\)|\(s\))?\s*:?[ ]*", re.IGNORECASE | re.MULTILINE)
_PUBLISHED = re.compile(
    r"^[ ]*(?:report\s+|date\s+)?(?:published|publication\s+date|of\s+publication)"
    r"(?:\s+on)?(?:\s*:\s*|\s+(?=\d))",
    re.IGNORECASE | re.MULTILINE,
)


def fieldwork(page: str) -> Fieldwork:
    """The inspection's days from the first page that prints "Inspection date(s)"."""
    label = _FIELDWORK.search(page)
    if not label:
        return Fieldwork(trouble="The page has no line “Inspection dates”.")
    return span_after_label(page[label.end() : label.end() + 240])


def published(page: str) -> DateSpan:
    """The printed publication date; basis "unknown" where the page prints none."""
    label = _PUBLISHED.search(page)
    return day_in(page[label.end() : label.end() + 60]) if label else DateSpan()
