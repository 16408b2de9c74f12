"""Where reports and letters print their days: behind a label, on a line of their own, or in a sentence."""

from __future__ import annotations

import datetime as dt
import re

from inspections.reading.language.dates import Fieldwork, day_in, span_after_label, span_in_sentence, span_of
from inspections.reading.language.printed_dates import MONTH, MONTHS, WEEKDAY, PrintedDate
from inspections.reading.language.text import squeezed
from inspections.reading.records import DateSpan

_FIELDWORK = re.compile(r"^[ ]*inspection\s+dates?(?:\s*\(s\)|\(s\))?\s*:?[ ]*", re.IGNORECASE | re.MULTILINE)
_PUBLISHED = re.compile(
    r"^[ ]*(?:report\s+|date\s+)?(?:published|publication\s+date|of\s+publication)"
    r"(?:\s+on)?(?:\s*:\s*|\s+(?=\d))",
    re.IGNORECASE | re.MULTILINE,
)
_DATE_LINE = re.compile(
    r"^[ ]*(?:(?:date|published|publication date|date of publication|report published)[ ]*:?[ ]*)?"
    rf"{WEEKDAY}"
    r"(?P<date>\d{1,2}(?:st|nd|rd|th)?[ ]+[A-Z][a-z]{2,9},?[ ]+20\d{2})[ ]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_HEAD = 6000
_DEAR = re.compile(r"^[ ]*dear\b", re.IGNORECASE | re.MULTILINE)

_MOST_OPENINGS = 200
_OPENS_SPAN = re.compile(
    rf"\b(?:between|from|on)\s+{WEEKDAY}(?=\d)",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(rf"\b(?:in|during)\s+(?P<month>{MONTH}),?\s+(?P<year>20\d\d)\b", re.IGNORECASE)
_SENTENCE_BEFORE = 300
_SENTENCE_AFTER = 500
_STOP = re.compile(r"[.!?]\s+(?=[A-Z‘“])")
_INSPECTED = re.compile(
    r"\b(?:undertook|undertaken|carried out|took place|conducted|completed|visited|inspected|held)\b"
    r"|\binspection (?:ran|was)\b|\bfindings of our inspections?\b",
    re.IGNORECASE,
)
_INSPECTION = re.compile(r"\binspect|\bassurance check|\bimprovement check|\bJTAI\b|\bJICPA\b", re.IGNORECASE)
# What tells the inspection the document is about from others it mentions.
_THIS_ONE = re.compile(
    r"\b(?:this|a joint|the joint|our) (?:targeted area )?(?:inspection|review|check|visit)"
    r"|\b(?:JTAI|JICPA|we)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:previous|last|earlier|since)\b", re.IGNORECASE)
# What the rest of the sentence says may be about an earlier visit; what is close to the days is not.
_CLOSE = 90


def fieldwork(page: str) -> Fieldwork:
    """The inspection's days from a page that prints "Inspection date(s)"."""
    label = _FIELDWORK.search(page)
    if not label:
        return Fieldwork(trouble="The page has no line “Inspection dates”.")
    return span_after_label(page[label.end() : label.end() + 240])


def published(page: str) -> DateSpan:
    """The printed publication date; basis "unknown" where the page prints none."""
    label = _PUBLISHED.search(page)
    return day_in(page[label.end() : label.end() + 60]) if label else DateSpan()


def letter_dates(page: str) -> list[DateSpan]:
    """What stands as a date on a line of its own above "Dear ..."; only ``raw`` where it is no date."""
    page = page[:_LONGEST_HEAD]
    dear = _DEAR.search(page)
    return [day_in(line["date"]) for line in _DATE_LINE.finditer(page[: dear.start()] if dear else page)]


def fieldwork_sentences(pages: list[str], written: dt.date | None) -> list[Fieldwork]:
    """The days that sentences of the first two pages give for the inspection, those to believe first.

    ``written``: the day of the letter, for a year that is not printed. Where no days are given, "took place
    in June 2023" is the whole month. Never empty: the last resort says what is the trouble.
    """
    this_one: list[Fieldwork] = []
    any_one: list[Fieldwork] = []
    for page in pages[:2]:
        for opening in list(_OPENS_SPAN.finditer(page))[:_MOST_OPENINGS]:
            sentence = _sentence_on_inspecting(page, opening.start(), opening.end())
            if not sentence:
                continue
            days = span_in_sentence(page[opening.start() : opening.start() + _SENTENCE_AFTER], written)
            if days is not None:
                (this_one if _THIS_ONE.search(sentence) else any_one).append(days)
    if this_one or any_one:
        return sorted(this_one or any_one, key=lambda days: bool(days.trouble))
    for page in pages[:2]:
        for month in list(_IN_MONTH.finditer(page))[:_MOST_OPENINGS]:
            if _THIS_ONE.search(_sentence_on_inspecting(page, month.start(), month.end())):
                date = PrintedDate(int(month["year"]), MONTHS[month["month"].lower()])
                span = span_of(date, squeezed(f"{month['month']} {month['year']}"))
                return [Fieldwork(span, assumed="Only the month of the inspection is printed, not its days.")]
    return [Fieldwork(trouble="No sentence says on which days the inspection took place.")]


def _sentence_on_inspecting(page: str, begin: int, end: int) -> str:
    """The sentence around a span of days, where it says that there was an inspection then; else nothing."""
    before = _STOP.split(page[max(0, begin - _SENTENCE_BEFORE) : begin])[-1]
    # A line left empty parts paragraphs, whether or not the one above ends in a full stop.
    before = before.rpartition("\n\n")[2]
    after = _STOP.split(page[end : end + _SENTENCE_AFTER])[0]
    sentence = squeezed(f"{before} {after}")
    if not (_INSPECTED.search(sentence) and _INSPECTION.search(sentence)):
        return ""
    return "" if _EARLIER.search(f"{before[-_CLOSE:]} {after[:_CLOSE]}") else sentence
