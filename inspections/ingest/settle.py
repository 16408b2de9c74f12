"""One inspection, several sources: which dates and which grade stand, and where sources disagree.

What is decided here is derived from the source rows alone, so it comes out the same after a re-reading
and after an export has been loaded into another site.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import combinations
from typing import Any, TypeVar

from django.db.models import Q

from inspections.domain.one_tally import accounts
from inspections.domain.precedence import precedence
from inspections.domain.spans import UNKNOWN, Dated, Span, fieldwork_of, publication_of
from inspections.models import CaseReview, Decision, Grade, Inspection, InspectionSource, Judgement, Problem
from inspections.querysets import is_public

_RowT = TypeVar("_RowT", InspectionSource, Judgement, CaseReview, Decision)
_LONGEST_KEY = Problem._meta.get_field("key").max_length or 0
_LONGEST_FIELD = Problem._meta.get_field("field").max_length or 0


def settle(inspection_ids: Iterable[int]) -> None:
    """Decide dates, status and standing judgements of these inspections, and note every disagreement."""
    wanted = set(inspection_ids)
    if not wanted:
        return
    inspections = list(Inspection.objects.filter(pk__in=wanted).order_by("key"))
    # Rows are ranked below; asking the database for an order as well would cost as much as the question.
    stated = list(InspectionSource.objects.filter(inspection__in=wanted).select_related("source").order_by())
    judged = Judgement.objects.filter(inspection__in=wanted).select_related("source", "grade").order_by()
    before = [_decided(row) for row in inspections]
    counted = CaseReview.objects.filter(inspection__in=wanted).select_related("source").order_by()
    decided, stood = {row.pk for row in stated if row.decides}, {row.pk for row in judged if row.stands}
    led = {row.pk for row in counted if row.stands}

    sources, judgements, reviews = map(_by_inspection, (stated, judged, counted))
    decisions = _by_inspection(Decision.objects.filter(inspection__in=wanted))
    conflicts: list[Problem] = []
    for row in inspections:
        conflicts += decide(row, sources[row.pk], judgements[row.pk], decisions[row.pk])
        conflicts += _decide_reviews(row, reviews[row.pk])
    _mark(InspectionSource, "decides", stated, decided)
    _mark(Judgement, "stands", judged, stood)
    _mark(CaseReview, "stands", counted, led)
    _save_corrected(stated, judged)
    changed = [row for row, was in zip(inspections, before, strict=True) if _decided(row) != was]
    Inspection.objects.bulk_update(changed, [*Decision.DAYS, "review_status"], batch_size=200)
    _record_conflicts(wanted, conflicts)


def _by_inspection(rows: Iterable[_RowT]) -> defaultdict[int | None, list[_RowT]]:
    found: defaultdict[int | None, list[_RowT]] = defaultdict(list)
    for row in rows:
        found[row.inspection_id].append(row)
    return found


def decide(
    inspection: Inspection,
    sources: Iterable[InspectionSource],
    judgements: Sequence[Judgement],
    corrections: Sequence[Decision] = (),
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
    inspection.published_from = publication.published_from if publication else None
    inspection.published_to = publication.published_to if publication else None
    told = _with_last_day(fieldwork_of(fieldwork), voices) if fieldwork else UNKNOWN
    inspection.fieldwork_start, inspection.fieldwork_end = told.cut_at(inspection.published_to)

    problems = _date_conflicts(inspection, public)
    start, published = inspection.fieldwork_start, inspection.published_to
    if start and published and start > published and fieldwork and publication:
        inspection.published_from = inspection.published_to = None
        message = "the publication date lies before the fieldwork and is not used"
        said = f"fieldwork from {start}", str(published)
        problems.append(_conflict(inspection, "published_to", fieldwork, publication, *said, message))
    return problems


def _with_last_day(fieldwork: Span, voices: list[InspectionSource]) -> Span:
    """Statistics give the first day alone; whoever knows the last one of the same fieldwork adds it."""
    if fieldwork.start is None or fieldwork.end is not None:
        return fieldwork
    others = [span for row in voices if (span := fieldwork_of(row)).start == fieldwork.start and span.end]
    return next((span for span in others if span.is_usable), fieldwork)


def _surest(voices: list[InspectionSource]) -> list[InspectionSource]:
    """A page's own date may be of the day the page was moved: the last resort, whoever gives it."""
    return sorted(voices, key=lambda row: row.published_basis == InspectionSource.Basis.UNKNOWN)


