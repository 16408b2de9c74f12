"""The judgements, reviewed cases and passages of one reading, written in a handful of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from inspections.ingest.bulk import upsert
from inspections.ingest.records import JudgementRecord, ProblemRecord
from inspections.ingest.resolve import Resolved
from inspections.models import (
    CaseReview,
    Finding,
    Grade,
    IngestRun,
    Inspection,
    InspectionSource,
    Judgement,
    SourceDocument,
)

Placed = tuple[Resolved, Inspection]
# A row read again keeps these, so that what people said about it stays.
_KEPT = frozenset({"id", "key", "fact_ids"})


@dataclass(frozen=True)
class Origin:
    """Where the rows come from, and whether they may be shown."""

    document: SourceDocument
    run: IngestRun
    status: str
    is_new: bool = False  # the document was not on record before

    def marks(self, inspection: Inspection) -> dict[str, Any]:
        return {
            "inspection": inspection,
            "source": self.document,
            "run": self.run,
            "confidence": "read",
            "review_status": self.status,
        }


def bundled_otherwise(one: Resolved, inspection: Inspection, document: SourceDocument) -> list[ProblemRecord]:
    """Judgements of this very document that came with the site's own tables and say something else.

    The tables were reviewed, the reading was not: neither may quietly replace the other.
    """
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


def write_dates(one: Resolved, inspection: Inspection, origin: Origin) -> None:
    record = one.record
    InspectionSource.objects.bulk_create(
        [
            InspectionSource(
                inspection=inspection,
                source=origin.document,
                fieldwork_stated=record.fieldwork.raw,
                fieldwork_start=record.fieldwork.start,
                fieldwork_end=record.fieldwork.end,
                published_stated=record.published.raw,
                published_from=record.published.start,
                published_to=record.published.end,
                published_basis=record.published.basis,
                themes_read=record.themes_read,
                locator=record.locator,
                confidence="read",
                review_status=origin.status,
            )
        ],
        update_conflicts=True,
        unique_fields=["inspection", "source"],
        update_fields=[
            "fieldwork_stated", "fieldwork_start", "fieldwork_end", "published_stated", "published_from",
            "published_to", "published_basis", "themes_read", "locator", "confidence", "review_status",
        ],
    )  # fmt: skip


def write_judgements(placed: Iterable[Placed], origin: Origin) -> None:
    """Rows of the site's own tables from the same document stay as they are."""
    earlier = () if origin.is_new else Judgement.objects.filter(source=origin.document)
    known = {(row.inspection_id, row.aspect_id): row for row in earlier}
    new: list[Judgement] = []
    changed: list[Judgement] = []
    for one, inspection in placed:
        for record, grade in one.judgements:
            row = known.get((inspection.pk, record.aspect)) or Judgement()
            if row.pk and row.run_id is None:
                continue
            (changed if row.pk else new).append(row)
            values = origin.marks(inspection) | {
                "key": f"{inspection.key}/{record.aspect}@{origin.document.key}",
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
                "certainty",
                "review_status",
            ],
        )


def write_passages(placed: Iterable[Placed], origin: Origin) -> None:
    """Uncoded passages, each under a key that the next reading finds again."""
    passages: list[dict[str, Any]] = []
    for one, inspection in placed:
        keys = _Keys(inspection.key, origin.document.key)
        shared = {
            "inspection_id": inspection.pk,
            "source_id": origin.document.pk,
            "run_id": origin.run.pk,
            "confidence": "read",
            "review_status": origin.status,
            "area_id": one.identity.areas[0].pk if len(one.identity.areas) == 1 else None,
        }
        for passage in one.record.findings:
            said = shared | dict(passage)
            said["theme_id"] = said.pop("theme")
            said.pop("stance")
            said["key"] = keys.key("passage", passage.theme or passage.topic, passage.locator)
            passages.append(said)
    upsert(Finding, passages, unique="key", kept=_KEPT)


def write_case_reviews(placed: Iterable[Placed], origin: Origin) -> None:
    """Proposals a person has decided about stay as decided; what the site's own tables hold is spared."""
    if not any(one.record.case_reviews for one, _ in placed):
        return
    earlier = [] if origin.is_new else list(CaseReview.objects.filter(source=origin.document).published())
    decided = {row.key: row for row in earlier if row.run_id}
    bundled = {(row.inspection_id, row.theme_id, row.locator) for row in earlier if not row.run_id}
    rows: list[CaseReview] = []
    confirmed: list[CaseReview] = []
    for one, inspection in placed:
        keys = _Keys(inspection.key, origin.document.key)
        for review in one.record.case_reviews:
            key = keys.key(review.theme or review.topic, review.sample)
            if review.proposed and (inspection.pk, review.theme, review.locator) in bundled:
                continue
            if review.proposed and key in decided:
                confirmed.append(decided[key])
                continue
            marks = origin.marks(inspection)
            if review.proposed:
                marks["review_status"] = "proposed"
            values = review.model_dump(exclude={"theme", "cases_basis", "proposed"})
            values |= {"theme_id": review.theme, "cases_basis": review.cases_basis or ""}
            rows.append(CaseReview(**marks, **values, key=key))
    if rows:
        fields = [field.name for field in CaseReview._meta.concrete_fields if field.name not in _KEPT]
        CaseReview.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["key"], update_fields=fields
        )
    CaseReview.objects.filter(pk__in=[row.pk for row in confirmed]).update(run=origin.run)


class _Keys:
    """Readable keys; a number parts those that would be alike."""

    def __init__(self, inspection: str, document: str) -> None:
        self._inspection, self._document = inspection, document
        self._used: dict[str, int] = {}

    def key(self, *parts: str) -> str:
        base = "/".join(part for part in (self._inspection, *parts) if part)
        self._used[base] = self._used.get(base, 0) + 1
        number = f"/{self._used[base]}" if self._used[base] > 1 else ""
        return f"{base}{number}@{self._document}"
