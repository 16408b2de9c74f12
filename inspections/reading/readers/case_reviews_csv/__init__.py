"""Tallies typed into a table (CSV, XLSX, ODS) with the columns of ``export case_reviews``.

A row that cannot be kept is named with its number, field and value; the rows beside it are read all the
same. Above its header a table may have a title and notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from inspections.definitions.loader import definitions
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.documents.spreadsheet import Cell
from inspections.reading.documents.tables import header_at
from inspections.reading.problems import blocking as blocking_problem
from inspections.reading.problems import note
from inspections.reading.readers.case_reviews_csv import cells as parsing
from inspections.reading.readers.case_reviews_csv import columns
from inspections.reading.readers.case_reviews_csv.cells import Cells
from inspections.reading.records import (
    CaseReviewRecord,
    InspectionRecord,
    ProblemRecord,
    Reading,
    TableRead,
)
from inspections.reading.structure.inspection_tables import printed
from inspections.reading.typed import codes, days
from inspections.reading.typed.cited_source import cited, published_basis
from inspections.reading.typed.faults import Fault, blocking
from inspections.terms import Certainty, Confidence, InspectionKind, Severity, SourceKind

NAME = "case_reviews_csv"
VERSION = 1

_MOST_NAMED = 300
_SHARE = re.compile(r"0?\.\d+")
_LONGEST_NAME = 200


@dataclass
class Group:
    """The tallies of one inspection as one source tells of it, and the first row that does."""

    visit: InspectionRecord
    row: str
    tallies: list[CaseReviewRecord] = field(default_factory=list)


def recognises(source: Source) -> bool:
    book = source.tables
    return book is not None and any(_header_at(book.first_rows(sheet)) is not None for sheet in book.sheets)


def read(source: Source) -> Reading:
    """Raises UnreadableSource naming the columns that are missing."""
    reading = _Tallies()
    if (book := source.tables) is not None:
        for sheet in book.sheets:
            if (at := _header_at(book.first_rows(sheet))) is not None:
                reading.read(sheet, at, [[printed(cell) for cell in row] for row in book.rows(sheet)])
    return Reading(
        reader=NAME,
        version=VERSION,
        kind=SourceKind.DATASET,
        title=f"Reviewed cases typed into a table ({source.name.rsplit('/', 1)[-1][:_LONGEST_NAME]})",
        publisher="",
        inspections=tuple(reading.inspections()),
        problems=tuple(reading.problems),
        tables=(reading.table(),),
    )


def _header_at(rows: list[list[Cell]]) -> int | None:
    return header_at(rows, lambda row: columns.is_this_table([columns.plain(printed(cell)) for cell in row]))


def _columns(sheet: str, at: int, row: list[str]) -> list[str]:
    """The names of the columns. Raises UnreadableSource where one is missing or stands there twice."""
    header = [columns.plain(name) for name in row]
    for message, names in (
        ("This table of reviewed cases has no column", columns.missing(header)),
        ("This table has two columns called", sorted({n for n in header if n and header.count(n) > 1})),
    ):
        if names:
            listed = ", ".join(names)
            raise UnreadableSource(
                f"{message} {listed}.", where=_place(sheet, at + 1), field="columns", value=listed
            )
    return header


def _place(sheet: str, number: int) -> str:
    return f"{sheet} row {number}".lstrip()


class _Tallies:
    """What the tables of one file say together."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, InspectionRecord], Group] = {}
        self._first_rows: dict[tuple[object, ...], str] = {}
        self._rows = self._named = 0
        self.problems: list[ProblemRecord] = []

    def read(self, sheet: str, at: int, rows: list[list[str]]) -> None:
        """``rows`` of the sheet, the header at ``at``; what stands above it says nothing of the cases."""
        header = _columns(sheet, at, rows[at])
        if unknown := [name for name in header if name not in {*columns.READ, *columns.PASSED_OVER, ""}]:
            message = "these columns are not known here and were passed over"
            listed = ", ".join(unknown)[:_MOST_NAMED]
            self.problems.append(note(_place(sheet, at + 1), "columns", listed, message))
        given = [(number, row) for number, row in enumerate(rows[at + 1 :], at + 2) if any(row)]
        self._rows += len(given)
        without_confidence = 0
        for number, row in given:
            place = _place(sheet, number)
            cells = Cells(dict(zip(header, row, strict=False)))
            if any(row[len(header) :]):
                extra = ", ".join(cell for cell in row[len(header) :] if cell)
                cells.wrong("columns", extra, "this row has more cells than the header has columns")
            if sheet and _SHARE.fullmatch(cells.text("percent_good")):
                # A spreadsheet shows 0.16 as 16%.
                message = "this may be a share of one: write 16 for 16%, as a plain number"
                cells.wrong("percent_good", cells.text("percent_good"), message)
            kept = False
            if cells.text("review_status") == "rejected":
                cells.note("review_status", "rejected", "a person rejected this row; it is not taken in")
            else:
                visit = _visit(cells)
                without_confidence += visit is not None and not cells.text("confidence")
                kept = self._keep(place, visit, cells)
            self._named += not kept
            self.problems += [fault.problem(place) for fault in cells.faults]
        if without_confidence:
            message = (
                f"{without_confidence} rows do not say where their figure was seen: they "
                "count as read in the source they name"
            )
            self.problems.append(note("document", "confidence", "", message))
        if not given:
            message = "this table has no row under its header"
            self.problems.append(blocking_problem(_place(sheet, at + 2), "rows", "0", message))

    def _keep(self, place: str, visit: InspectionRecord | None, cells: Cells) -> bool:
        """Put the row's tally with those of its inspection; False with the reason in ``cells.faults``."""
        first = visit and (visit.fieldwork.end or visit.fieldwork.start or visit.published.start)
        tally = parsing.case_review(
            cells,
            framework=visit.framework if visit else cells.text("framework"),
            kind=visit.kind if visit else "",
            year=first.year if first else None,
        )
        if visit is None or tally is None:
            return False
        # Rows that name two inspections by the keys of an export are not about one.
        same = (cells.text("inspection"), visit)
        earlier = self._first_rows.setdefault((same, tally), place)
        if earlier != place:
            cells.wrong("row", "", f"this row says the same as {earlier}")
            return False
        # One source that counts the same cases twice: both are kept. An observation is no count of them.
        subject = (same, tally.theme, tally.topic, tally.sample, tally.assessor)
        if tally.completeness != "observed":
            earlier = self._first_rows.setdefault(subject, place)
        if earlier != place:
            message = f"{earlier} gives other numbers of the same cases; other cases have a “sample”"
            cells.faults.append(Fault("cases", str(tally.cases or ""), message, Severity.CONFLICT))
        self._groups.setdefault(same, Group(visit, place)).tallies.append(tally)
        return True

    def inspections(self) -> Iterator[InspectionRecord]:
        for group in self._groups.values():
            certainties = {tally.certainty for tally in group.tallies}
            yield group.visit.model_copy(
                update={
                    "locator": group.row,
                    "certainty": next(word for word in Certainty if word in certainties),
                    "case_reviews": tuple(group.tallies),
                }
            )

    def table(self) -> TableRead:
        stored = len(self._groups)
        return TableRead(
            where="rows",
            rows=self._rows,
            stored=stored,
            merged=self._rows - stored - self._named,
            named=self._named,
        )


