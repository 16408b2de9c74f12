"""Where sources disagree, and what people put right: in words a reader can use, by role and never by name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.selection import choices
from dashboard.wording.days import day_words
from inspections.models import Decision, Inspection, Problem

_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
SETTLED = (Problem.State.DISMISSED, Problem.State.CORRECTED)
_FIELDS = {
    "published": "Publication date",
    "published_to": "Publication date",
    "fieldwork": "Fieldwork",
    "kind": "Kind of inspection",
    "place": "Place",
    "area": "Area",
    "content": "The file itself",
}
_DATES = {
    "fieldwork_start": "First day of fieldwork",
    "fieldwork_end": "Last day of fieldwork",
    "published_from": "Publication, first day",
    "published_to": "Publication, last day",
}


@dataclass(frozen=True)
class Disagreement:
    what: str
    kept: str
    kept_source: str
    other: str
    other_source: str
    message: str


def disagreements(problems: Iterable[Problem]) -> list[Disagreement]:
    """Conflicts and notes; what a person dismissed or corrected is settled. Blocking ones are for staff."""
    return [
        Disagreement(
            what=field_words(problem.field),
            kept=value_words(problem.kept),
            kept_source=problem.source.title if problem.source else "",
            other=value_words(problem.other or problem.value),
            other_source=problem.other_source,
            message=problem.message,
        )
        for problem in problems
        if problem.severity != Problem.Severity.BLOCKING and problem.state not in SETTLED
    ]


@dataclass(frozen=True)
class CorrectionLine:
    what: str
    value: str
    when: str
    reason: str


def correction_lines(inspection: Inspection) -> list[CorrectionLine]:
    labels = {row.aspect_id: row.label for row in inspection.framework.framework_aspects.all()}
    return [
        CorrectionLine(
            what=labels.get(row.aspect_id or "") or _DATES.get(row.field) or field_words(row.field),
            value="not judged" if row.field == "grade" and not row.value else value_words(row.value),
            when=day_words(row.made_on),
            reason=row.reason,
        )
        for row in inspection.decisions.all()
        if row.field and row.field != Decision.PROPOSAL  # of a proposal nothing was shown before
    ]


def field_words(field: str) -> str:
    known = _FIELDS | dict(choices.aspects()) | dict(choices.themes())
    return known.get(field) or field.replace("_", " ").capitalize()


def value_words(value: str) -> str:
    if not value:
        return "not given"
    grade = dict(choices.grades()).get(value)
    return grade or _ISO_DAY.sub(_day, value)


def _day(match: re.Match[str]) -> str:
    try:
        return day_words(dt.date.fromisoformat(match[0]))
    except ValueError:
        return match[0]
