"""The source a person names for what they type: an address, the key of a source on record, or a title."""

from __future__ import annotations

from urllib.parse import urlsplit

from inspections.reading.records import CitedSource, DateSpan
from inspections.reading.typed.faults import Fault
from inspections.terms import DateBasis

LONGEST_TITLE = 300
LONGEST_ADDRESS = 500


def is_address(words: str) -> bool:
    try:
        parts = urlsplit(words)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc and not any(c.isspace() for c in words)


def cited(words: str, confidence: str) -> tuple[CitedSource | None, list[Fault]]:
    """From one cell. What was read there is a page or a report, what the press says is a press report."""
    if not words:
        return None, [Fault("source", "", "a source is required: its address, its key here, or its title")]
    address = is_address(words)
    longest = LONGEST_ADDRESS if address else LONGEST_TITLE
    if len(words) > longest:
        return None, [Fault("source", words, f"this is longer than {longest} characters")]
    kind = "press" if confidence == "press" else "page" if address else "report"
    named = {"key": words, "kind": kind, "title": words[:LONGEST_TITLE], "url": words if address else ""}
    return CitedSource.model_validate(named), []


def published_basis(span: DateSpan, confidence: str) -> DateSpan:
    """A date seen in the document itself is printed there; a quoted one is not."""
    if not span.raw:
        return span
    return span.model_copy(
        update={"basis": DateBasis.PRINTED if confidence == "read" else DateBasis.SECONDARY}
    )
