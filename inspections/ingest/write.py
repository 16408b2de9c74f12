"""The judgements and reviewed cases of one reading, written in a handful of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from inspections.ingest.bundled import tally_of
from inspections.ingest.placed import Placed
from inspections.ingest.settle import decide, save_decided
from inspections.models import (
    CaseReview,
    Grade,
    IngestRun,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.reading.records import CaseReviewRecord, JudgementRecord
from inspections.terms import PUBLIC, ReviewStatus

# A row read again keeps these, so that what people said about it stays.
_KEPT = frozenset({"id", "key", "fact_ids"})


@dataclass(frozen=True)
class Origin:
    """Which reading the rows come from, and whether they may be shown."""

    run: IngestRun
    status: str
    is_new: bool = False  # no document the rows were seen in was on record before

    def marks(self, placed: Placed) -> dict[str, Any]:
        return {
            "inspection_id": placed.inspection.pk,
            "source_id": placed.document.pk,
            "run_id": self.run.pk,
            "confidence": placed.one.record.confidence,
            "review_status": self.status,
        }


def write_new(placed: Iterable[Placed], origin: Origin) -> None:
    """Dates and judgements of inspections that nothing else tells of. What stands of them is decided before
    they are written, by the same rules as later, so that nothing has to be asked back."""
    stated, judged, conflicts = [], [], []
    for told in placed:
        dates = _dates(told, origin)
        rows = [_judgement(Judgement(), told, origin, *row) for row in told.one.judgements]
        conflicts += decide(told.inspection, [dates], rows, [])
        stated.append(dates)
        judged += rows
    InspectionSource.objects.bulk_create(stated)
    Judgement.objects.bulk_create(judged)
    save_decided([told.inspection for told in placed])
    Problem.objects.bulk_create(conflicts)


def write_dates(placed: Placed, origin: Origin) -> None:
    """What the site's own tables say another document states is not changed by a file that cites it."""
    told = InspectionSource.objects.filter(
        inspection=placed.inspection, source=placed.document, run__isnull=True
    )
    if placed.one.record.cited and told.exists():
        return
    InspectionSource.objects.bulk_create(
        [_dates(placed, origin)],
        update_conflicts=True,
        unique_fields=["inspection", "source"],
        update_fields=[
            "run", "fieldwork_stated", "fieldwork_start", "fieldwork_end", "published_stated",
            "published_from", "published_to", "published_basis", "themes_read", "locator", "confidence",
            "certainty", "review_status",
        ],
    )  # fmt: skip


def _dates(placed: Placed, origin: Origin) -> InspectionSource:
    record = placed.one.record
    return InspectionSource(
        inspection=placed.inspection,
        source=placed.document,
        run=origin.run,
        fieldwork_stated=record.fieldwork.raw,
        fieldwork_start=record.fieldwork.start,
        fieldwork_end=record.fieldwork.end,
        published_stated=record.published.raw,
        published_from=record.published.start,
        published_to=record.published.end,
        published_basis=record.published.basis,
        themes_read=record.themes_read,
        locator=record.locator,
        confidence=record.confidence,
        certainty=record.certainty,
        review_status=origin.status,
    )


def write_judgements(placed: Iterable[Placed], origin: Origin) -> None:
    """Rows of the site's own tables from the same document stay as they are."""
    placed = list(placed)
    earlier = Judgement.objects.filter(source__in={one.document for one in placed})
    known = {(row.inspection_id, row.source_id, row.aspect_id): row for row in earlier}
    new: list[Judgement] = []
    changed: list[Judgement] = []
    for told in placed:
        for record, grade in told.one.judgements:
            row = known.get((told.inspection.pk, told.document.pk, record.aspect)) or Judgement()
            if row.pk and row.run_id is None:
                continue
            (changed if row.pk else new).append(_judgement(row, told, origin, record, grade))
    Judgement.objects.bulk_create(new)
    if changed:
        Judgement.objects.bulk_update(
            changed,
            [
                "key",
                "run",
                "grade",
                "grade_status",
                "printed",
                "page",
                "locator",
                "confidence",
                "certainty",
                "review_status",
            ],
        )


