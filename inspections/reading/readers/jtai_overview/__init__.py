"""The overview of joint targeted area inspections (JTAI), one row per inspection (XLSX or ODS).

Made from the reports by other people. Of its dates only that of publication is taken: the column of the
inspection's start repeats it. Days of fieldwork are taken from the theme, where its own words state them
("between 14 and 18 March 2016"). Summaries are kept as printed, also where they run on into another heading's
words. Case studies tell of single children and are not read.
"""

from __future__ import annotations

from inspections.reading.documents.source import Source
from inspections.reading.documents.spreadsheet import is_spreadsheet, open_workbook
from inspections.reading.readers.jtai_overview import rows, tables
from inspections.reading.readers.jtai_overview.tables import Table
from inspections.reading.records import InspectionRecord, ProblemRecord, Reading, TableRead

NAME = "jtai_overview"
VERSION = 1

# Who made it the file does not say; it is no publication of the inspectorates' own.
_TITLE = "Joint targeted area inspections: overview made from the reports"


def recognises(source: Source) -> bool:
    """Raises UnreadableSource for a spreadsheet that cannot be opened or is a bomb."""
    if source.kind != "zip" or not is_spreadsheet(source.data):
        return False
    return tables.has_table(open_workbook(source.data))


def read(source: Source) -> Reading:
    """Raises UnreadableSource."""
    found, problems = tables.find(open_workbook(source.data))
    records: list[InspectionRecord] = []
    accounts: list[TableRead] = []
    earlier = rows.Earlier()
    for table in found:
        stored, doubts = _inspections(table, earlier)
        records += stored
        problems += doubts
        accounts.append(
            TableRead(
                where=table.sheet,
                rows=len(table.rows),
                stored=len(stored),
                merged=0,
                named=len(table.rows) - len(stored),
            )
        )
    return Reading(
        reader=NAME,
        version=VERSION,
        kind="dataset",
        title=_TITLE,
        publisher="",
        inspections=tuple(records),
        problems=tuple(problems),
        tables=tuple(accounts),
    )


def _inspections(table: Table, earlier: rows.Earlier) -> tuple[list[InspectionRecord], list[ProblemRecord]]:
    """Every row is an inspection or a problem that names it."""
    records: list[InspectionRecord] = []
    problems = rows.starts_repeated(table)
    for row in table.rows:
        record, doubts = rows.inspection_of(table, row)
        problems += doubts
        again = earlier.told_of(record) if record else None
        if again is not None:
            problems.append(again)
        elif record is not None:
            records.append(record)
    return records, problems
