"""One inspection, several sources: which dates and which grade stand, and where sources disagree.

What is decided here is derived from the source rows alone, so it comes out the same after a re-reading
and after an export has been loaded into another site.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Any

from inspections.domain.precedence import precedence
from inspections.domain.spans import Dated, Span, fieldwork_of, publication_of
from inspections.ingest.conflicts import conflict, record_conflicts
from inspections.models import Decision, Grade, Inspection, InspectionSource, Judgement, Problem
from inspections.querysets import is_public


def settle(inspection_ids: Iterable[int]) -> None:
    """Decide dates, status and standing judgements of these inspections, and note every disagreement."""
    inspections = {
        row.pk: row for row in Inspection.objects.filter(pk__in=set(inspection_ids)).order_by("key")
    }
    sources: dict[int, list[InspectionSource]] = defaultdict(list)
    # Rows are ranked below; asking the database for an order as well would cost as much as the question.
    for row in (
        InspectionSource.objects.filter(inspection__in=inspections).select_related("source").order_by()
    ):
        sources[row.inspection_id].append(row)
    judgements: dict[int, list[Judgement]] = defaultdict(list)
    for judgement in (
        Judgement.objects.filter(inspection__in=inspections).select_related("source", "grade").order_by()
    ):
        judgements[judgement.inspection_id].append(judgement)
    decisions: dict[int | None, list[Decision]] = defaultdict(list)
    for decision in Decision.objects.filter(inspection__in=inspections):
        decisions[decision.inspection_id].append(decision)

    before = {pk: _decided(row) for pk, row in inspections.items()}
    decided = {row.pk: row.decides for rows in sources.values() for row in rows}
    stood = {row.pk: row.stands for rows in judgements.values() for row in rows}
    conflicts: list[Problem] = []
    for pk, inspection in inspections.items():
        conflicts += decide(inspection, sources[pk], judgements[pk], decisions[pk])
    all_sources = [row for rows in sources.values() for row in rows]
    all_judgements = [row for rows in judgements.values() for row in rows]
    _mark(InspectionSource, "decides", all_sources, decided)
    _mark(Judgement, "stands", all_judgements, stood)
    _save_corrected(all_sources, all_judgements)
    save_decided([row for pk, row in inspections.items() if _decided(row) != before[pk]])
    record_conflicts(inspections, conflicts)


def decide(
    inspection: Inspection,
    sources: Iterable[InspectionSource],
    judgements: list[Judgement],
    corrections: list[Decision],
) -> list[Problem]:
    """Mark on the rows themselves, saved or not, what stands of all that is known of one inspection."""
    ranked = sorted(sources, key=precedence)
    return [
        *_apply_corrections(inspection, ranked, judgements, corrections),
        *_decide_dates(inspection, ranked),
        *_decide_judgements(inspection, judgements),
    ]


def _decide_dates(inspection: Inspection, ranked: list[InspectionSource]) -> list[Problem]:
    public = [row for row in ranked if is_public(row)]
    waits = "proposed" if any(row.review_status == "proposed" for row in ranked) else "needs_review"
    inspection.review_status = public[0].review_status if public else waits
    voices = public or ranked
    fieldwork = next((row for row in voices if fieldwork_of(row).is_usable), None)
    dated = (row for row in _surest(voices) if publication_of(row).is_usable)
    publication = next(dated, None)
    decider = fieldwork or publication or (voices[0] if voices else None)
    for row in ranked:
        row.decides = row is decider
    inspection.fieldwork_start = fieldwork.fieldwork_start if fieldwork else None
    inspection.fieldwork_end = fieldwork.fieldwork_end if fieldwork else None
    inspection.published_from = publication.published_from if publication else None
    inspection.published_to = publication.published_to if publication else None

    problems = _date_conflicts(inspection, public)
    start, published = inspection.fieldwork_start, inspection.published_to
    if start and published and start > published and fieldwork and publication:
        inspection.published_from = inspection.published_to = None
        problems.append(
            conflict(
                inspection, "published_to", fieldwork, publication, f"fieldwork from {start}", str(published),
                "the publication date lies before the fieldwork and is not used",
            )
        )  # fmt: skip
    return problems


def _surest(voices: list[InspectionSource]) -> list[InspectionSource]:
    """A page's own date may be of the day the page was moved: the last resort, whoever gives it."""
    return sorted(voices, key=lambda row: row.published_basis == InspectionSource.Basis.UNKNOWN)


def _date_conflicts(inspection: Inspection, public: list[InspectionSource]) -> list[Problem]:
    problems = []
    spans: tuple[tuple[str, Callable[[Dated], Span], list[InspectionSource]], ...] = (
        ("fieldwork", fieldwork_of, public),
        ("published", publication_of, _surest(public)),
    )
    for field, span_of, voices in spans:
        for one, other in combinations(voices, 2):
            mine, theirs = span_of(one), span_of(other)
            if mine.is_usable and theirs.is_usable and mine.contradicts(theirs):
                problems.append(
                    conflict(
                        inspection,
                        field,
                        one,
                        other,
                        _words(mine),
                        _words(theirs),
                        "two sources give different dates; the first is used",
                    )
                )
    return problems


