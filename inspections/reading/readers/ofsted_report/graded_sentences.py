"""Grades given in a sentence: SIF's overall judgement and the safeguarding board's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspections.reading.language.text import squeezed
from inspections.reading.readers.ofsted_report.graded_rows import Row, grade_of

_GRADE = r"(?P<grade>outstanding|good|adequate|inadequate|requires?\s+improvement(?:\s+to\s+be\s+good)?)"
# The sentence ends with the grade: a full stop or a footnote's number may follow, then the line ends.
_END = r"[ ]?\.?[ ]?\d{0,2}[ ]*$"
_FLAGS = re.IGNORECASE | re.MULTILINE
_OVERALL = (
    re.compile(
        r"^[ ]*(?P<label>The\s+overall\s+judge?ment\b[^.:;]{0,120}?\s+(?:is|are|services?(?=\s+require)))\s+"
        + _GRADE + _END,
        _FLAGS,
    ),
    re.compile(
        r"^[ ]*(?P<label>(?:Overall,?\s+)?(?:The\s+)?children[’']?s[’']?\s+(?:social\s+care\s+)?services\s+"
        r"(?:in|for|of|provided\s+by|at)\s+(?:[^.:;]|\bSt\.){1,120}?(?:\s+(?:is|are))?)\s+" + _GRADE + _END,
        _FLAGS,
    ),
    # Of no place named: right above the table it can only be of this one.
    re.compile(
        r"^[ ]*(?P<label>(?:The\s+)?children[’']?s[’']?\s+(?:social\s+care\s+)?services(?:\s+(?:is|are))?)\s+"
        + _GRADE + _END + r"(?=\s*^[ ]*(?:1\.?\s+)?Children\s+who\s+need\s+help\b)",
        _FLAGS,
    ),
)  # fmt: skip
_BOARD = r"(?:(?:[\w’'&.,-]+\s+){0,8}Safeguarding\s+Children[’']?s?\s+Boards?|LSCB)(?:\s*\(\w{2,8}\))?"
_LSCB = (
    re.compile(
        r"^[ ]*(?:\d{1,3}\.\s*)?(?P<label>The\s+arrangements\s+in\s+place\s+to\s+evaluate\s+[^.:;]{20,260}?"
        r"(?:\s+(?:is|are))?)\s+" + _GRADE + _END,
        _FLAGS,
    ),
    re.compile(
        r"^[ ]*(?P<label>(?:(?:The\s+)?effectiveness\s+of\s+(?:the\s+)?|The\s+|(?=Local|LSCB))" + _BOARD
        + r"(?:\s+(?:is|are|is\s+judged\s+to\s+be)|\s*:)?)\s+" + _GRADE + _END,
        _FLAGS,
    ),
)  # fmt: skip
# Words that make the sentence say something else, or another grade before the one at its end.
_NOT_THE_GRADE = re.compile(
    r"\b(?:not|yet|neither|nor|than|if|when|was|were|previously|improvement|good|inadequate|outstanding)\b",
    re.IGNORECASE,
)


_VERB = re.compile(r"\b(?:is|are)$", re.IGNORECASE)


def overall(pages: list[str]) -> tuple[list[Row], list[str]]:
    """SIF's overall sentence, on page 1 or (where the title page runs over) page 2; and the pages without it,
    whose grade would else stand in the table below it."""
    found: list[Row] = []
    left = list(pages)
    for number, page in enumerate(pages[:2], 1):
        for pattern in _OVERALL:
            for row, match in _found(pattern, page, "overall", number):
                found.append(row)
                # "Requires improvement" after "services" may be a cell of a table that is out of step.
                if row.printed[0].islower() or _VERB.search(row.label):
                    left[number - 1] = left[number - 1].replace(match[0], "")
    return found, left


def lscb(pages: list[str]) -> Iterator[Row]:
    for number, page in enumerate(pages, 1):
        if "oard" in page or "LSCB" in page:
            for pattern in _LSCB:
                yield from (row for row, _ in _found(pattern, page, "lscb", number))


def _found(
    pattern: re.Pattern[str], page: str, aspect: str, number: int
) -> Iterator[tuple[Row, re.Match[str]]]:
    for match in pattern.finditer(page):
        label = squeezed(match["label"])
        below = page[match.end() :].lstrip().partition("\n")[0]
        if _NOT_THE_GRADE.search(label) or grade_of(below.strip(" .")):
            continue  # it says something else, or two grades stand where one must
        if aspect == "overall" and match["grade"][:1] not in "rR" and not _VERB.search(label):
            continue
        printed = squeezed(match["grade"])
        yield Row(aspect, label, grade_of(printed), printed, number), match
