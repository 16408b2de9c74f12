"""HMI Probation's ratings of youth justice services, one row per inspection (CSV, XLSX, ODS).

A row gives the overall rating, a rating for each standard and the day of publication; when inspectors were
there it does not say. Ratings are stored as words: the score beside them is not read, since a grade is never
a number. Known fault of the file: no standard is ever printed as "Requires improvement", though overall
ratings are, so that an empty cell may mean that or "not applicable"; see ``ratings``.
"""

from __future__ import annotations

import re
from functools import partial

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.documents.spreadsheet import Cell
from inspections.reading.documents.tables import header_at
from inspections.reading.language.printed_dates import plain_day
from inspections.reading.problems import blocking, note
from inspections.reading.readers.hmip_youth_justice.ratings import (
    FRAMEWORK,
    STANDARDS,
    blanks_doubt,
    judgements_of,
)
from inspections.reading.records import InspectionRecord, PlaceRecord, ProblemRecord, Reading
from inspections.reading.structure.inspection_tables import (
    OneARow,
    Row,
    header_code,
    printed,
    published_on,
    report_address,
    table_under,
)
from inspections.terms import Scope, SourceKind

NAME = "hmip_youth_justice"
VERSION = 2

# Who collected them the file does not say; it is no publication of the inspectorate's own.
_TITLE = "Ratings of youth justice services, collected from HMI Probation’s reports"
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
    "report_url": "link",
    # Known and not read.
    "score": "not_read",
    "la_ref": "not_read",
}
_LEAST_STANDARDS = 3
_MOST_ROWS = 5_000  # some 150 services, each inspected once in several years
_JOINT = re.compile(r"\s?[-–—]\s?JI$", re.IGNORECASE)
_OPENING = re.compile(r"^an inspection of ", re.IGNORECASE)


def recognises(source: Source) -> bool:
    """By the header alone: a damaged row further down is told of when the file is read."""
    book = source.tables
    return book is not None and any(_header_at(book.first_rows(sheet)) is not None for sheet in book.sheets)


def _header_at(rows: list[list[Cell]]) -> int | None:
    def is_header(row: list[Cell]) -> bool:
        meanings = {_HEADERS.get(header_code(printed(cell))) for cell in row}
        standards = meanings.intersection(STANDARDS)
        return {"name", "overall", "published"} <= meanings and len(standards) >= _LEAST_STANDARDS

    return header_at(rows, is_header)


def _rows(source: Source) -> tuple[str, int, list[list[Cell]]]:
    """The sheet with the table, where in it the header stands, and its rows. Raises UnreadableSource."""
    if (book := source.tables) is not None:
        for sheet in book.sheets:
            if (at := _header_at(book.first_rows(sheet))) is not None:
                return sheet, at, book.rows(sheet)
    raise UnreadableSource("This file holds no table of such ratings.")


def read(source: Source) -> Reading:
    """Raises UnreadableSource."""
    sheet, at, rows = _rows(source)
    header, body = rows[at], rows[at + 1 :]
    table = table_under(sheet, at + 1, header, lambda words: _HEADERS.get(header_code(words)), ("not_read",))
    problems = table.problems
    if table.passed_over:
        message = (
            "these columns are known and not read: a score is no grade, and short names say "
            "nothing an inspection on this site holds"
        )
        problems.append(note("document", "columns", ", ".join(table.passed_over["not_read"]), message))
    given = [(number, cells) for number, cells in enumerate(body, at + 2) if any(cells)]
    if len(given) > _MOST_ROWS:
        message = f"This table has more than {_MOST_ROWS} rows; there are not so many inspections."
        raise UnreadableSource(message, field="rows", value=str(len(given)))
    if not given:
        problems.append(blocking("document", "rows", "", "this table has a header and no rows"))
    for number, cells in given:
        # A row with a cell too many or too few may have its ratings under the wrong headers.
        if len(cells) == len(header) or (len(cells) > len(header) and not any(cells[len(header) :])):
            table.add_row(number, cells)
        else:
            message = (
                f"this row has {len(cells)} cells where the header has {len(header)}, so it was not read"
            )
            first = next(words for cell in cells if (words := printed(cell)))
            problems.append(note(f"{sheet} row {number}".lstrip(), "row", first, message))
    doubt = blanks_doubt(table)
    inspections = OneARow(problems=[*problems, *([doubt] if doubt else [])])
    inspection_of = partial(_inspection, blanks_hide=doubt is not None)
    inspections.read(table.where, table.rows, inspection_of, unread=len(given) - len(table.rows))
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


def _inspection(row: Row[str], *, blanks_hide: bool) -> tuple[InspectionRecord | None, list[ProblemRecord]]:
    """None with the reason. Which areas a service covers is not decided here."""
    printed = row.words("name")
    name = _OPENING.sub("", _JOINT.sub("", printed)).strip()
    if not name:
        return None, [note(row.place("name"), "area", printed, "this row names no service")]
    said = row.words("published")
    on = plain_day(said)
    if on is None:
        message = (
            f"no day of publication can be read for {name}, so its inspection cannot be told from others"
        )
        return None, [note(row.place("published"), "published", said, message)]
    judgements, problems = judgements_of(row, blanks_hide=blanks_hide)
    url, doubts = report_address(row, "link")
    record = InspectionRecord(
        inspectorate="hmi-probation",
        framework=FRAMEWORK,
        kind="joint" if _JOINT.search(printed) else "full",
        places=(PlaceRecord(raw=name, kind="authority", scope=Scope.AUTHORITY),),
        locator=row.locator,
        url=url,
        published=published_on(said, on),
        judgements=tuple(judgements),
    )
    return record, [*problems, *doubts]
