"""Dated spans: what a source says of when something was, and where it stands in time.

Either end of a span may be unknown, and so may both. A month or a year is a span. Ends are included.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple, Protocol


class Span(NamedTuple):
    start: dt.date | None = None
    end: dt.date | None = None

    @property
    def is_known(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def is_usable(self) -> bool:
        """Known, and not ending before it starts, which would say nothing of when something was."""
        return self.is_known and (self.start is None or self.end is None or self.start <= self.end)

    @property
    def last(self) -> dt.date | None:
        """Its last day, else the one that is known."""
        return self.end or self.start

    @property
    def is_day(self) -> bool:
        return self.start is not None and self.start == self.end

    @property
    def is_whole_months(self) -> bool:
        """Whether no day of it is known: it is a month, a quarter or a year."""
        if self.start is None or self.end is None or self.start == self.end:
            return False
        return self.start.day == 1 and (self.end + dt.timedelta(days=1)).day == 1

    def closed(self) -> tuple[dt.date, dt.date] | None:
        """Both ends; where a source knows one day alone, it speaks of that day. None without any."""
        known = self.start or self.end
        return (self.start or known, self.end or known) if known else None

    def cut_at(self, published: dt.date | None) -> Span:
        """A month or a year ends at the latest when what was found in it was published."""
        if published is None or self.start is None or self.end is None or not self.is_whole_months:
            return self
        return Span(self.start, min(self.end, published)) if self.start <= published else self

    def touches(self, other: Span, within: dt.timedelta = dt.timedelta(0)) -> bool:
        """Whether both are known and have a day in common, or lie no more than ``within`` apart."""
        mine, theirs = self.closed(), other.closed()
        if mine is None or theirs is None:
            return False
        return mine[0] - within <= theirs[1] and theirs[0] - within <= mine[1]

    def contradicts(self, other: Span) -> bool:
        """Whether the two cannot both be right. Official statistics give the first day of fieldwork alone:
        it must be the other's first day, or fall into the other's month or year."""
        if None not in self and None not in other:
            return not self.touches(other)
        known, against = (self, other) if None in self else (other, self)
        day, closed = known.start or known.end, against.closed()
        if day is None or closed is None:
            return False
        if against.is_whole_months:
            return not closed[0] <= day <= closed[1]
        return day != closed[0 if known.start else 1]


UNKNOWN = Span()


class Dated(Protocol):
    """An inspection, or what one source says of it."""

    @property
    def fieldwork_start(self) -> dt.date | None: ...
    @property
    def fieldwork_end(self) -> dt.date | None: ...
    @property
    def published_from(self) -> dt.date | None: ...
    @property
    def published_to(self) -> dt.date | None: ...


def fieldwork_of(dated: Dated) -> Span:
    return Span(dated.fieldwork_start, dated.fieldwork_end)


def publication_of(dated: Dated) -> Span:
    return Span(dated.published_from, dated.published_to)


def day_of(dated: Dated) -> dt.date | None:
    """Where an inspection stands in time: end of fieldwork, else publication, else nowhere."""
    return fieldwork_of(dated).last or publication_of(dated).last


def cycle_of(dated: Dated, cycle: Span) -> Span:
    """When an inspection without any date was all the same: some time in its ``cycle``. Else unknown.

    A cycle whose end is not known yet says nothing of when.
    """
    return UNKNOWN if day_of(dated) or None in cycle else cycle


def is_cut(dated: Dated) -> bool:
    """Whether its fieldwork is a month or a year that was cut at publication: no day of it is known."""
    start, end = fieldwork_of(dated)
    return start is not None and start.day == 1 and start != end and end == publication_of(dated).last
