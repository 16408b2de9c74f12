"""Tables of local authority inspections in a workbook, found by their headers wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspections.reading.documents.spreadsheet import Cell
from inspections.reading.documents.tables import HEADER_WITHIN, Tables
from inspections.reading.problems import blocking, note
from inspections.reading.readers.ofsted_statistics.grade_cells import graded
from inspections.reading.readers.ofsted_statistics.headers import (
    KNOWN,
    NAME,
    Group,
    Meaning,
    is_foreign,
    meaning,
    says_which,
)
from inspections.reading.records import ProblemRecord
from inspections.reading.structure.inspection_tables import (
    Column,
    Table,
    printed,
    table_under,
)

_TELLING = ("start", "published", "kind", "grade")
_LEAST_TELLING = 3
_NUMBERED = re.compile(r"^\s*(table\s+\w+)", re.IGNORECASE)


def groups(table: Table[Meaning]) -> list[Group]:
    """One per programme with columns of its own; a table that names none has one plain group."""
    return list(dict.fromkeys(means.group for means in table.columns if means.role in _TELLING))


def find_tables(book: Tables) -> tuple[list[Table[Meaning]], list[ProblemRecord]]:
    """Every table of the workbook that tells of inspections of authorities, and what is wrong with them.

    Raises UnreadableSource for a sheet that is damaged.
    """
    tables: list[Table[Meaning]] = []
    problems: list[ProblemRecord] = []
    unread: dict[str, list[str]] = {"providers": [], "series over time": [], "explanations": []}
    for sheet in book.sheets:
        rows = book.rows(sheet)
        of_providers = _of_providers(rows)
        found, doubts = ([], []) if of_providers else _tables_of(sheet, rows)
        tables += found
        problems += doubts
        if not found and not doubts:
            wide = sum(sum(printed(cell) != "" for cell in row) > 3 for row in rows)
            other = "series over time" if wide > 20 else "explanations"
            unread["providers" if of_providers else other].append(sheet)
    if tables and any(unread.values()):
        listed = "; ".join(f"{what}: {', '.join(names)}" for what, names in unread.items() if names)
        message = "only tables of inspections of local authorities are read; these sheets are not"
        problems.append(note("document", "sheets", listed, message))
    unused = {header: None for table in tables for header in table.passed_over.get(KNOWN, ())}
    if unused:
        message = "these columns are known and not read: they say nothing an inspection on this site holds"
        problems.append(note("document", "columns", ", ".join(unused), message))
    return tables, problems


def has_table(book: Tables) -> bool:
    """Whether any sheet has the header of such a table. Raises UnreadableSource for a damaged sheet."""
    for sheet in book.sheets:
        first = book.first_rows(sheet)
        if not _of_providers(first) and any(_is_header(row) and "grade" in _roles(row) for row in first):
            return True
    return False


def _of_providers(rows: list[list[Cell]]) -> bool:
    return any(
        sum(is_foreign(cell) for cell in row if isinstance(cell, str)) > 1 for row in rows[:HEADER_WITHIN]
    )


def _roles(row: list[Cell]) -> list[str]:
    return [means.role for cell in row if (means := meaning(printed(cell)))]


def _is_header(row: list[Cell]) -> bool:
    """The name of an authority and something about an inspection, or enough about inspections alone."""
    if not all(isinstance(cell, str) for cell in row):
        return False
    roles = _roles(row)
    telling = sum(role in _TELLING for role in roles)
    return telling >= 2 and ("name" in roles or telling >= _LEAST_TELLING)


def _tables_of(sheet: str, rows: list[list[Cell]]) -> tuple[list[Table[Meaning]], list[ProblemRecord]]:
    tables: list[Table[Meaning]] = []
    problems: list[ProblemRecord] = []
    table: Table[Meaning] | None = None
    title = ""
    above: list[Cell] = []  # what stands for a header over rows of no table
    lost: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        filled = [index for index, cell in enumerate(row) if printed(cell)]
        if len(filled) > 1 and _is_header(row):
            table = table_under(sheet, number, row, meaning, (KNOWN,))
            table.title = title or (f"table {len(tables) + 1}" if tables else "")
            missing = _missing(table)
            problems += table.problems
            problems += [
                blocking(f"{sheet} row {number}".lstrip(), "header", "", message) for message in missing
            ]
            if missing:
                table = None
            else:
                tables.append(table)
                problems += _lost_columns(table, row, rows[number:])
        elif len(filled) == 1 and (numbered := _NUMBERED.match(printed(row[filled[0]]))):
            title = numbered[1]
        elif table is not None and (len(filled) > 1 or filled == [table.columns[NAME].index]):
            table.add_row(number, row)  # a lone cell elsewhere is a line of text between tables
        elif len(filled) > _LEAST_TELLING and _gives_grades(row):
            lost.setdefault(", ".join(filter(None, map(printed, above))), number)
        elif len(filled) > _LEAST_TELLING:
            above = row
    message = "rows with grades stand here under a header that is not understood; none was read"
    problems += [
        blocking(f"{sheet} row {number}".lstrip(), "header", header, message)
        for header, number in lost.items()
    ]
    return tables, problems


def _is_grade(cell: Cell) -> bool:
    return isinstance(cell, str) and graded(cell).status == "graded"


def _gives_grades(row: list[Cell]) -> bool:
    """Whether it is a row of grades; the header of a series for the country names each grade once."""
    found = [graded(cell).grade for cell in row if _is_grade(cell)]
    return bool(found) and (len(found) < _LEAST_TELLING or len(set(found)) < len(found))


def _lost_columns(
    table: Table[Meaning], header: list[Cell], below: list[list[Cell]]
) -> Iterator[ProblemRecord]:
    """Grades that the header gives to one of a row's inspections in words that are not understood."""
    for index, cell in enumerate(header):
        words = printed(cell)
        if meaning(words) or not says_which(words):
            continue
        if any(index < len(row) and _is_grade(row[index]) for row in below):
            place = f"{table.sheet} row {table.number} column {Column(index, words).letter}".lstrip()
            message = "this column holds grades and its header is not understood: they were not read"
            yield blocking(place, "header", words, message)


def _missing(table: Table[Meaning]) -> list[str]:
    """What the table must have and has not, in words."""
    missing = []
    if NAME not in table.columns:
        missing.append("no column names the local authority, so no row of this table can be read")
    for group in groups(table):
        named = " ".join(filter(None, group)) or "the inspections"
        roles = {means.role for means in table.columns if means.group == group}
        if not roles & {"start", "published"}:
            missing.append(f"no column gives a date for {named}, so no row of this table can be read")
        if not roles & {"grade", "kind"}:
            missing.append(f"no column gives a grade or a kind for {named}, so no row can be read")
    return missing
