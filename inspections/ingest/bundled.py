"""Where a reading meets the site's own tables: what these hold was reviewed, so neither may quietly
replace the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspections.domain.case_counts import NUMBERS
from inspections.ingest.resolve import Account, blocking
from inspections.models import CaseReview, Inspection, Judgement, SourceDocument
from inspections.reading.records import CaseReviewRecord, ProblemRecord
from inspections.terms import Severity


def tally_of(inspection_id: int | None, row: CaseReview | CaseReviewRecord) -> tuple[object, ...]:
    """What a tally is about: whose, on which theme, in which sample, graded by whom."""
    theme = row.theme if isinstance(row, CaseReviewRecord) else row.theme_id
    return inspection_id, theme, row.topic, row.sample, row.assessor


def contradictions(read: Sequence[tuple[Account, Inspection, SourceDocument]]) -> list[ProblemRecord]:
    """What the site's own tables give from the very document it was read in, and give otherwise."""
    if not read:
        return []
    theirs = {
        "inspection__in": {inspection.pk for _, inspection, _ in read},
        "source__in": {document.pk for _, _, document in read},
        "run__isnull": True,
    }
    grades = {
        (row.inspection_id, row.source_id, row.aspect_id): row for row in Judgement.objects.filter(**theirs)
    }
    tallies = {
        (row.source_id, tally_of(row.inspection_id, row)): row for row in CaseReview.objects.filter(**theirs)
    }
    problems = []
    for account, inspection, document in read:
        for judgement, grade in account.judgements:
            kept = grades.get((inspection.pk, document.pk, judgement.aspect))
            said = (grade.pk if grade else None, judgement.grade_status)
            if kept and (kept.grade_id, kept.grade_status) != said:
                where = f"page {judgement.page}" if judgement.page else "document"
                printed = judgement.printed or judgement.grade or judgement.grade_status
                message = "this site’s own tables give another grade from this document"
                problem = blocking(where, judgement.aspect, printed, message)
                words = {"kept": kept.grade_id or kept.grade_status, "other": said[0] or said[1]}
                problems.append(problem.model_copy(update=words))
        for review in account.record.case_reviews:
            row = tallies.get((document.pk, tally_of(inspection.pk, review)))
            if row and not review.proposed:
                where = review.locator or account.record.locator or "document"
                problems += _numbers_apart(row, review, where)
    return problems


def _numbers_apart(row: CaseReview, review: CaseReviewRecord, where: str) -> Iterator[ProblemRecord]:
    message = "this site’s own tables give another number from this document; it is kept"
    for name in NUMBERS:
        kept, read = getattr(row, name), getattr(review, name)
        if kept != read:
            yield ProblemRecord(
                severity=Severity.CONFLICT,
                where=where,
                field=name,
                value="" if read is None else str(read),
                message=message,
                kept="not given" if kept is None else str(kept),
                other="not given" if read is None else str(read),
            )
