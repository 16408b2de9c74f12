"""What is noted where two sources of one inspection differ."""

from __future__ import annotations

from collections.abc import Collection

from inspections.models import Inspection, InspectionSource, Judgement, Problem


def conflict(
    inspection: Inspection,
    field: str,
    one: InspectionSource | Judgement,
    other: InspectionSource | Judgement,
    kept: str,
    said: str,
    message: str,
) -> Problem:
    return Problem(
        key=f"conflict/{inspection.key}/{field}/{one.source.key}/{other.source.key}",
        inspection=inspection,
        source=one.source,
        source_file=one.source.path,
        severity=Problem.Severity.CONFLICT,
        where=inspection.key,
        field=field,
        value=said,
        message=message,
        kept=kept,
        other=said,
        other_source=other.source.title,
    )


def record_conflicts(inspections: Collection[int], conflicts: list[Problem]) -> None:
    """New disagreements are added, those settled meanwhile go, what people decided about one stays.

    One that was let stand (accepted) goes too when it is none any more: it would be shown as one.
    """
    found = {problem.key: problem for problem in conflicts}
    known = Problem.objects.filter(inspection__in=inspections, key__startswith="conflict/")
    known_keys = set(known.values_list("key", flat=True))
    if known_keys - found.keys():
        gone = known.filter(key__in=known_keys - found.keys())
        gone.filter(state__in=(Problem.State.OPEN, Problem.State.ACCEPTED)).delete()
    Problem.objects.bulk_create([p for key, p in found.items() if key not in known_keys])
