"""The ratings of a row, and what an empty cell means in this file."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.reading.problems import note
from inspections.reading.records import JudgementRecord, ProblemRecord
from inspections.reading.structure.inspection_tables import Row, Table
from inspections.terms import GradeStatus

# The standards of all editions, under the codes of their aspects.
STANDARDS = (
    "governance_and_leadership",
    "staff",
    "partnerships_and_services",
    "information_and_facilities",
    "assessment",
    "planning",
    "implementation_and_delivery",
    "reviewing",
    "outofcourt_disposal_policy_and_provision",
    "resettlement_policy_and_provision",
    "policy_and_provision",
    "joint_working",
)
_REQUIRES_IMPROVEMENT = "requires_improvement"
_GRADES = {
    "outstanding": "outstanding",
    "good": "good",
    "requires improvement": _REQUIRES_IMPROVEMENT,
    "inadequate": "inadequate",
}
_NOT_JUDGED = ("not applicable", "n/a", "not rated")
_LONGEST_PRINTED = 300  # what a judgement holds


@dataclass(frozen=True)
class Ratings:
    """``overall_requiring``: how many overall ratings say "Requires improvement"; ``blanks``: how many of
    the ``cells`` for standards are empty; ``never_requiring``: none of those cells says it."""

    aspects: tuple[str, ...]
    overall_requiring: int
    blanks: int
    cells: int
    never_requiring: bool

    @classmethod
    def of(cls, table: Table[str]) -> Ratings:
        """Looks through the whole file, whose cells together show what a blank may hide."""
        standards = [code for code in STANDARDS if code in table.columns]
        overall = [grade(row.words("overall")) for row in table.rows]
        words = [row.words(standard) for row in table.rows for standard in standards]
        return cls(
            aspects=("overall", *standards),
            overall_requiring=overall.count(_REQUIRES_IMPROVEMENT),
            blanks=words.count(""),
            cells=len(words),
            never_requiring=not any(grade(said) == _REQUIRES_IMPROVEMENT for said in words),
        )

    @property
    def blanks_hide(self) -> bool:
        """Whether an empty cell may be a rating that the file lost."""
        return self.never_requiring and self.overall_requiring > 0

    def doubts(self) -> list[ProblemRecord]:
        """One for the file: hundreds of cells have the same fault."""
        if not (self.blanks_hide and self.blanks):
            return []
        message = (
            "no standard is ever printed as “Requires improvement”, though "
            f"{self.overall_requiring} overall ratings are: an empty cell means that or “not applicable”, "
            "and the file does not say which. Empty cells are stored as unreadable."
        )
        value = f"{self.blanks} of {self.cells} cells are empty"
        return [note("document", "ratings of standards", value, message)]

    def judgements(self, row: Row[str]) -> tuple[list[JudgementRecord], list[ProblemRecord]]:
        records: list[JudgementRecord] = []
        problems: list[ProblemRecord] = []
        for aspect in self.aspects:
            printed = row.words(aspect)
            found = grade(printed)
            status, reason = self._status(aspect, printed, found)
            place = row.place(aspect)
            if status != "graded" and (printed or aspect == "overall") and reason:
                problems.append(note(place, aspect, printed, reason))
            records.append(
                JudgementRecord(
                    aspect=aspect,
                    aspect_printed=row.columns[aspect].header,
                    grade=found,
                    grade_status=status,
                    printed=printed[:_LONGEST_PRINTED],
                    locator=f"{place}: {reason}" if reason and not printed else place,
                )
            )
        return records, problems

    def _status(self, aspect: str, printed: str, found: str | None) -> tuple[GradeStatus, str]:
        """With the reason in words where there is no grade."""
        if found:
            return GradeStatus.GRADED, ""
        if printed.casefold() in _NOT_JUDGED:
            return GradeStatus.NOT_JUDGED, ""
        if printed:
            return GradeStatus.UNREADABLE, "these words are no rating of HMI Probation, so no grade was read"
        if aspect == "overall":
            return GradeStatus.NOT_REPORTED, "empty, no overall rating is given"
        if self.blanks_hide:
            return GradeStatus.UNREADABLE, "empty, in this file “Requires improvement” or “not applicable”"
        return GradeStatus.NOT_REPORTED, ""


def grade(printed: str) -> str | None:
    """The code of a rating; None for any other words."""
    return _GRADES.get(printed.casefold().rstrip("."))
