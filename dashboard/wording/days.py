"""Days and spans in words, as a person would write them; a whole month or year is a span."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence

from inspections.domain.spans import UNKNOWN, Dated, Span, day_of, is_cut

MONTHS = tuple(calendar.month_name)
SHORT_MONTHS = (
    "", "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip

# Of a grade whose page has no date: drawn across the time of its cycle.
CYCLE = "some time in this cycle"


def day_words(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def span_words(start: dt.date | None, end: dt.date | None) -> str:
    """ "9 to 20 September 2019", "October 2019", "2014"; empty where neither end is known."""
    return _span(Span(start, end), MONTHS, " to ")


def short_months(start: dt.date | None, end: dt.date | None) -> str:
    """ "Sept–Oct 2019", "Dec 2018–Jan 2019", "2014" for a whole year; empty where neither end is known."""
    return _span(Span(start, end), SHORT_MONTHS, "–", days=False)


def short_days(start: dt.date | None, end: dt.date | None) -> str:
    """ "23 Sept–4 Oct 2019"; of whole months and years what `short_months` says, for no day is known."""
    return _span(Span(start, end), SHORT_MONTHS, "–")


def _span(span: Span, months: Sequence[str], to: str, *, days: bool = True) -> str:
    """What both ends share is said once. No days of whole months, no months of whole years."""
    closed = span.closed()
    if closed is None:
        return ""
    first, last = closed
    days = days and not span.is_whole_months
    same_year = first.year == last.year
    if span.is_whole_months and (first.month, last.month) == (1, 12):
        return str(last.year) if same_year else f"{first.year}{to}{last.year}"
    same_month = same_year and first.month == last.month
    end = f"{last.day} {months[last.month]} {last.year}" if days else f"{months[last.month]} {last.year}"
    if first == last or (same_month and not days):
        return end
    start = [str(first.day)] if days else []
    start += [] if same_month else [months[first.month]]
    start += [] if same_year else [str(first.year)]
    return f"{' '.join(start)}{to}{end}"


def cycle_words(cycle: Span) -> str:
    """ "some time in this cycle (January 2014 to February 2015)"; empty where no cycle is known.

    In months: the days a cycle is bounded by are nobody's dates.
    """
    return f"{CYCLE} ({_span(cycle, MONTHS, ' to ', days=False)})" if cycle.is_known else ""


def fieldwork_words(dated: Dated) -> str:
    """When inspectors were there; of a year cut at publication, in which no day is known, that it is one."""
    start, end = dated.fieldwork_start, dated.fieldwork_end
    if is_cut(dated) and start and end:
        return f"some time from {MONTHS[start.month]} {start.year} to {day_words(end)}"
    return span_words(start, end)


def placed_at(inspection: Dated) -> str:
    """Which date `day_of` took, in words."""
    if inspection.fieldwork_end:
        return "end of fieldwork"
    if inspection.fieldwork_start:
        return "start of fieldwork"
    if inspection.published_to or inspection.published_from:
        return "publication"
    return "not placed: no date given"


def dates_words(inspection: Dated, cycle: Span = UNKNOWN) -> str:
    """ "fieldwork 9 to 20 September 2019, published 21 October 2019", "date not given".

    ``cycle``: in which it was, where it has no date.
    """
    fieldwork = fieldwork_words(inspection)
    published = span_words(inspection.published_from, inspection.published_to)
    if fieldwork and published:
        return f"fieldwork {fieldwork}, published {published}"
    if fieldwork:
        return f"fieldwork {fieldwork}"
    if published:
        return f"published {published}; fieldwork not given"
    return f"{cycle_words(cycle)}; date not given" if cycle.is_known else "date not given"


def month_words(inspection: Dated) -> str:
    """ "July 2023", or only the year where the span is a year; empty without a date."""
    day = day_of(inspection)
    if day is None:
        return ""
    start = inspection.fieldwork_start or (None if inspection.fieldwork_end else inspection.published_from)
    if start and (day - start).days > 300:
        return str(day.year)
    return f"{MONTHS[day.month]} {day.year}"


def year_words(inspection: Dated) -> str:
    day = day_of(inspection)
    return str(day.year) if day else "date not given"


def short_date(inspection: Dated) -> str:
    """ "Sept–Oct 2019": of fieldwork, else of publication."""
    return (
        short_months(inspection.fieldwork_start, inspection.fieldwork_end)
        or short_months(inspection.published_from, inspection.published_to)
        or "Date not given"
    )


def short_dates(inspection: Dated) -> tuple[str, ...]:
    """The exact days, and what is not given: so a reader knows which day an inspection is placed at."""
    fieldwork = short_days(inspection.fieldwork_start, inspection.fieldwork_end)
    published = short_days(inspection.published_from, inspection.published_to)
    lines = []
    if fieldwork and fieldwork != short_date(inspection) and not is_cut(inspection):
        lines.append(fieldwork)
    if published:
        lines.append(f"published {published}" + ("" if fieldwork else "; fieldwork not given"))
    if inspection.fieldwork_start and not inspection.fieldwork_end:
        lines.append("its first day; the last not given")
    return tuple(lines)
