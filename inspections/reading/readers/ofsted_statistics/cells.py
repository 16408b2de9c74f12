"""What one cell says: a day, a grade, a kind of visit. What is none of these is left to a person."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from inspections.reading.documents.spreadsheet import Cell

_FIRST_YEAR = 2005
_DAY_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")
_GRADES = {
    "outstanding": "outstanding",
    "good": "good",
    "adequate": "adequate",
    "inadequate": "inadequate",
    "requires improvement": "requires_improvement",
    "require improvement": "requires_improvement",
    "requires improvement to be good": "requires_improvement",
    "require improvement to be good": "requires_improvement",
}
_NOT_JUDGED = ("not judged", "no judgement", "not graded")
_NOT_GIVEN = ("", "-", "n/a", "na", "not applicable", "not available", ":", "..", "[x]", "[z]")
_NO_INSPECTION = ("no full inspection", "no inspection", "not inspected", "not yet inspected")
_A_NUMBER = re.compile(r"\d+(?:\.0+)?")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


@dataclass(frozen=True)
class Graded:
    """A grade, or why there is none; ``foreign`` words stand on no scale at all."""

    status: Literal["graded", "not_judged", "not_reported", "unreadable", "foreign"]
    grade: str | None = None


# Words of a type column: programme ("" where only the date tells) and kind.
KINDS = {
    "ilacs standard inspection": ("ilacs", "full"),
    "ilacs inspection": ("ilacs", "full"),
    "standard inspection": ("", "full"),
    "standard": ("", "full"),
    "full inspection": ("", "full"),
    "ilacs short inspection": ("ilacs", "short"),
    "short inspection": ("ilacs", "short"),
    "short": ("ilacs", "short"),
    "ilacs focused visit": ("ilacs", "focused_visit"),
    "focused visit": ("ilacs", "focused_visit"),
    "ilacs assurance visit": ("ilacs", "focused_visit"),
    "assurance visit": ("ilacs", "focused_visit"),
    "la monitoring visit": ("", "monitoring_visit"),
    "ilacs monitoring visit": ("ilacs", "monitoring_visit"),
    "monitoring visit": ("", "monitoring_visit"),
    "ilacs pilot": ("ilacs", "pilot"),
    "ilacs pilot inspection": ("ilacs", "pilot"),
    "sif inspection": ("sif", "full"),
    "single inspection": ("sif", "full"),
    "sif re-inspection": ("sif", "reinspection"),
    "sif reinspection": ("sif", "reinspection"),
    "re-inspection": ("", "reinspection"),
    "reinspection": ("", "reinspection"),
}


def printed(cell: Cell) -> str:
    """The cell as a reader of the sheet sees it, on one line: 3.0 is "3", a day is day/month/year."""
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def plain(cell: Cell) -> str:
    return printed(cell).translate(_DASHES).casefold()


def day(cell: Cell) -> dt.date | None:
    """None where the cell is not one plain day; a bare number is never taken for a date."""
    if isinstance(cell, dt.datetime):
        found: dt.date | None = cell.date()
    elif isinstance(cell, dt.date):
        found = cell
    elif isinstance(cell, str):
        found = _day_in_words(printed(cell))
    else:
        found = None
    return found if found and _FIRST_YEAR <= found.year <= dt.date.today().year + 1 else None


def _day_in_words(words: str) -> dt.date | None:
    for form in _DAY_FORMATS:
        try:
            return dt.datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None


def is_blank(cell: Cell) -> bool:
    return plain(cell) == ""


def says_no_inspection(cell: Cell) -> bool:
    return plain(cell) in _NO_INSPECTION


def graded(cell: Cell) -> Graded:
    """A stray number is unreadable, never a grade: nobody says on which scale it stood."""
    words = plain(cell).rstrip(".")
    if words in _GRADES:
        return Graded("graded", _GRADES[words])
    if words in _NOT_JUDGED:
        return Graded("not_judged")
    if words in _NOT_GIVEN:
        return Graded("not_reported")
    if _A_NUMBER.fullmatch(words):
        return Graded("unreadable")
    return Graded("foreign")
