"""Rows to entries: what one row says of one inspection, before rows about the same one are put together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from inspections.reading.readers.ofsted_statistics import cells
from inspections.reading.readers.ofsted_statistics.cells import Graded
from inspections.reading.readers.ofsted_statistics.doubts import blocking, note
from inspections.reading.readers.ofsted_statistics.tables import Column, Row, Table
from inspections.reading.records import ProblemRecord

GRADED_KINDS = ("full", "short", "reinspection", "")
_ASSURANCE = "assurance visit"


@dataclass(frozen=True)
class Day:
    on: dt.date
    printed: str
    where: str


@dataclass(frozen=True)
class Said:
    """One grade cell: what it means, what it prints, its row and, within that, its column."""

    graded: Graded
    printed: str
    header: str
    where: str
    column: str

    @property
    def cell(self) -> str:
        return f"{self.where} column {self.column}"


@dataclass
class Entry:
    """``programme`` and ``kind`` are empty where the row does not say them."""

    authority: str
    code: str
    programme: str
    kind: str
    where: str
    start: Day | None = None
    end: Day | None = None
    published: Day | None = None
    grades: dict[str, Said] = field(default_factory=dict)
    topic: str = ""


def entries_of(table: Table, row: Row) -> tuple[list[Entry], list[ProblemRecord]]:
    """A row with columns for several programmes makes several entries; what makes none is a problem."""
    where = table.locator(row)
    name = cells.printed(row.at(table.column("name")))
    if not name:
        return [], [blocking(where, "area", "", "this row names no local authority")]
    code = cells.printed(row.at(table.column("code")))
    entries: list[Entry] = []
    problems: list[ProblemRecord] = []
    for programme, kind, part in table.groups():
        entry = Entry(name, code, programme, kind, where)
        problems += _fill(entry, table, row, (programme, kind, part))
        if entry.start or entry.published:
            entries.append(entry)
    if not entries and not problems:
        problems.append(note(where, "inspection", name, "this row tells of no inspection"))
    return entries, problems


def _fill(entry: Entry, table: Table, row: Row, group: tuple[str, str, str]) -> list[ProblemRecord]:
    """Put what the row's cells of this group say into the entry; a group of empty cells says nothing.

    An entry whose dates or kind are in doubt could be taken for another inspection, so it gets no date.
    """
    columns = [c for c in table.columns if c.meaning.group == group and c.meaning.role not in _OF_THE_ROW]
    if all(cells.is_blank(row.at(column)) for column in columns):
        return []
    dates = [column for column in columns if column.meaning.role in ("start", "end", "published")]
    if any(cells.says_no_inspection(row.at(column)) for column in dates):
        said = next(cells.printed(row.at(c)) for c in dates if cells.says_no_inspection(row.at(c)))
        return [
            note(f"{entry.where} column {dates[0].letter}", "inspection", said,
                f"no inspection of {entry.authority} on record here",
            )
        ]  # fmt: skip
    problems = [problem for column in dates if (problem := _take_date(entry, row, column))]
    problems += _take_kind(entry, row, table.column("kind", group))
    if problems:
        entry.start = entry.end = entry.published = None
        return problems
    problems += _take_grades(entry, row, table.grades(group))
    theme = table.column("theme", group)
    entry.topic = cells.printed(row.at(theme)) or entry.topic
    if not entry.start and not entry.published:
        problems.append(blocking(entry.where, "inspection", "", "no date goes with this grade or kind"))
    return problems


_OF_THE_ROW = ("name", "code", "known")


def _take_date(entry: Entry, row: Row, column: Column) -> ProblemRecord | None:
    cell = row.at(column)
    if cells.is_blank(cell):
        return None
    on = cells.day(cell)
    if on is None:
        return blocking(f"{entry.where} column {column.letter}", column.meaning.role, cells.printed(cell),
            f"“{column.header}” holds no date",
        )  # fmt: skip
    setattr(entry, column.meaning.role, Day(on, cells.printed(cell), entry.where))
    return None


def _take_kind(entry: Entry, row: Row, column: Column | None) -> list[ProblemRecord]:
    if column is None:
        return []
    words = cells.plain(row.at(column))
    if words not in cells.KINDS:
        message = "this kind of inspection or visit is not known, so the row was not read"
        place = f"{entry.where} column {column.letter}"
        return [blocking(place, "kind", cells.printed(row.at(column)), message)]
    programme, entry.kind = cells.KINDS[words]
    entry.programme = entry.programme or programme
    if words.endswith(_ASSURANCE):
        entry.topic = cells.printed(row.at(column))
    return []


def _take_grades(entry: Entry, row: Row, columns: list[Column]) -> list[ProblemRecord]:
    problems = []
    for column in columns:
        cell = row.at(column)
        said = Said(cells.graded(cell), cells.printed(cell), column.header, entry.where, column.letter)
        place = said.cell
        if entry.kind not in GRADED_KINDS:
            if said.printed and said.graded.status != "not_reported":
                message = f"a {entry.kind.replace('_', ' ')} gives no grades"
                problems.append(blocking(place, column.meaning.aspect, said.printed, message))
            continue
        if said.graded.status == "foreign":
            message = f"“{column.header}” holds a word that is no grade"
            problems.append(blocking(place, column.meaning.aspect, said.printed, message))
            continue
        if said.graded.status == "unreadable":
            message = f"a number where “{column.header}” should hold a grade; it is not taken for one"
            problems.append(note(place, column.meaning.aspect, said.printed, message))
        elif said.printed and said.graded.status == "not_reported":
            message = f"“{column.header}” gives no grade here"
            problems.append(note(place, column.meaning.aspect, said.printed, message))
        entry.grades[column.meaning.aspect] = said
    return problems