def _words(span: Span) -> str:
    start, end = span
    if start and end:
        return str(start) if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"to {end}"


def _decide_judgements(inspection: Inspection, rows: list[Judgement]) -> list[Problem]:
    problems = []
    by_aspect: dict[str, list[Judgement]] = defaultdict(list)
    for row in rows:
        row.stands = False
        if is_public(row):
            by_aspect[row.aspect_id].append(row)
    for aspect, candidates in by_aspect.items():
        candidates.sort(key=lambda row: (row.grade is None, precedence(row)))
        candidates[0].stands = True
        for other in candidates[1:]:
            kept, said = candidates[0].grade, other.grade
            if kept and said and kept.code != said.code:
                message = "two sources give different grades; the first is shown"
                if other.grade_status == Judgement.GradeStatus.RESTATED:
                    message = "a later source restates the grade; the report’s own word is shown"
                problems.append(
                    conflict(inspection, aspect, candidates[0], other, kept.code, said.code, message)
                )
    return problems


def _apply_corrections(
    inspection: Inspection,
    ranked: list[InspectionSource],
    rows: list[Judgement],
    corrections: list[Decision],
) -> list[Problem]:
    """People's corrections are keyed by what they are about, so they hold for whatever was read now.

    They are laid over the row that comes first by precedence (the report, even where its words could not be
    read), before it is decided what stands: another source that differs remains a disagreement.
    """
    problems = []
    stated = next((row for row in ranked if is_public(row)), None)
    for correction in corrections:
        if correction.aspect_id and correction.field == Decision.GRADE:
            candidates = [row for row in rows if row.aspect_id == correction.aspect_id and is_public(row)]
            if candidates:
                problems += _correct_grade(inspection, min(candidates, key=precedence), correction)
        elif correction.field in Decision.DAYS and stated:
            problems += _correct_date(inspection, stated, correction)
    return problems


def _correct_date(inspection: Inspection, stated: InspectionSource, correction: Decision) -> list[Problem]:
    """An empty value says that the date is not known. The words of the source stay as they stand in it."""
    try:
        day = dt.date.fromisoformat(correction.value) if correction.value else None
    except ValueError:
        message = "the correction is no date and is not applied"
        kept = str(getattr(stated, correction.field) or "")
        return [conflict(inspection, correction.field, stated, stated, kept, correction.value, message)]
    setattr(stated, correction.field, day)
    stated.review_status = "corrected"
    return []


def _correct_grade(inspection: Inspection, row: Judgement, correction: Decision) -> list[Problem]:
    """An empty value says that the aspect was not judged; a grade is one of the framework's own scale."""
    grade = None
    if correction.value:
        grades = Grade.objects.filter(scale__frameworks=inspection.framework_id, code=correction.value)
        grade = grades.exclude(scale_id="ofsted-restated").first()
        if grade is None:
            message = "the correction names no grade of this framework and is not applied"
            kept = row.grade.code if row.grade else row.grade_status
            return [conflict(inspection, row.aspect_id, row, row, kept, correction.value, message)]
    row.grade = grade
    row.grade_status = "graded" if grade else "not_judged"
    row.review_status = "corrected"
    row.certainty = "high"  # a person looked at it
    return []


def _save_corrected(sources: list[InspectionSource], judgements: list[Judgement]) -> None:
    corrected = [row for row in judgements if row.review_status == "corrected"]
    Judgement.objects.bulk_update(
        corrected, ["grade", "grade_status", "review_status", "certainty"], batch_size=200
    )
    stated = [row for row in sources if row.review_status == "corrected"]
    InspectionSource.objects.bulk_update(stated, [*Decision.DAYS, "review_status"], batch_size=200)


def save_decided(changed: list[Inspection]) -> None:
    """What has changed, nothing else: most settling confirms what stands already."""
    fields = [*Decision.DAYS, "review_status"]
    if len(changed) == 1:  # a report tells of one inspection, and plain words cost least
        changed[0].save(update_fields=fields)
    else:
        Inspection.objects.bulk_update(changed, fields, batch_size=200)


def _decided(inspection: Inspection) -> tuple[Any, ...]:
    return tuple(getattr(inspection, name) for name in (*Decision.DAYS, "review_status"))


def _mark(
    model: type[InspectionSource] | type[Judgement], mark: str, rows: Sequence[Any], before: dict[int, bool]
) -> None:
    """One of each may be marked at a time: clear the old marks before setting the new ones."""
    for value in (False, True):
        changed = [row.pk for row in rows if getattr(row, mark) is value and before[row.pk] is not value]
        if changed:
            model._default_manager.filter(pk__in=changed).update(**{mark: value})
