"""Days as people type them: a day, a month or a year, which are spans."""

from __future__ import annotations

import datetime as dt

from inspections.reading.language.printed_dates import plain_date
from inspections.reading.records import DateSpan
from inspections.reading.typed.faults import Fault

HOW = "write a day as 2019-10-14 or 14/10/2019, a month as 2019-10, a year as 2019"
FIRST_YEAR = 1990


def days_of(words: str) -> tuple[dt.date, dt.date]:
    """First and last day of what is written. Raises ValueError saying how to write it."""
    date = plain_date(words)
    if date is None:
        raise ValueError(f"this is no date; {HOW}")
    if not FIRST_YEAR <= (date.year or 0) <= dt.date.today().year:
        raise ValueError(f"a year from {FIRST_YEAR} until today is expected")
    if date.days is None:
        raise ValueError(f"there is no such day; {HOW}")
    return date.days


def span(
    first: str, last: str, *, field: str, names: tuple[str, str], one_day: bool = False
) -> tuple[DateSpan, list[Fault]]:
    """From the first day of ``first`` to the last day of ``last``.

    A lone month or year stands for all of it; a lone day for that end alone, or with ``one_day`` (what is
    published is so on one day) for both. ``names`` are the two fields.
    """
    raw = first if first == last or not last else f"{first} to {last}" if first else last
    faults: list[Fault] = []
    days: list[tuple[dt.date, dt.date] | None] = []
    for words, name in zip((first, last), names, strict=True):
        try:
            days.append(days_of(words) if words else None)
        except ValueError as error:
            faults.append(Fault(name, words, str(error)))
            days.append(None)
    one, other = days
    start, end = (one[0] if one else None), (other[1] if other else None)
    if one and not last and (one_day or one[0] != one[1]):
        end = one[1]
    if other and not first and other[0] != other[1]:
        start = other[0]
    if start and end and start > end:
        faults.append(Fault(field, raw, "this ends before it starts"))
    return DateSpan(raw=raw, start=start, end=end), faults


def earliest_end(fieldwork: DateSpan) -> dt.date | None:
    """The first day on which it may have been over: of a month or a year known only as that, its first."""
    start, end = fieldwork.start, fieldwork.end
    if start and end and start != end and start.day == 1 and (end + dt.timedelta(days=1)).day == 1:
        return start
    return end or start


def order_faults(fieldwork: DateSpan, published: DateSpan, name: str) -> list[Fault]:
    """Nothing is published before its fieldwork ended. ``name``: the field of the publication."""
    looked = earliest_end(fieldwork)
    out = published.end or published.start
    if looked and out and out < looked:
        return [Fault(name, published.raw, f"published before the fieldwork ended ({looked})")]
    return []
