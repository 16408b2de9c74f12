"""Days and spans of days as the inspectorates print them.

"8 – 12 July 2013", "23 April–18 May 2018", "1/06/2015 – 25/06/2015", "28 July 2016",
"19 November-11 December 2013 and 28 – 30 January 2014". A month or year that is not printed comes from
the date that follows, as a person would read it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from inspections.reading.documents.pdf import squeezed
from inspections.reading.records import DateSpan

_MONTH_NAMES = calendar.month_name[1:]
_MONTHS = {
    name[:length].lower(): number
    for number, name in enumerate(_MONTH_NAMES, 1)
    for length in range(3, len(name) + 1)
}
_WEEKDAY = r"(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DATE = re.compile(
    r"(?P<d>\d{1,2})\s?[/.]\s?(?P<m>\d{1,2})\s?[/.]\s?(?P<y>\d{4}|\d{2})\b"
    r"|" + _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
    r"(?:\s*(?:of\s+)?(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7})\b\.?)?"
    r"(?:,?\s*(?P<year>(?:19|20)\d{2})\b)?",
    re.IGNORECASE,
)  # fmt: skip
_BETWEEN = re.compile(r"\s*(?:(?P<to>-|–|—|to|until)|(?P<and>and|&|,|;|,\s*and))\s*", re.IGNORECASE)
_ONLY_NUMBER = re.compile(r"\s*\d+\s*(?:\n|$)")
_OPENING = re.compile(r"(from|between|on)\s+", re.IGNORECASE)
_AND_AGAIN = re.compile(r"\band\s+(?:from|between)\s+", re.IGNORECASE)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[ _-](?P<month>[a-z]{3,9})[ _-](?P<year>20\d{2})"
    r"(?=\W{0,2}(?:\(?\d\)?)?\.pdf$|$)",
    re.IGNORECASE,
)
_LONGEST = 240


@dataclass
class Fieldwork:
    """``trouble`` says why the printed words make no dates; ``assumed`` what was understood, not printed."""

    span: DateSpan = field(default_factory=DateSpan)
    windows: tuple[DateSpan, ...] = ()
    trouble: str = ""
    assumed: str = ""


@dataclass
class _Point:
    day: int
    month: int | None
    year: int | None
    joined: str = ""
    text_from: int = 0
    text_to: int = 0


def span_after_label(words: str) -> Fieldwork:
    """The days that stand after a label such as "Inspection dates:"; trouble where there are none."""
    words = words[:_LONGEST].lstrip()
    opening = _OPENING.match(words)
    if opening:
        words = words[opening.end() :]
    points, dangling = _points(words)
    if not points:
        return Fieldwork(trouble="No date could be read after the words “Inspection dates”.")
    if opening and opening.group(1).lower() == "between" and len(points) == 2:
        points[1].joined = "to"
    raw = squeezed(words[points[0].text_from : points[-1].text_to])
    dangling = dangling or _more_digits(words[points[-1].text_to :])
    if dangling:
        return Fieldwork(
            DateSpan(raw=raw),
            trouble=f"A date is expected after “{raw} {dangling}”; none could be read there.",
        )
    return _spans(points, words, raw)


def span_in_sentence(words: str, written: dt.date | None) -> Fieldwork | None:
    """The days ``words`` open with ("between 20 and 24 June, inspectors ..."); None where there are none.

    ``written``: the day the document carries. A year that is not printed is the last one in which the days
    were over by then.
    """
    opening = _OPENING.match(words)
    words = words[opening.end() if opening else 0 :][:_LONGEST]
    words = _AND_AGAIN.sub("and ", words)
    points, _ = _points(words)
    while points and points[-1].month is None:  # "..., 12 children": a number, no day
        points.pop()
    if not points:
        return None
    if opening and opening.group(1).lower() == "between" and len(points) % 2 == 0:
        for last in points[1::2]:
            last.joined = "to"
    raw = squeezed(words[points[0].text_from : points[-1].text_to])
    if points[-1].year is not None:
        return _spans(points, words, raw)
    if written is None:
        return Fieldwork(DateSpan(raw=raw), trouble=f"“{raw}” has no year, and no other date tells it.")
    points[-1].year = written.year
    day = _day(points[-1])
    if day and day > written:
        points[-1].year = written.year - 1
    found = _spans(points, words, raw)
    found.assumed = f"The year is not printed; {points[-1].year} was understood from the document's own date."
    return found


def _more_digits(rest: str) -> str:
    """What follows the last date, if it looks like another date that could not be joined to it."""
    same_line, _, after = rest.partition("\n")
    if any(character.isdigit() for character in same_line):
        return same_line.strip()[:40]
    return after.strip()[:40] if _DATE.match(after.lstrip()) and not _ONLY_NUMBER.match(after) else ""


def day_in(words: str) -> DateSpan:
    """The day that ``words`` open with; only ``raw`` where they open with something else."""
    words = squeezed(words)
    points, _ = _points(words)
    day = _day(points[0]) if points else None
    if not points or day is None:
        return DateSpan(raw=words[:40])
    return DateSpan(raw=words[points[0].text_from : points[0].text_to], start=day, end=day, basis="printed")


def published_in_name(name: str) -> DateSpan:
    """The date Ofsted's own file names end in ("… - 19 november 2018.pdf")."""
    found = _IN_NAME.search(name)
    if not found or found["month"].lower() not in _MONTHS:
        return DateSpan()
    point = _Point(int(found["day"]), _MONTHS[found["month"].lower()], int(found["year"]))
    day = _day(point)
    if day is None:
        return DateSpan()
    return DateSpan(raw=found.group(0), start=day, end=day, basis="filename")


