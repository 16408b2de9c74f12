"""Days and spans of days as the inspectorates print them.

After a label or in a sentence on the fieldwork: "8 – 12 July 2013", "23 April–18 May 2018",
"1/06/2015 – 25/06/2015", "19 November-11 December 2013 and 28 – 30 January 2014". Anywhere else in prose, on
covers, in titles, names and addresses: those, months ("February and March 2015") and years. A month or year
that is not printed comes from the date that follows, as a person would read it.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from inspections.reading.language.printed_dates import DATE, MONTH_WORD, MONTHS, PrintedDate, date_of
from inspections.reading.language.text import squeezed
from inspections.reading.records import DateSpan
from inspections.terms import DateBasis

_BETWEEN = re.compile(r"\s*(?:(?P<to>-|–|—|to|until)|(?P<and>and|&)|(?P<comma>[,;]))\s*", re.IGNORECASE)
_ONLY_NUMBER = re.compile(r"\s*\d+\s*(?:\n|$)")
_OPENING = re.compile(r"(from|between|on)\s+", re.IGNORECASE)
_AND_AGAIN = re.compile(r"\band\s+(?:from|between)\s+", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:(?:on|in|from|between|during|the|and|week of|weeks?|commencing|early|late|mid)[- ]){0,3}",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(rf"\b(?:{DATE.pattern})", re.IGNORECASE)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})[ _-](?P<month>[a-z]{3,9})[ _-](?P<year>20\d{2})"
    r"(?=\W{0,2}(?:\(?\d\)?)?\.pdf$|$)",
    re.IGNORECASE,
)
_MONTH_IN_TITLE = re.compile(
    rf"\b(?P<month>{MONTH_WORD})\b\.?[\s_-]{{1,3}}(?P<year>20[0-3]\d)\b", re.IGNORECASE
)
_YEAR_IN_TITLE = re.compile(r"(?<!\d)20[0-3]\d\b(?![/\d-]*\d)")
_FIRST_YEAR = 2000
_LONGEST = 240
_LONGEST_ALONE = 40


@dataclass
class Fieldwork:
    """``trouble`` says why the printed words make no dates; ``assumed`` what was understood, not printed."""

    span: DateSpan = field(default_factory=DateSpan)
    windows: tuple[DateSpan, ...] = ()
    trouble: str = ""
    assumed: str = ""


def span_of(date: PrintedDate, raw: str, basis: DateBasis = DateBasis.PRINTED) -> DateSpan:
    """A day, or all days of a month or a year; only ``raw`` where the calendar has no such day."""
    days = date.days
    return DateSpan(raw=raw, start=days[0], end=days[1], basis=basis) if days else DateSpan(raw=raw)


def span_after_label(words: str) -> Fieldwork:
    """The days that stand after a label such as "Inspection dates:"; trouble where there are none."""
    words = words[:_LONGEST].lstrip()
    opening = _OPENING.match(words)
    if opening:
        words = words[opening.end() :]
    dates, dangling = _run(words)
    if not dates:
        return Fieldwork(trouble="No date could be read after the words “Inspection dates”.")
    if opening and opening.group(1).lower() == "between" and len(dates) == 2:
        dates[1].joined = "to"
    raw = squeezed(words[dates[0].begin : dates[-1].end])
    if not dangling:  # what follows may look like another date that could not be joined to the last
        same_line, _, after = words[dates[-1].end :].partition("\n")
        if any(character.isdigit() for character in same_line):
            dangling = same_line.strip()[:40]
        elif (again := DATE.match(after.lstrip())) and not (
            again["month_alone"] or _ONLY_NUMBER.match(after)
        ):
            dangling = after.strip()[:40]
    if dangling:
        return Fieldwork(
            DateSpan(raw=raw),
            trouble=f"A date is expected after “{raw} {dangling}”; none could be read there.",
        )
    return _fieldwork(dates, words, raw)


def span_in_sentence(words: str, written: dt.date | None) -> Fieldwork | None:
    """The days ``words`` open with ("between 20 and 24 June, inspectors ..."); None where there are none.

    ``written``: the day the document carries. A year that is not printed is the last one in which the days
    were over by then.
    """
    opening = _OPENING.match(words)
    words = words[opening.end() if opening else 0 :][:_LONGEST]
    words = _AND_AGAIN.sub("and ", words)
    dates, _ = _run(words)
    while dates and dates[-1].month is None:  # "..., 12 children": a number, no day
        dates.pop()
    if not dates:
        return None
    if opening and opening.group(1).lower() == "between" and len(dates) % 2 == 0:
        for last in dates[1::2]:
            last.joined = "to"
    raw = squeezed(words[dates[0].begin : dates[-1].end])
    if dates[-1].year is not None:
        return _fieldwork(dates, words, raw)
    if written is None:
        return Fieldwork(DateSpan(raw=raw), trouble=f"“{raw}” has no year, and no other date tells it.")
    dates[-1].year = written.year
    days = dates[-1].days
    if days and days[0] > written:
        dates[-1].year = written.year - 1
    found = _fieldwork(dates, words, raw)
    found.assumed = f"The year is not printed; {dates[-1].year} was understood from the document's own date."
    return found


def day_in(words: str) -> DateSpan:
    """The day that ``words`` open with; only ``raw`` where they open with something else."""
    words = squeezed(words)
    date = date_of(DATE.match(words), misspelt=True)
    if date is None or date.day is None or not date.days:
        return DateSpan(raw=words[:40])
    return span_of(date, words[date.begin : date.end])


def published_in_name(name: str) -> DateSpan:
    """The date Ofsted's own file names end in ("… - 19 november 2018.pdf")."""
    found = _IN_NAME.search(name)
    if not found or found["month"].lower() not in MONTHS:
        return DateSpan()
    date = PrintedDate(int(found["year"]), MONTHS[found["month"].lower()], int(found["day"]))
    return span_of(date, found.group(0), DateBasis.FILENAME) if date.days else DateSpan()


