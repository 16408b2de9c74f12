"""Dates that a web page, or the cover of a report, prints behind a label or on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inspections.reading.language.dates import is_several_days, span_alone, span_at_start
from inspections.reading.records import DateSpan

_LONGEST_LABELLED = 100
_FAR = 120


def labelled(texts: Sequence[str], label: re.Pattern[str], *, ends: bool = True) -> Iterator[DateSpan]:
    """The dates behind a label, or at the start of the text after it. ``label`` fits the start of a text.

    ``ends``: nothing may follow the date but the day of an update; "Published in 2019, the strategy" is none.
    """
    for text, following in zip(texts, [*texts[1:], ""], strict=True):
        match = label.match(text) if len(text) < _LONGEST_LABELLED else None
        if match is None:
            continue
        rest = text[match.end() :].strip() or following
        if span := span_at_start(rest[:_FAR]):
            after = rest.rpartition(span.raw)[2].strip(" .,|()–-").lower()
            if not (ends and after) or after.startswith(("last ", "updated")):
                yield span


def dates_alone(lines: Sequence[str]) -> list[DateSpan]:
    """Days, months and years that are lines by themselves; several days are those of a fieldwork."""
    return [span for line in lines if (span := span_alone(line)) and not is_several_days(span)]


def within(inner: DateSpan, outer: DateSpan) -> bool:
    if not (inner.start and inner.end and outer.start and outer.end):
        return False
    return outer.start <= inner.start and inner.end <= outer.end
