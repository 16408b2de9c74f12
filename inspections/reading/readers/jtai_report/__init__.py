"""Letters of joint targeted area inspections (PDF), from 2016: one authority's partnership, no grade.

Ofsted, the Care Quality Commission and the inspectorates of police and probation write to the partnership of
one local authority. The letter says when they came and what they looked at; strengths and what must improve
stand under headings. Names in the address block and at the letter's close are not read.
"""

from __future__ import annotations

import datetime as dt

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.language.dates import Fieldwork, published_in_name
from inspections.reading.readers.jtai_report.sections import LAYOUT, Part, about
from inspections.reading.readers.jtai_report.titles import Title, is_jtai, title_of
from inspections.reading.readers.ofsted_report import checks
from inspections.reading.readers.ofsted_report import dates as labelled
from inspections.reading.readers.ofsted_report.frameworks import Rulebook
from inspections.reading.records import DateSpan, InspectionRecord, ProblemRecord, Reading
from inspections.reading.structure import letters
from inspections.reading.structure.paragraphs import paragraphs
from inspections.reading.structure.passages import Passages, passages

NAME = "jtai_report"
VERSION = 1

_JTAI = Rulebook("jtai", (), frozenset(), dt.date(2016, 1, 1), dt.date(2100, 1, 1))


def recognises(source: Source) -> bool:
    return source.kind == "pdf" and is_jtai(source.pages)


def read(source: Source) -> Reading:
    """Raises UnreadableSource where the document is no such letter."""
    return read_pages(source.pages, source.name)


def read_pages(pages: list[str], name: str) -> Reading:
    """The same for text already at hand; ``name`` is the path relative to the folder given."""
    title = title_of(pages)
    if title is None:
        raise UnreadableSource("This is not the letter of a joint targeted area inspection.")
    published, problems = _publication(pages, name)
    fieldwork, doubts = _fieldwork(pages[title.page :], published)
    problems += [*doubts, *checks.dates_make_sense(fieldwork, published, _JTAI)]
    place, doubts = letters.place_of(title.place, name, missing="The title of the letter names no authority.")
    problems += doubts
    if title.other_place:
        message = f"The title says “{title.place}”, the letter itself “{title.other_place}”."
        problems.append(letters.blocking("place", title.place, message))
    spoken = _passages(pages, title)
    inspection = InspectionRecord(
        inspectorate="joint",
        framework="jtai",
        kind="joint",
        places=(place,),
        topic=title.topic,
        fieldwork=fieldwork.span,
        windows=fieldwork.windows,
        published=published,
        case_reviews=tuple(spoken.case_reviews),
        findings=tuple(spoken.findings),
        themes_read=True,
    )
    return Reading(
        reader=NAME,
        version=VERSION,
        kind="report",
        title=f"Joint targeted area inspection: {place.raw}",
        publisher="Ofsted",
        pages=len(pages),
        inspections=(inspection,),
        problems=tuple(problems),
    )


def _publication(pages: list[str], name: str) -> tuple[DateSpan, list[ProblemRecord]]:
    printed, problems = letters.letter_date(pages)
    if printed.start is None and not printed.raw:
        printed = labelled.published(letters.first_page(pages))
    published, doubts = checks.publication(printed, published_in_name(name))
    return published, [*problems, *doubts]


def _fieldwork(pages: list[str], published: DateSpan) -> tuple[Fieldwork, list[ProblemRecord]]:
    """From the sentence that says so; where the letter is set as a report, from its line of dates."""
    told, problems = letters.fieldwork_told(pages, published.start)
    if told.span.start is None:
        line = labelled.fieldwork(letters.first_page(pages))
        if line.span.start is not None:
            return line, []
    return told, problems


def _passages(pages: list[str], title: Title) -> Passages:
    """Of the letter from its first finding on: the address block before the title is never searched."""
    findings = [*[""] * title.page, pages[title.page][title.findings_from :], *pages[title.page + 1 :]]
    return passages(paragraphs(findings, LAYOUT, Part()), about)