def spans_in(words: str) -> list[DateSpan]:
    """Every day, month and span of either that prose prints with its year, in reading order."""
    text = squeezed(words)
    found: list[DateSpan] = []
    match = _ANYWHERE.search(text)
    while match:
        span, end = _span_at(text, match)
        if span:
            found.append(span)
        match = _ANYWHERE.search(text, end)
    return found


def span_at_start(words: str) -> DateSpan | None:
    """What ``spans_in`` finds right at the start, after "in", "between" and the like; or a year alone."""
    text = squeezed(words)
    begin = _LEADS.match(text)
    text = text[begin.end() :] if begin else text
    match = DATE.match(text)
    span = _span_at(text, match)[0] if match else None
    if span is None and (year := _YEAR_IN_TITLE.match(text)):
        return span_of(PrintedDate(int(year.group()), None), year.group())
    return span


def span_alone(words: str) -> DateSpan | None:
    """The date or span of dates that the words are, and nothing else."""
    text = squeezed(words).strip(" .")
    if len(text) > _LONGEST_ALONE:
        return None
    found = spans_in(text)
    return found[0] if len(found) == 1 and found[0].raw == text else None


def is_several_days(span: DateSpan) -> bool:
    """As the days of a fieldwork; a month or a year is not several days but one date."""
    return span.start != span.end and span.raw[:1].isdigit() and not span.raw.isdigit()


def month_in_title(title: str, basis: DateBasis = DateBasis.PRINTED) -> DateSpan | None:
    """The last month or, where it names none, the one year of a title or of an address
    ("durham-october-2019")."""
    months = [found for found in _MONTH_IN_TITLE.finditer(title) if found["month"].lower() in MONTHS]
    if months:
        date = PrintedDate(int(months[-1]["year"]), MONTHS[months[-1]["month"].lower()])
        return span_of(date, months[-1].group(), basis)
    years = set(_YEAR_IN_TITLE.findall(title))
    if len(years) != 1:
        return None
    [year] = years
    return span_of(PrintedDate(int(year), None), year, basis)


