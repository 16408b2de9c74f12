"""What the letters and reports of joint inspections have in common: when, where, and about whom."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from inspections.reading.documents.folder_name import disagree, names_more, urn_and_folder
from inspections.reading.language.dates import Fieldwork, day_in, span_in_sentence
from inspections.reading.language.text import squeezed
from inspections.reading.records import DateSpan, PlaceRecord, ProblemRecord
from inspections.reading.structure.passages import About

_DATE_LINE = re.compile(
    r"^[ ]*(?:(?:date|published|publication date|date of publication|report published)[ ]*:?[ ]*)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[ ]+)?"
    r"(?P<date>\d{1,2}(?:st|nd|rd|th)?[ ]+[A-Z][a-z]{2,9},?[ ]+20\d{2})[ ]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_HEAD = 6000
_DEAR = re.compile(r"^[ ]*dear\b", re.IGNORECASE | re.MULTILINE)

_MOST_OPENINGS = 200
_OPENS_SPAN = re.compile(
    r"\b(?:between|from|on)\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?=\d)",
    re.IGNORECASE,
)
_MONTHS = [name.lower() for name in calendar.month_name][1:]
_IN_MONTH = re.compile(rf"\b(?:in|during)\s+(?P<month>{'|'.join(_MONTHS)}),?\s+(?P<year>20\d\d)\b", re.I)
_SENTENCE_BEFORE = 300
_SENTENCE_AFTER = 500
_STOP = re.compile(r"[.!?]\s+(?=[A-Z‘“])")
_INSPECTED = re.compile(
    r"\b(?:undertook|undertaken|carried out|took place|conducted|completed|visited|inspected|held)\b"
    r"|\binspection (?:ran|was)\b",
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

_POLICE = re.compile(r"\b(?:police|constabulary|the force|detectives)\b")
_COUNCIL = re.compile(
    r"\b(?:local authority|council|children's (?:social care|services)|social care|social workers?)\b"
)
_BOARD = re.compile(r"\b(?:lscb|safeguarding children(?:'s)? board)\b")
_SEVERAL = re.compile(r"\b(?:partnerships?|partners|agencies|multi-agency|multiagency)\b")
_SPEAKERS: tuple[tuple[About, re.Pattern[str]], ...] = (
    ("police", _POLICE),
    ("council", _COUNCIL),
    ("board", _BOARD),
)

_SEVERAL_PLACES = re.compile(r"\s(?:and|&)\s|,|/", re.IGNORECASE)


def blocking(field: str, value: str, message: str, *, where: str = "page 1") -> ProblemRecord:
    return ProblemRecord(severity="blocking", where=where, field=field, value=value[:200], message=message)


def first_page(pages: list[str]) -> str:
    """The first page that says anything."""
    return next((page for page in pages[:2] if page.strip()), "")


def letter_date(pages: list[str]) -> tuple[DateSpan, list[ProblemRecord]]:
    """The date a letter carries on a line of its own, above "Dear ..."; only ``raw`` where it is no date."""
    page = first_page(pages)[:_LONGEST_HEAD]
    dear = _DEAR.search(page)
    found = [day_in(line["date"]) for line in _DATE_LINE.finditer(page[: dear.start()] if dear else page)]
    days = {span.start for span in found}
    if len(days) > 1:
        printed = " and ".join(span.raw for span in found)
        message = "More than one date stands above the letter; which is the date of the letter is not clear."
        return DateSpan(), [blocking("published", printed, message)]
    return (found[0] if found else DateSpan()), []


def fieldwork_told(pages: list[str], written: dt.date | None) -> tuple[Fieldwork, list[ProblemRecord]]:
    """The days a sentence of the first two pages gives for the inspection.

    ``written``: the day of the letter, for a year that is not printed.
    """
    found: list[Fieldwork] = []
    others_too: list[Fieldwork] = []
    for page in pages[:2]:
        for opening in list(_OPENS_SPAN.finditer(page))[:_MOST_OPENINGS]:
            sentence = _sentence_on_inspecting(page, opening.start(), opening.end())
            if not sentence:
                continue
            told = span_in_sentence(page[opening.start() : opening.start() + _SENTENCE_AFTER], written)
            if told is not None:
                (found if _THIS_ONE.search(sentence) else others_too).append(told)
    found = found or others_too
    if not found:
        return _month_told(pages), []
    first = next((told for told in found if not told.trouble), found[0])
    others = [
        told
        for told in found
        if (told.span.start, told.span.end) != (first.span.start, first.span.end) and not told.trouble
    ]
    if not others:
        return first, []
    message = f"The document gives other days of the inspection too: “{others[0].span.raw}”."
    return first, [blocking("fieldwork", first.span.raw, message)]


def _month_told(pages: list[str]) -> Fieldwork:
    """Where no days are given, "took place in June 2023": the whole month, and a note."""
    for page in pages[:2]:
        for said in list(_IN_MONTH.finditer(page))[:_MOST_OPENINGS]:
            if _THIS_ONE.search(_sentence_on_inspecting(page, said.start(), said.end())):
                first = dt.date(int(said["year"]), _MONTHS.index(said["month"].lower()) + 1, 1)
                last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
                raw = squeezed(f"{said['month']} {said['year']}")
                span = DateSpan(raw=raw, start=first, end=last, basis="printed")
                return Fieldwork(span, assumed="Only the month of the inspection is printed, not its days.")
    return Fieldwork(trouble="No sentence says on which days the inspection took place.")


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


def place_of(printed: str, name: str, *, missing: str) -> tuple[PlaceRecord, list[ProblemRecord]]:
    """The authority as the title names it, held against the folder "80999_borsetshire" the file came in.

    ``missing``: the words of the problem where the title names none.
    """
    urn, folder = urn_and_folder(name)
    place = PlaceRecord(raw=printed or folder, kind="authority", code=urn, scope="authority")
    if not printed:
        return place, [blocking("place", folder, missing)]
    if disagree(printed, folder):
        message = f"The title says “{printed}”, the folder the file came in says “{folder}” (URN {urn})."
        return place, [blocking("place", printed, message)]
    if folder and _SEVERAL_PLACES.search(printed) and names_more(printed, folder):
        # Its code would make one authority of what the title may mean for two.
        message = f"The title says “{printed}”, the folder only “{folder}”: is it about two authorities?"
        return place.model_copy(update={"code": ""}), [blocking("place", printed, message)]
    return place, []


def named(words: str) -> str:
    """A place's name without what a line leaves at its ends: a footnote's number, stops, "the"."""
    words = squeezed(words).strip(" .,:;-–—")
    words = re.sub(r"(?<=[a-z])\s?\d{1,2}$", "", words)
    words = re.sub(r"^the\s+(?=[A-Z])", "", words, flags=re.IGNORECASE)
    return words.strip(" .,:;-–—")[:100]


def about_of(opening: str) -> About:
    """Whom a sentence is about, by its first words (``themes.plain``): a joint report's are the partnership's
    unless they name one body alone."""
    if _SEVERAL.search(opening):
        return "partnership"
    spoken_of = [about for about, pattern in _SPEAKERS if pattern.search(opening)]
    return spoken_of[0] if len(spoken_of) == 1 else "partnership"
