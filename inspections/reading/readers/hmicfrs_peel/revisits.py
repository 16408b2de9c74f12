"""Judgements of two dates on one page: the inspection, and the visit that looked again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from inspections.reading.documents.html import Block
from inspections.reading.language.dates import spans_in
from inspections.reading.language.printed_dates import MONTH
from inspections.reading.readers.hmicfrs_peel.found import Statement, note
from inspections.reading.readers.hmicfrs_peel.wording import plain
from inspections.reading.records import DateSpan, ProblemRecord

_TWO = re.compile(
    rf"\b(?:initial|first|original) (?:judge?ments?|grades?"
    rf"|inspection)\b[^.]{{0,60}}?\bin (?P<first>{MONTH} 20\d\d)"
    rf"[^.]{{0,60}}?\b(?:revisit|revised|second|re-?inspection)\b[^.]{{0,60}}?\bin (?P<second>{MONTH} 20\d\d)"
)
_LONGEST = 4000


class Part(NamedTuple):
    """One inspection of a page: its kind, when it judged, and what it says."""

    kind: str
    fieldwork: DateSpan
    statements: list[Statement]


def parts(blocks: Iterable[Block], statements: Sequence[Statement]) -> tuple[list[Part], list[ProblemRecord]]:
    """One part, or two where the page tells of two dates; grades of neither are a blocking problem."""
    named = _two_months(blocks)
    dated = _in_order({one.month for one in statements if one.month})
    months = list(named or dated)
    if len(months) < 2 and not any(one.which for one in statements):
        return [Part("full", _span(months[0]) if months else DateSpan(), list(statements))], []
    if len(months) != 2 or not set(dated) <= set(months):
        problem = note("", ", ".join(dated or months), _MANY, field="fieldwork", blocking=True)
        return [Part("full", DateSpan(), [])], [problem]
    first, second = months
    found = [Part("full", _span(first), []), Part("reinspection", _span(second), [])]
    lost: list[Statement] = []
    for one in statements:
        if one.month == first or (one.which == 1 and not one.month):
            found[0].statements.append(one)
        elif one.month == second or (one.which == 2 and not one.month):
            found[1].statements.append(one)
        else:
            lost.append(one)
    return found, _cannot_be_told(lost, first, second)


_MANY = "The page gives grades of several dates, and it cannot be told which inspections they are of."


def _cannot_be_told(lost: list[Statement], first: str, second: str) -> list[ProblemRecord]:
    if not lost:
        return []
    message = (
        f"The page tells of judgements of {first.title()} and of {second.title()}. Which of the two "
        f"these grades "
        "are of cannot be told, so none of them was taken."
    )
    said = "; ".join(f"{one.label}: {one.printed}" for one in lost)
    return [note("", said, message, blocking=True)]


def _two_months(blocks: Iterable[Block]) -> tuple[str, str] | None:
    for block in blocks:
        if "20" in block.text and (said := _TWO.search(plain(block.text[:_LONGEST]))):
            first, second = said["first"], said["second"]
            return (first, second) if _in_order({first, second}) == [first, second] else None
    return None


def _in_order(months: set[str]) -> list[str]:
    return sorted(months, key=lambda month: str(_span(month).start))


def _span(month: str) -> DateSpan:
    return spans_in(month)[0].model_copy(update={"raw": month.title()})
