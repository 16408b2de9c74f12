"""Sheets with such a table, and what their columns mean by the words of their headers."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.documents.spreadsheet import Cell, Workbook
from inspections.reading.records import ProblemRecord, Severity

# Summaries by what the reports call them, under the names of their columns.
SUMMARIES = {
    "summary_priority_action": "areas for priority action",
    "summary_improvement": "areas for improvement",
    "summary_key_strengths": "strengths",
    "summary_headline_findings": "headline findings",
    "summary_needs_to_improve": "what needs to improve",
}
_HEADERS = {
    **{name: name for name in SUMMARIES},
    "local_authority": "name",
    "local_authority_name": "name",
    "la_name": "name",
    "urn": "urn",
    "gss_code": "code",
    "inspection_theme": "theme",
    "theme": "theme",
    "publication_date": "published",
    "inspection_start_date": "start",
    "case_study_title": "withheld",
    "summary_case_study": "withheld",
    # Known and not read.
    "la_code": "not_read",
    "region_code": "not_read",
    "stat_neighbours": "not_read",
    "inspection_link": "not_read",
    "local_link_to_all_inspections": "not_read",
}
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_DISTRICT_CODE = re.compile(r"[lu]tla\d\dcd")
_EMPTY = ("", "none", "nan", "n/a", "not found or not applicable")
_HEADER_WITHIN = 20
_MOST_ROWS = 2_000  # 153 authorities, few of them inspected in a year
_LONGEST_VALUE = 200
_LETTERS = 26


@dataclass(frozen=True)
class Row:
    """``number`` counts from 1, as a spreadsheet does."""

    sheet: str
    number: int
    cells: list[Cell]

    @property
    def locator(self) -> str:
        return f"{self.sheet} row {self.number}"


@dataclass
class Table:
    """``columns``: where each meaning stands; ``rows``: those under the header that hold anything."""

    sheet: str
    columns: dict[str, int]
    rows: list[Row]

    def cell(self, row: Row, meaning: str) -> Cell:
        index = self.columns.get(meaning, len(row.cells))
        return row.cells[index] if index < len(row.cells) else ""

    def said(self, row: Row, meaning: str) -> str:
        """The cell's words on one line; empty for the words by which the file says that it has none."""
        words = printed(self.cell(row, meaning))
        return "" if is_empty(words) else words

    def place(self, row: Row, meaning: str) -> str:
        column = self.columns.get(meaning)
        return row.locator if column is None else f"{row.locator} column {column_letter(column)}"


def printed(cell: Cell) -> str:
    """As a reader of the sheet sees it: 80426.0 is "80426", a day is day/month/year."""
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def is_empty(words: str) -> bool:
    return words.casefold().rstrip(".") in _EMPTY


def column_letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def meaning(header: Cell) -> str | None:
    words = _NOT_WORDS.sub("_", printed(header).casefold()).strip("_")
    return "code" if _DISTRICT_CODE.fullmatch(words) else _HEADERS.get(words)


def has_table(book: Workbook) -> bool:
    """Raises UnreadableSource for a damaged sheet."""
    return any(_header_at(book.rows(sheet)) is not None for sheet in book.sheets)


def find(book: Workbook) -> tuple[list[Table], list[ProblemRecord]]:
    """Every such table, the problems of their headers, and a note of the sheets that hold none.

    Raises UnreadableSource for a damaged sheet or one far longer than there are inspections.
    """
    tables: list[Table] = []
    problems: list[ProblemRecord] = []
    others: list[str] = []
    for sheet in book.sheets:
        cells = book.rows(sheet)
        at = _header_at(cells)
        if at is None:
            others.append(sheet)
            continue
        if len(cells) > _MOST_ROWS:
            raise UnreadableSource(
                f"This sheet has more than {_MOST_ROWS} rows.",
                where=sheet,
                field="rows",
                value=str(len(cells)),
            )
        columns, doubts = _columns(sheet, at, cells[at])
        problems += doubts
        rows = [
            Row(sheet, number, row)
            for number, row in enumerate(cells[at + 1 :], at + 2)
            if any(printed(cell) for cell in row)
        ]
        if not rows:
            problems.append(doubt(sheet, "rows", "", "this table has a header and no rows", "blocking"))
        tables.append(Table(sheet, columns, rows))
    if others:
        message = "these sheets hold no table of such inspections and were not read"
        problems.append(doubt("document", "sheets", ", ".join(others), message))
    return tables, problems


def _header_at(rows: list[list[Cell]]) -> int | None:
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        found = {meaning(cell) for cell in row if isinstance(cell, str)}
        if {"name", "published", "theme"} <= found and found & set(SUMMARIES):
            return index
    return None


def _columns(sheet: str, at: int, header: list[Cell]) -> tuple[dict[str, int], list[ProblemRecord]]:
    columns: dict[str, int] = {}
    problems: list[ProblemRecord] = []
    unused: dict[str, list[str]] = {"not_read": [], "withheld": []}
    for index, cell in enumerate(header):
        words, means = printed(cell), meaning(cell)
        where = f"{sheet} row {at + 1} column {column_letter(index)}"
        if means is None:
            if words:
                problems.append(doubt(where, "header", words, "this column is not known and was not read"))
        elif means in unused:
            unused[means].append(words)
        elif means in columns:
            message = "another column means the same; neither can be preferred"
            problems.append(doubt(where, "header", words, message, "blocking"))
        else:
            columns[means] = index
    for means, message in (
        (
            "not_read",
            "these columns are known and not read: they say nothing an inspection on this site holds",
        ),
        ("withheld", "these columns tell of single children and are not read"),
    ):
        if unused[means]:
            problems.append(doubt(f"{sheet} row {at + 1}", "columns", ", ".join(unused[means]), message))
    return columns, problems


def doubt(where: str, field: str, value: str, message: str, severity: Severity = "note") -> ProblemRecord:
    """About one row unless ``blocking``: the others need not wait for it."""
    value = value[:_LONGEST_VALUE]
    return ProblemRecord(severity=severity, where=where, field=field, value=value, message=message)
