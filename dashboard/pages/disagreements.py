"""Where sources disagree, and what people put right: in words a reader can use, by role and never by name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

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


def disagreements(problems: Iterable[Problem]) -> list[Problem]:
    """Conflicts and notes; what a person dismissed or corrected is settled. Blocking ones are for staff."""
    return [
        problem
        for problem in problems
        if problem.severity != Problem.Severity.BLOCKING and problem.state not in SETTLED
    ]


def correction_words(inspection: Inspection) -> list[tuple[str, str]]:
    """What was put right, and why; nothing of a proposed number was shown before it was decided."""
    labels = {row.aspect_id: row.label for row in inspection.framework.framework_aspects.all()}
    words = []
    for row in inspection.decisions.all():
        if not row.field or row.field == Decision.PROPOSAL:
            continue
        what = labels.get(row.aspect_id or "") or _DATES.get(row.field) or field_words(row.field)
        value = "not judged" if row.field == "grade" and not row.value else value_words(row.value)
        words.append((f"{what}: {value}, corrected on {day_words(row.made_on)} by a reviewer.", row.reason))
    return words


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
