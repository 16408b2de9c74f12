"""When a PEEL page came out, by the dates it prints. The day it was last updated is not that day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from inspections.definitions.loader import definitions
from inspections.reading.documents.html import Block
from inspections.reading.problems import note
from inspections.reading.readers.hmicfrs_peel.cycles import framework_of
from inspections.reading.records import DateSpan, ProblemRecord
from inspections.reading.structure.page_dates import dates_alone, labelled
from inspections.terms import DateBasis

_UPDATED = re.compile(r"(?:page |report )?last (?:updated|modified)(?: on)?[: ]", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:report |first )?(?:published(?: on)?|publication date|date of publication)[: ]", re.IGNORECASE
)
# A date line that stands alone on a title page is among the first few.
_TITLE_LINES = 12
# Later than that after its cycle no report came out: the page was moved then.
_LONGEST_WAIT = dt.timedelta(days=366)


def published_on(blocks: Iterable[Block], cycle: int) -> tuple[DateSpan, list[ProblemRecord]]:
    """A date of the title page, else the page's own "Published on", of which a note then says that it may be
    the day the page was moved; not at all where it cannot be. "Last updated" is kept as stated (``raw``)."""
    texts = [block.text for block in blocks]
    published = list(labelled(texts, _PUBLISHED))
    found, own = _over(dates_alone(texts[:_TITLE_LINES])), _over(published)
    updated = " and ".join(dict.fromkeys(span.raw for span in labelled(texts, _UPDATED, ends=False)))
    problems: list[ProblemRecord] = []
    if found.raw:
        if apart := [one.raw for one in published if not _touch(one, found)]:
            message = (
                "The page says “published on” this day and prints another date too. On many HMICFRS pages "
                "the first is the day the page was moved, so the other stands."
            )
            problems.append(note("document", "published", apart[0], message, kept=found.raw, other=apart[0]))
    elif own.raw and _is_of_cycle(own, cycle):
        found = own.model_copy(update={"basis": DateBasis.UNKNOWN})
        message = (
            "The page gives no other date than its own “Published on”, which on many HMICFRS pages is the "
            "day the page was moved. It is used as the publication date."
        )
        problems.append(note("document", "published", published[0].raw, message))
    elif own.raw:
        found = DateSpan(raw=own.raw)
        message = (
            "This day lies long after the cycle: the page was moved then. It is kept as stated, not used."
        )
        problems.append(note("document", "published", published[0].raw, message))
    stated = "; ".join(filter(None, (found.raw, updated and f"last updated {updated}")))
    return found.model_copy(update={"raw": stated[:100]}), problems


def _is_of_cycle(span: DateSpan, cycle: int) -> bool:
    within = definitions().frameworks[framework_of(cycle)].cycle_span
    end = within.end if within else None
    return end is None or span.start is None or span.start <= end + _LONGEST_WAIT


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
