"""Whether the tallies of the themes and the overall tally of one report reconcile."""

from __future__ import annotations

from collections.abc import Sequence

from inspections.domain.case_counts import CASE_GRADES
from inspections.reading.case_counts.tally import Tally

_NAMES = {
    "good": "good",
    "adequate": "adequate",
    "requires_improvement": "requires improvement",
    "inadequate": "inadequate",
    "below_good": "below good",
    "cases": "cases in all",
}


def total_agrees(parts: Sequence[Tally], overall: Tally) -> str:
    """Empty, or why themes and overall tally do not reconcile, grade by grade and in all.

    A grade that one theme or the overall tally does not give is not assessed.
    """
    parts = [part for part in parts if part.completeness != "observed"]
    if not parts:
        return ""
    return "; ".join(filter(None, (_difference(parts, overall, name) for name in _NAMES)))


def _difference(parts: Sequence[Tally], overall: Tally, name: str) -> str:
    total = _number(overall, name)
    numbers = [_number(part, name) for part in parts]
    known = [number for number in numbers if number is not None]
    if total is None or len(known) < len(numbers) or sum(known) == total:
        return ""
    if name == "below_good" and all(tally.below_good is None for tally in (*parts, overall)):
        return ""  # said grade by grade already
    return f"{_NAMES[name]}: themes {' + '.join(map(str, known))} = {sum(known)}, overall {total}"


def _number(tally: Tally, name: str) -> int | None:
    value: int | None = getattr(tally, name)
    if value is not None:
        return value
    if name == "adequate" and tally.completeness == "full_split":
        return 0  # its scale has no such grade
    if name == "below_good" and tally.completeness == "full_split":
        return sum(getattr(tally, grade) or 0 for grade in CASE_GRADES[1:])
    return None
