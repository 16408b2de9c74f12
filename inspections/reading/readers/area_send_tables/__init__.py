"""Tables of Area SEND inspections, one area a row (ODS, XLSX or CSV).

Of the first cycle (2016 to 2022) a row tells of the inspection, which graded nothing and said whether a
written statement of action was required, and of the revisit to see what progress had been made. Since 2023
there is one of three outcomes. Known: Ofsted's statistics of the first cycle, its management information of
winter 2022-23, and an overview other people made from the reports.
"""

from __future__ import annotations

import re

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.documents.spreadsheet import Cell
from inspections.reading.documents.tables import Tables, header_at
from inspections.reading.problems import blocking, note
from inspections.reading.readers.area_send_tables.rows import inspection_of, revisit_of
from inspections.reading.records import ProblemRecord, Reading
from inspections.reading.structure.inspection_tables import (
    OneARow,
    Table,
    header_code,
    printed,
    table_under,
)
from inspections.terms import SourceKind

NAME = "area_send_tables"
VERSION = 1

# Headers without the words that say little, so that "Number of areas" and "Number areas" are alike.
_SAYS_LITTLE = frozenset(("of", "the", "for", "in", "to", "a", "all", "or", "was", "is"))
_HEADERS = {
    "area_name": "name",
    "local_area": "name",
    "local_area_name": "name",
    "local_area_partnership": "name",
    "local_authority": "name",
    "local_authority_name": "name",
    "la_name": "name",
    "local_authority_code": "code",
    "gss_code": "code",
    "urn": "urn",
    "inspection_start_date": "start",
    "inspection_date": "start",
    "start_date": "start",
    "first_day_inspection": "start",
    "date_inspection": "start",
    "inspection_end_date": "end",
    "last_day_inspection": "end",
    "inspection_publication_date": "published",
    "publication_date": "published",
    "date_published": "published",
    "date_publication": "published",
    "inspection_type": "type",
    "type_inspection": "type",
    "inspection_outcome": "outcome",
    "outcome": "outcome",
    "inspection_outcome_text": "outcome",
    "outcome_grade": "number",
    "priority_action_plan_required": "plan",
    "number_areas_priority_action": "priorities",
    "inspection_outcome_written_statement_action_required": "statement",
    "written_statement_action_required": "statement",
    "number_significant_weaknesses_identified_written_statement_action": "weaknesses",
    "wsoa_required": "statement",
    "revisit_start_date": "revisit_start",
    "revisit_date": "revisit_start",
    "revisit_publication_date": "revisit_published",
    "date_revisit": "revisit_start",
    "revisit_outcome_sufficient_progress_addressing_significant_weaknesses": "progress",
    "revisit_outcome": "progress",
    "number_significant_weaknesses_where_sufficient_progress_has_been_made": "made",
    "number_significant_weaknesses_where_sufficient_progress_has_not_been_made": "not_made",
    "inspection_link": "link",
    # Known and not read.
    "web_link_ofsted_local_authority_webpage": "not_read",
    "link_report_webpage_local_authority_and_local_area_partnership": "not_read",
    "ofsted_region": "not_read",
    "region_code": "not_read",
    "la_code": "not_read",
    "stat_neighbours": "not_read",
    "previous_inspection_date": "not_read",
    "next_inspection": "not_read",
    "next_inspection_by_date": "not_read",
    "local_link_inspections": "not_read",
}
_DISTRICT_CODE = re.compile(r"[lu]tla\d\dcd")
_SEND = re.compile(r"\bSEND\b|(?<![a-z])send(?![a-z])|special educational needs|local area partnership")


def recognises(source: Source) -> bool:
    """Raises UnreadableSource for a spreadsheet that cannot be opened or is a bomb."""
    book = source.tables
    return book is not None and any(_header_at(book, sheet) is not None for sheet in book.sheets)


def read(source: Source) -> Reading:
    """Raises UnreadableSource."""
    if (book := source.tables) is None:
        raise UnreadableSource("This file holds no table.")
    tables, problems = _tables(book)
    inspections, revisits = OneARow(problems=problems), OneARow()
    for table in tables:
        inspections.read(table.where, table.rows, inspection_of)
        revisits.read(table.where, [row for row in table.rows if row.words("progress")], revisit_of)
    made_by_others = any("number" in table.columns for table in tables)
    return Reading(
        reader=NAME,
        version=VERSION,
        kind=SourceKind.DATASET if made_by_others else SourceKind.STATISTICS,
        title="Area SEND inspections: overview made from the reports" if made_by_others else _TITLE,
        publisher="" if made_by_others else "Ofsted",
        inspections=(*inspections.records, *revisits.records),
        problems=(*inspections.problems, *revisits.problems),
        tables=tuple(inspections.accounts),
    )


_TITLE = "Area SEND inspections and revisits: outcomes as Ofsted lists them"


def _meaning(header: str) -> str | None:
    code = header_code(header).replace("re_visit", "revisit")
    if _DISTRICT_CODE.fullmatch(code):
        return "code"
    return _HEADERS.get("_".join(word for word in code.split("_") if word not in _SAYS_LITTLE))


def _header_at(book: Tables, sheet: str) -> int | None:
    """A table of outcomes is one of these where its headers, its sheet or what stands in it speak of SEND."""
    rows = book.first_rows(sheet)

    def is_header(row: list[Cell]) -> bool:
        meanings = {_meaning(printed(cell)) for cell in row}
        return {"name", "published"} <= meanings and bool(meanings & {"outcome", "statement"})

    at = header_at(rows, is_header)
    if at is None:
        return None
    words = " ".join(
        [sheet.replace("_", " "), *(printed(cell).replace(".", " ") for row in rows for cell in row)]
    )
    meanings = {_meaning(printed(cell)) for cell in rows[at]}
    return at if meanings & {"statement", "plan"} or _SEND.search(words) else None


def _tables(book: Tables) -> tuple[list[Table[str]], list[ProblemRecord]]:
    """Every such table, the problems of their headers, and a note of the sheets that hold none."""
    tables: list[Table[str]] = []
    problems: list[ProblemRecord] = []
    others: list[str] = []
    for sheet in book.sheets:
        at = _header_at(book, sheet)
        if at is None:
            others.append(sheet)
            continue
        rows = book.rows(sheet)
        table = table_under(sheet, at + 1, rows[at], _meaning, ("not_read",))
        for number, cells in enumerate(rows[at + 1 :], at + 2):
            # A lone cell is a line of text under the table.
            if sum(bool(printed(cell)) for cell in cells) > 1:
                table.add_row(number, cells)
        problems += table.problems
        if passed_over := table.passed_over.get("not_read"):
            message = (
                "these columns are known and not read: they say nothing an inspection on this site holds"
            )
            problems.append(note("document", "columns", ", ".join(passed_over), message))
        if not table.rows:
            problems.append(blocking(table.where, "rows", "", "this table has a header and no rows"))
        tables.append(table)
    if others:
        message = "these sheets hold no table of such inspections and were not read"
        problems.append(note("document", "sheets", ", ".join(others), message))
    return tables, problems
