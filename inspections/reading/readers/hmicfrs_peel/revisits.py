"""Judgements of two dates on one page: the inspection, and the visit that looked again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from inspections.reading.documents.html import Block
from inspections.reading.language.dates import spans_in
from inspections.reading.language.grade_words import unquoted
from inspections.reading.language.printed_dates import MONTH
from inspections.reading.readers.hmicfrs_peel.page import Page
from inspections.reading.records import DateSpan
from inspections.reading.structure.printed_grades import PrintedGrade

_TWO = re.compile(
    rf"\b(?:initial|first|original) (?:judge?ments?|grades?|inspection)\b[^.]{{0,60}}?"
    rf"\bin (?P<first>{MONTH} 20\d\d)[^.]{{0,60}}?"
    rf"\b(?:revisit|revised|second|re-?inspection)\b[^.]{{0,60}}?\bin (?P<second>{MONTH} 20\d\d)"
)
_LONGEST = 4000


class Visit(NamedTuple):
    """One inspection of a page: its kind, when it judged, and how."""

    kind: str
    fieldwork: DateSpan
    grades: list[PrintedGrade]


def visits(blocks: Iterable[Block], page: Page) -> list[Visit]:
    """One visit, or two where the page tells of two dates; grades of neither are a blocking problem."""
    stated = next(
        (
            said
            for block in blocks
            if "20" in block.text and (said := _TWO.search(unquoted(block.text[:_LONGEST])))
        ),
        None,
    )
    dated = _in_order({one.month for one in page.grades if one.month})
    months = [stated["first"], stated["second"]] if stated else dated
    if stated and _in_order(set(months)) != months:
        months = dated
    if len(months) < 2 and not any(one.which for one in page.grades):
        return [Visit("full", _span(months[0]) if months else DateSpan(), page.grades)]
    if len(months) != 2 or not set(dated) <= set(months):
        message = (
            "The page gives grades of several dates, and it cannot be told which inspections they are of."
        )
        page.note(", ".join(dated or months), message, field="fieldwork", blocking=True)
        return [Visit("full", DateSpan(), [])]
    first, second = months
    found = [Visit("full", _span(first), []), Visit("reinspection", _span(second), [])]
    lost: list[PrintedGrade] = []
    for one in page.grades:
        if one.month == first or (one.which == 1 and not one.month):
            found[0].grades.append(one)
        elif one.month == second or (one.which == 2 and not one.month):
            found[1].grades.append(one)
        else:
            lost.append(one)
    if lost:
        message = (
            f"The page tells of judgements of {first.title()} and of {second.title()}. Which of the two "
            "these grades are of cannot be told, so none of them was taken."
        )
        page.note("; ".join(f"{one.label}: {one.printed}" for one in lost), message, blocking=True)
    return found


def _in_order(months: set[str]) -> list[str]:
    return sorted(months, key=lambda month: str(_span(month).start))


def _span(month: str) -> DateSpan:
    return spans_in(month)[0].model_copy(update={"raw": month.title()})
