"""What is gathered from one page before it becomes judgements."""

from __future__ import annotations

from dataclasses import dataclass, field

from inspections.reading.problems import problem
from inspections.reading.readers.hmicfrs_peel.aspects import aspect_of
from inspections.reading.records import ProblemRecord
from inspections.reading.structure.printed_grades import PrintedGrade
from inspections.terms import Severity


@dataclass
class Page:
    """``force``: short name of the one the page is about; ``cycle``: first year of its cycle.

    ``carried``: by aspect, the words that carry its grade over. ``changed``: by aspect, the first grade and
    the one it was given after the report came out. ``headings``: aspects the page has a heading
    for, with its words.
    """

    force: str
    cycle: int
    grades: list[PrintedGrade] = field(default_factory=list)
    carried: dict[str, str] = field(default_factory=dict)
    changed: dict[str, tuple[str | None, PrintedGrade]] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    problems: list[ProblemRecord] = field(default_factory=list)

    def aspect(self, words: str) -> str | None:
        return aspect_of(words, self.cycle)

    def note(
        self,
        value: str,
        message: str,
        *,
        under: str = "",
        where: str = "",
        field: str = "grade",
        blocking: bool = False,
    ) -> None:
        """Keeps a problem: ``under`` a heading, or at the place ``where``, else of the whole document."""
        where = where or (f"under “{under[:80]}”" if under else "document")
        severity = Severity.BLOCKING if blocking else Severity.NOTE
        self.problems.append(problem(severity, where, field, value[:300], message))
