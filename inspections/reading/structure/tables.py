"""Tallies in the rows of a table and the items of a list, with the label that stands beside them.

Layout not verified: tables with a column for each grade, with a row for each grade, and rows that name grade
and number in every cell are understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspections.reading.case_counts import Tally, tally_of_list, tally_of_row
from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.language.numbers import TENS, UNITS, ZEROS
from inspections.reading.readers.hmicfrs_report.pieces import Piece

_GRADE = re.compile(r"\b(?:good|adequate|inadequate|requir\w+ improvement)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}")
_IN_WORDS = re.compile(rf"\d{{1,4}}|\b(?:{'|'.join(sorted({*UNITS, *TENS, *ZEROS}))})\b", re.IGNORECASE)
_COUNT = re.compile(r"\s*\d{1,4}\s*(?:cases?)?\s*", re.IGNORECASE)
_SHARE = re.compile(r"\s*\d{1,3}(?:\.\d{1,2})?\s*(?:%|per ?cent)\s*", re.IGNORECASE)
_TOTAL = re.compile(r"\s*(?:total|all|number of cases|cases)\b", re.IGNORECASE)
_SHORT = 12
MOST_ROWS = 1000
_MOST_COLUMNS = 40


class Labelled(NamedTuple):
    """``label``: the words that say what was counted; empty where only the heading does."""

    label: str
    tally: Tally
    piece: Piece


def in_table(rows: Sequence[Piece]) -> list[Labelled]:
    """Raises UnreadableSource for a table longer than any report's."""
    if len(rows) > MOST_ROWS:
        raise UnreadableSource(
            f"This document has a table of more than {MOST_ROWS} rows; no report has.", value=str(len(rows))
        )
    found = list(_by_columns(rows))
    if found:
        return found
    for title, block in _blocks(rows):
        found += [one._replace(label=one.label or title) for one in _by_rows(block)]
    return found


def _blocks(rows: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """The rows below each row that is nothing but a title ("Missing children"), with that title."""
    title, block = "", list[Piece]()
    for row in rows:
        said = {cell.strip() for cell in row.cells} - {""}
        alone = said.pop() if len(said) == 1 else ""
        if alone and not _GRADE.search(alone) and not _COUNT.fullmatch(alone):
            if block:
                yield title, block
            title, block = alone, []
        else:
            block.append(row)
    if block:
        yield title, block


def _by_columns(rows: Sequence[Piece]) -> Iterator[Labelled]:
    """A header naming grades, then one tally in each row."""
    header: tuple[str, ...] = ()
    for row in rows:
        if not any(_NUMBER.search(cell) for cell in row.cells) and _grades(row.cells) >= 2:
            header = row.cells
        elif header and (told := tally_of_row(header, row.cells)):
            yield Labelled(told[0], told[1], row)
        elif not header and sum(_is_count_of_grade(cell) for cell in row.cells) >= 2:
            counted = [cell for cell in row.cells if _GRADE.search(cell) or _TOTAL.match(cell)]
            tally = tally_of_list(counted)
            if tally:
                label = "" if _is_count_of_grade(row.cells[0]) else row.cells[0]
                yield Labelled(label, tally, row)


def _by_rows(rows: Sequence[Piece]) -> Iterator[Labelled]:
    """Each row a grade: one tally in each column of numbers, or of shares where no column has numbers."""
    yield from list(_down(rows, _COUNT)) or _down(rows, _SHARE)


def _down(rows: Sequence[Piece], cell: re.Pattern[str]) -> Iterator[Labelled]:
    graded = [row for row in rows if len(row.cells) >= 2 and _GRADE.search(row.cells[0])]
    if len(graded) < 2 or len(graded) > 6:
        return
    total = [
        row
        for row in rows
        if len(row.cells) >= 2 and _TOTAL.match(row.cells[0]) and _COUNT.fullmatch(row.cells[1])
    ]
    first = rows[0]
    names = first.cells if first not in graded and first not in total else ()
    for column in range(1, min(max(len(row.cells) for row in graded), _MOST_COLUMNS)):
        told = [row for row in [*graded, *total[:1]] if column < len(row.cells)]
        items = [f"{row.cells[0]}: {row.cells[column]}" for row in told if cell.fullmatch(row.cells[column])]
        tally = tally_of_list(items) if items else None
        if tally:
            label = names[column] if column < len(names) and len(names) > 2 else ""
            yield Labelled(label, tally, graded[0])


def in_list(items: Sequence[Piece]) -> Tally | None:
    """The tally of a list with a grade and a number in each item; None for a list of anything else."""
    short = [item.text for item in items if len(item.text.split()) <= _SHORT and _IN_WORDS.search(item.text)]
    graded = [text for text in short if _GRADE.search(text)]
    if len(graded) < 2 or any(len(_GRADE.findall(text)) > 1 for text in graded):
        return None
    return tally_of_list([text for text in short if text in graded or _TOTAL.match(text)])


def _grades(cells: Sequence[str]) -> int:
    return sum(_GRADE.search(cell) is not None and len(cell) < 60 for cell in cells)


def _is_count_of_grade(cell: str) -> bool:
    return len(cell) < 60 and _GRADE.search(cell) is not None and _NUMBER.search(cell) is not None
