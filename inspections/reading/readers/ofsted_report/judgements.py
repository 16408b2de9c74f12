"""From the places a grade is printed to one judgement per aspect, each place checked by the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from inspections.reading.readers.ofsted_report import grades, sentences
from inspections.reading.readers.ofsted_report.frameworks import Rulebook
from inspections.reading.readers.ofsted_report.grades import Row
from inspections.reading.records import JudgementRecord, ProblemRecord

Found = dict[str, list[Row]]


def found_rows(pages: list[str], family: str) -> Found:
    """Every place that names an aspect beside a grade, by aspect, in reading order."""
    found: Found = {}
    if family != "lscb":
        for row in grades.rows(pages, family):
            found.setdefault(row.aspect, []).append(row)
    if family == "sif":
        for row in sentences.overall(pages):
            found.setdefault("overall", []).append(row)
    if family in ("sif", "lscb"):
        found["lscb"] = list(sentences.lscb(pages))
    table = _table_page(found)
    return {aspect: sorted(rows, key=lambda row: row.page != table) for aspect, rows in found.items() if rows}


def _table_page(found: Found) -> int:
    """The page that grades most aspects (page 1, or LAC 2013's last); its rows are read first."""
    graded: Counter[int] = Counter()
    for rows in found.values():
        graded.update({row.page for row in rows if row.printed})
    return max(graded, key=lambda page: (graded[page], -page), default=1)


def judge(found: Found, rulebook: Rulebook) -> tuple[list[JudgementRecord], list[ProblemRecord]]:
    """One judgement per aspect of the rulebook, or a blocking problem in its place."""
    judgements: list[JudgementRecord] = []
    problems: list[ProblemRecord] = []
    for aspect in rulebook.aspects:
        judgement, problem = _judged(aspect, found.get(aspect, ()), rulebook)
        if judgement:
            judgements.append(judgement)
        if problem:
            problems.append(problem)
    return judgements, problems


def _judged(
    aspect: str, rows: Sequence[Row], rulebook: Rulebook
) -> tuple[JudgementRecord | None, ProblemRecord | None]:
    graded = [row for row in rows if row.printed]
    if not graded:
        where = f"page {rows[0].page}" if rows else "whole report"
        return None, _missing(aspect, where, rulebook)
    read = [row for row in graded if row.grade]
    if not read:
        return _unreadable(aspect, graded[0])
    first = read[0]
    torn = [row for row in graded if row.grade is None and row.page == 1]
    others = [row for row in read[1:] if row.grade != first.grade]
    if others:
        return _disagreement(aspect, first, others[0])
    if torn and len(read) < 2 and first.page != 1:
        return _unreadable(aspect, torn[0])
    if first.grade != "not_judged" and first.grade not in rulebook.grades:
        return _outside_scale(aspect, first, rulebook)
    return _record(aspect, first), None


def _record(aspect: str, row: Row) -> JudgementRecord:
    not_judged = row.grade == "not_judged"
    return JudgementRecord(
        aspect=aspect,
        aspect_printed=row.label,
        grade=None if not_judged else row.grade,
        grade_status="not_judged" if not_judged else "graded",
        printed=row.printed,
        page=row.page,
        locator=f"page {row.page}",
    )


def _without_grade(aspect: str, row: Row, printed: str) -> JudgementRecord:
    return JudgementRecord(
        aspect=aspect,
        aspect_printed=row.label,
        grade=None,
        grade_status="unreadable",
        printed=printed,
        page=row.page,
        locator=f"page {row.page}",
        certainty="low",
    )


def _missing(aspect: str, where: str, rulebook: Rulebook) -> ProblemRecord:
    return ProblemRecord(
        severity="blocking",
        where=where,
        field=aspect,
        message=f"No grade was found for {aspect}, which every report under {rulebook.framework} gives.",
    )


def _unreadable(aspect: str, row: Row) -> tuple[JudgementRecord, ProblemRecord]:
    problem = ProblemRecord(
        severity="blocking",
        where=f"page {row.page}",
        field=aspect,
        value=row.printed[:200],
        message="The words beside this aspect are not one grade.",
    )
    return _without_grade(aspect, row, row.printed[:200]), problem


def _disagreement(aspect: str, first: Row, other: Row) -> tuple[JudgementRecord, ProblemRecord]:
    problem = ProblemRecord(
        severity="blocking",
        where=f"page {first.page} and page {other.page}",
        field=aspect,
        value=first.printed,
        other=other.printed,
        message=f"Page {first.page} says “{first.printed}”, page {other.page} says “{other.printed}”.",
    )
    return _without_grade(aspect, first, first.printed), problem


def _outside_scale(aspect: str, row: Row, rulebook: Rulebook) -> tuple[JudgementRecord, ProblemRecord]:
    problem = ProblemRecord(
        severity="blocking",
        where=f"page {row.page}",
        field=aspect,
        value=row.printed,
        message=f"“{row.printed}” is not a grade of {rulebook.framework}.",
    )
    return _without_grade(aspect, row, row.printed), problem
