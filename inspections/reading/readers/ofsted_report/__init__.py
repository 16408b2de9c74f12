"""Ofsted's reports on local authority children's services, LAC 2013, SIF and ILACS (PDF).

Grades stand in a table on page 1 and again in headings, sentences or a last-page table: the second place
checks the first. What is missing, torn or contradictory is a blocking problem; nothing is guessed. The text
is searched for passages on every theme and for numbers of cases looked at. Names of inspectors are not read.
"""

from __future__ import annotations

import re

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers.ofsted_report import checks, dates, frameworks, judgements, passages, places
from inspections.reading.readers.ofsted_report.frameworks import Rulebook
from inspections.reading.readers.ofsted_report.kinds import Kind, kind_of, reviews_board
from inspections.reading.records import DateSpan, InspectionRecord, PlaceRecord, ProblemRecord, Reading

NAME = "ofsted_report"
VERSION = 2

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


def recognises(source: Source) -> bool:
    return source.kind == "pdf" and kind_of(source.pages) is not None


def read(source: Source) -> Reading:
    """Raises UnreadableSource for a kind of document that gives no grades."""
    return read_pages(source.pages, source.name)


def read_pages(pages: list[str], name: str) -> Reading:
    """The same for text already at hand; ``name`` is the path relative to the folder given."""
    kind = kind_of(pages)
    if kind is None:
        raise UnreadableSource("This is not an Ofsted report on a local authority's children's services.")
    if kind.family is None:
        raise UnreadableSource(kind.refusal, where="page 1", field="kind")
    title_page = _title_page(pages)
    fieldwork = dates.fieldwork(title_page)
    found = judgements.found_rows(pages, kind.family)
    graded = {aspect for aspect, rows in found.items() if any(row.printed for row in rows)}
    rulebook = _rulebook(kind, graded, fieldwork.span)
    if kind.family == "sif" and (reviews_board(title_page) or "lscb" in graded):
        rulebook = frameworks.with_board(rulebook)
    judged, problems = judgements.judge(found, rulebook)
    published, said_twice = checks.publication(dates.published(title_page), dates.published_in_name(name))
    place, doubt = _place(title_page, name)
    problems += [*said_twice, *doubt, *checks.dates_make_sense(fieldwork, published, rulebook)]
    spoken = passages.passages(pages, board=kind.family == "lscb")
    inspection = InspectionRecord(
        inspectorate="ofsted",
        framework=rulebook.framework,
        kind=_inspection_kind(pages, title_page, kind),
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
        title=f"{_TITLES.get(rulebook.framework, _ILACS_TITLE)}: {place.raw}",
        publisher="Ofsted",
        pages=len(pages),
        inspections=(inspection,),
        problems=tuple(problems),
    )


def _title_page(pages: list[str]) -> str:
    return next((page for page in pages[:2] if page.strip()), "")


def _rulebook(kind: Kind, seen: set[str], fieldwork: DateSpan) -> Rulebook:
    if kind.family == "lac":
        return frameworks.LAC_2013
    if kind.family == "sif":
        return frameworks.SIF
    if kind.family == "lscb":
        return frameworks.LSCB
    return frameworks.ilacs_rulebook(seen, fieldwork.start)


def _inspection_kind(pages: list[str], title_page: str, kind: Kind) -> str:
    """A SIF re-inspection says so in its title, or lists the judgements of the SIF inspection before it."""
    if kind.family != "sif":
        return "full"
    if _REINSPECTION.search(title_page):
        return "reinspection"
    if not reviews_board(title_page) and any(_EARLIER_JUDGEMENTS.search(page) for page in pages[1:8]):
        return "reinspection"
    return "full"


def _place(title_page: str, name: str) -> tuple[PlaceRecord, list[ProblemRecord]]:
    printed = places.printed_place(title_page)
    urn, folder = places.urn_and_folder(name)
    place = PlaceRecord(raw=printed or folder, kind="authority", code=urn, scope="authority")
    if not printed:
        message = "The title names no council" + (f"; the folder says “{folder}”." if folder else ".")
        return place, [
            ProblemRecord(severity="blocking", where="page 1", field="place", value=folder, message=message)
        ]
    if places.disagree(printed, folder):
        message = f"The title says “{printed}”, the folder the file came in says “{folder}” (URN {urn})."
        problem = ProblemRecord(
            severity="blocking", where="page 1", field="place", value=printed, other=folder, message=message
        )
        return place, [problem]
    return place, []
