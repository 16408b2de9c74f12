"""Ofsted's reports on local authority children's services, LAC 2013, SIF and ILACS (PDF).

Grades stand in a table on page 1 and again in headings, sentences or a last-page table: the second place
checks the first. What is missing, torn or contradictory is a blocking problem; nothing is guessed. The text
is searched for passages on every theme and for numbers of cases looked at. Names of inspectors are not read.
"""

from __future__ import annotations

import datetime as dt
import re

from inspections.definitions.loader import definitions
from inspections.reading.readers.ofsted_report import judgements
from inspections.reading.readers.ofsted_report.headings import passages
from inspections.reading.readers.ofsted_report.kinds import Family, Kind, kind_of, reviews_board
from inspections.reading.readers.ofsted_report.places import printed_place
from inspections.reading.records import InspectionRecord
from inspections.reading.structure import report_dates
from inspections.reading.structure.report import Report
from inspections.reading.structure.report_reader import ReportReader

NAME = "ofsted_report"
VERSION = 3

_FRAMEWORKS = {"lac": "ofsted-lac-2013", "sif": "ofsted-sif", "lscb": "ofsted-lscb"}
_TITLES = {
    "ofsted-lac-2013": "Inspection of looked after children services",
    "ofsted-sif": "Inspection of services for children in need of help and protection, "
    "children looked after and care leavers",
    "ofsted-lscb": "Review of the effectiveness of the Local Safeguarding Children Board",
}
_ILACS_TITLE = "Inspection of children’s services"
_REINSPECTION = re.compile(r"\bre\s?[-–—]?\s?inspection\s+of\s+services\b", re.IGNORECASE)
_EARLIER_JUDGEMENTS = re.compile(
    r"judge?ments\s+for\s+the\s+local\s+authority\s+were\s*:[^\n]*\n[^\n]{0,20}overall\s+effectiveness",
    re.IGNORECASE,
)


def _inspection(report: Report, kind: Kind) -> tuple[str, InspectionRecord]:
    fieldwork = report_dates.fieldwork(report.first_page)
    found = judgements.found_rows(report.pages, kind.family)
    graded = {aspect for aspect, rows in found.items() if any(row.printed for row in rows)}
    with_board = kind.family == "sif" and reviews_board(report.first_page)
    framework = _framework(kind.family, graded, fieldwork.span.start)
    judged = judgements.judge(report, found, framework, with_board=with_board)
    published = report.published(report_dates.published(report.first_page))
    place = report.place(
        printed_place(report.first_page), missing="The title names no council", may_be_two=False
    )
    # A SIF re-inspection says so in its title, or lists the judgements of the SIF inspection before it.
    again = kind.family == "sif" and (
        _REINSPECTION.search(report.first_page)
        or (not with_board and any(_EARLIER_JUDGEMENTS.search(page) for page in report.pages[1:8]))
    )
    return _TITLES.get(framework, _ILACS_TITLE), report.inspection(
        framework=framework,
        kind="reinspection" if again else "full",
        place=place,
        fieldwork=fieldwork,
        published=published,
        judgements=judged,
        passages=passages(report.pages, board=kind.family == "lscb"),
    )


def _framework(family: Family, graded: set[str], began: dt.date | None) -> str:
    """An edition of ILACS is known by the rows a report has; only where they do not tell (one is missing), by
    its first day."""
    if family != "ilacs":
        return _FRAMEWORKS[family]
    apart = graded & {"in_care", "care_leavers"}
    if "in_care_and_care_leavers" in graded and not apart:
        return "ofsted-ilacs-2018"
    if (apart and "overall" in graded) or began is None:
        return "ofsted-ilacs-2023"
    edition = definitions().edition_on("ilacs", began)
    return edition.code if edition else "ofsted-ilacs-2018"


READER = ReportReader(
    NAME, VERSION, "an Ofsted report on a local authority's children's services", kind_of, _inspection
)
recognises, read, read_pages = READER.recognises, READER.read, READER.read_pages
