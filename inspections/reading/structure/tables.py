"""Tables whose layout nobody has seen: of grades, and of graded cases.

What is graded may have a row, a column, or a cell below the grade. Cases may be counted in a column or a row
for each grade, or in cells that name grade and number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from inspections.reading.case_counts import Tally, tally_of_list, tally_of_row
from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.language.grade_words import VERDICT, unquoted, without_end
from inspections.reading.language.numbers import TENS, UNITS, ZEROS

MOST_ROWS = 1000
_MOST_COLUMNS = 40
_VERDICT = re.compile(VERDICT)
_GRADE = re.compile(r"\b(?:good|adequate|inadequate|requir\w+ improvement)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}")
_IN_WORDS = re.compile(rf"\d{{1,4}}|\b(?:{'|'.join(sorted({*UNITS, *TENS, *ZEROS}))})\b", re.IGNORECASE)
_COUNT = re.compile(r"\s*\d{1,4}\s*(?:cases?)?\s*", re.IGNORECASE)
_SHARE = re.compile(r"\s*\d{1,3}(?:\.\d{1,2})?\s*(?:%|per ?cent)\s*", re.IGNORECASE)
_TOTAL = re.compile(r"\s*(?:total|all|number of cases|cases)\b", re.IGNORECASE)
_SHORT = 12


class Row(Protocol):
    @property
    def cells(self) -> tuple[str, ...]: ...


class Item(Protocol):
    @property
    def text(self) -> str: ...


R = TypeVar("R", bound=Row)


class GradedCell(NamedTuple):
    """``aspect``: what is graded, None where that is nothing known; ``label``: the words that name it.
    ``header``: what stands above the grade, empty where nothing does."""

    aspect: str | None
    printed: str
    label: str
    header: str


class LabelledTally(NamedTuple, Generic[R]):
    """``label``: the words that say what was counted; empty where only the heading does. ``title``: of the
    rows among which it stands, where one above them is nothing but a title."""

    label: str
    tally: Tally
    row: R
    title: str = ""


def graded_rows(
    rows: Sequence[R], aspect_of: Callable[[str], str | None]
) -> Iterator[tuple[int, R, list[GradedCell]]]:
    """The rows of a table that hold grades, counted from 1, with those grades."""
    header: tuple[str, ...] = ()
    for number, row in enumerate(rows, 1):
        grades = _grades_at(row.cells)
        named = {at: aspect for at, cell in enumerate(row.cells) if (aspect := aspect_of(cell))}
        above = _grades_at(header)
        if not grades and len(above) >= 3:  # a column for each grade
            if cells := [GradedCell(named[at], header[at], row.cells[at], "") for at in above if at in named]:
                yield number, row, cells
        elif not grades or (len(grades) >= 3 and not named and not header):
            header = row.cells if any(row.cells) else header
        else:
            padded = (*header, *("" for _ in row.cells))
            own = next(iter(named), None)
            yield (
                number,
                row,
                [
                    GradedCell(aspect_of(padded[at]), row.cells[at], padded[at], padded[at])
                    if own is None
                    else GradedCell(named[own], row.cells[at], row.cells[own], padded[at])
                    for at in grades
                    if at not in named
                ],
            )


def _grades_at(cells: Sequence[str]) -> list[int]:
    return [at for at, cell in enumerate(cells) if _VERDICT.fullmatch(without_end(unquoted(cell)))]


def tallies_in_table(rows: Sequence[R]) -> list[LabelledTally[R]]:
    """Raises UnreadableSource for a table longer than any report's."""
    if len(rows) > MOST_ROWS:
        raise UnreadableSource(
            f"This document has a table of more than {MOST_ROWS} rows; no report has.", value=str(len(rows))
        )
    found = list(_across(rows))
    if found:
        return found
    for title, block in _below_titles(rows):
        columns = list(_down(block, _COUNT)) or list(_down(block, _SHARE))
        found += [one._replace(label=one.label or title) for one in columns]
    return found


def tally_in_list(items: Sequence[Item]) -> Tally | None:
    """The tally of a list with a grade and a number in each item; None for a list of anything else."""
    short = [item.text for item in items if len(item.text.split()) <= _SHORT and _IN_WORDS.search(item.text)]
    graded = [text for text in short if _GRADE.search(text)]
    if len(graded) < 2 or any(len(_GRADE.findall(text)) > 1 for text in graded):
        return None
    return tally_of_list([text for text in short if text in graded or _TOTAL.match(text)])


def _across(rows: Sequence[R]) -> Iterator[LabelledTally[R]]:
    """One tally in each row: below a header that names grades, or with grade and number in its cells."""
    header: tuple[str, ...] = ()
    title = ""
    for row in rows:
        title = _title(row) or title
        graded = [cell for cell in row.cells if len(cell) < 60 and _GRADE.search(cell)]
        counted = [cell for cell in graded if _NUMBER.search(cell)]
        if len(graded) >= 2 and not any(_NUMBER.search(cell) for cell in row.cells):
            header = row.cells
        elif header and (told := tally_of_row(header, row.cells)):
            yield LabelledTally(told[0], told[1], row, title)
        elif not header and len(counted) >= 2:
            tally = tally_of_list([cell for cell in row.cells if _GRADE.search(cell) or _TOTAL.match(cell)])
            if tally:
                yield LabelledTally("" if row.cells[0] in counted else row.cells[0], tally, row, title)


def _below_titles(rows: Sequence[R]) -> Iterator[tuple[str, list[R]]]:
    """The rows below each row that is nothing but a title ("Missing children"), with that title."""
    title, block = "", list[R]()
    for row in rows:
        if alone := _title(row):
            if block:
                yield title, block
            title, block = alone, []
        else:
            block.append(row)
    if block:
        yield title, block


def _title(row: Row) -> str:
    """The words of a row that is nothing but a title."""
    said = {cell.strip() for cell in row.cells} - {""}
    alone = said.pop() if len(said) == 1 else ""
    return "" if _GRADE.search(alone) or _COUNT.fullmatch(alone) else alone


def _down(rows: Sequence[R], cell: re.Pattern[str]) -> Iterator[LabelledTally[R]]:
    """Each row a grade: one tally in each column of what ``cell`` fits."""
    graded = [row for row in rows if len(row.cells) >= 2 and _GRADE.search(row.cells[0])]
    if len(graded) < 2 or len(graded) > 6:
        return
    total = [
        row
        for row in rows
        if len(row.cells) >= 2 and _TOTAL.match(row.cells[0]) and _COUNT.fullmatch(row.cells[1])
    ]
    names = rows[0].cells if rows[0] not in graded and rows[0] not in total else ()
    for column in range(1, min(max(len(row.cells) for row in graded), _MOST_COLUMNS)):
        told = [row for row in [*graded, *total[:1]] if column < len(row.cells)]
        items = [f"{row.cells[0]}: {row.cells[column]}" for row in told if cell.fullmatch(row.cells[column])]
        tally = tally_of_list(items) if items else None
        if tally:
            label = names[column] if column < len(names) and len(names) > 2 else ""
            yield LabelledTally(label, tally, graded[0])