def _judgement(
    row: Judgement, told: Placed, origin: Origin, record: JudgementRecord, grade: Grade | None
) -> Judgement:
    values = {
        "key": f"{told.inspection.key}/{record.aspect}@{told.document.key}",
        "inspection": told.inspection,
        "source": told.document,
        "run": origin.run,
        "confidence": told.one.record.confidence,
        "review_status": origin.status,
        "aspect_id": record.aspect,
        "grade": grade,
        "grade_status": record.grade_status,
        "printed": record.printed,
        "page": record.page,
        "locator": record.locator or (f"page {record.page}" if record.page else ""),
        "certainty": record.certainty,
    }
    for name, value in values.items():
        setattr(row, name, value)
    return row


def write_case_reviews(placed: Iterable[Placed], origin: Origin) -> None:
    """Proposals a person has decided about stay as decided; what the site's own tables hold is spared."""
    placed = [told for told in placed if told.one.record.case_reviews]
    if not placed:
        return
    known = _Known() if origin.is_new else _Known.of({told.document for told in placed})
    rows: list[CaseReview] = []
    all_keys = _Keys()
    for told in placed:
        marks = origin.marks(told)
        for review in told.one.record.case_reviews:
            key = all_keys.key(told, review.theme or review.topic, review.sample, *_who(review))
            if known.spares(told, review, key):
                continue
            values = review.model_dump(exclude={"theme", "cases_basis", "proposed"})
            values |= {"theme_id": review.theme, "cases_basis": review.cases_basis or "", "key": key}
            status = {"review_status": "proposed"} if review.proposed else {}
            rows.append(CaseReview(**marks | values | status))
    if rows:
        fields = [field.name for field in CaseReview._meta.concrete_fields if field.name not in _KEPT]
        CaseReview.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["key"], update_fields=fields
        )
    CaseReview.objects.filter(pk__in=known.confirmed).update(run=origin.run)


def _who(review: CaseReviewRecord) -> tuple[str, ...]:
    """What the force said of its own cases stands beside what inspectors said of the same ones."""
    return () if review.assessor == "inspectors" else (f"assessed by {review.assessor}",)


class _Known:
    """What is on record from the same documents and is not to be written over by a reading."""

    def __init__(self, on_record: Iterable[CaseReview] = ()) -> None:
        rows = list(on_record)
        self._decided = {row.key: row for row in rows if row.run_id}
        self._bundled = {tally_of(row.inspection_id, row) for row in rows if not row.run_id}
        self._places = {(row.inspection_id, row.theme_id, row.locator) for row in rows if not row.run_id}
        self.confirmed: list[int] = []

    @classmethod
    def of(cls, documents: set[SourceDocument]) -> _Known:
        decided = (*PUBLIC, ReviewStatus.REJECTED)
        return cls(CaseReview.objects.filter(source__in=documents, review_status__in=decided))

    def spares(self, told: Placed, review: CaseReviewRecord, key: str) -> bool:
        if not review.proposed:
            return tally_of(told.inspection.pk, review) in self._bundled
        if key in self._decided:
            self.confirmed.append(self._decided[key].pk)
            return True
        return (told.inspection.pk, review.theme, review.locator) in self._places


class _Keys:
    """Readable keys; a number parts those that would be alike."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def key(self, told: Placed, *parts: str) -> str:
        base = "/".join(part for part in (told.inspection.key, *parts) if part)
        said = f"{base}@{told.document.key}"
        self._used[said] = self._used.get(said, 0) + 1
        number = f"/{self._used[said]}" if self._used[said] > 1 else ""
        return f"{base}{number}@{told.document.key}"
