"""What a reader leaves for a person, by how much it holds up."""

from __future__ import annotations

from functools import partial

from inspections.reading.records import ProblemRecord
from inspections.terms import Severity

_LONGEST_VALUE = 500


def problem(
    severity: Severity, where: str, field: str, value: str, message: str, **beside: str
) -> ProblemRecord:
    """``beside``: the value ``kept``, the ``other`` one, and where that stands (``other_source``)."""
    value = value[:_LONGEST_VALUE]
    return ProblemRecord(severity=severity, where=where, field=field, value=value, message=message, **beside)


# A doubt about one value: it keeps nothing else from being shown.
note = partial(problem, Severity.NOTE)
# Two places disagree; both values are kept.
conflict = partial(problem, Severity.CONFLICT)
# What a person has to settle before anything uncertain is shown.
blocking = partial(problem, Severity.BLOCKING)
