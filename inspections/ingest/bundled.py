"""Where a reading meets the site's own tables: what these hold was reviewed, so neither may quietly
replace the other."""

from __future__ import annotations

from inspections.ingest.placed import Placed
from inspections.models import CaseReview, Grade, Judgement
from inspections.reading.records import CaseReviewRecord, JudgementRecord, ProblemRecord

_NUMBERS = (
    "cases", "good", "adequate", "requires_improvement", "inadequate", "below_good", "percent_good",
    "observed",
)  # fmt: skip


def bundled_otherwise(placed: Placed) -> list[ProblemRecord]:
    """What the site's own tables give from the very document it was read in, and give otherwise."""
    return _judged_otherwise(placed) + _counted_otherwise(placed)


def tally_of(inspection_id: int | None, row: CaseReview | CaseReviewRecord) -> tuple[object, ...]:
    """What a tally is about: whose, on which theme, in which sample, graded by whom."""
    theme = row.theme if isinstance(row, CaseReviewRecord) else row.theme_id
    return inspection_id, theme, row.topic, row.sample, row.assessor


def _judged_otherwise(placed: Placed) -> list[ProblemRecord]:
    one, inspection, document, _ = placed
    bundled = {
        row.aspect_id: row
        for row in Judgement.objects.filter(inspection=inspection, source=document, run__isnull=True)
    }
    return [
        ProblemRecord(
            severity="blocking",
            where=f"page {record.page}" if record.page else "document",
            field=record.aspect,
            value=record.printed or record.grade or record.grade_status,
            message="this site’s own tables give another grade from this document",
            kept=row.grade_id or row.grade_status,
            other=grade.pk if grade else record.grade_status,
        )
        for record, grade in one.judgements
        if (row := bundled.get(record.aspect)) and not _says_the_same(row, record, grade)
    ]


def _says_the_same(row: Judgement, record: JudgementRecord, grade: Grade | None) -> bool:
    return row.grade_id == (grade.pk if grade else None) and row.grade_status == record.grade_status


def _counted_otherwise(placed: Placed) -> list[ProblemRecord]:
    one, inspection, document, _ = placed
    stated = [review for review in one.record.case_reviews if not review.proposed]
    if not stated:
        return []
    rows = CaseReview.objects.filter(inspection=inspection, source=document, run__isnull=True)
    bundled = {tally_of(inspection.pk, row): row for row in rows}
    found = []
    for review in stated:
        row = bundled.get(tally_of(inspection.pk, review))
        for name in _NUMBERS if row else ():
            kept, read = getattr(row, name), getattr(review, name)
            if kept != read:
                found.append(
                    ProblemRecord(
                        severity="conflict",
                        where=review.locator or one.record.locator or "document",
                        field=name,
                        value="" if read is None else str(read),
                        message="this site’s own tables give another number from this document; it is kept",
                        kept="not given" if kept is None else str(kept),
                        other="not given" if read is None else str(read),
                    )
                )
    return found
