"""What is wrong with something a person typed: which field, which value, and why."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.reading.records import ProblemRecord, Severity

_LONGEST_VALUE = 300


@dataclass(frozen=True)
class Fault:
    """``blocking``: the row cannot be kept. ``conflict`` and ``note``: it is kept, and this is said of it."""

    field: str
    value: str
    message: str
    severity: Severity = Severity.BLOCKING

    def problem(self, where: str) -> ProblemRecord:
        return ProblemRecord(
            severity=self.severity,
            where=where,
            field=self.field,
            value=self.value[:_LONGEST_VALUE],
            message=self.message,
        )


def blocking(faults: list[Fault]) -> bool:
    return any(fault.severity == "blocking" for fault in faults)
