"""Where in a PDF its reports begin and end: council papers may stand around one, and two may be bound as one.

Ofsted's reports since 2013 print "Inspection dates" on their first page and on no other, and end with the
page that says whose copyright it is; LAC 2013 says so on page 2 and ends with its record of findings. Letters
of joint inspections are known by the title below "Dear ..."; what stands below their close is no finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from inspections.reading.records import InspectionRecord, ProblemRecord

_DATED = re.compile(r"^[ ]*inspection\s+dates?\b[^\n]{0,12}\d", re.IGNORECASE | re.MULTILINE)
_TITLE = re.compile(r"\b(?:inspection|review)\s+(?:of|to|in)\b", re.IGNORECASE)
_TITLE_WITHIN = 1500
_LETTER = re.compile(
    r"^[ ]*dear\b[^\n]{0,120}\n\s*joint\s+targeted\s+area\s+inspection\b", re.IGNORECASE | re.MULTILINE
)
_LETTER_WITHIN = 4000
_LAST_PAGE = re.compile(
    r"©\s*Crown\s+copyright|^[ ]*record of main findings[ ]*$", re.IGNORECASE | re.MULTILINE
)
_FEWEST_PAGES = 4
_ON_PAGE = re.compile(r"\b([Pp]age )(\d{1,4})\b")


class Bound(NamedTuple):
    """Pages of a report, counted from 0; ``end`` is the page after its last."""

    begin: int
    end: int


def reports_in(pages: list[str]) -> list[Bound]:
    """Every report by its title page, in order; none where no page is one."""
    return list(_bounds(tuple(pages)))


# Each reader of reports asks it of a file to recognise it, and the one that reads it asks twice more.
@lru_cache(maxsize=1)
def _bounds(pages: tuple[str, ...]) -> tuple[Bound, ...]:
    begins = [
        number
        for number, page in enumerate(pages)
        if _is_title_page(page[:_TITLE_WITHIN])
        # On page 2 a letter may have been pushed there by its own address, and its date stands on page 1.
        or (number != 1 and _LETTER.search(page[:_LETTER_WITHIN]))
    ]
    return tuple(
        Bound(begin, _end(pages, begin, following))
        for begin, following in zip(begins, [*begins[1:], len(pages)], strict=False)
    )


def _is_title_page(head: str) -> bool:
    dated = _DATED.search(head)
    return dated is not None and _TITLE.search(head, 0, dated.start()) is not None


def _end(pages: Sequence[str], begin: int, following: int) -> int:
    for number in range(begin + _FEWEST_PAGES - 1, following):
        if _LAST_PAGE.search(pages[number]):
            return number + 1
    return following


def unread(pages: list[str], read: Sequence[Bound]) -> list[int]:
    """The pages, from 1, that say something and are in none of the reports read."""
    within = {number for begin, end in read for number in range(begin, end)}
    return [number + 1 for number, page in enumerate(pages) if number not in within and page.strip()]


def inspection_moved(inspection: InspectionRecord, by: int) -> InspectionRecord:
    """The same with its places in the whole file, where ``by`` pages stand before the report."""
    return inspection.model_copy(
        update={
            rows: tuple(
                row.model_copy(
                    update={"page": row.page and row.page + by, "locator": _moved(row.locator, by)}
                    | ({"sample": _moved(row.sample, by)} if rows == "case_reviews" else {})
                )
                for row in getattr(inspection, rows)
            )
            for rows in ("judgements", "case_reviews", "findings")
        }
    )


def problem_moved(problem: ProblemRecord, by: int) -> ProblemRecord:
    return problem.model_copy(
        update={"where": _moved(problem.where, by), "message": _moved(problem.message, by)}
    )


def _moved(words: str, by: int) -> str:
    return _ON_PAGE.sub(lambda on: f"{on[1]}{int(on[2]) + by}", words)