def _run(words: str) -> tuple[list[PrintedDate], str]:
    """The run of days that the words open with, each with how it is joined to the one before.

    The second value is a joining word that no date follows; empty when all is well.
    """
    dates: list[PrintedDate] = []
    position, joined, printed = 0, "", ""
    while True:
        date = date_of(DATE.match(words, position), misspelt=True)
        if date is None or date.day is None:
            return dates, printed
        date.joined = joined
        dates.append(date)
        between = _BETWEEN.match(words, date.end)
        if not between:
            return dates, ""
        joined, printed = "to" if between["to"] else "and", between.group(0).strip()
        position = between.end()


def _span_at(text: str, match: re.Match[str]) -> tuple[DateSpan | None, int]:
    """The date that stands at ``match``, with the one it is joined to; and where to look further."""
    first = date_of(match)
    if first is None or (match["y"] and len(match["y"]) == 2):
        return None, match.end()
    between = _BETWEEN.match(text, first.end)
    last = date_of(DATE.match(text, between.end())) if between and not between["comma"] else None
    if last and last.days and last.month and (first.day is None) == (last.day is None):
        pair = [replace(first), last]
        _complete(pair, over_new_year=1)
        if (days := pair[0].days) and days[0] <= last.days[1] and days[0].year >= _FIRST_YEAR:
            raw = text[first.begin : last.end]
            return DateSpan(raw=raw, start=days[0], end=last.days[1], basis=DateBasis.PRINTED), last.end
    days = first.days if first.month else None
    if days is None or days[0].year < _FIRST_YEAR:
        return None, first.end
    return span_of(first, text[first.begin : first.end]), first.end


def _fieldwork(dates: list[PrintedDate], words: str, raw: str) -> Fieldwork:
    assumed = _complete(dates)
    groups: list[list[PrintedDate]] = []
    for date in dates:
        if date.days is None:
            return Fieldwork(DateSpan(raw=raw), trouble=f"“{raw}” is not a complete date.")
        if date.joined == "to" and len(groups[-1]) == 2:
            return Fieldwork(DateSpan(raw=raw), trouble=f"“{raw}” is not a span of days.")
        if date.joined == "to":
            groups[-1].append(date)
        else:
            groups.append([date])
    windows = []
    for group in groups:
        first, last = span_of(group[0], ""), span_of(group[-1], "")
        printed = squeezed(words[group[0].begin : group[-1].end])
        windows.append(DateSpan(raw=printed, start=first.start, end=last.end, basis=DateBasis.PRINTED))
    span = DateSpan(raw=raw, start=windows[0].start, end=windows[-1].end, basis=DateBasis.PRINTED)
    ends = [day for window in windows for day in (window.start, window.end) if day]
    trouble = "" if ends == sorted(ends) else f"The dates “{raw}” are not in order."
    # "5 and 6 March 2014" are two days of one visit, not two visits.
    parted = len(windows) > 1 and any(len(group) > 1 for group in groups)
    return Fieldwork(span, tuple(windows) if parted else (), trouble, assumed)


def _complete(dates: list[PrintedDate], over_new_year: int = 6) -> str:
    """Month and year not printed come from the date that follows. Says what had to be understood.

    "28 November to 9 January 2015" runs over New Year, being ``over_new_year`` months apart or more.
    """
    assumed = ""
    for earlier, later in zip(reversed(dates[:-1]), reversed(dates[1:]), strict=True):
        if earlier.month is None:
            earlier.month = later.month
        if earlier.year is None:
            earlier.year = later.year
            if later.year and earlier.month and later.month and earlier.month - later.month >= over_new_year:
                earlier.year = later.year - 1
                assumed = f"The year of the first date is not printed; {earlier.year} was understood."
    return assumed
