"""HMI Probation's ratings of youth justice services, one row per inspection (CSV).

A row gives the overall rating, a rating for each standard and the day of publication; when inspectors were
there it does not say. Ratings are stored as words: the score beside them is not read, since a grade is never
a number. Known fault of the file: no standard is ever printed as "Requires improvement", though overall
ratings are, so that an empty cell may mean that or "not applicable"; see ``ratings``.
"""

from __future__ import annotations

from inspections.reading.documents import csv_rows
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers.hmip_youth_justice import columns, services
from inspections.reading.readers.hmip_youth_justice.columns import Column, Row
from inspections.reading.readers.hmip_youth_justice.ratings import Ratings
from inspections.reading.records import InspectionRecord, ProblemRecord, Reading, TableRead

NAME = "hmip_youth_justice"
VERSION = 1

# Who collected them the file does not say; it is no publication of the inspectorate's own.
_TITLE = "Ratings of youth justice services, collected from HMI Probation’s reports"
_LEAST_STANDARDS = 3
_MOST_ROWS = 5_000  # some 150 services, each inspected once in several years


def recognises(source: Source) -> bool:
    """By the header alone: a damaged row further down is told of when the file is read."""
    if source.kind != "text":
        return False
    header = (csv_rows.decoded(source.data) or "").split("\n", 1)[0]
    try:
        first = csv_rows.read_rows(header.encode())
    except UnreadableSource:
        return False
    meanings = [columns.meaning(cell) for row in first[:1] for cell in row]
    return {"name", "overall", "published"} <= set(meanings) and (
        sum(meaning in columns.STANDARDS for meaning in meanings) >= _LEAST_STANDARDS
    )


def read(source: Source) -> Reading:
    """Raises UnreadableSource."""
    header, *body = source.rows
    found, problems = columns.find(header)
    rows = [Row(number, cells) for number, cells in enumerate(body, 2) if any(cells)]
    if len(rows) > _MOST_ROWS:
        message = f"This table has more than {_MOST_ROWS} rows; there are not so many inspections."
        raise UnreadableSource(message, field="rows", value=str(len(rows)))
    if not rows:
        problems.append(columns.blocking("document", "rows", "", "this table has a header and no rows"))
    whole = [row for row in rows if columns.is_even(row, len(header))]
    problems += [columns.uneven(row, len(header)) for row in rows if not columns.is_even(row, len(header))]
    records, doubts = _inspections(whole, found)
    problems += doubts
    account = TableRead(
        where="rows", rows=len(rows), stored=len(records), merged=0, named=len(rows) - len(records)
    )
    return Reading(
        reader=NAME,
        version=VERSION,
        kind="dataset",
        title=_TITLE,
        publisher="",
        inspections=tuple(records),
        problems=tuple(problems),
        tables=(account,),
    )


def _inspections(
    rows: list[Row], found: dict[str, Column]
) -> tuple[list[InspectionRecord], list[ProblemRecord]]:
    """Every row is an inspection or a problem that names it."""
    ratings = Ratings.of(rows, found)
    problems = ratings.doubts()
    records: list[InspectionRecord] = []
    earlier = services.Earlier()
    for row in rows:
        service, doubt = services.service_of(row, found)
        doubt = doubt or earlier.told_of(service)
        if doubt is not None:
            problems.append(doubt)
        elif service is not None:
            judgements, doubts = ratings.judgements(row)
            problems += doubts
            records.append(services.inspection(service, judgements))
    return records, problems
