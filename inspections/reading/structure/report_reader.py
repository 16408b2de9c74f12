"""The frame of a reader of reports that are each about one inspection.

A reader says what is particular to its reports: how they are recognised by their first page, how they name
their place, where their dates stand, which lines are headings, whom a passage is about, what they grade.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from inspections.reading.documents.html import Page
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.records import InspectionRecord, ProblemRecord, Reading
from inspections.reading.structure.bound_together import (
    Bound,
    inspection_moved,
    problem_moved,
    reports_in,
    unread,
)
from inspections.reading.structure.report import Report
from inspections.terms import Severity, SourceKind


class Title(Protocol):
    """What the first page says; ``refusal``: why nothing is taken from such a document, if so."""

    @property
    def refusal(self) -> str: ...


T = TypeVar("T", bound=Title)
_NAMED = 20


@dataclass(frozen=True)
class ReportReader(Generic[T]):
    """``what``: what its documents are, after "This is not". ``title_of``: None where the pages are no such
    document. ``inspection_in``: the inspection, and what the document is called but for its place.
    ``is_web_page``: whether a web page is such a document; there are none where it is None."""

    name: str
    version: int
    what: str
    title_of: Callable[[list[str]], T | None]
    inspection_in: Callable[[Report, T], tuple[str, InspectionRecord]]
    publisher: str = "Ofsted"
    layouts_seen: bool = True
    is_web_page: Callable[[Page], bool] | None = None

    def recognises(self, source: Source) -> bool:
        if source.kind == "html":
            return self.is_web_page is not None and self.is_web_page(source.page)
        return source.kind == "pdf" and bool(self._titles(source.pages))

    def read(self, source: Source) -> Reading:
        """Raises UnreadableSource for what is no such document, and for one nothing is taken from."""
        if source.kind != "html":
            return self.read_pages(source.pages, source.name)
        report = Report.of_web_page(source.page, source.name)
        title = self.title_of(report.pages)
        if title is None or title.refusal:
            raise self._refused(title, report.front)
        read = self.inspection_in(report, title)
        return self._reading([read], report.problems).model_copy(update={"url": source.page.url})

    def read_pages(self, pages: list[str], name: str) -> Reading:
        """The pages of a PDF; ``name`` is the path relative to the folder given."""
        titles = self._titles(pages)
        readable = {bound: title for bound, title in titles.items() if not title.refusal}
        if not readable:
            raise self._refused(next(iter(titles.values()), None), "page 1")
        read: list[tuple[str, InspectionRecord]] = []
        problems = _beside(pages, list(readable))
        among_others = bool(problems)
        for bound, title in readable.items():
            report = Report(pages[bound.begin : bound.end], name)
            called, inspection = self.inspection_in(report, title)
            where = f"page {bound.begin + 1}" if among_others else ""
            moved = inspection_moved(inspection, bound.begin).model_copy(update={"locator": where})
            read.append((called, moved))
            problems += [problem_moved(problem, bound.begin) for problem in report.problems]
        return self._reading(read, problems).model_copy(update={"pages": len(pages)})

    def _titles(self, pages: list[str]) -> dict[Bound, T]:
        """What the title pages say of the reports in a file; where no page is one, what the first says."""
        for bounds in (reports_in(pages), [Bound(0, len(pages))]):
            told = {bound: self.title_of(pages[bound.begin : bound.end]) for bound in bounds}
            if found := {bound: title for bound, title in told.items() if title is not None}:
                return found
        return {}

    def _refused(self, title: T | None, where: str) -> UnreadableSource:
        if title is None:
            return UnreadableSource(f"This is not {self.what}.")
        return UnreadableSource(title.refusal, where=where, field="kind")

    def _reading(
        self, read: Sequence[tuple[str, InspectionRecord]], problems: Sequence[ProblemRecord]
    ) -> Reading:
        return Reading(
            reader=self.name,
            version=self.version,
            kind=SourceKind.REPORT,
            title="; ".join(f"{called}: {inspection.places[0].raw}" for called, inspection in read),
            publisher=self.publisher,
            layouts_seen=self.layouts_seen,
            inspections=tuple(inspection for _, inspection in read),
            problems=tuple(problems),
        )


def _beside(pages: list[str], read: Sequence[Bound]) -> list[ProblemRecord]:
    """What the file holds besides one report: other pages, other reports."""
    problems = []
    begins = ", ".join(str(bound.begin + 1) for bound in read)
    if len(read) > 1:
        message = f"This file holds {len(read)} reports; they were read as {len(read)} inspections."
        problems.append(_problem(Severity.NOTE, f"page {read[1].begin + 1}", begins, message))
    if others := [
        bound.begin + 1 for bound in reports_in(pages) if bound.begin not in {one.begin for one in read}
    ]:
        message = "Another report seems to begin on this page; it was not read."
        problems.append(_problem(Severity.BLOCKING, f"page {others[0]}", str(others[0]), message))
    if left := unread(pages, read):
        message = f"The report begins on page {begins}; these pages are no part of it and were not read."
        listed = ", ".join(map(str, left[:_NAMED])) + (" …" if len(left) > _NAMED else "")
        problems.append(_problem(Severity.NOTE, f"page {read[0].begin + 1}", listed, message))
    return problems


def _problem(severity: Severity, where: str, value: str, message: str) -> ProblemRecord:
    return ProblemRecord(severity=severity, where=where, field="pages", value=value, message=message)
