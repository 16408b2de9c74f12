"""HMIC's and HMICFRS's reports on how a police force protects children: web pages and PDFs, 2014 to today.

National child protection inspections, re-inspections, post-inspection reviews, the Metropolitan quarterly
updates, the national thematic reports and the commissioned exploitation inspection. Tallies of graded cases,
overall and per area of child protection, keep who assessed which sample apart; from February 2024 five topics
are graded instead. What does not reconcile is a problem that names both; nothing is guessed. Names of
officers and inspectors are not read.
"""

from __future__ import annotations

import datetime as dt

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers.hmicfrs_report import (
    findings,
    kinds,
    places,
    reconcile,
    reviews,
    topics,
    visit_dates,
)
from inspections.reading.readers.hmicfrs_report.headings import area_of
from inspections.reading.readers.hmicfrs_report.pieces import pieces_of
from inspections.reading.records import InspectionRecord, Reading
from inspections.reading.structure.pdf_blocks import blocks_of
from inspections.terms import SourceKind

NAME = "hmicfrs_report"
VERSION = 2
# No page or PDF of this kind was at hand when this was written.
LAYOUTS_SEEN = False

_FROM_2024 = dt.date(2024, 2, 1)
# HMIC took on fire and rescue services, and its longer name, then.
_HMICFRS_SINCE = dt.date(2017, 7, 1)


def recognises(source: Source) -> bool:
    return kinds.kind_of(kinds.opening_of(source)) is not None


def read(source: Source) -> Reading:
    """Raises UnreadableSource for another document, and for a page larger than any report."""
    opening = kinds.opening_of(source)
    kind = kinds.kind_of(opening)
    if opening is None or kind is None:
        raise UnreadableSource("This is not a report of HMICFRS on how a police force protects children.")
    web = source.kind == "html"
    blocks = source.page.blocks if web else blocks_of(source.pages, lambda words: area_of(words) is not None)
    parts = pieces_of(blocks, web=web)
    if all(part.kind == "heading" for part in parts):
        raise UnreadableSource("This page has a title and no words below it: it was not saved whole.")
    place, misplaced = places.place_of(opening, kind, parts)
    when = visit_dates.dates_of(parts, opening, kind, web=web)
    tallies = reviews.tallies_of(parts)
    day = when.fieldwork.end or when.published.start
    recent = day is not None and day >= _FROM_2024
    # An undated one that counts cases is of the time before topics were graded.
    may_grade = parts if kind in ("full", "reinspection") else []
    judgements, ungraded = topics.topics_in(may_grade, sentences=recent if day else not tallies)
    case_reviews, unreconciled = reconcile.reviews_of(tallies)
    said = findings.findings_of(parts, {one.piece.place for one in tallies})
    last = when.published.end or when.fieldwork.end
    inspection = InspectionRecord(
        inspectorate="hmicfrs",
        framework=kinds.framework_of(opening, recent=recent or bool(judgements)),
        kind=kind,
        places=place,
        fieldwork=when.fieldwork,
        published=when.published,
        judgements=tuple(judgements),
        case_reviews=(*case_reviews, *said.case_reviews),
        findings=tuple(said.findings),
        themes_read=True,
    )
    return Reading(
        reader=NAME,
        version=VERSION,
        layouts_seen=LAYOUTS_SEEN,
        kind=SourceKind.PAGE if web else SourceKind.REPORT,
        title=places.title_of(opening, kind, place),
        publisher="HMIC" if last and last < _HMICFRS_SINCE else "HMICFRS",
        url=source.page.url if web else "",
        pages=None if web else len(source.pages),
        inspections=(inspection,),
        problems=(*misplaced, *when.problems, *unreconciled, *ungraded),
    )
