"""The dates a PEEL page prints: days, months, when it was last updated, when it says it was published."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable

from inspections.reading.documents.html import Block
from inspections.reading.records import DateSpan, ProblemRecord

_NAMES = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTH = rf"(?:{'|'.join(_NAMES)})"
_DAY = re.compile(
    rf"(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})/(?P<y>20\d\d)"
    rf"|(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{MONTH}),? (?P<year>20\d\d)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"(?:page |report )?last (?:updated|modified)(?: on)?[: ]", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:report |first )?(?:published(?: on)?|publication date|date of publication)[: ]", re.IGNORECASE
)
# A date line that stands alone on a title page is among the first few.
_TITLE_LINES = 12
_FAR = 40
_LONGEST_LINE = 120


def span_of(words: str) -> DateSpan | None:
    """The first day or month these words print; a month is the span of its days."""
    found = _DAY.search(words)
    if found is None:
        return None
    try:
        if found["d"]:
            first = last = dt.date(int(found["y"]), int(found["m"]), int(found["d"]))
        else:
            year, month = int(found["year"]), _NAMES[found["month"].lower()]
            day = int(found["day"]) if found["day"] else None
            first = dt.date(year, month, day or 1)
            last = dt.date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:
        return None
    return DateSpan(raw=found.group(), start=first, end=last, basis="printed")


def is_date(words: str) -> bool:
    """Whether a line is a day or a month and nothing else."""
    return len(words) < _FAR and _DAY.fullmatch(words) is not None


def publication(blocks: Iterable[Block]) -> tuple[DateSpan, list[ProblemRecord]]:
    """From "last updated" (the earliest to the latest, pillars differ), else a date of the title page, else
    the page's own "Published on", of which a note then says that it may be the day the page was moved."""
    updated: list[DateSpan] = []
    published: list[DateSpan] = []
    alone: list[DateSpan] = []
    for number, block in enumerate(blocks):
        for label, found in ((_UPDATED, updated), (_PUBLISHED, published)):
            # Prose speaks of dates too ("will be published in March"): the label opens a line of its own.
            said = label.match(block.text) if len(block.text) <= _LONGEST_LINE else None
            if said and (span := span_of(block.text[said.end() : said.end() + _FAR])):
                found.append(span)
        if number < _TITLE_LINES and is_date(block.text) and (span := span_of(block.text)):
            alone.append(span)
    better = updated or alone
    if better:
        return _over(better), _notes(published, _over(better))
    if not published:
        return DateSpan(), []
    return _over(published).model_copy(update={"basis": "unknown"}), [
        _note(
            published[0].raw,
            "The page gives no other date than its own “Published on”, which on many HMICFRS pages "
            "is the day "
            "the page was moved. It is used as the publication date.",
        )
    ]


def _over(spans: list[DateSpan]) -> DateSpan:
    first = min(spans, key=lambda span: span.start or dt.date.max)
    last = max(spans, key=lambda span: span.end or dt.date.min)
    raw = " and ".join(dict.fromkeys(span.raw for span in spans))
    return DateSpan(raw=raw[:100], start=first.start, end=last.end, basis="printed")


def _notes(published: list[DateSpan], kept: DateSpan) -> list[ProblemRecord]:
    others = [one for one in published if not _within(one, kept)]
    if not others:
        return []
    note = _note(
        others[0].raw,
        "The page says “published on” this day and prints another date too. On many HMICFRS pages the first "
        "is the day the page was moved, so the other stands.",
    )
    return [note.model_copy(update={"kept": kept.raw, "other": others[0].raw})]


def _within(one: DateSpan, other: DateSpan) -> bool:
    return bool(one.start and one.end and other.start and other.end) and (
        one.start <= other.end and other.start <= one.end  # type: ignore[operator]
    )


def _note(value: str, message: str) -> ProblemRecord:
    return ProblemRecord(severity="note", where="document", field="published", value=value, message=message)
