"""Ofsted's official statistics on inspections of local authorities (ODS, XLSX or CSV), any year's.

Tables are found and their columns understood by the words of their headers. Every row ends as an
inspection, as part of one that another row tells of, or as a named problem. "Inspection date" is the first
day of fieldwork; programmes of 2009 to 2018 give only publication. For programmes before November 2013 the
file prints "Requires improvement to be good" where the report said "Adequate": such a grade is restated.

The column of web links is not read: it leads to an authority's page, in the 2022 file on 44 rows to that
of another authority.
"""

from __future__ import annotations

from collections import Counter

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.documents.tables import Tables
from inspections.reading.readers.ofsted_statistics.entries import Entry, entries_of
from inspections.reading.readers.ofsted_statistics.merging import Group, grouped, inspection_of
from inspections.reading.readers.ofsted_statistics.workbook_tables import find_tables, has_table
from inspections.reading.records import InspectionRecord, Reading, TableRead
from inspections.reading.structure.inspection_tables import printed
from inspections.terms import SourceKind

NAME = "ofsted_statistics"
VERSION = 2

_TITLE = "Ofsted official statistics: inspections of local authority children’s services"
_LONGEST_TITLE = 200


def recognises(source: Source) -> bool:
    """Raises UnreadableSource for a spreadsheet that cannot be opened or is a bomb."""
    book = source.tables
    return book is not None and has_table(book)


def read(source: Source) -> Reading:
    """Raises UnreadableSource."""
    if (book := source.tables) is None:
        raise UnreadableSource("This file holds no table.")
    tables, problems = find_tables(book)
    by_row: list[tuple[str, list[Entry]]] = []
    for table in tables:
        for row in table.rows:
            entries, doubts = entries_of(table, row)
            problems += doubts
            by_row.append((table.where, entries))
    groups, doubts = grouped([entry for _, entries in by_row for entry in entries])
    problems += doubts
    records: list[InspectionRecord] = []
    kept: list[Group] = []
    for group in groups:
        record, doubts = inspection_of(group)
        problems += doubts
        if record is not None:
            records.append(record)
            kept.append(group)
    return Reading(
        reader=NAME,
        version=VERSION,
        kind=SourceKind.STATISTICS,
        title=_title(book),
        publisher="Ofsted",
        inspections=tuple(records),
        problems=tuple(problems),
        tables=_accounts([table.where for table in tables], by_row, kept),
    )


def _title(book: Tables) -> str:
    """The cover's own title; older covers have it beside "Policy area"."""
    rows = [[printed(cell) for cell in row] for row in book.first_rows(book.sheets[0])[:10]]
    policy = next((row[1] for row in rows if len(row) > 1 and row[0].lower().startswith("policy area")), "")
    heading = rows[0][0] if rows and rows[0] else ""
    title = policy if not heading or heading.lower().startswith("cover") else heading
    return f"{_TITLE}: {title}"[:_LONGEST_TITLE] if title else _TITLE


def _accounts(
    tables: list[str], by_row: list[tuple[str, list[Entry]]], groups: list[Group]
) -> tuple[TableRead, ...]:
    first = {id(group.entries[0]) for group in groups}
    used = {id(entry) for group in groups for entry in group.entries}
    counts: dict[str, Counter[str]] = {where: Counter() for where in tables}
    for where, entries in by_row:
        ids = {id(entry) for entry in entries}
        counts[where]["stored" if ids & first else "merged" if ids & used else "named"] += 1
    return tuple(
        TableRead(
            where=where,
            rows=count.total(),
            stored=count["stored"],
            merged=count["merged"],
            named=count["named"],
        )
        for where, count in counts.items()
    )
