"""The table under the chart: the rows of the CSV, an inspection at a time, in words short enough to scan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dashboard.series.picture import TableRow
from dashboard.wording.certainty import HOW_SEEN
from dashboard.wording.days import short_days, short_months
from inspections.models import Inspection, SourceDocument


@dataclass(frozen=True)
class RowGroup:
    """One inspection: what is said once (``head``), then its results."""

    head: TableRow
    rows: tuple[TableRow, ...]


def row_groups(rows: Iterable[TableRow]) -> tuple[RowGroup, ...]:
    """``rows`` as the series orders them, so that those of one inspection stand together."""
    groups = (tuple(group) for _inspection, group in groupby(rows, lambda row: row.inspection))
    return tuple(RowGroup(group[0], group) for group in groups)


def month_cell(inspection: Inspection) -> str:
    """ "Sept–Oct 2019": of fieldwork, else of publication."""
    return (
        short_months(inspection.fieldwork_start, inspection.fieldwork_end)
        or short_months(inspection.published_from, inspection.published_to)
        or "Date not given"
    )


def day_lines(inspection: Inspection) -> tuple[str, ...]:
    """The exact days, and what is not given: by these words a reader knows which day the row is placed at."""
    month = month_cell(inspection)
    fieldwork = short_days(inspection.fieldwork_start, inspection.fieldwork_end)
    published = short_days(inspection.published_from, inspection.published_to)
    lines = []
    if fieldwork and fieldwork != month:
        lines.append(fieldwork)
    if published:
        lines.append(f"published {published}" + ("" if fieldwork else "; fieldwork not given"))
    if inspection.fieldwork_start and not inspection.fieldwork_end:
        lines.append("its first day; the last not given")
    return tuple(lines)


def inspection_cell(inspectorate: str, kind: str) -> str:
    """ "Ofsted: full inspection"; an own audit says who in what."""
    named = kind.lower().startswith(inspectorate.lower())
    return kind if named else f"{inspectorate}: {kind[:1].lower()}{kind[1:]}"


def cited_words(source: SourceDocument | None, confidence: str) -> str:
    """A source in a few words: "Ofsted report", "as quoted by the Inquiry (IICSA)".

    Of the press: "as reported by the press: St Helens Star".
    """
    if source is None:
        return "source not given"
    publisher = source.publisher or source.title
    words = {
        SourceDocument.Kind.REPORT: f"{publisher} report",
        SourceDocument.Kind.STATISTICS: f"{publisher} statistics",
        SourceDocument.Kind.INQUIRY: "the Inquiry (IICSA)",
        SourceDocument.Kind.PAGE: f"{publisher} web page",
        # Its title is read out and stands in full on the inspection's page.
        SourceDocument.Kind.DATASET: f"{source.publisher} data" if source.publisher else "a data set",
    }.get(SourceDocument.Kind(source.kind), publisher)
    if confidence == "quoted":
        return f"{HOW_SEEN['quoted']} {words}"
    return f"{HOW_SEEN['press']}: {words}" if confidence == "press" else words
