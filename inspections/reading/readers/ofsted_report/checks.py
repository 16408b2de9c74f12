"""Whether what was read makes sense together. Each doubt is a problem that names place, value and reason."""

from __future__ import annotations

import datetime as dt

from inspections.reading.readers.ofsted_report.dates import Fieldwork
from inspections.reading.readers.ofsted_report.frameworks import Rulebook
from inspections.reading.records import DateSpan, ProblemRecord

_LONGEST_FIELDWORK = 120
# Days; an inspection in two windows may have been interrupted for months.
_LONGEST_WITH_A_BREAK = 400
_LONGEST_WAIT = 400


def publication(printed: DateSpan, in_name: DateSpan) -> tuple[DateSpan, list[ProblemRecord]]:
    """The printed date, else the file name's; where they differ the report's stands, both are told."""
    if printed.start is None:
        doubts = []
        if printed.raw:
            doubts.append(
                _blocking("published", printed.raw, "The printed publication date is not a whole date.")
            )
        return (in_name if in_name.start and not doubts else printed), doubts
    if in_name.start is None or in_name.start == printed.start:
        return printed, []
    problem = ProblemRecord(
        severity="conflict",
        where="page 1",
        field="published",
        value=printed.raw,
        message="The report prints one publication date, the file name another. The printed one stands.",
        kept=printed.start.isoformat(),
        other=in_name.start.isoformat(),
        other_source="file name",
    )
    return printed, [problem]


def dates_make_sense(fieldwork: Fieldwork, published: DateSpan, rulebook: Rulebook) -> list[ProblemRecord]:
    """Blocking problems where dates cannot be right; a note where something was understood."""
    problems = []
    span = fieldwork.span
    if fieldwork.trouble:
        problems.append(_blocking("fieldwork", span.raw, fieldwork.trouble))
    elif fieldwork.assumed:
        problems.append(
            ProblemRecord(
                severity="note", where="page 1", field="fieldwork", value=span.raw, message=fieldwork.assumed
            )
        )
    if span.start and span.end:
        longest = _LONGEST_WITH_A_BREAK if fieldwork.windows else _LONGEST_FIELDWORK
        problems += _span_doubts(span, span.start, span.end, rulebook, longest)
    if span.end and published.start:
        if published.start < span.end:
            message = f"Published {published.start}, before the inspection ended on {span.end}."
            problems.append(_blocking("published", published.raw, message))
        elif (published.start - span.end).days > _LONGEST_WAIT:
            message = (
                f"Published {published.start}, more than a year after the inspection ended on {span.end}."
            )
            problems.append(_blocking("published", published.raw, message))
    return problems


def _span_doubts(
    span: DateSpan, start: dt.date, end: dt.date, rulebook: Rulebook, longest: int
) -> list[ProblemRecord]:
    problems = []
    days = (end - start).days
    if days < 0:
        problems.append(_blocking("fieldwork", span.raw, "The inspection ends before it starts."))
    elif days > longest:
        problems.append(_blocking("fieldwork", span.raw, f"The inspection would have lasted {days} days."))
    if not rulebook.first <= start <= rulebook.last:
        message = (
            f"The report reads like {rulebook.framework}, which was in force for inspections starting "
            f"between {rulebook.first} and {rulebook.last}."
        )
        problems.append(_blocking("fieldwork", span.raw, message))
    return problems


def _blocking(field: str, value: str, message: str) -> ProblemRecord:
    return ProblemRecord(severity="blocking", where="page 1", field=field, value=value, message=message)
