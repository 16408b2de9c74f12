"""The ratings of a row, and what an empty cell means in this file."""

from __future__ import annotations

from inspections.definitions.loader import definitions
from inspections.reading.problems import note
from inspections.reading.records import JudgementRecord, ProblemRecord
from inspections.reading.structure.inspection_tables import Row, Table
from inspections.terms import GradeStatus

FRAMEWORK = "hmip-youth-justice"
# The standards of all editions, under the codes of their aspects.
STANDARDS = tuple(code for code in definitions().frameworks[FRAMEWORK].aspects if code != "overall")
_REQUIRES_IMPROVEMENT = "requires_improvement"
_GRADES = {grade.replace("_", " "): grade for grade in definitions().grades_of(FRAMEWORK)}
_NOT_JUDGED = ("not applicable", "n/a", "not rated")
_LONGEST_PRINTED = 300  # what a judgement holds


def blanks_doubt(table: Table[str]) -> ProblemRecord | None:
    """Set where an empty cell may be a rating the file lost: overall ratings require improvement, and none of
    all its standards does. One for the file: hundreds of cells have the same fault."""
    cells = [row.words(code) for row in table.rows for code in STANDARDS if code in table.columns]
    requiring = [_grade(row.words("overall")) for row in table.rows].count(_REQUIRES_IMPROVEMENT)
    if not requiring or "" not in cells or any(_grade(said) == _REQUIRES_IMPROVEMENT for said in cells):
        return None
    message = (
        f"no standard is ever printed as “Requires improvement”, though {requiring} overall ratings are: "
        "an empty cell means that or “not applicable”, and the file does not say which. Empty cells are "
        "stored as unreadable."
    )
    return note(
        "document", "ratings of standards", f"{cells.count('')} of {len(cells)} cells are empty", message
    )


def judgements_of(row: Row[str], *, blanks_hide: bool) -> tuple[list[JudgementRecord], list[ProblemRecord]]:
    """``blanks_hide``: an empty cell may be a rating the file lost."""
    records: list[JudgementRecord] = []
    problems: list[ProblemRecord] = []
    for aspect in ("overall", *(code for code in STANDARDS if code in row.columns)):
        printed = row.words(aspect)
        place, grade = row.place(aspect), _grade(printed)
        status, reason = _status(aspect, printed, grade, blanks_hide)
        if reason and (printed or aspect == "overall"):
            problems.append(note(place, aspect, printed, reason))
        records.append(
            JudgementRecord(
                aspect=aspect,
                aspect_printed=row.columns[aspect].header,
                grade=grade,
                grade_status=status,
                printed=printed[:_LONGEST_PRINTED],
                locator=f"{place}: {reason}" if reason and not printed else place,
            )
        )
    return records, problems


def _status(aspect: str, printed: str, grade: str | None, blanks_hide: bool) -> tuple[GradeStatus, str]:
    """With the reason in words where there should be a grade and is none."""
    if grade:
        return GradeStatus.GRADED, ""
    if printed.casefold() in _NOT_JUDGED:
        return GradeStatus.NOT_JUDGED, ""
    if printed:
        return GradeStatus.UNREADABLE, "these words are no rating of HMI Probation, so no grade was read"
    if aspect == "overall":
        return GradeStatus.NOT_REPORTED, "empty, no overall rating is given"
    if blanks_hide:
        return GradeStatus.UNREADABLE, "empty, in this file “Requires improvement” or “not applicable”"
    return GradeStatus.NOT_REPORTED, ""


def _grade(printed: str) -> str | None:
    return _GRADES.get(printed.casefold().rstrip("."))