def _date_conflicts(inspection: Inspection, public: list[InspectionSource]) -> list[Problem]:
    problems = []
    spans: tuple[tuple[str, Callable[[Dated], Span], list[InspectionSource]], ...] = (
        ("fieldwork", fieldwork_of, public),
        ("published", publication_of, _surest(public)),
    )
    message = "two sources give different dates; the first is used"
    for field, span_of, voices in spans:
        for one, other in combinations(voices, 2):
            mine, theirs = span_of(one), span_of(other)
            if mine.is_usable and theirs.is_usable and mine.contradicts(theirs):
                said = _words(mine), _words(theirs)
                problems.append(_conflict(inspection, field, one, other, *said, message))
    return problems


def _words(span: Span) -> str:
    start, end = span
    if start and end:
        return str(start) if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"to {end}"


def _decide_judgements(inspection: Inspection, rows: Sequence[Judgement]) -> list[Problem]:
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
                words = kept.code, said.code
                problems.append(_conflict(inspection, aspect, candidates[0], other, *words, message))
    return problems


def _decide_reviews(inspection: Inspection, rows: Iterable[CaseReview]) -> list[Problem]:
    """Cases that two sources tell of are shown once. What waits for a person stands for nothing else."""
    for row in rows:
        row.stands = True
    problems = []
    for shown, other, apart in accounts(row for row in rows if is_public(row)):
        other.stands = False
        if apart:
            subject = str(shown.theme_id or shown.topic)
            kept, said = (", ".join(_number(row, name) for name in apart) for row in (shown, other))
            message = "two sources give different numbers of the same cases; the first are shown"
            problems.append(_conflict(inspection, subject, shown, other, kept, said, message, shown.sample))
    return problems


def _number(row: CaseReview, name: str) -> str:
    return f"{row.counts.numbers[name]:g} {name.replace('_', ' ')}"


def _apply_corrections(
    inspection: Inspection,
    ranked: list[InspectionSource],
    rows: Sequence[Judgement],
    corrections: Sequence[Decision] = (),
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
        return [_conflict(inspection, correction.field, stated, stated, kept, correction.value, message)]
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
            return [_conflict(inspection, row.aspect_id, row, row, kept, correction.value, message)]
    row.grade = grade
    row.grade_status = "graded" if grade else "not_judged"
    row.review_status = "corrected"
    row.certainty = "high"  # a person looked at it
    return []


def _save_corrected(sources: Iterable[InspectionSource], judgements: Iterable[Judgement]) -> None:
    corrected = [row for row in judgements if row.review_status == "corrected"]
    fields = ["grade", "grade_status", "review_status", "certainty"]
    Judgement.objects.bulk_update(corrected, fields, batch_size=200)
    stated = [row for row in sources if row.review_status == "corrected"]
    InspectionSource.objects.bulk_update(stated, [*Decision.DAYS, "review_status"], batch_size=200)


def _decided(inspection: Inspection) -> tuple[Any, ...]:
    return tuple(getattr(inspection, name) for name in (*Decision.DAYS, "review_status"))


def _mark(
    model: type[InspectionSource] | type[Judgement] | type[CaseReview],
    mark: str,
    rows: Iterable[Any],
    before: set[int],
) -> None:
    """One of each may be marked at a time: clear the old marks (``before``) before setting the new ones."""
    for value in (False, True):
        changed = [row.pk for row in rows if getattr(row, mark) is value and (row.pk in before) is not value]
        if changed:
            model._default_manager.filter(pk__in=changed).update(**{mark: value})


def _conflict(
    inspection: Inspection,
    field: str,
    one: InspectionSource | Judgement | CaseReview,
    other: InspectionSource | Judgement | CaseReview,
    kept: str,
    said: str,
    message: str,
    part: str = "",
) -> Problem:
    """``part``: words that keep apart what two sources differ about more than once."""
    about = "/".join(filter(None, (field, part)))
    return Problem(
        key=f"conflict/{inspection.key}/{about}/{one.source.key}/{other.source.key}"[:_LONGEST_KEY],
        inspection=inspection,
        source=one.source,
        source_file=one.source.path,
        severity=Problem.Severity.CONFLICT,
        where=inspection.key,
        field=field[:_LONGEST_FIELD],
        value=said,
        message=message,
        kept=kept,
        other=said,
        other_source=other.source.title,
    )


def _record_conflicts(inspections: Collection[int], conflicts: list[Problem]) -> None:
    """New disagreements are added, those settled meanwhile go, what people decided about one stays.

    One that was let stand (accepted) goes too when it is none any more: it would be shown as one.
    """
    found = {problem.key: problem for problem in conflicts}
    known = Problem.objects.filter(Q(inspection__in=inspections) | Q(key__in=found))
    known = known.filter(key__startswith="conflict/")
    known_keys = set(known.values_list("key", flat=True))
    if known_keys - found.keys():
        gone = known.filter(key__in=known_keys - found.keys())
        gone.filter(state__in=(Problem.State.OPEN, Problem.State.ACCEPTED)).delete()
    Problem.objects.bulk_create([p for key, p in found.items() if key not in known_keys])
