"""Tallies in tables and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspections.ingest.tallies.tally import Tally, settled

_COUNT = re.compile(r"\s*(\d{1,3}(?:,\d{3})*|\d{1,4})(?:\s*\([^()]{0,20}\))?\s*")
_PERCENT = re.compile(r"%|\bper ?cent|\bproportion\b")
_TOTAL = re.compile(
    r"\b(?:total|all|overall|sample)\b|\b(?:number|no\.?|cases|files|records|audits)\b", re.IGNORECASE
)
_GRADE_WORDS = (
    ("inadequate", re.compile(r"\binadequate\b")),
    ("adequate", re.compile(r"\badequate\b")),
    ("requires_improvement", re.compile(r"\bimprovement\b|\bri\b")),
    ("good", re.compile(r"\bgood\b")),
)
_BELOW = re.compile(r"\b(?:not|below|less than|worse than) good\b")
_MEND = str.maketrans("‘’“”\u00a0–—", "''\"\" --")


def tally_of_row(header: Sequence[str], cells: Sequence[str]) -> tuple[str, Tally] | None:
    """The row's label and its tally; None where header or row hold no counts by grade.

    A cell that gives no number ("-", "n/a") is not given, a percentage is never a count.
    """
    columns = [column_of(name) for name in header]
    if not any(column in _COUNTED for column in columns):
        return None
    if columns[0] in _COUNTED and len(cells) == len(header) + 1:
        columns = ["", *columns]  # the labels' own column has no name
    label = " ".join(cell.strip() for cell, column in zip(cells, columns, strict=False) if column == "")
    numbers = [_count(cell) for cell in cells]
    if all(number is None for number in numbers):
        return None
    if len(cells) != len(columns):
        doubt = f"the row has {len(cells)} cells, its header {len(columns)}"
        return cells[0].strip(), settled(cases=None, parts={}, doubt=doubt)
    found: dict[str, int] = {}
    for column, number in zip(columns, numbers, strict=True):
        if number is None or column in ("", "percent"):
            continue
        if found.get(column, number) != number:
            doubt = f"two columns for {column.replace('_', ' ')}: {found[column]} and {number}"
            return label.strip(), settled(cases=None, parts={}, doubt=doubt)
        found[column] = number
    if not found:
        return None
    cases, below = found.pop("cases", None), found.pop("below_good", None)
    return label.strip(), settled(cases=cases, parts=found, below_good=below)


_COUNTED = frozenset({"good", "adequate", "requires_improvement", "inadequate", "below_good"})


def column_of(name: str) -> str:
    """What a column counts: a grade, ``below_good``, ``cases``, ``percent`` or nothing ("")."""
    plain = name.translate(_MEND).lower()
    if _PERCENT.search(plain):
        return "percent"
    if _BELOW.search(plain):
        return "below_good"
    grades = [grade for grade, words in _GRADE_WORDS if words.search(plain)]
    if len(grades) == 1:
        return grades[0]
    if grades:
        return "below_good" if "good" not in grades else ""
    return "cases" if _TOTAL.search(plain) else ""


def _count(cell: str) -> int | None:
    found = _COUNT.fullmatch(cell)
    return int(found[1].replace(",", "")) if found else None


def tally_of_list(items: Sequence[str]) -> Tally | None:
    """The tally of a list's items, one grade or the total in each; None where they name no grade."""
    found: dict[str, int] = {}
    for item in items:
        numbers = re.findall(r"\d{1,4}", item)
        column = column_of(item)
        if column and len(numbers) == 1 and column not in found:
            found[column] = int(numbers[0])
    cases, below = found.pop("cases", None), found.pop("below_good", None)
    return settled(cases=cases, parts=found, below_good=below) if found or below is not None else None
