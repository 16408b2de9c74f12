"""Days and spans in words, as a person would write them; a whole month or year is a span."""

from __future__ import annotations

import calendar
import datetime as dt

from inspections.domain.spans import Dated, day_of

MONTHS = tuple(calendar.month_name)
SHORT_MONTHS = (
    "", "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip


def _ends_its_month(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def day_words(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def span_words(start: dt.date | None, end: dt.date | None) -> str:
    """ "9 to 20 September 2019", "October 2019", "2014"; empty where neither end is known."""
    if start is None or end is None:
        return day_words(start or end) if start or end else ""  # type: ignore[arg-type]
    if start == end:
        return day_words(start)
    if start.day == 1 and _ends_its_month(end):
        return _months_words(start, end)
    if start.year != end.year:
        return f"{day_words(start)} to {day_words(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month]} to {day_words(end)}"
    return f"{start.day} to {day_words(end)}"


def _months_words(start: dt.date, end: dt.date) -> str:
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    last = f"{MONTHS[end.month]} {end.year}"
    if start.year != end.year:
        return f"{MONTHS[start.month]} {start.year} to {last}"
    return last if start.month == end.month else f"{MONTHS[start.month]} to {last}"


def short_months(start: dt.date | None, end: dt.date | None) -> str:
    """ "Sept–Oct 2019", "Dec 2018–Jan 2019", "2014" for a whole year; empty where neither end is known."""
    first, last = start or end, end or start
    if first is None or last is None:
        return ""
    if _is_whole_years(first, last):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    words = f"{SHORT_MONTHS[last.month]} {last.year}"
    if first.year != last.year:
        return f"{SHORT_MONTHS[first.month]} {first.year}–{words}"
    return words if first.month == last.month else f"{SHORT_MONTHS[first.month]}–{words}"


def short_days(start: dt.date | None, end: dt.date | None) -> str:
    """ "23 Sept–4 Oct 2019"; of whole months and years what `short_months` says, for no day is known."""
    first, last = start or end, end or start
    if first is None or last is None or (first.day == 1 and _ends_its_month(last)):
        return short_months(first, last)
    words = f"{last.day} {SHORT_MONTHS[last.month]} {last.year}"
    if first.year != last.year:
        return f"{first.day} {SHORT_MONTHS[first.month]} {first.year}–{words}"
    if first.month != last.month:
        return f"{first.day} {SHORT_MONTHS[first.month]}–{words}"
    return words if first == last else f"{first.day}–{words}"


def _is_whole_years(first: dt.date, last: dt.date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def placed_at(inspection: Dated) -> str:
    """Which date `day_of` took, in words."""
    if inspection.fieldwork_end:
        return "end of fieldwork"
    if inspection.fieldwork_start:
        return "start of fieldwork"
    if inspection.published_to or inspection.published_from:
        return "publication"
    return "not placed: no date given"


def dates_words(inspection: Dated) -> str:
    """ "fieldwork 9 to 20 September 2019, published 21 October 2019", "date not given"."""
    fieldwork = span_words(inspection.fieldwork_start, inspection.fieldwork_end)
    published = span_words(inspection.published_from, inspection.published_to)
    if fieldwork and published:
        return f"fieldwork {fieldwork}, published {published}"
    if fieldwork:
        return f"fieldwork {fieldwork}"
    return f"published {published}; fieldwork not given" if published else "date not given"


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
    if fieldwork and fieldwork != short_date(inspection):
        lines.append(fieldwork)
    if published:
        lines.append(f"published {published}" + ("" if fieldwork else "; fieldwork not given"))
    if inspection.fieldwork_start and not inspection.fieldwork_end:
        lines.append("its first day; the last not given")
    return tuple(lines)
