"""Letters of joint targeted area inspections (PDF), from 2016: one authority's partnership, no grade.

Ofsted, the Care Quality Commission and the inspectorates of police and probation write to the partnership of
one local authority. The letter says when they came and what they looked at; strengths and what must improve
stand under headings. Names in the address block and at the letter's close are not read.
"""

from __future__ import annotations

from inspections.reading.readers.jtai_report.letter import LAYOUT, Title, title_of
from inspections.reading.records import InspectionRecord
from inspections.reading.structure import report_dates
from inspections.reading.structure.paragraphs import Part, paragraphs
from inspections.reading.structure.passages import about_body_named, passages
from inspections.reading.structure.report import Report, first_page
from inspections.reading.structure.report_reader import ReportReader

NAME = "jtai_report"
VERSION = 1


def _inspection(report: Report, title: Title) -> tuple[str, InspectionRecord]:
    printed = report.letter_date()
    if printed.start is None and not printed.raw:
        printed = report_dates.published(report.first_page)
    published = report.published(printed)
    letter = report.pages[title.page :]
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
    return "Joint targeted area inspection", report.inspection(
        framework="jtai",
        kind="joint",
        place=place,
        topic=title.topic,
        fieldwork=fieldwork,
        published=published,
        passages=passages(paragraphs(findings, LAYOUT, Part()), about_body_named),
    )


READER = ReportReader(NAME, VERSION, "the letter of a joint targeted area inspection", title_of, _inspection)
recognises, read, read_pages = READER.recognises, READER.read, READER.read_pages
