"""Letters of joint targeted area inspections (PDF), from 2016: one authority's partnership, no grade.

Ofsted, the Care Quality Commission and the inspectorates of police and probation write to the partnership of
one local authority. The letter says when they came and what they looked at; strengths and what must improve
stand under headings. Names in the address block and at the letter's close are not read.
"""

from __future__ import annotations

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers.jtai_report.letter import LAYOUT, Part, about, is_jtai, title_of
from inspections.reading.records import Reading
from inspections.reading.structure import report_dates
from inspections.reading.structure.paragraphs import paragraphs
from inspections.reading.structure.passages import passages
from inspections.reading.structure.report import Report, first_page

NAME = "jtai_report"
VERSION = 1


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
    report = Report(pages, name)
    printed = report.letter_date()
    if printed.start is None and not printed.raw:
        printed = report_dates.published(report.first_page)
    published = report.published(printed)
    letter = pages[title.page :]
    fieldwork = report.fieldwork_in_sentences(letter, published.start)
    if fieldwork.span.start is None:  # a letter set as a report has a line of dates
        line = report_dates.fieldwork(first_page(letter))
        fieldwork = line if line.span.start else fieldwork
    place = report.place(title.place, missing="The title of the letter names no authority")
    if title.other_place:
        message = f"The title says “{title.place}”, the letter itself “{title.other_place}”."
        report.block("place", title.place, message)
    # From the first finding on: the address block before the title is never searched.
    findings = [*[""] * title.page, letter[0][title.findings_from :], *letter[1:]]
    return report.reading(
        reader=NAME,
        version=VERSION,
        title="Joint targeted area inspection",
        framework="jtai",
        kind="joint",
        place=place,
        topic=title.topic,
        fieldwork=fieldwork,
        published=published,
        passages=passages(paragraphs(findings, LAYOUT, Part()), about),
    )
