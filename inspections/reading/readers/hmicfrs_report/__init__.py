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
from inspections.reading.language.text import squeezed
from inspections.reading.readers.hmicfrs_report import (
    findings,
    kinds,
    places,
    reconcile,
    reviews,
    topics,
    visit_dates,
)
from inspections.reading.readers.hmicfrs_report.kinds import Kind, Opening
from inspections.reading.readers.hmicfrs_report.lines import blocks_of
from inspections.reading.readers.hmicfrs_report.pieces import Piece, pieces_of
from inspections.reading.readers.hmicfrs_report.visit_dates import Dates
from inspections.reading.records import InspectionRecord, Reading

NAME = "hmicfrs_report"
VERSION = 2
# No page or PDF of this kind was at hand when this was written.
LAYOUTS_SEEN = False

_COVER_LINES = 20
_FROM_2024 = dt.date(2024, 2, 1)
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
    parts = pieces_of(source.page.blocks if web else blocks_of(source.pages), web=web)
    if all(part.kind == "heading" for part in parts):
        raise UnreadableSource("This page has a title and no words below it: it was not saved whole.")
    when = visit_dates.dates_of(parts, _cover(source), opening, kind, web=web)
    tallies = reviews.tallies_of(parts)
    graded = _topics(parts, kind, when, bool(tallies))
    counted = reconcile.reviews_of(tallies)
    said = findings.findings_of(parts, {one.piece.place for one in tallies})
    place, doubts = places.place_of(opening, kind, parts)
    inspection = InspectionRecord(
        inspectorate="hmicfrs",
        framework=_framework(opening, when, graded.graded),
        kind=kind,
        places=place,
        fieldwork=when.fieldwork,
        published=when.published,
        judgements=tuple(graded.judgements),
        case_reviews=(*counted.records, *said.proposed),
        findings=tuple(said.findings),
        themes_read=True,
    )
    return Reading(
        reader=NAME,
        version=VERSION,
        layouts_seen=LAYOUTS_SEEN,
        kind="page" if web else "report",
        title=places.title_of(opening, kind, place),
        publisher=_publisher(when),
        url=source.page.url if web else "",
        pages=None if web else len(source.pages),
        inspections=(inspection,),
        problems=(*doubts, *when.problems, *counted.problems, *graded.problems),
    )


def _cover(source: Source) -> list[str]:
    """The lines a document opens with."""
    if source.kind == "html":
        return [block.text for block in source.page.blocks[:_COVER_LINES] if block.kind != "row"]
    first = next((page for page in source.pages if page.strip()), "")
    return [squeezed(line) for line in first.split("\n") if line.strip()][:_COVER_LINES]


def _topics(parts: Sequence[Piece], kind: Kind, when: Dates, counts: bool) -> topics.Topics:
    """Only an inspection grades topics; an undated one that counts cases is of the time before."""
    if kind not in ("full", "reinspection"):
        return topics.Topics()
    day = _day(when)
    return topics.topics_in(parts, sentences=day >= _FROM_2024 if day else not counts)


def _day(when: Dates) -> dt.date | None:
    return when.fieldwork.end or when.published.start


def _framework(opening: Opening, when: Dates, topics_graded: bool) -> str:
    if kinds.is_on_exploitation(opening):
        return kinds.EXPLOITATION
    day = _day(when)
    return kinds.NCPI_2024 if topics_graded or (day and day >= _FROM_2024) else kinds.NCPI_2014


def _publisher(when: Dates) -> str:
    """HMIC took on fire and rescue services, and its longer name, in July 2017."""
    day = when.published.end or when.fieldwork.end
    return "HMIC" if day and day < _HMICFRS_SINCE else "HMICFRS"
