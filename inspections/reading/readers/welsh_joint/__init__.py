"""Welsh reports without grades (PDF): Care Inspectorate Wales, and joint child protection inspections.

CIW's performance evaluation inspections, assurance and improvement checks are about one council, the joint
inspections of child protection arrangements (JICPA) about its partnership. Written without a real report at
hand: the layout is not verified, and whatever is not said plainly becomes a problem.
"""

from __future__ import annotations

import datetime as dt
import re

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.language.dates import Fieldwork, published_in_name, span_after_label
from inspections.reading.readers.ofsted_report import checks
from inspections.reading.readers.ofsted_report import dates as labelled
from inspections.reading.readers.ofsted_report.frameworks import Rulebook
from inspections.reading.readers.welsh_joint.sections import LAYOUT, about_council, about_joint
from inspections.reading.readers.welsh_joint.titles import Title, title_of
from inspections.reading.records import DateSpan, InspectionRecord, PlaceRecord, ProblemRecord, Reading
from inspections.reading.structure import letters
from inspections.reading.structure.paragraphs import Part, paragraphs
from inspections.reading.structure.passages import Passages, passages

NAME = "welsh_joint"
VERSION = 1

_OPEN = dt.date(2100, 1, 1)
_RULEBOOKS = {
    "ciw": Rulebook("ciw", (), frozenset(), dt.date(2018, 1, 1), _OPEN),
    "jicpa": Rulebook("jicpa", (), frozenset(), dt.date(2019, 1, 1), _OPEN),
}
_INSPECTORATES = {"ciw": "ciw", "jicpa": "joint"}
_TITLES = {
    "full": "Care Inspectorate Wales inspection",
    "focused_visit": "Care Inspectorate Wales assurance check",
    "monitoring_visit": "Care Inspectorate Wales improvement check",
    "joint": "Joint inspection of child protection arrangements",
}
_DATED = re.compile(
    r"^[ ]*(?:dates? of (?:the )?(?:inspection|fieldwork|visit|check)|(?:inspection|fieldwork) dates?"
    r"|fieldwork)"
    r"(?:\(s\))?[ ]*:?[ ]*(?=(?:from |between |[A-Z][a-z]+day )?\d)",
    re.IGNORECASE | re.MULTILINE,
)


def recognises(source: Source) -> bool:
    return source.kind == "pdf" and title_of(source.pages) is not None


def read(source: Source) -> Reading:
    """Raises UnreadableSource for a report in Welsh, on adults only, or of another kind."""
    return read_pages(source.pages, source.name)


def read_pages(pages: list[str], name: str) -> Reading:
    """The same for text already at hand; ``name`` is the path relative to the folder given."""
    title = title_of(pages)
    if title is None:
        raise UnreadableSource("This is not the report of a Welsh inspection this site knows.")
    if title.refusal:
        raise UnreadableSource(title.refusal, where="page 1", field="kind")
    published, problems = _publication(pages, name)
    fieldwork, doubts = _fieldwork(pages, published)
    problems += [*doubts, *checks.dates_make_sense(fieldwork, published, _RULEBOOKS[title.framework])]
    place, doubts = _place(title, name)
    problems += doubts
    spoken = _passages(pages, title)
    inspection = InspectionRecord(
        inspectorate=_INSPECTORATES[title.framework],
        framework=title.framework,
        kind=title.kind,
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
        title=f"{_TITLES[title.kind]}: {place.raw}",
        publisher="Care Inspectorate Wales",
        pages=len(pages),
        inspections=(inspection,),
        problems=tuple(problems),
    )


def _publication(pages: list[str], name: str) -> tuple[DateSpan, list[ProblemRecord]]:
    printed = labelled.published(letters.first_page(pages))
    problems: list[ProblemRecord] = []
    if printed.start is None:
        printed, problems = letters.letter_date(pages)
    published, doubts = checks.publication(printed, published_in_name(name))
    return published, [*problems, *doubts]


def _fieldwork(pages: list[str], published: DateSpan) -> tuple[Fieldwork, list[ProblemRecord]]:
    page = letters.first_page(pages)
    line = _DATED.search(page)
    if line:
        return span_after_label(page[line.end() :]), []
    return letters.fieldwork_told(pages, published.start)


def _place(title: Title, name: str) -> tuple[PlaceRecord, list[ProblemRecord]]:
    missing = "The first page names no Welsh council."
    place, problems = letters.place_of(title.places[0] if title.places else "", name, missing=missing)
    if len(title.places) > 1:
        message = "The first page names more than one council; which one was inspected is not clear."
        problems.append(letters.blocking("place", "; ".join(title.places), message))
    return place, problems


def _passages(pages: list[str], title: Title) -> Passages:
    """From the first heading that opens findings on; without one, from page 2: page 1 may hold addresses."""
    about = about_joint if title.framework == "jicpa" else about_council
    found = passages(paragraphs(pages, LAYOUT, Part(skipped=True)), about)
    if found.findings or found.case_reviews:
        return found
    return passages(paragraphs(["", *pages[1:]], LAYOUT, Part()), about)