def _visit(cells: Cells) -> InspectionRecord | None:
    """The inspection of a row, without its tally; None with the reason in ``cells.faults``."""
    framework = cells.text("framework")
    known = definitions().frameworks.get(framework)
    if known is None:
        words = "there is no such framework" if framework else "a framework is required"
        cells.wrong("framework", framework, words)
    kind = cells.one_of("kind", InspectionKind.values, required=True)
    places = parsing.places(cells, kind)
    if words := codes.misplaced(framework, [place.kind for place in places]):
        cells.wrong("area_kind", cells.text("area_kind"), words)
    inspectorate = cells.text("inspectorate")
    if known and inspectorate and inspectorate != known.inspectorate:
        cells.wrong("inspectorate", inspectorate, f"{framework} is a framework of {known.inspectorate}")
    confidence = cells.one_of("confidence", Confidence.values, empty="read")
    fieldwork, wrong = days.span(
        cells.text("fieldwork_start"),
        cells.text("fieldwork_end"),
        field="fieldwork",
        names=("fieldwork_start", "fieldwork_end"),
    )
    out = cells.text("published_on")
    published, wrongly = days.span(out, "", field="published_on", names=("published_on", ""), one_day=True)
    source, unnamed = cited(cells.text("source"), confidence)
    cells.faults += [*wrong, *wrongly, *unnamed, *days.order_faults(fieldwork, published, "published_on")]
    if known is None or source is None or blocking(cells.faults):
        return None
    return InspectionRecord(
        inspectorate=known.inspectorate,
        framework=framework,
        kind=kind,
        places=places,
        cited=source,
        confidence=Confidence(confidence),
        fieldwork=fieldwork,
        published=published_basis(published, confidence),
    )
