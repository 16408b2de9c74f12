"""The dates a PEEL page prints: days, months, when it was last updated, when it says it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspections.reading.documents.html import Block
from inspections.reading.problems import note
from inspections.reading.records import DateSpan, ProblemRecord
from inspections.reading.structure.page_dates import dates_alone, labelled
from inspections.terms import DateBasis

_UPDATED = re.compile(r"(?:page |report )?last (?:updated|modified)(?: on)?[: ]", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:report |first )?(?:published(?: on)?|publication date|date of publication)[: ]", re.IGNORECASE
)
# A date line that stands alone on a title page is among the first few.
_TITLE_LINES = 12


def published_on(blocks: Iterable[Block]) -> tuple[DateSpan, list[ProblemRecord]]:
    """From "last updated" (the earliest to the latest, pillars differ), else a date of the title page, else
    the page's own "Published on", of which a note then says that it may be the day the page was moved."""
    texts = [block.text for block in blocks]
    published = list(labelled(texts, _PUBLISHED))
    kept = _over(list(labelled(texts, _UPDATED, ends=False)) or dates_alone(texts[:_TITLE_LINES]))
    if not published:
        return kept, []
    if not kept.raw:
        message = (
            "The page gives no other date than its own “Published on”, which on many HMICFRS pages is the "
            "day the page was moved. It is used as the publication date."
        )
        unsure = _over(published).model_copy(update={"basis": DateBasis.UNKNOWN})
        return unsure, [note("document", "published", published[0].raw, message)]
    message = (
        "The page says “published on” this day and prints another date too. On many HMICFRS pages the first "
        "is the day the page was moved, so the other stands."
    )
    apart = [one.raw for one in published if not _touch(one, kept)]
    return kept, [note("document", "published", raw, message, kept=kept.raw, other=raw) for raw in apart[:1]]


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
