"""The outcome of an Area SEND inspection: one of three sentences below the heading "Inspection outcome"."""

from __future__ import annotations

import re

from inspections.reading.language.send_outcomes import stated_outcomes
from inspections.reading.records import JudgementRecord
from inspections.reading.structure.report import Report
from inspections.terms import GradeStatus

_HEADING = re.compile(
    r"^[ ]*(?:the )?(?:inspection outcomes?\b|outcomes?[ ]*:?[ ]*$)", re.IGNORECASE | re.MULTILINE
)
_NEXT_HEADING = re.compile(
    r"^[ ]*(?:information about |about the (?:local )?area|what is it like|what (?:is|are|does|do) the )",
    re.IGNORECASE | re.MULTILINE,
)
_PAGES = 3
_LONGEST = 3000


def outcome(report: Report) -> JudgementRecord:
    """The one outcome the report states; unreadable, with a problem, where it states none or several."""
    number, words = _section(report.pages)
    found, doubted = stated_outcomes(words)
    printed = " / ".join(found.values()) or doubted
    if len(found) != 1:
        if found:
            message = "The report states more than one of the three outcomes."
        elif doubted:
            message = "A sentence names an outcome, but not as this inspection's own."
        else:
            message = "None of the three outcomes could be read below “Inspection outcome”."
        report.block("area_send_outcome", printed, message, where=f"page {number}")
    return JudgementRecord(
        aspect="area_send_outcome",
        aspect_printed="Inspection outcome",
        grade=next(iter(found)) if len(found) == 1 else None,
        grade_status=GradeStatus.GRADED if len(found) == 1 else GradeStatus.UNREADABLE,
        printed=printed[:500],
        page=number,
        locator=f"Inspection outcome, page {number}",
    )


def _section(pages: list[str]) -> tuple[int, str]:
    """The page (from 1) and the text below "Inspection outcome", up to the next heading."""
    for number, page in enumerate(pages[:_PAGES], 1):
        heading = _HEADING.search(page)
        if heading is None:
            continue
        words = page[heading.end() :] + "\n" + "".join(pages[number : number + 1])
        ends = _NEXT_HEADING.search(words)
        return number, words[: min(ends.start() if ends else _LONGEST, _LONGEST)]
    return 1, ""
