"""What people put right on an inspection, as its page says it: by role, never by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.pages.disagreements import field_words, value_words
from dashboard.wording.days import day_words
from inspections.models import Correction, FrameworkAspect
from inspections.models.source import PROPOSAL

_DATES = {
    "fieldwork_start": "First day of fieldwork",
    "fieldwork_end": "Last day of fieldwork",
    "published_from": "Publication, first day",
    "published_to": "Publication, last day",
}


@dataclass(frozen=True)
class CorrectionLine:
    what: str
    value: str
    when: str
    reason: str


def correction_lines(rows: Iterable[Correction], aspects: Iterable[FrameworkAspect]) -> list[CorrectionLine]:
    labels = {row.aspect_id: row.label for row in aspects}
    return [
        CorrectionLine(
            what=labels.get(row.aspect_id or "") or _DATES.get(row.field) or field_words(row.field),
            value=_words(row),
            when=day_words(row.made_on),
            reason=row.reason,
        )
        for row in rows
        if row.field != PROPOSAL  # nothing of it was shown before it was decided
    ]


def _words(row: Correction) -> str:
    if not row.value:
        return "not judged" if row.field == "grade" else "not given"
    return value_words(row.value)
