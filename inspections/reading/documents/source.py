"""A file on its way in: its bytes, its name, and what its first bytes say it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from inspections.reading.documents import csv_rows, html, integrity, pdf, saved_page
from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.documents.spreadsheet import is_spreadsheet, open_workbook
from inspections.reading.documents.tables import CsvTable, Tables
from inspections.reading.records import ProblemRecord, Severity

__all__ = ["Source", "UnreadableSource"]

_ZIP = b"PK\x03\x04"
_NAMED = 20


@dataclass(frozen=True)
class Source:
    """``name`` is the path relative to the folder given; readers may use its words, never only those."""

    name: str
    data: bytes

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def kind(self) -> str:
        """pdf, html, zip (any spreadsheet of today), text, empty or unknown, by content alone."""
        head = self.data[:1024].lstrip().lower()
        if not head:
            return "empty"
        if b"%pdf-" in self.data[:1024].lower():
            return "pdf"
        if self.data.startswith(_ZIP):
            return "zip"
        if (
            self._saved_page is not None
            or head.startswith((b"<!doctype html", b"<html", b"<?xml"))
            or b"<html" in head
        ):
            return "html"
        return "text" if csv_rows.decoded(self.data) is not None else "unknown"

    @cached_property
    def page(self) -> html.Page:
        """The web page's title, address and blocks. Raises UnreadableSource."""
        return html.read_page(self._saved_page or self.data)

    @cached_property
    def _saved_page(self) -> bytes | None:
        return saved_page.page_in(self.data)

    @cached_property
    def tables(self) -> Tables | None:
        """The tables of a spreadsheet or a CSV file; None for any other. Raises UnreadableSource for a
        spreadsheet that cannot be opened or is a bomb."""
        if self.kind == "text":
            return CsvTable(self.data)
        return open_workbook(self.data) if self.kind == "zip" and is_spreadsheet(self.data) else None

    @cached_property
    def pages(self) -> list[str]:
        """Clean text of each PDF page, page 1 first. Raises UnreadableSource."""
        return pdf.clean_pages(self._bare_pages)

    @cached_property
    def _bare_pages(self) -> list[str]:
        _ = self._torn  # refuses what unfolds to far too much before anything opens it
        return pdf.bare_pages(self.data)

    @cached_property
    def _torn(self) -> tuple[int, ...]:
        torn = integrity.torn_parts(self.data)
        if torn and (plain := pdf.unlocked(self.data)):
            return tuple(0 for _ in integrity.torn_parts(plain))  # where in the file they stand is not known
        return torn

    def doubts(self) -> list[ProblemRecord]:
        """Why a person has to look at this file whatever a reader makes of it. Raises UnreadableSource."""
        if self.kind != "pdf":
            return []
        found = []
        if self._torn:
            found.append(
                _doubt(
                    f"byte {self._torn[0]}" if self._torn[0] else "file",
                    f"{len(self._torn)} damaged",
                    "Part of this PDF is damaged inside: words or whole pages may be missing or changed. "
                    "Get the file again.",
                )
            )
        spoken = [number for number, page in enumerate(self._bare_pages, 1) if page]
        silent = sorted(set(range(1, len(self._bare_pages) + 1)) - set(spoken))
        if silent:
            found.append(
                _doubt(
                    f"page {silent[0]}",
                    ", ".join(map(str, silent[:_NAMED])) + (" …" if len(silent) > _NAMED else ""),
                    "A page of this PDF gives no words at all: it is a picture, empty, or lost by damage.",
                    # Many documents end with an empty page; only one among the words takes words away.
                    severity=Severity.NOTE if spoken and silent[0] > spoken[-1] else Severity.BLOCKING,
                )
            )
        return found


def _doubt(where: str, value: str, message: str, *, severity: Severity = Severity.BLOCKING) -> ProblemRecord:
    return ProblemRecord(severity=severity, where=where, field="content", value=value, message=message)
