"""The frame of a reader of reports that are each about one inspection (PDF).

A reader says what is particular to its reports: how they are recognised by their first page, how they name
their place, where their dates stand, which lines are headings, whom a passage is about, what they grade.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.records import InspectionRecord, Reading
from inspections.reading.structure.report import Report
from inspections.terms import SourceKind


class Title(Protocol):
    """What the first page says; ``refusal``: why nothing is taken from such a document, if so."""

    @property
    def refusal(self) -> str: ...


T = TypeVar("T", bound=Title)


@dataclass(frozen=True)
class ReportReader(Generic[T]):
    """``what``: what its documents are, after "This is not". ``title_of``: None where the pages are no such
    document. ``inspection_in``: the inspection, and what the document is called but for its place."""

    name: str
    version: int
    what: str
    title_of: Callable[[list[str]], T | None]
    inspection_in: Callable[[Report, T], tuple[str, InspectionRecord]]
    publisher: str = "Ofsted"
    layouts_seen: bool = True

    def recognises(self, source: Source) -> bool:
        return source.kind == "pdf" and self.title_of(source.pages) is not None

    def read(self, source: Source) -> Reading:
        """Raises UnreadableSource for what is no such document, and for one nothing is taken from."""
        return self.read_pages(source.pages, source.name)

    def read_pages(self, pages: list[str], name: str) -> Reading:
        """The same for text already at hand; ``name`` is the path relative to the folder given."""
        title = self.title_of(pages)
        if title is None:
            raise UnreadableSource(f"This is not {self.what}.")
        if title.refusal:
            raise UnreadableSource(title.refusal, where="page 1", field="kind")
        report = Report(pages, name)
        called, inspection = self.inspection_in(report, title)
        return Reading(
            reader=self.name,
            version=self.version,
            kind=SourceKind.REPORT,
            title=f"{called}: {inspection.places[0].raw}",
            publisher=self.publisher,
            pages=len(pages),
            layouts_seen=self.layouts_seen,
            inspections=(inspection,),
            problems=tuple(report.problems),
        )
