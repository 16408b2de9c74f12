"""The overview of joint targeted area inspections (JTAI), one row per inspection (XLSX or ODS).

Made from the reports by other people. Of its dates only that of publication is taken: the column of the
inspection's start repeats it. Days of fieldwork are taken from the theme, where its own words state them
("between 14 and 18 March 2016"). Summaries are kept as printed, also where they run on into another heading's
words. Case studies tell of single children and are not read.
"""

from __future__ import annotations

import re

from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.documents.source import Source
from inspections.reading.documents.spreadsheet import Cell
from inspections.reading.documents.tables import Tables, header_at
from inspections.reading.problems import blocking, note
from inspections.reading.readers.jtai_overview.inspection_rows import SUMMARIES, inspection_of, said
from inspections.reading.records import ProblemRecord, Reading
from inspections.reading.structure.inspection_tables import (
    OneARow,
    Table,
    header_code,
    printed,
    table_under,
)
from inspections.terms import SourceKind

NAME = "jtai_overview"
VERSION = 2

# Who made it the file does not say; it is no publication of the inspectorates' own.
_TITLE = "Joint targeted area inspections: overview made from the reports"
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
    "inspection_link": "link",
    "case_study_title": "withheld",
    "summary_case_study": "withheld",
    # Known and not read.
    "la_code": "not_read",
    "region_code": "not_read",
    "stat_neighbours": "not_read",
    "local_link_to_all_inspections": "not_read",
}
_PASSED_OVER = {
    "not_read": "these columns are known and not read: they say nothing an inspection on this site holds",
    "withheld": "these columns tell of single children and are not read",
}
_DISTRICT_CODE = re.compile(r"[lu]tla\d\dcd")
_MOST_ROWS = 2_000  # 153 authorities, few of them inspected in a year


def recognises(source: Source) -> bool:
    """Raises UnreadableSource for a spreadsheet that cannot be opened or is a bomb."""
    book = source.tables
    return book is not None and any(_header_at(book.first_rows(sheet)) is not None for sheet in book.sheets)


def read(source: Source) -> Reading:
    """Raises UnreadableSource."""
    if (book := source.tables) is None:
        raise UnreadableSource("This file holds no table.")
    tables, problems = _tables(book)
    inspections = OneARow(problems=problems)
    for table in tables:
        inspections.problems += _starts_repeated(table)
        inspections.read(table.where, table.rows, inspection_of)
    return Reading(
        reader=NAME,
        version=VERSION,
        kind=SourceKind.DATASET,
        title=_TITLE,
        publisher="",
        inspections=tuple(inspections.records),
        problems=tuple(inspections.problems),
        tables=tuple(inspections.accounts),
    )


def _meaning(header: str) -> str | None:
    code = header_code(header)
    return "code" if _DISTRICT_CODE.fullmatch(code) else _HEADERS.get(code)


def _header_at(rows: list[list[Cell]]) -> int | None:
    def is_header(row: list[Cell]) -> bool:
        meanings = {_meaning(printed(cell)) for cell in row if isinstance(cell, str)}
        return {"name", "published", "theme"} <= meanings and bool(meanings & set(SUMMARIES))

    return header_at(rows, is_header)


def _tables(book: Tables) -> tuple[list[Table[str]], list[ProblemRecord]]:
    """Every such table, the problems of their headers, and a note of the sheets that hold none.

    Raises UnreadableSource for a damaged sheet or one far longer than there are inspections.
    """
    tables: list[Table[str]] = []
    problems: list[ProblemRecord] = []
    others: list[str] = []
    for sheet in book.sheets:
        rows = book.rows(sheet)
        at = _header_at(rows)
        if at is None:
            others.append(sheet)
            continue
        if len(rows) > _MOST_ROWS:
            message = f"This sheet has more than {_MOST_ROWS} rows."
            raise UnreadableSource(message, where=sheet, field="rows", value=str(len(rows)))
        table = table_under(sheet, at + 1, rows[at], _meaning, _PASSED_OVER)
        for number, cells in enumerate(rows[at + 1 :], at + 2):
            if any(printed(cell) for cell in cells):
                table.add_row(number, cells)
        problems += table.problems
        for means, message in _PASSED_OVER.items():
            if headers := table.passed_over.get(means):
                problems.append(
                    note(f"{sheet} row {at + 1}".lstrip(), "columns", ", ".join(headers), message)
                )
        if not table.rows:
            problems.append(blocking(sheet or "document", "rows", "", "this table has a header and no rows"))
        tables.append(table)
    if others:
        message = "these sheets hold no table of such inspections and were not read"
        problems.append(note("document", "sheets", ", ".join(others), message))
    return tables, problems


def _starts_repeated(table: Table[str]) -> list[ProblemRecord]:
    """Why the column of first days is not taken, and each row where it is not the day of publication."""
    given = [row for row in table.rows if said(row, "start")]
    if not given:
        return []
    other = [row for row in given if row.words("start") != row.words("published")]
    message = "on these rows the inspection’s start is the day of publication; it is fieldwork on no row"
    value = f"{len(given) - len(other)} of {len(given)} rows"
    problems = [note(table.where, "fieldwork", value, message)]
    for row in other:
        message = "another day than that of publication; this column is not relied on, so it was not taken"
        problems.append(note(row.place("start"), "fieldwork", said(row, "start"), message))
    return problems
