"""A file on its way in: its bytes, its name, and what its first bytes say it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from inspections.ingest import text
from inspections.ingest.unreadable import UnreadableSource

__all__ = ["Source", "UnreadableSource"]

_ZIP = b"PK\x03\x04"


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
        """pdf, html, zip (any spreadsheet of today), empty or unknown, by content alone."""
        head = self.data[:1024].lstrip().lower()
        if not head:
            return "empty"
        if b"%pdf-" in self.data[:1024].lower():
            return "pdf"
        if self.data.startswith(_ZIP):
            return "zip"
        if head.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<html" in head:
            return "html"
        return "unknown"

    @cached_property
    def pages(self) -> list[str]:
        """Clean text of each PDF page, page 1 first. Raises UnreadableSource."""
        return text.pdf_pages(self.data)