def _points(words: str) -> tuple[list[_Point], str]:
    """The run of dates that the words open with, each with how it is joined to the one before.

    The second value is a joining word that no date follows; empty when all is well.
    """
    points: list[_Point] = []
    position, joined, said = 0, "", ""
    while True:
        found = _DATE.match(words, position)
        point = _point(found) if found else None
        if found is None or point is None:
            return points, said
        point.joined, point.text_from, point.text_to = joined, found.start(), found.end()
        points.append(point)
        between = _BETWEEN.match(words, found.end())
        if not between:
            return points, ""
        joined, said = "to" if between["to"] else "and", between.group(0).strip()
        position = between.end()


def _point(found: re.Match[str]) -> _Point | None:
    if found["d"]:
        year = int(found["y"])
        return _Point(int(found["d"]), int(found["m"]), year + 2000 if year < 100 else year)
    month = None
    if found["month"]:
        month = _month(found["month"].lower())
        if month is None:
            return None
    return _Point(int(found["day"]), month, int(found["year"]) if found["year"] else None)


def _month(word: str) -> int | None:
    """A month's number, though it be misspelt ("Febraury")."""
    near = [word] if word in _MONTHS else get_close_matches(word, _MONTHS, n=1, cutoff=0.8)
    return _MONTHS[near[0]] if near else None


def _spans(points: list[_Point], words: str, raw: str) -> Fieldwork:
    assumed = _complete(points)
    days = [_day(point) for point in points]
    if any(day is None for day in days):
        return Fieldwork(DateSpan(raw=raw), trouble=f"“{raw}” is not a complete date.")
    groups: list[list[int]] = []
    for index, point in enumerate(points):
        if point.joined == "to" and len(groups[-1]) == 1:
            groups[-1].append(index)
        elif point.joined == "to":
            return Fieldwork(DateSpan(raw=raw), trouble=f"“{raw}” is not a span of days.")
        else:
            groups.append([index])
    windows = []
    for group in groups:
        first, last = group[0], group[-1]
        said = squeezed(words[points[first].text_from : points[last].text_to])
        windows.append(DateSpan(raw=said, start=days[first], end=days[last], basis="printed"))
    span = DateSpan(raw=raw, start=windows[0].start, end=windows[-1].end, basis="printed")
    trouble = "" if _in_order(windows) else f"The dates “{raw}” are not in order."
    # "5 and 6 March 2014" are two days of one visit, not two visits.
    parted = len(windows) > 1 and any(len(group) > 1 for group in groups)
    return Fieldwork(span, tuple(windows) if parted else (), trouble, assumed)


def _complete(points: list[_Point]) -> str:
    """Month and year not printed come from the date that follows. Says what had to be understood."""
    assumed = ""
    for earlier, later in zip(reversed(points[:-1]), reversed(points[1:]), strict=True):
        if earlier.month is None:
            earlier.month = later.month
        if earlier.year is None:
            earlier.year = later.year
            if later.year and earlier.month and later.month and earlier.month - later.month >= 6:
                # "28 November to 9 January 2015": the span runs over New Year.
                earlier.year = later.year - 1
                assumed = f"The year of the first date is not printed; {earlier.year} was understood."
    return assumed


def _in_order(windows: list[DateSpan]) -> bool:
    days = [day for window in windows for day in (window.start, window.end) if day]
    return days == sorted(days)


def _day(point: _Point) -> dt.date | None:
    if point.month is None or point.year is None:
        return None
    try:
        return dt.date(point.year, point.month, point.day)
    except ValueError:
        return None
