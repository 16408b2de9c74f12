"""What one cell says of a grade. What is no grade is left to a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from inspections.reading.documents.spreadsheet import Cell
from inspections.reading.language.grade_words import OFSTED_GRADES
from inspections.reading.structure.inspection_tables import printed

_NOT_JUDGED = ("not judged", "no judgement", "not graded")
_NOT_GIVEN = ("", "-", "n/a", "na", "not applicable", "not available", ":", "..", "[x]", "[z]")
NO_INSPECTION = ("no full inspection", "no inspection", "not inspected", "not yet inspected")
_A_NUMBER = re.compile(r"\d+(?:\.0+)?")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


@dataclass(frozen=True)
class Graded:
    """A grade, or why there is none; ``foreign`` words stand on no scale at all."""

    status: Literal["graded", "not_judged", "not_reported", "unreadable", "foreign"]
    grade: str | None = None


def plain(cell: Cell) -> str:
    return printed(cell).translate(_DASHES).casefold()


def graded(cell: Cell) -> Graded:
    """A stray number is unreadable, never a grade: nobody says on which scale it stood."""
    words = plain(cell).rstrip(".")
    if words in OFSTED_GRADES:
        return Graded("graded", OFSTED_GRADES[words])
    if words in _NOT_JUDGED:
        return Graded("not_judged")
    if words in _NOT_GIVEN:
        return Graded("not_reported")
    if _A_NUMBER.fullmatch(words):
        return Graded("unreadable")
    return Graded("foreign")
