"""From the places a grade is printed to one judgement per aspect, each place checked by the others."""

from __future__ import annotations

from collections import Counter

from inspections.definitions.loader import definitions
from inspections.reading.readers.ofsted_report import graded_rows, graded_sentences
from inspections.reading.readers.ofsted_report.graded_rows import Row
from inspections.reading.records import JudgementRecord
from inspections.reading.structure.report import Report
from inspections.terms import Certainty, GradeStatus

RowsByAspect = dict[str, list[Row]]


def found_rows(pages: list[str], family: str) -> RowsByAspect:
    """Every place that names an aspect beside a grade, by aspect, in reading order."""
    found: RowsByAspect = {}
    sentences, tables = graded_sentences.overall(pages) if family == "sif" else ([], pages)
    for row in [*(graded_rows.rows(tables, family) if family != "lscb" else ()), *sentences]:
        found.setdefault(row.aspect, []).append(row)
    if family in ("sif", "lscb"):
        found["lscb"] = list(graded_sentences.lscb(pages))
    # The page that grades most aspects (page 1, or LAC 2013's last) is read first.
    graded: Counter[int] = Counter()
    for rows in found.values():
        graded.update({row.page for row in rows if row.printed})
    table = max(graded, key=lambda page: (graded[page], -page), default=1)
    return {aspect: sorted(rows, key=lambda row: row.page != table) for aspect, rows in found.items() if rows}


def judge(report: Report, found: RowsByAspect, framework: str, *, with_board: bool) -> list[JudgementRecord]:
    """One judgement per aspect the framework judges; a missing or doubtful grade is a blocking problem.

    ``with_board``: the report says that it reviews the board too, which only some do.
    """
    defined = definitions().frameworks[framework]
    judgements = []
    for aspect in defined.aspects:
        rows = found.get(aspect, [])
        graded = [row for row in rows if row.printed]
        if graded:
            judgements.append(_judgement(report, aspect, graded, framework))
        elif with_board or aspect not in defined.optional:
            message = f"No grade was found for {aspect}, which every report under {framework} gives."
            report.block(aspect, "", message, where=f"page {rows[0].page}" if rows else "whole report")
    return judgements


def _judgement(report: Report, aspect: str, graded: list[Row], framework: str) -> JudgementRecord:
    read = [row for row in graded if row.grade]
    torn = [row for row in graded if row.grade is None and row.page == 1]
    row = read[0] if read else graded[0]
    other = next((other for other in read if other.grade != row.grade), None)
    where, message = f"page {row.page}", ""
    if other:
        where = f"page {row.page} and page {other.page}"
        message = f"Page {row.page} says “{row.printed}”, page {other.page} says “{other.printed}”."
    elif not read or (torn and len(read) < 2 and row.page != 1):
        row = torn[0] if read else row
        where, message = f"page {row.page}", "The words beside this aspect are not one grade."
    elif row.grade != "not_judged" and row.grade not in definitions().grades_of(framework):
        message = f"“{row.printed}” is not a grade of {framework}."
    if message:
        report.block(aspect, row.printed, message, where=where, other=other.printed if other else "")
        status = GradeStatus.UNREADABLE
    else:
        status = GradeStatus.NOT_JUDGED if row.grade == "not_judged" else GradeStatus.GRADED
    return JudgementRecord(
        aspect=aspect,
        aspect_printed=row.label,
        grade=row.grade if status == "graded" else None,
        grade_status=status,
        printed=row.printed[:200],
        page=row.page,
        locator=f"page {row.page}",
        certainty=Certainty.LOW if message else Certainty.HIGH,
    )
