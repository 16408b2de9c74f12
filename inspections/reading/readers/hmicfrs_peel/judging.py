"""From the places a grade is printed to one judgement per aspect, each place checked by the others."""

from __future__ import annotations

from collections.abc import Sequence

from inspections.reading.readers.hmicfrs_peel.found import Found, Statement, note
from inspections.reading.records import JudgementRecord, ProblemRecord

_LONGEST_PRINTED = 300
_LONGEST_LOCATOR = 120


def judge(statements: Sequence[Statement], found: Found) -> tuple[list[JudgementRecord], list[ProblemRecord]]:
    """In the order the page first grades them. Two places that differ are a blocking problem."""
    by_aspect: dict[str, list[Statement]] = {}
    for one in statements:
        by_aspect.setdefault(one.aspect, []).append(one)
    judgements: list[JudgementRecord] = []
    problems: list[ProblemRecord] = []
    for aspect, said in by_aspect.items():
        first = said[0]
        other = next((one for one in said if one.grade != first.grade), None)
        if other:
            problems.append(_disagreement(aspect, first, other))
        judgements.append(_record(aspect, first, found.carried.get(aspect, ""), torn=other is not None))
    return judgements, problems


def _record(aspect: str, one: Statement, carried: str, *, torn: bool) -> JudgementRecord:
    printed = one.printed
    if torn:
        status = "unreadable"
    elif one.grade is None:
        status = "not_graded"
    elif carried:
        status = "carried_over"
        printed = carried if carried == printed else f"{printed}. {carried}"
    else:
        status = "graded"
    return JudgementRecord(
        aspect=aspect,
        aspect_printed=one.label[:200],
        grade=None if torn else one.grade,
        grade_status=status,  # type: ignore[arg-type]
        printed=printed[:_LONGEST_PRINTED],
        page=one.page,
        locator=one.where[:_LONGEST_LOCATOR],
        certainty="low" if torn else "high",
    )


def _disagreement(aspect: str, first: Statement, other: Statement) -> ProblemRecord:
    problem = note(
        "",
        first.printed,
        f"The page grades this twice and not the same: “{first.printed[:120]}” {first.where}, "
        f"“{other.printed[:120]}” {other.where}.",
        field=aspect,
        blocking=True,
    )
    return problem.model_copy(update={"where": first.where, "other": other.printed[:300]})
