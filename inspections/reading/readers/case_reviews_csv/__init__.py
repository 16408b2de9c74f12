"""Tallies typed into a table with the columns of ``export case_reviews``.

A row that cannot be kept is named with its number, field and value; the rows beside it are read all the
same. Which area a row is about is the typist's word: nothing is looked up by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.readers.case_reviews_csv import cells as parsing
from inspections.reading.readers.case_reviews_csv import columns
from inspections.reading.readers.case_reviews_csv.cells import Cells
from inspections.reading.records import (
    CaseReviewRecord,
    CitedSource,
    DateSpan,
    InspectionRecord,
    PlaceRecord,
    ProblemRecord,
    Reading,
    TableRead,
)
from inspections.reading.typed import codes, days
from inspections.reading.typed.faults import Fault, blocking
from inspections.reading.typed.sources import cited, published_basis

NAME = "case_reviews_csv"
VERSION = 1

_MOST_NAMED = 300
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Visit:
    """What the rows of one inspection share, as told by one source."""

    inspection: str
    places: tuple[PlaceRecord, ...]
    framework: str
    kind: str
    fieldwork: DateSpan
    published: DateSpan
    source: CitedSource
    confidence: str


@dataclass
class Group:
    row: int
    tallies: list[CaseReviewRecord] = field(default_factory=list)


def recognises(source: Source) -> bool:
    return source.kind == "text" and columns.is_this_table(columns.header_of(source.data))


def read(source: Source) -> Reading:
    """Raises UnreadableSource naming the columns that are missing."""
    header = [columns.plain(name) for name in source.rows[0]] if source.rows else []
    missing = columns.missing(header)
    if missing:
        raise UnreadableSource(
            f"This table of reviewed cases has no column {', '.join(missing)}.",
            where="row 1",
            field="columns",
            value=", ".join(missing),
        )
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        raise UnreadableSource(
            f"This table has two columns called {', '.join(twice)}.",
            where="row 1",
            field="columns",
            value=", ".join(twice),
        )
    reading = _Table(header)
    reading.read(source.rows[1:])
    return Reading(
        reader=NAME,
        version=VERSION,
        kind="dataset",
        title=f"Reviewed cases typed into a table ({source.name.rsplit('/', 1)[-1][:_LONGEST_NAME]})",
        publisher="",
        inspections=tuple(reading.inspections()),
        problems=tuple(reading.problems),
        tables=(reading.table(),),
    )


class _Table:
    def __init__(self, header: list[str]) -> None:
        self._header = header
        self._groups: dict[Visit, Group] = {}
        self._seen: dict[tuple[Visit, CaseReviewRecord], int] = {}
        self._subjects: dict[tuple[Visit, str | None, str, str, str], int] = {}
        self._rows = self._named = self._without_confidence = 0
        self.problems: list[ProblemRecord] = []
        self._name_unknown_columns()

    def read(self, rows: list[list[str]]) -> None:
        """``rows`` without the header, which is row 1 of the file."""
        for number, row in enumerate(rows, 2):
            if not any(row):
                continue
            self._rows += 1
            cells = Cells(dict(zip(self._header, row, strict=False)))
            if any(row[len(self._header) :]):
                extra = ", ".join(cell for cell in row[len(self._header) :] if cell)
                cells.wrong("columns", extra, "this row has more cells than the header has columns")
            kept = self._read_row(number, cells)
            self._named += not kept
            self.problems += [fault.problem(f"row {number}") for fault in cells.faults]
        if self._without_confidence:
            self.problems.append(
                ProblemRecord(
                    severity="note",
                    where="document",
                    field="confidence",
                    message=f"{self._without_confidence} rows do not say where their figure was seen: they "
                    "count as read in the source they name",
                )
            )
        if not self._rows:
            self.problems.append(
                Fault("rows", "0", "this table has no row under its header").problem("row 2")
            )

    def _read_row(self, number: int, cells: Cells) -> bool:
        if cells.text("review_status") == "rejected":
            cells.note("review_status", "rejected", "a person rejected this row; it is not taken in")
            return False
        visit = self._visit(cells)
        days_known = visit and (visit.fieldwork.end or visit.fieldwork.start or visit.published.start)
        tally = parsing.case_review(
            cells,
            framework=visit.framework if visit else cells.text("framework"),
            kind=visit.kind if visit else "",
            year=days_known.year if days_known else None,
        )
        if visit is None or tally is None:
            return False
        if earlier := self._seen.setdefault((visit, tally), number) - number:
            cells.wrong("row", "", f"this row says the same as row {number + earlier}")
            return False
        self._name_other_numbers(number, visit, tally, cells)
        self._groups.setdefault(visit, Group(number)).tallies.append(tally)
        return True

    def _name_other_numbers(self, number: int, visit: Visit, tally: CaseReviewRecord, cells: Cells) -> None:
        """One source that counts the same cases twice: both are kept. An observation is no count of them."""
        if tally.completeness == "observed":
            return
        subject = (visit, tally.theme, tally.topic, tally.sample, tally.assessor)
        earlier = self._subjects.setdefault(subject, number)
        if earlier != number:
            said = f"row {earlier} gives other numbers of the same cases; other cases have a “sample”"
            cells.faults.append(Fault("cases", str(tally.cases or ""), said, "conflict"))

    def _visit(self, cells: Cells) -> Visit | None:
        framework = cells.text("framework")
        known = codes.frameworks().get(framework)
        if known is None:
            words = "there is no such framework" if framework else "a framework is required"
            cells.wrong("framework", framework, words)
        kind = cells.one_of("kind", codes.KINDS, required=True)
        places = parsing.places(cells, kind)
        if words := codes.misplaced(framework, [place.kind for place in places]):
            cells.wrong("area_kind", cells.text("area_kind"), words)
        inspectorate = cells.text("inspectorate")
        if known and inspectorate and inspectorate != known.inspectorate:
            cells.wrong("inspectorate", inspectorate, f"{framework} is a framework of {known.inspectorate}")
        confidence = cells.one_of("confidence", codes.CONFIDENCES, empty="read")
        fieldwork, wrong = days.span(
            cells.text("fieldwork_start"),
            cells.text("fieldwork_end"),
            field="fieldwork",
            names=("fieldwork_start", "fieldwork_end"),
        )
        out = cells.text("published_on")
        published, wrongly = days.span(
            out, "", field="published_on", names=("published_on", ""), one_day=True
        )
        source, unnamed = cited(cells.text("source"), confidence)
        cells.faults += [*wrong, *wrongly, *unnamed, *days.order_faults(fieldwork, published, "published_on")]
        if blocking(cells.faults) or source is None:
            return None
        self._without_confidence += not cells.text("confidence")
        return Visit(
            inspection=cells.text("inspection"),
            places=places,
            framework=framework,
            kind=kind,
            fieldwork=fieldwork,
            published=published_basis(published, confidence),
            source=source,
            confidence=confidence,
        )

    def _name_unknown_columns(self) -> None:
        known = {*columns.READ, *columns.PASSED_OVER, ""}
        unknown = [name for name in self._header if name not in known]
        if unknown:
            self.problems.append(
                ProblemRecord(
                    severity="note",
                    where="row 1",
                    field="columns",
                    value=", ".join(unknown)[:_MOST_NAMED],
                    message="these columns are not known here and were passed over",
                )
            )

    def inspections(self) -> Iterator[InspectionRecord]:
        for visit, group in self._groups.items():
            certainties = {tally.certainty for tally in group.tallies}
            yield InspectionRecord.model_validate(
                {
                    "inspectorate": codes.frameworks()[visit.framework].inspectorate,
                    "framework": visit.framework,
                    "kind": visit.kind,
                    "places": visit.places,
                    "locator": f"row {group.row}",
                    "cited": visit.source,
                    "confidence": visit.confidence,
                    "certainty": next(word for word in codes.CERTAINTIES if word in certainties),
                    "fieldwork": visit.fieldwork,
                    "published": visit.published,
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
