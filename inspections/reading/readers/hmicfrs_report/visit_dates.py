"""When a police inspection was, and when its report came out.

Fieldwork stands behind a label ("Fieldwork: 4–15 February 2019"), on a cover, or in a sentence on this very
inspection ("We inspected between 12 and 23 April 2021"). A month or a year is a span.

Publication: a page's own "Published on" is often the day the website was moved, two years after the report.
So whatever else dates the report comes first: another label, the cover, the month or year of the title or
of the address, the copyright line. If "Published on" falls within that span it makes it a day; if not, both
stand in ``raw`` and a note says so. With nothing better it is used, basis "unknown" and with a note; but
never where it lies before the end of the fieldwork.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from inspections.reading.language.dates import (
    is_several_days,
    month_in_title,
    span_alone,
    span_of,
    spans_in,
)
from inspections.reading.language.printed_dates import PrintedDate
from inspections.reading.problems import blocking, note
from inspections.reading.readers.hmicfrs_report import news
from inspections.reading.readers.hmicfrs_report.kinds import Kind, Opening
from inspections.reading.readers.hmicfrs_report.pieces import Piece
from inspections.reading.records import DateSpan, ProblemRecord
from inspections.reading.structure.page_dates import labelled, within
from inspections.terms import DateBasis

_LONGEST_WAIT = _LONGEST_VISIT = dt.timedelta(days=366)
_VISIT = r"fieldwork|(?:re-?)?inspection|review"
_LABEL = re.compile(
    rf"^(?:{_VISIT})(?: dates?| period)?\s*:\s*"
    rf"|^(?:dates?|period) of (?:the )?(?:{_VISIT})\b\s*:?\s*"
    rf"|^(?:{_VISIT}) (?:dates?|period|carried out|conducted|took place)\b\s*(?:on|in|from|between|:)?\s*",
    re.IGNORECASE,
)
_DID = (
    r"(?:inspected|examined|audited|assessed|reviewed|revisited|visited|returned|re-?inspected|conducted"
    r"|carried out|undertook|took place|completed|fieldwork|held)"
)
_SPOKE = re.compile(rf"\b{_DID}\b", re.IGNORECASE)
_THIS = re.compile(r"\b(?:this|our|the|we|hmic\w*|inspectors)\b", re.IGNORECASE)
_OF_INSPECTION = re.compile(
    r"\b(?:inspect\w*|re-?inspect\w*|fieldwork|review\w*|revisit\w*|audit\w*|case file)\b", re.IGNORECASE
)
# Words of another inspection, of a publication, or of anybody else's doings.
_NOT_THIS = re.compile(
    r"\b(?:previous\w*|earlier|last inspect\w*|initial|original|first inspect\w*|since (?:our|the) \w*"
    r"|publish\w*|peel|joint|ofsted|will|plans? to|next|crime data|census|recommended"
    r"|as a result of (?:our|the)"
    r"|(?:force|constabulary)(?:['’]s)? (?:itself |had |has |also |own ){0,2}"
    r"(?:audit|review|assess|examin|conduct|complet|carri|undert)\w*|(?:its|their) own (?:audit|review)s?)\b",
    re.IGNORECASE,
)
_REVIEWED = re.compile(r"\b(?:review\w*|revisit\w*|return\w*|re-?inspect\w*|follow[- ]up)\b", re.IGNORECASE)
_PUBLISHED_LABEL = re.compile(
    r"^(?:(?:report|first|originally|date) published|(?:date of )?publication(?: date)?"
    r"|this report was published)"
    r"\s*(?:on|in)?\s*:?\s*",
    re.IGNORECASE,
)
_OWN_LABEL = re.compile(r"^published(?: on| in)?\s*:?\s*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©\s*(?:hmic(?:frs)?|crown copyright)?,?\s*(?P<year>20[12]\d)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_FAR = 60_000


@dataclass
class Dates:
    fieldwork: DateSpan = field(default_factory=DateSpan)
    published: DateSpan = field(default_factory=DateSpan)
    problems: list[ProblemRecord] = field(default_factory=list)


def dates_of(
    pieces: Sequence[Piece], opening: Opening, kind: Kind, *, web: bool, of_news: bool = False
) -> Dates:
    """``web``: a page of the website, whose "Published on" is not trusted. ``of_news``: of a report."""
    found = Dates()
    texts = [piece.text for piece in pieces]
    _find_fieldwork(found, pieces, texts, opening, kind)
    if of_news and not found.fieldwork.raw:
        found.fieldwork = news.fieldwork_in(texts)
    own = next(iter(labelled(texts, _OWN_LABEL)), None)
    end = found.fieldwork.end
    dated = _publications(texts, opening)
    better = next((span for span in dated if not end or not span.end or span.end >= end), None)
    if not web and own is not None:
        better = own
    if better is None:
        _page_date_alone(found, own)
    elif own is None or own is better:
        found.published = better
    elif within(own, better):
        found.published = own.model_copy(update={"basis": DateBasis.PRINTED})
    else:
        stated = f"{better.raw} (the page: published on {own.raw})"
        found.published = better.model_copy(update={"raw": stated[:200]})
        message = (
            f"The page says it was published on {own.raw}; the report itself is dated {better.raw}, which is"
            " used. The page's own date is often of a move of the website."
        )
        found.problems.append(note("page", "published", own.raw, message, kept=better.raw))
    return found


def _find_fieldwork(
    found: Dates, pieces: Sequence[Piece], texts: Sequence[str], opening: Opening, kind: Kind
) -> None:
    # Several days alone in a line of the cover are those of the fieldwork, never of a publication; years
    # between them are of something else: of the copies an archive holds, of a plan.
    several = [span for line in opening.cover if (span := span_alone(line)) and is_several_days(span)]
    alone = [span for span in several if span.start and span.end and span.end - span.start <= _LONGEST_VISIT]
    printed = [*labelled(texts, _LABEL, ends=False), *alone]
    said = _in_sentences(pieces, kind)
    exact = [span for span in said if any(within(span, other) for other in printed)]
    visits = _apart([*printed, *exact] if printed else said)
    if len(visits) > 1 and printed:
        first, other = visits[0].raw, visits[1].raw
        message = f"The inspection is dated “{first}” and “{other}”."
        found.problems.append(blocking("document", "fieldwork", first, message, other=other))
    elif visits:
        found.fieldwork = visits[0]


def _apart(candidates: Iterable[DateSpan]) -> list[DateSpan]:
    """The candidates without those another one narrows down: "October 2019" and "7–18 October 2019"."""
    kept: list[DateSpan] = []
    for one in candidates:
        for place, other in enumerate(kept):
            if within(one, other):
                kept[place] = one
                break
            if within(other, one):
                break
        else:
            kept.append(one)
    return kept


def _in_sentences(pieces: Sequence[Piece], kind: Kind) -> list[DateSpan]:
    """The first sentence that says when this inspection was; the more exact, where two agree."""
    follows = kind in ("post_inspection_review", "reinspection")
    second_best: list[DateSpan] = []
    for piece in pieces:
        if piece.kind not in ("paragraph", "item") or piece.part.earlier or len(piece.text) > _FAR:
            continue
        for sentence in _SENTENCE.split(piece.text):
            if not (_SPOKE.search(sentence) and _THIS.search(sentence) and _OF_INSPECTION.search(sentence)):
                continue
            if _NOT_THIS.search(sentence):
                continue
            spans = spans_in(sentence)
            if not spans:
                continue
            if not follows or _REVIEWED.search(sentence):
                return [spans[0], *(other for other in spans[1:] if within(other, spans[0]))]
            second_best.append(spans[0])
    return second_best[:1] if not follows else []


def _publications(texts: Sequence[str], opening: Opening) -> Iterator[DateSpan]:
    """The dates of publication that are not the page's own, the surest first."""
    yield from labelled(texts, _PUBLISHED_LABEL)
    for line, above in zip(opening.cover, ["", *opening.cover], strict=False):
        span = span_alone(line)
        if span and not _OWN_LABEL.match(above) and not is_several_days(span):
            yield span
    *titles, address = opening.titles if len(opening.titles) > 1 else (*opening.titles, "")
    in_titles = [month_in_title(title) for title in titles]
    yield from filter(None, [*in_titles, month_in_title(address, DateBasis.FILENAME)])
    for text in texts:
        if "©" in text and (match := _COPYRIGHT.search(text)):
            yield span_of(PrintedDate(int(match["year"]), None), match.group(0))


def _page_date_alone(found: Dates, own: DateSpan | None) -> None:
    if own is None or own.start is None:
        return
    end = found.fieldwork.end
    if end and own.start < end:
        found.published = DateSpan(raw=own.raw)
        message = (
            f"The page's own date lies before the inspection ended ({end}): it is kept as stated, not used."
        )
    else:
        found.published = own.model_copy(update={"basis": DateBasis.UNKNOWN})
        late = bool(end and own.start - end > _LONGEST_WAIT)
        message = (
            "Nothing else dates the report, so the page's own date is used; such dates are often of a move of"
            " the website."
            + (f" This one lies more than a year after the inspection ended ({end})." if late else "")
        )
    found.problems.append(note("page", "published", own.raw, message))
