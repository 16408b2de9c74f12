"""Tables with one inspection a row, in a spreadsheet or a CSV file.

What a column means is told by the words of its header; where it stands decides nothing. A row says where it
stands as people find it again: sheet, row, and the column's letter.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from inspections.reading.documents.spreadsheet import Cell
from inspections.reading.language.text import squeezed
from inspections.reading.problems import blocking, note
from inspections.reading.records import DateSpan, InspectionRecord, ProblemRecord, TableRead
from inspections.terms import DateBasis

Meaning = TypeVar("Meaning", bound=Hashable)

_ONE_REPORT = dt.timedelta(days=3)
_LETTERS = 26
_ADDRESS = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}(?:/[\x21-\x7e]*)?", re.IGNORECASE)
_LONGEST_ADDRESS = 500
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Column:
    index: int
    header: str

    @property
    def letter(self) -> str:
        """As a spreadsheet names it: A to Z, AA, AB."""
        letters, left = "", self.index + 1
        while left:
            left, last = divmod(left - 1, _LETTERS)
            letters = chr(ord("A") + last) + letters
        return letters


@dataclass(frozen=True)
class Row(Generic[Meaning]):
    """``sheet`` is empty in a CSV file; ``number`` counts from 1, as a spreadsheet does."""

    sheet: str
    number: int
    cells: Sequence[Cell]
    columns: dict[Meaning, Column]

    @property
    def locator(self) -> str:
        return f"{self.sheet} row {self.number}".lstrip()

    def place(self, meaning: Meaning) -> str:
        column = self.columns.get(meaning)
        return f"{self.locator} column {column.letter}" if column else self.locator

    def cell(self, meaning: Meaning) -> Cell:
        """Empty too where the table has no such column, or the row ends before it."""
        column = self.columns.get(meaning)
        return self.cells[column.index] if column and column.index < len(self.cells) else ""

    def words(self, meaning: Meaning) -> str:
        return printed(self.cell(meaning))


@dataclass
class Table(Generic[Meaning]):
    """``columns`` by what they mean; ``passed_over``: headers that are known and not read, by meaning;
    ``problems``: what is wrong with the header, which is row ``number``; ``title``: what stands above it."""

    sheet: str
    number: int
    columns: dict[Meaning, Column] = field(default_factory=dict)
    passed_over: dict[Meaning, list[str]] = field(default_factory=dict)
    problems: list[ProblemRecord] = field(default_factory=list)
    rows: list[Row[Meaning]] = field(default_factory=list)
    title: str = ""

    @property
    def where(self) -> str:
        return ", ".join(filter(None, (self.sheet, self.title))) or "rows"

    def add_row(self, number: int, cells: Sequence[Cell]) -> None:
        self.rows.append(Row(self.sheet, number, cells, self.columns))


def table_under(
    sheet: str,
    number: int,
    header: Sequence[Cell],
    meaning: Callable[[str], Meaning | None],
    passed_over: Collection[Meaning] = (),
) -> Table[Meaning]:
    """A table by its header, still without rows. An unknown header is noted; the second column of one
    meaning blocks. Headers of a meaning in ``passed_over`` may repeat and make no column."""
    table: Table[Meaning] = Table(sheet, number)
    for index, cell in enumerate(header):
        column, means = Column(index, printed(cell)), meaning(printed(cell))
        place = f"{sheet} row {number} column {column.letter}".lstrip()
        if means is None:
            if column.header:
                message = "this column is not known and was not read"
                table.problems.append(note(place, "header", column.header, message))
        elif means in passed_over:
            table.passed_over.setdefault(means, []).append(column.header)
        elif means in table.columns:
            twin = table.columns[means].header
            message = f"this column means the same as “{twin}”; neither can be preferred"
            table.problems.append(blocking(place, "header", column.header, message))
        else:
            table.columns[means] = column
    return table


@dataclass
class OneARow:
    """The inspections of tables with one inspection a row: every row is one, or a problem names it."""

    records: list[InspectionRecord] = field(default_factory=list)
    problems: list[ProblemRecord] = field(default_factory=list)
    accounts: list[TableRead] = field(default_factory=list)
    _by_place: dict[str, list[InspectionRecord]] = field(default_factory=dict)

    def read(
        self,
        where: str,
        rows: Collection[Row[Meaning]],
        inspection_of: Callable[[Row[Meaning]], tuple[InspectionRecord | None, Iterable[ProblemRecord]]],
        *,
        unread: int = 0,
    ) -> None:
        """``unread``: rows of the table that are not among ``rows``, since a problem says why."""
        stored_before = len(self.records)
        for row in rows:
            record, problems = inspection_of(row)
            if record is not None:
                name = record.places[0].raw
                others = self._by_place.setdefault(name.casefold(), [])
                earlier = next(
                    (
                        one
                        for one in others
                        if one.kind == record.kind and _one_report(one.published, record.published)
                    ),
                    None,
                )
                if earlier is not None:
                    message = f"{earlier.locator} tells of this inspection already; this row was not stored"
                    self.problems.append(note(row.locator, "inspection", name, message))
                    continue
                others.append(record)
                self.records.append(record)
            self.problems += problems
        stored = len(self.records) - stored_before
        total = len(rows) + unread
        self.accounts.append(
            TableRead(where=where, rows=total, stored=stored, merged=0, named=total - stored)
        )


def _one_report(one: DateSpan, other: DateSpan) -> bool:
    return one.end is not None and other.end is not None and abs(one.end - other.end) <= _ONE_REPORT


def printed(cell: Cell) -> str:
    """The cell as a reader of the sheet sees it, on one line: 3.0 is "3", a day is day/month/year."""
    if isinstance(cell, dt.datetime | dt.date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return squeezed(str(cell))


def report_address(row: Row[Meaning], meaning: Meaning) -> tuple[str, list[ProblemRecord]]:
    """The address a row gives for its inspection's own report; a problem where its words are none."""
    words = row.words(meaning)
    if not words or (_ADDRESS.fullmatch(words) and len(words) <= _LONGEST_ADDRESS):
        return words, []
    return "", [note(row.place(meaning), "url", words[:_LONGEST_ADDRESS], "this is no address of a report")]


def header_code(header: str) -> str:
    """ "LA name" as "la_name"."""
    return _NOT_WORDS.sub("_", header.casefold()).strip("_")


def published_on(words: str, on: dt.date | None) -> DateSpan:
    return DateSpan(raw=words, start=on, end=on, basis=DateBasis.STATISTICS if on else DateBasis.UNKNOWN)
