"""The places where a document grades something, and the one judgement they make together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from inspections.reading.problems import blocking
from inspections.reading.records import JudgementRecord, ProblemRecord
from inspections.terms import Certainty

_LONGEST_PRINTED = 300
_LONGEST_LOCATOR = 120


class PrintedGrade(NamedTuple):
    """One place that grades an aspect. ``grade``: None for "not yet graded"; ``label``: how the place calls
    the aspect; ``where``: words by which a person finds it; ``month`` ("may 2021") is when the place says it
    was judged, ``which`` 1 or 2 where a table says "initial" or "revisit". ``page``: of a PDF, from 1."""

    aspect: str
    grade: str | None
    printed: str
    label: str
    where: str
    month: str = ""
    which: int = 0
    page: int | None = None


def judgements_of(
    grades: Sequence[PrintedGrade], carried: Mapping[str, str] | None = None
) -> tuple[list[JudgementRecord], list[ProblemRecord]]:
    """One judgement for each aspect, in the order they are first graded, each place checked by the others.

    Two places that differ make it unreadable and are a blocking problem. ``carried``: by aspect, the words
    that carry its grade over from an earlier inspection.
    """
    by_aspect: dict[str, list[PrintedGrade]] = {}
    for one in grades:
        by_aspect.setdefault(one.aspect, []).append(one)
    judgements: list[JudgementRecord] = []
    problems: list[ProblemRecord] = []
    for aspect, places in by_aspect.items():
        first, carries = places[0], (carried or {}).get(aspect, "")
        printed = first.printed
        if other := next((one for one in places if one.grade != first.grade), None):
            status = "unreadable"
            problems.append(_disagreement(first, other))
        elif first.grade is None:
            status = "not_graded"
        elif carries:
            status = "carried_over"
            printed = carries if carries == printed else f"{printed}. {carries}"
        else:
            status = "graded"
        judgements.append(
            JudgementRecord(
                aspect=aspect,
                aspect_printed=first.label[:200],
                grade=None if other else first.grade,
                grade_status=status,  # type: ignore[arg-type]
                printed=printed[:_LONGEST_PRINTED],
                page=first.page,
                locator=first.where[:_LONGEST_LOCATOR],
                certainty=Certainty.LOW if other else Certainty.HIGH,
            )
        )
    return judgements, problems


def _disagreement(first: PrintedGrade, other: PrintedGrade) -> ProblemRecord:
    message = (
        f"This is graded twice and not the same: “{first.printed[:120]}” ({first.where}), "
        f"“{other.printed[:120]}” ({other.where})."
    )
    return blocking(first.where, first.aspect, first.printed[:300], message, other=other.printed[:300])
