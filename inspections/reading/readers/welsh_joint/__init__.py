"""Welsh reports without grades (PDF or web page): of Care Inspectorate Wales, and of child protection.

CIW's performance evaluation inspections, assurance and improvement checks are about one council, the joint
inspections of child protection arrangements (JICPA) about its partnership. Written without a real report at
hand: the layout is not verified, and whatever is not said plainly becomes a problem.
"""

from __future__ import annotations

import datetime as dt
import re

from inspections.reading.language.dates import span_after_label
from inspections.reading.readers.welsh_joint.titles import Title, is_own_page, title_of
from inspections.reading.records import InspectionRecord
from inspections.reading.structure import report_dates
from inspections.reading.structure.paragraphs import Part, paragraphs, sectioned
from inspections.reading.structure.passages import about_body_named, passages
from inspections.reading.structure.report import Report
from inspections.reading.structure.report_reader import ReportReader
from inspections.terms import About

NAME = "welsh_joint"
VERSION = 3
# No report of this kind was at hand when this was written.
LAYOUTS_SEEN = False

# Of earlier ones no report has this layout; the definitions know no first day.
_LAYOUT_SINCE = {"ciw": dt.date(2018, 1, 1), "jicpa": dt.date(2019, 1, 1)}
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
_LAYOUT = sectioned(
    (
        ("Summary", r"(?:Executive [Ss]ummary|Summary(?: of (?:key )?findings)?|Headline [Ff]indings)"),
        ("Key findings", r"(?:Key|Main|Inspection) [Ff]indings(?: and [Ee]vidence)?|Findings"),
        ("Strengths", r"(?:Key )?[Ss]trengths|Positive [Pp]ractice|Good [Pp]ractice"),
        ("Areas for improvement", r"Areas? for (?:[Ii]mprovement|[Dd]evelopment)|What needs to improve"),
        ("Areas for priority action", r"Areas? for (?:immediate |priority )+actions?"),
        ("Recommendations", r"Recommendations?"),
        ("People", r"People(?: [-–] [^\n]{0,60})?"),
        ("Prevention", r"Prevention(?: [-–] [^\n]{0,60})?"),
        ("Partnerships", r"Partnerships?(?: and [Ii]ntegration)?(?: [-–] [^\n]{0,60})?"),
        ("Well-being", r"Well-?being(?: [-–] [^\n]{0,60})?"),
    ),
    skipped=(
        r"(?:Contents|Next [Ss]teps|Yours (?:sincerely|faithfully)|Method(?:ology)?|Glossary"
        r"|Appendix[^\n]{0,60}|Acknowledge?ments|Context|Background|About (?:us|this report)"
        r"|Inspection team|Welsh [Ll]anguage"
        r"|Adults?[’']? (?:[Ss]ocial )?(?:[Ss]ervices|[Cc]are)(?:: [^\n]{1,60})?)"
    ),
    opens=(
        r"(?:Dear [^\n]{0,80}|Introduction|Overview"
        r"|Children[’']s (?:[Ss]ocial )?(?:[Ss]ervices|[Cc]are)(?:: [^\n]{1,60})?)"
    ),
    to_do=("Areas for priority action", "Recommendations"),
)


def _inspection(report: Report, title: Title) -> tuple[str, InspectionRecord]:
    printed = report_dates.published(report.first_page)
    published = report.published(printed if printed.start else report.letter_date())
    line = _DATED.search(report.first_page)
    if line:
        fieldwork = span_after_label(report.first_page[line.end() :])
    else:
        fieldwork = report.fieldwork_in_sentences(report.pages, published.start)
    place = report.place("".join(title.places[:1]), missing="The first page names no Welsh council")
    if len(title.places) > 1:
        message = "The first page names more than one council; which one was inspected is not clear."
        report.block("place", "; ".join(title.places), message)
    about = about_body_named if title.framework == "jicpa" else _about
    found = passages(report.paragraphs(_LAYOUT, Part(skipped=True)), about)
    if not found.findings and not found.case_reviews and not report.web_page:
        # No heading opened findings: all from page 2 on, since page 1 may hold addresses.
        found = passages(paragraphs(["", *report.pages[1:]], _LAYOUT, Part()), about)
    return _TITLES[title.kind], report.inspection(
        framework=title.framework,
        kind=title.kind,
        place=place,
        topic=title.topic,
        fieldwork=fieldwork,
        published=published,
        passages=found,
        since=_LAYOUT_SINCE[title.framework],
    )


def _about(opening: str) -> About:
    """CIW inspects the council: a sentence that names nobody is about it."""
    found = about_body_named(opening)
    names_partners = "partner" in opening or "agenc" in opening
    return found if found != About.PARTNERSHIP or names_partners else About.COUNCIL


READER = ReportReader(
    NAME,
    VERSION,
    "the report of a Welsh inspection this site knows",
    title_of,
    _inspection,
    publisher="Care Inspectorate Wales",
    layouts_seen=LAYOUTS_SEEN,
    is_web_page=is_own_page,
)
recognises, read, read_pages = READER.recognises, READER.read, READER.read_pages
