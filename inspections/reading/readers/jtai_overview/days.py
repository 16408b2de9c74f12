"""Days in cells, and the days of fieldwork that a theme states in its own words."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field

from inspections.reading.documents.spreadsheet import Cell
from inspections.reading.records import DateSpan

_FORMATS = ("%d/%m/%y", "%d/%m/%Y", "%Y-%m-%d")
_FIRST_YEAR = 2005
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_BETWEEN = re.compile(
    rf"\b(?:between|from)\s+(?P<day>\d{{1,2}})(?:\s+(?P<month>{_MONTH}))?(?:\s+(?P<year>20\d\d))?"
    rf"\s+(?:and|to)\s+(?P<to_day>\d{{1,2}})\s+(?P<to_month>{_MONTH})(?:\s+(?P<to_year>20\d\d))?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Stated:
    """``before`` and ``after``: the words around the dates; ``trouble``: why they make no span of days."""

    span: DateSpan = field(default_factory=DateSpan)
    before: str = ""
    after: str = ""
    trouble: str = ""


def day(cell: Cell) -> dt.date | None:
    """ "18/07/22" as 18 July 2022; None for anything that is not one plain day."""
    if isinstance(cell, dt.datetime):
        return _plausible(cell.date())
    if isinstance(cell, dt.date):
        return _plausible(cell)
    if isinstance(cell, str):
        for form in _FORMATS:
            try:
                return _plausible(dt.datetime.strptime(cell.strip(), form).date())
            except ValueError:
                continue
    return None


def _plausible(found: dt.date) -> dt.date | None:
    return found if _FIRST_YEAR <= found.year <= dt.date.today().year + 1 else None


def stated(theme: str) -> Stated:
    """The year of the first day may be left to the last one; no other part of a date is supplied."""
    found = _BETWEEN.search(theme)
    if found is None:
        return Stated(before=theme)
    raw, before, after = found.group(0), theme[: found.start()], theme[found.end() :]
    if not found["to_year"]:
        trouble = "these words give no year, so no days of fieldwork were taken from them"
        return Stated(DateSpan(raw=raw), before, after, trouble)
    last = _day(found["to_day"], found["to_month"], found["to_year"])
    first = _day(found["day"], found["month"] or found["to_month"], found["year"] or found["to_year"])
    if first is None or last is None or first > last:
        trouble = "these words are no span of days, so no days of fieldwork were taken from them"
        return Stated(DateSpan(raw=raw), before, after, trouble)
    return Stated(DateSpan(raw=raw, start=first, end=last, basis="printed"), before, after)


def _day(day_of_month: str, month: str, year: str) -> dt.date | None:
    try:
        return dt.date(int(year), _MONTHS[month.lower()], int(day_of_month))
    except ValueError:
        return None
