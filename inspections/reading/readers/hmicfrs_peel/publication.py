"""The dates a PEEL page prints: days, months, when it was last updated, when it says it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspections.reading.documents.html import Block
from inspections.reading.language.dates import is_several_days, span_alone, spans_in
from inspections.reading.problems import note
from inspections.reading.records import DateSpan, ProblemRecord
from inspections.terms import DateBasis

_UPDATED = re.compile(r"(?:page |report )?last (?:updated|modified)(?: on)?[: ]", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:report |first )?(?:published(?: on)?|publication date|date of publication)[: ]", re.IGNORECASE
)
# A date line that stands alone on a title page is among the first few.
_TITLE_LINES = 12
_FAR = 40
_LONGEST_LINE = 120


def published_on(blocks: Iterable[Block]) -> tuple[DateSpan, list[ProblemRecord]]:
    """From "last updated" (the earliest to the latest, pillars differ), else a date of the title page, else
    the page's own "Published on", of which a note then says that it may be the day the page was moved."""
    updated: list[DateSpan] = []
    published: list[DateSpan] = []
    alone: list[DateSpan] = []
    for number, block in enumerate(blocks):
        for label, found in ((_UPDATED, updated), (_PUBLISHED, published)):
            # Prose speaks of dates too ("will be published in March"): the label opens a line of its own.
            said = label.match(block.text) if len(block.text) <= _LONGEST_LINE else None
            if said:
                found += spans_in(block.text[said.end() : said.end() + _FAR])[:1]
        span = span_alone(block.text) if number < _TITLE_LINES else None
        if span and not is_several_days(span):
            alone.append(span)
    if not published:
        return _over(updated or alone), []
    if not (updated or alone):
        message = (
            "The page gives no other date than its own “Published on”, which on many HMICFRS pages is the "
            "day the page was moved. It is used as the publication date."
        )
        unsure = _over(published).model_copy(update={"basis": DateBasis.UNKNOWN})
        return unsure, [note("document", "published", published[0].raw, message)]
    kept = _over(updated or alone)
    apart = [one for one in published if not _touch(one, kept)]
    message = (
        "The page says “published on” this day and prints another date too. On many HMICFRS pages the first "
        "is the day the page was moved, so the other stands."
    )
    return kept, [
        note("document", "published", one.raw, message, kept=kept.raw, other=one.raw) for one in apart[:1]
    ]


def _over(spans: list[DateSpan]) -> DateSpan:
    """From the first day of them all to the last."""
    if not spans:
        return DateSpan()
    first = min(span.start for span in spans if span.start)
    last = max(span.end for span in spans if span.end)
    raw = " and ".join(dict.fromkeys(span.raw for span in spans))
    return DateSpan(raw=raw[:100], start=first, end=last, basis=DateBasis.PRINTED)


def _touch(one: DateSpan, other: DateSpan) -> bool:
    if not (one.start and one.end and other.start and other.end):
        return False
    return one.start <= other.end and other.start <= one.end
