"""Reports of Area SEND inspections by Ofsted and the Care Quality Commission (PDF), from 2023.

A full inspection ends in one of three outcomes, a monitoring inspection in none. No publication date is
printed: the file name's is used, where it has one. Letters of before 2023 give no outcome and are refused.
"""

from __future__ import annotations

import datetime as dt

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.language.dates import published_in_name
from inspections.reading.readers.area_send_report.outcomes import outcome
from inspections.reading.readers.area_send_report.sections import LAYOUT, about
from inspections.reading.readers.area_send_report.titles import title_of
from inspections.reading.readers.ofsted_report import checks
from inspections.reading.readers.ofsted_report import dates as labelled
from inspections.reading.readers.ofsted_report.frameworks import Rulebook
from inspections.reading.records import InspectionRecord, JudgementRecord, ProblemRecord, Reading
from inspections.reading.structure import letters
from inspections.reading.structure.paragraphs import Part, paragraphs
from inspections.reading.structure.passages import passages

NAME = "area_send_report"
VERSION = 1

_AREA_SEND = Rulebook(
    "area-send",
    ("area_send_outcome",),
    frozenset(("positive", "inconsistent", "systemic_failings")),
    dt.date(2023, 1, 1),
    dt.date(2100, 1, 1),
)


def recognises(source: Source) -> bool:
    return source.kind == "pdf" and title_of(source.pages) is not None


def read(source: Source) -> Reading:
    """Raises UnreadableSource for a letter of before 2023 and for what is no Area SEND report."""
    return read_pages(source.pages, source.name)


def read_pages(pages: list[str], name: str) -> Reading:
    """The same for text already at hand; ``name`` is the path relative to the folder given."""
    title = title_of(pages)
    if title is None:
        raise UnreadableSource("This is not the report of an Area SEND inspection.")
    if not title.kind:
        raise UnreadableSource(
            "This is a local area SEND letter of before 2023. It gives no outcome; nothing is taken from it.",
            where="page 1",
            field="kind",
        )
    page = letters.first_page(pages)
    fieldwork = labelled.fieldwork(page)
    published, problems = checks.publication(labelled.published(page), published_in_name(name))
    problems += checks.dates_make_sense(fieldwork, published, _AREA_SEND)
    place, doubts = letters.place_of(title.place, name, missing="The title names no local area.")
    judged, unread = _judgements(pages, title.kind)
    problems += [*doubts, *unread]
    spoken = passages(paragraphs(pages, LAYOUT, Part(skipped=True)), about)
    inspection = InspectionRecord(
        inspectorate="joint",
        framework="area-send",
        kind=title.kind,
        places=(place,),
        fieldwork=fieldwork.span,
        windows=fieldwork.windows,
        published=published,
        judgements=tuple(judged),
        case_reviews=tuple(spoken.case_reviews),
        findings=tuple(spoken.findings),
        themes_read=True,
    )
    return Reading(
        reader=NAME,
        version=VERSION,
        kind="report",
        title=f"Area SEND inspection: {place.raw}",
        publisher="Ofsted",
        pages=len(pages),
        inspections=(inspection,),
        problems=tuple(problems),
    )


def _judgements(pages: list[str], kind: str) -> tuple[list[JudgementRecord], list[ProblemRecord]]:
    """A monitoring inspection gives no outcome; were one read from it, it would be the earlier one's."""
    if kind == "monitoring_visit":
        return [], []
    found = outcome(pages)
    return [found.judgement], found.problems
