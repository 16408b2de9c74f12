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
        r"^[ ]*(?P<label>The\s+overall\s+judge?ment\b[^.:;]{0,120}?\s+(?:is|are|services(?=\s+require)))\s+"
        + _GRADE + _END,
        _FLAGS,
    ),
    re.compile(
        r"^[ ]*(?P<label>(?:Overall,?\s+)?(?:The\s+)?children[’']?s[’']?\s+(?:social\s+care\s+)?services\s+"
        r"(?:in|for|of|provided\s+by|at)\s+(?:[^.:;]|\bSt\.){1,120}?(?:\s+(?:is|are))?)\s+" + _GRADE + _END,
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


def overall(pages: list[str]) -> Iterator[Row]:
    """SIF's overall sentence, on page 1 or (where the title page runs over) page 2."""
    for number, page in enumerate(pages[:2], 1):
        for pattern in _OVERALL:
            yield from _found(pattern, page, "overall", number)


def lscb(pages: list[str]) -> Iterator[Row]:
    for number, page in enumerate(pages, 1):
        if "oard" in page or "LSCB" in page:
            for pattern in _LSCB:
                yield from _found(pattern, page, "lscb", number)


def _found(pattern: re.Pattern[str], page: str, aspect: str, number: int) -> Iterator[Row]:
    for match in pattern.finditer(page):
        label = squeezed(match["label"])
        if _NOT_THE_GRADE.search(label):
            continue
        if aspect == "overall" and match["grade"][:1] not in "rR" and not _VERB.search(label):
            continue
        printed = squeezed(match["grade"])
        yield Row(aspect, label, grade_of(printed), printed, number)
