"""HMIC's and HMICFRS's reports on how a police force protects children: web pages and PDFs, 2014 to today.

National child protection inspections, re-inspections, post-inspection reviews, the Metropolitan quarterly
updates, the national thematic reports and the commissioned exploitation inspection. Tallies of graded cases,
overall and per area of child protection, keep who assessed which sample apart; from February 2024 five topics
are graded instead. What does not reconcile is a problem that names both; nothing is guessed. Names of
officers and inspectors are not read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers.hmicfrs_report import (
    findings,
    kinds,
    news,
    periods,
    places,
    reconcile,
    reviews,
    topics,
    visit_dates,
)
from inspections.reading.readers.hmicfrs_report.headings import area_of
from inspections.reading.readers.hmicfrs_report.pieces import Piece, pieces_of
from inspections.reading.readers.hmicfrs_report.review_tally import ReviewTally
from inspections.reading.records import InspectionRecord, ProblemRecord, Reading
from inspections.reading.structure.pdf_blocks import blocks_of
from inspections.terms import Confidence, SourceKind

NAME = "hmicfrs_report"
VERSION = 3
# No page or PDF of this kind was at hand when this was written.
LAYOUTS_SEEN = False

_FROM_2024 = dt.date(2024, 2, 1)
# HMIC took on fire and rescue services, and its longer name, then.
_HMICFRS_SINCE = dt.date(2017, 7, 1)


def recognises(source: Source) -> bool:
    return kinds.kind_of(kinds.opening_of(source)) is not None


def read(source: Source) -> Reading:
    """Raises UnreadableSource for another document, and for a page larger than any report."""
    opening, kind, parts = _opened(source)
    web = source.kind == "html"
    place, problems = places.place_of(opening, kind, parts)
    confidence = news.confidence_in(opening)
    of_news = confidence is not Confidence.READ
    when = visit_dates.dates_of(parts, opening, kind, web=web, of_news=of_news)
    problems += when.problems
    if of_news and (doubt := news.doubt(when.fieldwork)):
        problems.append(doubt)
    tallies = reviews.tallies_of(parts)
    day = when.fieldwork.end or when.published.start
    recent = day is not None and day >= _FROM_2024
    mine, of_others, untold = reconcile.by_inspection(tallies, when.fieldwork, when.published)
    case_reviews, unreconciled = reconcile.reviews_of(mine)
    # An undated one that counts cases is of the time before topics were graded.
    may_grade = parts if kind in ("full", "reinspection") else []
    judgements, ungraded = topics.topics_in(may_grade, sentences=recent if day else not tallies)
    said = findings.findings_of(parts, {one.piece.place for one in tallies})
    inspection = InspectionRecord(
        inspectorate="hmicfrs",
        framework=kinds.framework_of(opening, recent=recent or bool(judgements)),
        kind=kind,
        places=place,
        confidence=confidence,
        fieldwork=when.fieldwork,
        published=when.published,
        judgements=tuple(judgements),
        case_reviews=(*case_reviews, *said.case_reviews),
        findings=tuple(said.findings),
        themes_read=not of_news,  # what the report says of a theme its news need not say
    )
    others = [_other_inspection(period, theirs, inspection) for period, theirs in of_others.items()]
    problems += [*untold, *unreconciled, *(doubt for _, doubts in others for doubt in doubts), *ungraded]
    kind_of_source = SourceKind.PAGE if web else SourceKind.REPORT
    return Reading(
        reader=NAME,
        version=VERSION,
        layouts_seen=LAYOUTS_SEEN,
        kind=SourceKind.PRESS if confidence is Confidence.PRESS else kind_of_source,
        title=places.title_of(opening, kind, place),
        publisher=news.publisher_in(opening) or _publisher(when),
        url=source.page.url if web else "",
        pages=None if web else len(source.pages),
        inspections=(inspection, *(one for one, _ in others)),
        problems=tuple(problems),
    )


def _opened(source: Source) -> tuple[kinds.Opening, kinds.Kind, list[Piece]]:
    """How it begins, its kind, and its words a piece each. Raises UnreadableSource where there are none."""
    opening = kinds.opening_of(source)
    kind = kinds.kind_of(opening)
    if opening is None or kind is None:
        raise UnreadableSource("This is not a report of HMICFRS on how a police force protects children.")
    web = source.kind == "html"
    blocks = source.page.blocks if web else blocks_of(source.pages, lambda words: area_of(words) is not None)
    parts = pieces_of(blocks, web=web)
    if all(part.kind == "heading" for part in parts):
        raise UnreadableSource("This page has a title and no words below it: it was not saved whole.")
    return opening, kind, parts


def _other_inspection(
    period: str, tallies: Sequence[ReviewTally], told_in: InspectionRecord
) -> tuple[InspectionRecord, list[ProblemRecord]]:
    """What a report repeats of another inspection: second hand, and that one's own."""
    case_reviews, problems = reconcile.reviews_of(tallies)
    record = InspectionRecord(
        inspectorate=told_in.inspectorate,
        framework=told_in.framework,
        kind=periods.kind_in(period),
        places=told_in.places,
        locator=period[:120],
        confidence=Confidence.PRESS if told_in.confidence is Confidence.PRESS else Confidence.QUOTED,
        fieldwork=periods.days_of(period),
        case_reviews=tuple(case_reviews),
    )
    return record, problems


def _publisher(when: visit_dates.Dates) -> str:
    last = when.published.end or when.fieldwork.end
    return "HMIC" if last and last < _HMICFRS_SINCE else "HMICFRS"
