"""What is gathered from a page before it becomes judgements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from inspections.reading.records import ProblemRecord


class Statement(NamedTuple):
    """One place that grades an aspect. ``grade`` is None for "not yet graded"; ``month`` ("may 2021") is
    when the place says it was judged, ``which`` 1 or 2 where a table says "initial" or "revisit". ``page``:
    of a PDF, from 1."""

    aspect: str
    grade: str | None
    printed: str
    label: str
    where: str
    month: str = ""
    which: int = 0
    page: int | None = None


@dataclass
class Found:
    """``carried``: by aspect, the words that carry its grade over. ``headings``: aspects the page has a
    heading for, with its words."""

    statements: list[Statement] = field(default_factory=list)
    carried: dict[str, str] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    problems: list[ProblemRecord] = field(default_factory=list)


def note(
    where: str, value: str, message: str, *, field: str = "grade", blocking: bool = False
) -> ProblemRecord:
    return ProblemRecord(
        severity="blocking" if blocking else "note",
        where=f"under “{where[:80]}”" if where else "document",
        field=field,
        value=value[:300],
        message=message,
    )
