"""When two sources tell of one set of reviewed cases, and which of them is shown.

Shown twice, the same cases would be counted twice: in the chart, in the table and in the answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from inspections.domain.case_counts import PERCENT_OFF, CaseCounts
from inspections.domain.precedence import Stated, precedence
from inspections.terms import Completeness


class ReviewedCases(Stated, Protocol):
    """Cases looked at in one inspection, as one source tells of them."""

    @property
    def theme_id(self) -> str | None: ...
    @property
    def topic(self) -> str: ...
    @property
    def sample(self) -> str: ...
    @property
    def assessor(self) -> str: ...
    @property
    def disclosure(self) -> str: ...
    @property
    def counts(self) -> CaseCounts: ...


CasesT = TypeVar("CasesT", bound=ReviewedCases)


def accounts(rows: Iterable[CasesT]) -> list[tuple[CasesT, CasesT, tuple[str, ...]]]:
    """Every account of cases that another one stands for, after that one, and by name the numbers that both
    give, and give differently; all other rows stand for themselves.

    What was read leads, then the report before the press; where both agree, the one that says more.
    """
    leading: list[CasesT] = []
    found: list[tuple[CasesT, CasesT, tuple[str, ...]]] = []
    for row in sorted(rows, key=precedence):
        for place, leader in enumerate(leading):
            apart = _apart(leader, row)
            if apart is None:
                continue
            if not apart and row.counts.numbers.keys() > leader.counts.numbers.keys():
                found = [(row if one[0] is leader else one[0], *one[1:]) for one in found]
                leading[place] = row
                found.append((row, leader, apart))
            else:
                found.append((leader, row, apart))
            break
        else:
            leading.append(row)
    return found


def _apart(one: ReviewedCases, other: ReviewedCases) -> tuple[str, ...] | None:
    """The numbers that two accounts of one set give differently; None where they are of two sets, or where it
    cannot be told."""
    if one.source.key == other.source.key or _about(one) != _about(other):
        return None
    mine, theirs = one.counts.numbers, other.counts.numbers
    both = mine.keys() & theirs.keys()
    apart = tuple(sorted(name for name in both if not _equal(name, mine[name], theirs[name])))
    if not apart:
        # Many sources have no words for the sample: the numbers say whether it is the same.
        may_be_one = one.sample == other.sample or not one.sample or not other.sample
        return () if both and may_be_one else None
    observed = Completeness.OBSERVED in (one.counts.completeness, other.counts.completeness)
    return apart if one.sample == other.sample and not observed else None


def _about(row: ReviewedCases) -> tuple[object, ...]:
    return row.theme_id, row.topic, row.assessor, row.disclosure


def _equal(name: str, one: float, other: float) -> bool:
    return abs(one - other) <= (PERCENT_OFF if name == "percent_good" else 0)
