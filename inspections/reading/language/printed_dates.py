"""One date as print, tables and people give it: a day, a month or a year, perhaps without its end."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from difflib import get_close_matches

from inspections.reading.language.text import squeezed

_NAMES = [name.lower() for name in calendar.month_name[1:]]
# "sep", "sept" and "september" alike.
MONTHS = {
    name[:length]: number for number, name in enumerate(_NAMES, 1) for length in range(3, len(name) + 1)
}
MONTH = f"(?:{'|'.join(_NAMES)})"
MONTH_WORD = rf"(?:{'|'.join(name[:3] for name in _NAMES)})[a-z]{{0,7}}"
WEEKDAY = r"(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_YEAR = r"(?:19|20)\d{2}"
DATE = re.compile(
    r"(?P<d>\d{1,2})\s?[/.]\s?(?P<m>\d{1,2})\s?[/.]\s?(?P<y>\d{4}|\d{2})\b"
    rf"|{WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"(?:\s*(?:of\s+)?(?P<month>{MONTH_WORD})\b(?:\.(?=,?\s*\d))?)?(?:,?\s*(?P<year>{_YEAR})\b)?"
    rf"|(?P<month_alone>{MONTH_WORD})\b(?:\.(?=,?\s*\d))?(?:,?\s*(?P<year_of_month>{_YEAR})\b)?",
    re.IGNORECASE,
)  # fmt: skip
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII)
# As a spreadsheet set to British dates writes a day back.
_BRITISH = re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4}|\d\d)", re.ASCII)
# "10-Jul-23", as a spreadsheet writes a day by itself.
_DAY_MONTH_YEAR = re.compile(
    r"(?P<day>\d{1,2})[-/ ](?P<month>[a-z]{3,9})[-/ ](?P<year>\d{4}|\d\d)", re.ASCII | re.IGNORECASE
)
_MIDNIGHT = re.compile(r"(?:T| )00?:00(?::00(?:\.0+)?)?Z?$", re.ASCII)
# Nothing that is inspected in a table of these programmes was so before.
_FIRST_YEAR = 2005


@dataclass
class PrintedDate:
    """What is not printed is None. ``begin`` and ``end``: where it stands in its text; ``joined``: "to" or
    "and" where it follows another date."""

    year: int | None
    month: int | None
    day: int | None = None
    joined: str = ""
    begin: int = 0
    end: int = 0

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """Its first and last day; None where it is not complete or the calendar has no such day."""
        if self.year is None or (self.month is None and self.day is not None):
            return None
        first_month, last_month = (1, 12) if self.month is None else (self.month, self.month)
        try:
            last = calendar.monthrange(self.year, last_month)[1] if self.day is None else self.day
            first = 1 if self.day is None else self.day
            return dt.date(self.year, first_month, first), dt.date(self.year, last_month, last)
        except ValueError:
            return None


def date_of(found: re.Match[str] | None, *, misspelt: bool = False) -> PrintedDate | None:
    """The date a match of ``DATE`` is; None where its word is no month, nor ("Febraury") ``misspelt``."""
    if found is None:
        return None
    begin, end = found.span()
    if found["d"]:
        year = int(found["y"])
        year += 2000 if year < 100 else 0
        return PrintedDate(year, int(found["m"]), int(found["d"]), begin=begin, end=end)
    word = (found["month"] or found["month_alone"] or "").lower()
    month = MONTHS.get(word)
    if misspelt and word and month is None:
        near = get_close_matches(word, MONTHS, n=1, cutoff=0.8)
        month = MONTHS[near[0]] if near else None
    if word and month is None:
        return None
    year_words = found["year"] or found["year_of_month"]
    day = int(found["day"]) if found["day"] else None
    return PrintedDate(int(year_words) if year_words else None, month, day, begin=begin, end=end)


def in_figures(words: str) -> PrintedDate | None:
    """ "2019-10-14", "2019-10", "2019", "14/10/2019"; a year of two digits is left as it is."""
    found = _ISO.fullmatch(words) or _BRITISH.fullmatch(words)
    if found is None:
        return None
    year, month, day = (int(found[part]) if found[part] else None for part in ("year", "month", "day"))
    return PrintedDate(year, month, day)


def plain_date(words: str) -> PrintedDate | None:
    """The one date that is all of these words, in figures or with its month by name; midnight, which programs
    write behind a day, says nothing. A year of two digits in figures is left as it is."""
    words = _MIDNIGHT.sub("", squeezed(words))
    if named := _DAY_MONTH_YEAR.fullmatch(words):
        year, month = int(named["year"]), MONTHS.get(named["month"].lower())
        return PrintedDate(year + 2000 if year < 100 else year, month, int(named["day"])) if month else None
    return in_figures(words) or date_of(DATE.fullmatch(words))


def plain_day(cell: object) -> dt.date | None:
    """The one day a cell of a table gives, as a date or in words; None for anything else.

    A bare number is no date, nor is a day long before or after these inspections.
    """
    if isinstance(cell, dt.datetime):
        day: dt.date | None = cell.date()
    elif isinstance(cell, dt.date):
        day = cell
    else:
        date = plain_date(cell) if isinstance(cell, str) else None
        if date and date.year is not None and date.year < 100:
            date.year += 2000
        days = date.days if date and date.day is not None else None
        day = days[0] if days else None
    return day if day and _FIRST_YEAR <= day.year <= dt.date.today().year + 1 else None
