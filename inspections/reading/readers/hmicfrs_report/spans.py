"""Days, spans of days, months and years as HMICFRS prints them.

"4–15 February 2019", "between 12 and 23 April 2021", "28 November 2016 to 9 January 2017", "in October 2019",
"February and March 2015", "2016".
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Literal

from inspections.reading.documents.pdf import squeezed
from inspections.reading.records import DateSpan

Basis = Literal["printed", "filename"]
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:20[0-3]\d)\b"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_DAY = rf"{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?"
_TO = r" ?(?:-|–|—|to|and|until|&) ?"
_FORMS = tuple(
    re.compile(rf"\b{form}", re.IGNORECASE)
    for form in (
        rf"(?P<d1>{_DAY}) (?P<m1>{_MONTH})(?:,? (?P<y1>{_YEAR}))?{_TO}(?P<d2>{_DAY}) (?P<m2>{_MONTH}),?"
        rf" (?P<y2>{_YEAR})",
        rf"(?P<d1>{_DAY}){_TO}(?P<d2>{_DAY}) (?P<m2>{_MONTH}),? (?P<y2>{_YEAR})",
        rf"(?P<d2>{_DAY}) (?:of )?(?P<m2>{_MONTH}),? (?P<y2>{_YEAR})",
        rf"(?P<m1>{_MONTH})(?:,? (?P<y1>{_YEAR}))?{_TO}(?P<m2>{_MONTH}),? (?P<y2>{_YEAR})",
        rf"(?P<m2>{_MONTH}),? (?P<y2>{_YEAR})",
        rf"(?P<d1>(?:0?\d|[12]\d|3[01]))/(?P<n>0?\d|1[0-2])/(?P<y2>{_YEAR})",
    )
)  # fmt: skip
_LEADS = re.compile(
    r"(?:(?:on|in|from|between|during|the|and|week of|weeks?|commencing|early|late|mid)[- ]){0,3}",
    re.IGNORECASE,
)
_MONTH_IN_TITLE = re.compile(rf"\b(?P<m>{_MONTH})[\s_-]{{1,3}}(?P<y>{_YEAR})", re.IGNORECASE)
_YEAR_IN_TITLE = re.compile(rf"(?<!\d)(?P<y>{_YEAR})(?![/\d-]*\d)")


def first_in(words: str) -> DateSpan | None:
    found = all_in(words)
    return found[0] if found else None


def all_in(words: str) -> list[DateSpan]:
    """Every date or span of dates, in reading order; the longer reading of the same words counts."""
    text = squeezed(words)
    taken: list[tuple[int, int, DateSpan]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if any(match.start() < end and start < match.end() for start, end, _ in taken):
                continue
            span = _span(match)
            if span:
                taken.append((*match.span(), span))
    return [span for _, _, span in sorted(taken, key=lambda item: item[0])]


def at_start(words: str) -> DateSpan | None:
    """The date the words open with, after "in", "between" and the like; a year alone is a date here."""
    text = squeezed(words)
    begin = _LEADS.match(text)
    text = text[begin.end() :] if begin else text
    for form in _FORMS:
        match = form.match(text)
        span = _span(match) if match else None
        if span:
            return span
    match = re.match(_YEAR, text)
    return year(int(match.group(0)), match.group(0)) if match else None


def whole(words: str) -> DateSpan | None:
    """The date the words are, and nothing else."""
    text = squeezed(words).strip(" .")
    if len(text) > 40:
        return None
    found = all_in(text)
    return found[0] if len(found) == 1 and found[0].raw == text else None


def month_in(title: str, basis: Basis) -> DateSpan | None:
    """The last month and year a title or an address names."""
    found = None
    for match in _MONTH_IN_TITLE.finditer(title):
        found = match
    if found is None:
        return None
    number, in_year = _MONTHS[found["m"].lower().rstrip(".")], int(found["y"])
    last = calendar.monthrange(in_year, number)[1]
    return DateSpan(
        raw=found.group(0), start=dt.date(in_year, number, 1), end=dt.date(in_year, number, last), basis=basis
    )


def year_in(title: str, basis: Basis) -> DateSpan | None:
    found = _YEAR_IN_TITLE.findall(title)
    return year(int(found[-1]), found[-1], basis) if len(set(found)) == 1 else None


def year(number: int, raw: str, basis: Basis = "printed") -> DateSpan:
    return DateSpan(raw=raw, start=dt.date(number, 1, 1), end=dt.date(number, 12, 31), basis=basis)


def _span(match: re.Match[str]) -> DateSpan | None:
    """None where the words are no dates of the calendar, or not in order."""
    told = match.groupdict()
    last_year = int(told["y2"])
    last_month = int(told["n"]) if told.get("n") else _number(told["m2"])
    first_month = _number(told["m1"]) if told.get("m1") else last_month
    first_year = int(told["y1"]) if told.get("y1") else last_year
    if first_month > last_month and not told.get("y1"):
        first_year -= 1  # "28 November to 9 January 2017" runs over New Year
    first_day, last_day = _day(told.get("d1")), _day(told.get("d2"))
    try:
        if last_day is None and told.get("n"):
            last_day = first_day
        if last_day is None:
            last_day = calendar.monthrange(last_year, last_month)[1]
            first_day = 1
        end = dt.date(last_year, last_month, last_day)
        start = dt.date(first_year, first_month, first_day or last_day)
    except ValueError:
        return None
    return DateSpan(raw=match.group(0), start=start, end=end, basis="printed") if start <= end else None


def _number(month: str) -> int:
    return _MONTHS[month.lower().rstrip(".")]


def _day(words: str | None) -> int | None:
    digits = re.search(r"\d{1,2}", words or "")
    return int(digits.group(0)) if digits else None
