"""What a column of the ratings means, by the words of its header; where it stands decides nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading.records import ProblemRecord

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
_HEADERS = {
    **{standard: standard for standard in STANDARDS},
    "out_of_court_disposal_policy_and_provision": "outofcourt_disposal_policy_and_provision",
    "la_name": "name",
    "local_authority": "name",
    "service": "name",
    "service_name": "name",
    "overall_rating": "overall",
    "overall": "overall",
    "publication_date": "published",
    "published": "published",
    # Known and not read.
    "score": "not_read",
    "la_ref": "not_read",
    "report_url": "not_read",
}
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_LONGEST_VALUE = 200
_LETTERS = 26


@dataclass(frozen=True)
class Column:
    index: int
    header: str

    @property
    def letter(self) -> str:
        """As a spreadsheet names it."""
        before, last = divmod(self.index, _LETTERS)
        return (chr(ord("A") + before - 1) if before else "") + chr(ord("A") + last)


@dataclass(frozen=True)
class Row:
    """``number`` counts lines of the table from 1, the header being the first."""

    number: int
    cells: list[str]

    @property
    def locator(self) -> str:
        return f"row {self.number}"

    def at(self, column: Column | None) -> str:
        """The cell's words on one line."""
        return " ".join(self.cells[column.index].split()) if column else ""

    def place(self, column: Column | None) -> str:
        return f"{self.locator} column {column.letter}" if column else self.locator


def meaning(header: str) -> str | None:
    """An aspect's code, or name, overall, published, not_read; None where the header is not known."""
    return _HEADERS.get(_NOT_WORDS.sub("_", header.casefold()).strip("_"))


def find(header: list[str]) -> tuple[dict[str, Column], list[ProblemRecord]]:
    """Columns by meaning. An unknown header is noted; two of one meaning block the file."""
    found: dict[str, Column] = {}
    problems: list[ProblemRecord] = []
    not_read: list[str] = []
    for index, words in enumerate(header):
        column = Column(index, words)
        means = meaning(words)
        where = f"row 1 column {column.letter}"
        if means is None:
            if words:
                problems.append(note(where, "header", words, "this column is not known and was not read"))
        elif means == "not_read":
            not_read.append(words)
        elif means in found:
            message = f"this column means the same as “{found[means].header}”; neither can be preferred"
            problems.append(blocking(where, "header", words, message))
        else:
            found[means] = column
    if not_read:
        message = (
            "these columns are known and not read: a score is no grade, and links and short names say "
            "nothing an inspection on this site holds"
        )
        problems.append(note("document", "columns", ", ".join(not_read), message))
    return found, problems


def is_even(row: Row, width: int) -> bool:
    """A row with a cell too many or too few may have its ratings under the wrong headers."""
    return len(row.cells) == width or (len(row.cells) > width and not any(row.cells[width:]))


def uneven(row: Row, width: int) -> ProblemRecord:
    message = f"this row has {len(row.cells)} cells where the header has {width}, so it was not read"
    return note(row.locator, "row", next(filter(None, row.cells), ""), message)


def note(where: str, field: str, value: str, message: str) -> ProblemRecord:
    """A doubt about one row: it must not keep the other rows from being shown."""
    value = value[:_LONGEST_VALUE]
    return ProblemRecord(severity="note", where=where, field=field, value=value, message=message)


def blocking(where: str, field: str, value: str, message: str) -> ProblemRecord:
    """A doubt about every row."""
    value = value[:_LONGEST_VALUE]
    return ProblemRecord(severity="blocking", where=where, field=field, value=value, message=message)
