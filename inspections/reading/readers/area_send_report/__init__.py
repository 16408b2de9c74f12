"""Reports of Area SEND inspections by Ofsted and the Care Quality Commission (PDF), from 2023.

A full inspection ends in one of three outcomes, a monitoring inspection in none. No publication date is
printed: the file name's is used, where it has one. Letters of before 2023 give no outcome and are refused.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from inspections.reading.language.text import squeezed
from inspections.reading.readers.area_send_report.outcomes import outcome
from inspections.reading.records import InspectionRecord
from inspections.reading.structure import report_dates
from inspections.reading.structure.paragraphs import Part, paragraphs, sectioned
from inspections.reading.structure.passages import about_body_named, passages
from inspections.reading.structure.place_names import named
from inspections.reading.structure.report import Report, first_page
from inspections.reading.structure.report_reader import ReportReader

NAME = "area_send_report"
VERSION = 1

# Letters before the three outcomes came gave none, and are not read.
_OUTCOMES_SINCE = dt.date(2023, 1, 1)
_BEFORE_OUTCOMES = (
    "This is a local area SEND letter of before 2023. It gives no outcome; nothing is taken from it."
)
_HEAD = 2500
_SEND = r"(?:SEND|special educational needs and/?\s?(?:or|and)?\s?disabilit(?:y|ies)(?: \(SEND\))?)"
_TITLE = re.compile(
    rf"\barea {_SEND} (?P<kind>full |monitoring |re-?|pilot )?(?:inspection|visit)s? (?:of|to|in) (?:the )?",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r"(?:^|\s)(?:(?:local )?area partnership|local area|inspection (?:dates?|outcome)|dates? of)\b|[:;]",
    re.IGNORECASE,
)
_LONGEST_NAME = 100
# The letters of 2016 to 2022: "Joint local area SEND inspection in Borset", and visits to see what changed.
_BEFORE_2023 = re.compile(
    rf"\bjoint (?:local )?area {_SEND} (?:inspection|revisit|re-visit)"
    rf"|\b(?:re-?)?visit(?:ed)? (?:to )?the (?:local )?area of .{{2,80}}? to (?:decide|determine) whether"
    r"|\bjoint inspection of the local area of .{2,120}? to judge the effectiveness of the area"
    r"|\beffectiveness of the (?:local )?area in implementing the (?:special educational|SEND|disability)",
    re.IGNORECASE,
)
_OTHER_TITLE = re.compile(
    r"^[ ]*(?:re-?)?(?:inspection of |focus(?:s)?ed visit (?:to|of)|judge?ment grade|joint targeted area)",
    re.IGNORECASE | re.MULTILINE,
)
_PARTNERSHIP = re.compile(r"\blocal area partnership\b", re.IGNORECASE)
_LAYOUT = sectioned(
    (
        (
            "What it is like to be a child or young person with SEND",
            r"What is it like to be a child or young person with[^\n]{0,60}(?:\n[^\n]{0,60}\?)?",
        ),
        (
            "What the partnership does that is effective",
            r"What (?:is|are) the (?:local )?(?:area )?partnerships? doing (?:that is effective|well)",
        ),
        (
            "What the partnership needs to do better",
            r"What do(?:es)? the (?:local )?(?:area )?partnerships? need to (?:do better|improve)",
        ),
        ("Areas for priority action", r"Areas? for priority actions?"),
        ("Areas for improvement", r"Areas? for improvement"),
        (
            "Progress",
            r"(?:What progress has[^\n]{0,120}|Progress (?:made )?(?:against|since|on)[^\n]{0,120})",
        ),
    ),
    skipped=(
        r"(?:Inspection outcome|Outcome|Information about (?:the|this) (?:local )?area(?: partnership)?"
        r"|Contents|Information about this (?:monitoring )?inspection|About this inspection|Inspection team"
        r"|Local area partnership details|The Office for Standards in Education[^\n]*|Piccadilly Gate"
        r"|If you are not happy with[^\n]*|Any complaints about[^\n]*)"
    ),
    to_do=("Areas for priority action", "Areas for improvement"),
)


class Title(NamedTuple):
    """``kind``: full, monitoring_visit, pilot. ``place`` may be empty."""

    kind: str
    place: str
    refusal: str = ""


def title_of(pages: list[str]) -> Title | None:
    """None where the document is none of an Area SEND inspection."""
    page = first_page(pages)[:_HEAD]
    head = squeezed(page)
    title = _TITLE.search(head)
    before = _BEFORE_2023.search(head)
    other = _OTHER_TITLE.search(page)
    # The first title of a document is its own.
    ahead = len(squeezed(page[: other.start()])) if other else len(head)
    if before and before.start() <= ahead:
        return Title("", "", _BEFORE_OUTCOMES)
    if title is None or title.start() > ahead or not _PARTNERSHIP.search(head):
        return None
    name = head[title.end() : title.end() + _LONGEST_NAME]
    ends = _NAME_ENDS.search(name)
    place = named(name[: ends.start()]) if ends else ""
    kind = (title["kind"] or "").strip().lower()
    return Title({"monitoring": "monitoring_visit", "pilot": "pilot"}.get(kind, "full"), place)


def _inspection(report: Report, title: Title) -> tuple[str, InspectionRecord]:
    fieldwork = report_dates.fieldwork(report.first_page)
    published = report.published(report_dates.published(report.first_page))
    return "Area SEND inspection", report.inspection(
        framework="area-send",
        since=_OUTCOMES_SINCE,
        kind=title.kind,
        place=report.place(title.place, missing="The title names no local area"),
        fieldwork=fieldwork,
        published=published,
        # A monitoring inspection gives no outcome; were one read from it, it would be the earlier one's.
        judgements=[] if title.kind == "monitoring_visit" else [outcome(report)],
        passages=passages(paragraphs(report.pages, _LAYOUT, Part(skipped=True)), about_body_named),
    )


READER = ReportReader(NAME, VERSION, "the report of an Area SEND inspection", title_of, _inspection)
recognises, read, read_pages = READER.recognises, READER.read, READER.read_pages
