"""Tables of local authority inspections in a workbook, found by their headers wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from inspections.reading.documents.spreadsheet import Cell, Workbook
from inspections.reading.readers.ofsted_statistics import cells
from inspections.reading.readers.ofsted_statistics.doubts import blocking, note
from inspections.reading.readers.ofsted_statistics.headers import Meaning, is_foreign, meaning
from inspections.reading.records import ProblemRecord

_TELLING = ("start", "published", "kind", "grade")
_LEAST_TELLING = 3
_NUMBERED = re.compile(r"^\s*(table\s+\w+)", re.IGNORECASE)
_HEADER_WITHIN = 20
_LETTERS = 26
_DATES = ("start", "published")


@dataclass(frozen=True)
class Column:
    index: int
    header: str
    meaning: Meaning

    @property
    def letter(self) -> str:
        return column_letter(self.index)


@dataclass(frozen=True)
class Row:
    """``number`` counts from 1, as a spreadsheet does."""

    number: int
    cells: list[Cell]

    def at(self, column: Column | None) -> Cell:
        return self.cells[column.index] if column and column.index < len(self.cells) else ""


@dataclass
class Table:
    sheet: str
    title: str
    columns: tuple[Column, ...]
    rows: list[Row] = field(default_factory=list)

    def column(self, role: str, group: tuple[str, str, str] = ("", "", "")) -> Column | None:
        return next((c for c in self.columns if c.meaning.role == role and c.meaning.group == group), None)

    def grades(self, group: tuple[str, str, str]) -> list[Column]:
        return [c for c in self.columns if c.meaning.role == "grade" and c.meaning.group == group]

    def groups(self) -> list[tuple[str, str, str]]:
        """One per programme with columns of its own; a table that names none has one plain group."""
        found = (c.meaning.group for c in self.columns if c.meaning.role in _TELLING)
        return list(dict.fromkeys(found))

    def locator(self, row: Row) -> str:
        return f"{self.sheet} row {row.number}"

    def where(self) -> str:
        return f"{self.sheet}, {self.title}" if self.title else self.sheet


def column_letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def find_tables(book: Workbook) -> tuple[list[Table], list[ProblemRecord]]:
    """Every table of the workbook that tells of inspections of authorities, and what is wrong with them.

    Raises UnreadableSource for a sheet that is damaged.
    """
    tables: list[Table] = []
    problems: list[ProblemRecord] = []
    unread: dict[str, list[str]] = {"providers": [], "series over time": [], "explanations": []}
    for sheet in book.sheets:
        rows = book.rows(sheet)
        found, doubts = _tables_of(sheet, rows)
        tables += found
        problems += doubts
        if not found and not doubts:
            unread[_what_else(rows)].append(sheet)
    if tables and any(unread.values()):
        listed = "; ".join(f"{what}: {', '.join(names)}" for what, names in unread.items() if names)
        message = "only tables of inspections of local authorities are read; these sheets are not"
        problems.append(note("document", "sheets", listed, message))
    unused = {column.header: None for table in tables for column in table.columns if _is_unused(column)}
    if unused:
        message = "these columns are known and not read: they say nothing an inspection on this site holds"
        problems.append(note("document", "columns", ", ".join(unused), message))
    return tables, problems


def _is_unused(column: Column) -> bool:
    return column.meaning.role == "known"


def has_table(book: Workbook) -> bool:
    """Whether any sheet has the header of such a table. Raises UnreadableSource for a damaged sheet."""
    for sheet in book.sheets:
        first = book.rows(sheet)[:_HEADER_WITHIN]
        if not _of_providers(first) and any(_is_header(row) and _gives_grades(row) for row in first):
            return True
    return False


def _gives_grades(row: list[Cell]) -> bool:
    return any(found and found.role == "grade" for found in _meanings(row))


def _tables_of(sheet: str, rows: list[list[Cell]]) -> tuple[list[Table], list[ProblemRecord]]:
    tables: list[Table] = []
    problems: list[ProblemRecord] = []
    if _of_providers(rows):
        return tables, problems
    table: Table | None = None
    title = ""
    for number, row in enumerate(rows, 1):
        said = [index for index, cell in enumerate(row) if not cells.is_blank(cell)]
        if not said:
            continue
        if len(said) > 1 and _is_header(row):
            table, doubts = _begin(sheet, title, number, row)
            problems += doubts
            if table is not None:
                tables.append(table)
        elif len(said) == 1 and (numbered := _NUMBERED.match(cells.printed(row[said[0]]))):
            title = numbered[1]
        elif len(said) == 1 and (table is None or said[0] != _name_index(table)):
            continue  # a line of text above, between or under tables
        elif table is not None:
            table.rows.append(Row(number, row))
    return tables, problems


def _name_index(table: Table) -> int:
    column = table.column("name")
    return column.index if column else -1


def _meanings(row: Iterable[Cell]) -> list[Meaning | None]:
    return [None if cells.is_blank(cell) else meaning(cells.printed(cell)) for cell in row]


def _is_header(row: list[Cell]) -> bool:
    """The name of an authority and something about an inspection, or enough about inspections alone."""
    if not all(isinstance(cell, str) for cell in row):
        return False
    found = [m.role for m in _meanings(row) if m]
    telling = sum(role in _TELLING for role in found)
    return telling >= 2 and ("name" in found or telling >= _LEAST_TELLING)


def _begin(sheet: str, title: str, number: int, row: list[Cell]) -> tuple[Table | None, list[ProblemRecord]]:
    problems: list[ProblemRecord] = []
    columns: list[Column] = []
    taken: dict[Meaning, str] = {}
    where = f"{sheet} row {number}"
    for index, found in enumerate(_meanings(row)):
        header = cells.printed(row[index])
        place = f"{where} column {column_letter(index)}"
        if found is None:
            if header:
                problems.append(note(place, "header", header, "this column is not known and was not read"))
        elif found.role != "known" and found in taken:
            message = f"this column means the same as “{taken[found]}”; neither can be preferred"
            problems.append(blocking(place, "header", header, message))
        else:
            taken[found] = header
            columns.append(Column(index, header, found))
    table = Table(sheet, title, tuple(columns))
    missing = _missing(table)
    problems += [blocking(where, "header", "", message) for message in missing]
    return (None if missing else table), problems


def _missing(table: Table) -> list[str]:
    """What the table must have and has not, in words."""
    missing = []
    if table.column("name") is None:
        missing.append("no column names the local authority, so no row of this table can be read")
    for group in table.groups():
        named = " ".join(filter(None, group)) or "the inspections"
        if not any(table.column(role, group) for role in _DATES):
            missing.append(f"no column gives a date for {named}, so no row of this table can be read")
        if not table.grades(group) and table.column("kind", group) is None:
            missing.append(f"no column gives a grade or a kind for {named}, so no row can be read")
    return missing


def _of_providers(rows: list[list[Cell]]) -> bool:
    return any(
        sum(is_foreign(cell) for cell in row if isinstance(cell, str)) > 1 for row in rows[:_HEADER_WITHIN]
    )


def _what_else(rows: list[list[Cell]]) -> str:
    if _of_providers(rows):
        return "providers"
    wide = sum(sum(not cells.is_blank(cell) for cell in row) > 3 for row in rows)
    return "series over time" if wide > 20 else "explanations"
