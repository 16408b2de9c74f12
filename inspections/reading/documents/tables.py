"""The tables of a file, whatever kind it is of: the sheets of a workbook, or the one table of a CSV file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Protocol

from inspections.reading.documents import csv_rows
from inspections.reading.documents.spreadsheet import Cell

HEADER_WITHIN = csv_rows.HEADER_WITHIN  # rows; above a header stand a title and notes


class Tables(Protocol):
    """``sheets``: their names; that of a CSV file is empty. A row stands in its list at its number less 1."""

    @property
    def sheets(self) -> tuple[str, ...]: ...

    def rows(self, sheet: str) -> list[list[Cell]]:
        """Raises UnreadableSource."""

    def first_rows(self, sheet: str) -> list[list[Cell]]:
        """Those a header may stand in. Raises UnreadableSource for a damaged sheet."""


class CsvTable:
    sheets = ("",)

    def __init__(self, data: bytes) -> None:
        self._data = data

    def rows(self, sheet: str) -> list[list[Cell]]:
        return [list(row) for row in csv_rows.read_rows(self._data)]

    def first_rows(self, sheet: str) -> list[list[Cell]]:
        """By these alone a file is known: a damaged row further down is told of when it is read."""
        return self._first

    @cached_property
    def _first(self) -> list[list[Cell]]:
        return [list(row) for row in csv_rows.first_rows(self._data)]


def header_at(rows: list[list[Cell]], is_header: Callable[[list[Cell]], bool]) -> int | None:
    """Where among the first rows the header stands, counted from 0."""
    return next((index for index, row in enumerate(rows[:HEADER_WITHIN]) if is_header(row)), None)
