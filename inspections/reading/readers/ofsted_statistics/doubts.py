"""What a person has to look at: always with sheet and row, and the column where there is one."""

from __future__ import annotations

from inspections.reading.records import ProblemRecord


def note(where: str, field: str, value: str, message: str) -> ProblemRecord:
    return ProblemRecord(severity="note", where=where, field=field, value=value, message=message)


def blocking(where: str, field: str, value: str, message: str) -> ProblemRecord:
    return ProblemRecord(severity="blocking", where=where, field=field, value=value, message=message)


def conflict(where: str, field: str, value: str, message: str, other: str = "") -> ProblemRecord:
    return ProblemRecord(
        severity="conflict", where=where, field=field, value=value, message=message, other=other
    )
