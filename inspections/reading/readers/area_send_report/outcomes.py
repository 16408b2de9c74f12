"""The outcome of an Area SEND inspection: one of three sentences below the heading "Inspection outcome"."""

from __future__ import annotations

import re

from inspections.reading.language.text import squeezed
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
_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“])")
_FELT = r"(?:experiences?|outcomes?)"
_GRADES = (
    ("positive", re.compile(
        rf"\bleads?(?:ing)? to (?:\w+ )?positive {_FELT}|\btypically (?:leads?(?:ing)? to )?positive {_FELT}"
        rf"|\b{_FELT} (?:are|were) (?:typically|generally|usually) positive", re.IGNORECASE)),
    ("inconsistent", re.compile(
        rf"\binconsistent(?: and \w+)? {_FELT}|\b{_FELT} (?:that )?(?:are|were) inconsistent"
        rf"|\binconsistenc(?:y|ies) in (?:the )?{_FELT}", re.IGNORECASE)),
    ("systemic_failings", re.compile(
        r"\b(?:widespread|systemic)\b(?: ?(?:and/or|and / or|and|or|/|,)? ?(?:widespread|systemic))?"
        r" (?:failings?|failures?|weaknesses|shortcomings)\b", re.IGNORECASE)),
)  # fmt: skip
# Words that make a sentence say the opposite, or speak of the inspection before.
_NOT_SO = re.compile(
    r"\b(?:not|no|never|nor|neither|without|cannot|longer|previous(?:ly)?|last|former(?:ly)?|were|was|had"
    r"|than|instead|avoid)\b|n[’']t\b",
    re.IGNORECASE,
)


def outcome(report: Report) -> JudgementRecord:
    """The one outcome the report states; unreadable, with a problem, where it states none or several."""
    number, words = _section(report.pages)
    found: dict[str, str] = {}
    doubted = ""
    for sentence in _STOP.split(squeezed(words)):
        for grade, pattern in _GRADES:
            named = pattern.search(sentence)
            if named is None:
                continue
            if _NOT_SO.search(sentence[: named.end()]):
                doubted = doubted or sentence
            else:
                found.setdefault(grade, sentence)
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
