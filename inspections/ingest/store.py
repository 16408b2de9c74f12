"""One transaction per document: replace that document's rows, settle, verify, record the run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from inspections.identity import Identity
from inspections.ingest.records import InspectionRecord, ProblemRecord, Reading
from inspections.ingest.resolve import Resolved, resolve
from inspections.models import (
    CaseReview,
    Finding,
    IngestRun,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.settle import settle

LICENCE = "OGL v3.0"


class StoreError(RuntimeError):
    """What was stored is not what was read; the transaction is rolled back."""


@transaction.atomic
def store(reading: Reading, run: IngestRun) -> dict[str, int]:
    """Store one reading under its run. Returns counts; raises StoreError and stores nothing by halves.

    A blocking problem leaves everything of this document unpublished (``needs_review``): what was certain
    is kept for the reviewer, nothing is shown.
    """
    document = _document(reading, run)
    problems = list(reading.problems)
    resolved: list[Resolved] = []
    for record in reading.inspections:
        one, found = resolve(record)
        problems += found
        if one:
            resolved.append(one)
    if not reading.inspections and not problems:
        problems.append(
            ProblemRecord(severity="blocking", where="document", field="inspection", message="none was found")
        )

    placed = [(one, _inspection_for(one.identity, problems)) for one in resolved]
    status = "needs_review" if any(p.severity == "blocking" for p in problems) else "published"
    touched = set(_linked(document))
    for one, inspection in placed:
        if inspection is None:
            inspection = _create_inspection(one)
        _write(one, inspection, document, run, status)
        touched.add(inspection.pk)
    kept = {inspection.pk for _, inspection in placed if inspection}
    _drop_what_was_not_read_again(document, run, kept)
    _drop_empty(touched)
    settle(touched)
    _replace_problems(problems, document, run)
    counts = _verify(document, run, resolved)

    run.document = document
    run.result = "needs_review" if status == "needs_review" else "stored"
    run.counts = counts
    run.save()
    return counts


def _document(reading: Reading, run: IngestRun) -> SourceDocument:
    document, _ = SourceDocument.objects.update_or_create(
        sha256=run.sha256,
        defaults={"path": run.source_file, "pages": reading.pages},
        create_defaults={
            "key": run.sha256[:16],
            "path": run.source_file,
            "pages": reading.pages,
            "kind": reading.kind,
            "title": reading.title,
            "publisher": reading.publisher,
            "licence": LICENCE,
            "retrieved": dt.date.today(),
        },
    )
    return document


def _linked(document: SourceDocument) -> Iterable[int]:
    return document.inspection_sources.values_list("inspection_id", flat=True)


def _inspection_for(identity: Identity, problems: list[ProblemRecord]) -> Inspection | None:
    """The inspection on record; None to make a new one. Two candidates are a problem, not a choice."""
    candidates = identity.candidates()
    if len(candidates) > 1:
        problems.append(
            ProblemRecord(
                severity="blocking",
                where="document",
                field="inspection",
                value=identity.key(),
                message="may be either of " + " and ".join(row.key for row in candidates),
            )
        )
        return None
    return candidates[0] if candidates else None


def _create_inspection(one: Resolved) -> Inspection:
    key = base = one.identity.key()
    number = 1
    while Inspection.objects.filter(key=key).exists():
        number += 1
        key = f"{base}-{number}"
    inspection = Inspection.objects.create(
        key=key, framework=one.identity.framework, kind=one.record.kind, review_status="needs_review"
    )
    InspectedArea.objects.bulk_create(
        InspectedArea(inspection=inspection, area=area, scope=one.scopes[area.pk])
        for area in one.identity.areas
    )
    return inspection


def _write(
    one: Resolved, inspection: Inspection, document: SourceDocument, run: IngestRun, status: str
) -> None:
    record = one.record
    InspectionSource.objects.update_or_create(
        inspection=inspection,
        source=document,
        defaults={
            "fieldwork_stated": record.fieldwork.raw,
            "fieldwork_start": record.fieldwork.start,
            "fieldwork_end": record.fieldwork.end,
            "published_stated": record.published.raw,
            "published_from": record.published.start,
            "published_to": record.published.end,
            "published_basis": record.published.basis,
            "themes_read": record.themes_read,
            "confidence": "read",
            "review_status": status,
        },
    )
    shared = {"source": document, "inspection": inspection, "run": run, "confidence": "read"}
    for row, grade in one.judgements:
        Judgement.objects.update_or_create(
            inspection=inspection,
            aspect_id=row.aspect,
            source=document,
            defaults={
                **shared,
                "key": f"{inspection.key}/{row.aspect}@{document.key}",
                "grade": grade,
                "grade_status": row.grade_status,
                "printed": row.printed,
                "page": row.page,
                "locator": row.locator or (f"page {row.page}" if row.page else ""),
                "certainty": row.certainty,
                "review_status": status,
            },
        )
    _write_evidence(record, inspection, shared, status)


def _write_evidence(
    record: InspectionRecord, inspection: Inspection, shared: dict[str, Any], status: str
) -> None:
    """Reviewed cases found in prose are proposed to a person; passages are uncoded findings."""
    keys: dict[str, int] = {}

    def key(*parts: str) -> str:
        base = "/".join(part for part in (inspection.key, *parts) if part)
        keys[base] = keys.get(base, 0) + 1
        number = f"/{keys[base]}" if keys[base] > 1 else ""
        return f"{base}{number}@{shared['source'].key}"

    for row in record.case_reviews:
        CaseReview.objects.update_or_create(
            key=key(row.theme or row.topic, row.sample),
            defaults={
                **shared,
                **row.model_dump(exclude={"theme", "cases_basis"}),
                "theme_id": row.theme,
                "cases_basis": row.cases_basis or "",
                "review_status": status,
            },
        )
    one_area = next(iter(inspection.areas.all())) if len(record.places) == 1 else None
    for passage in record.findings:
        Finding.objects.update_or_create(
            key=key("passage", passage.theme or passage.topic, passage.locator),
            defaults={
                **shared,
                **passage.model_dump(exclude={"theme"}),
                "theme_id": passage.theme,
                "area": one_area,
                "review_status": status,
            },
        )


def _drop_what_was_not_read_again(document: SourceDocument, run: IngestRun, kept: set[int]) -> None:
    """Rows of earlier readings that this one did not confirm. Rows typed by people stay."""
    for model in (Judgement, CaseReview, Finding):
        model.objects.filter(source=document, run__isnull=False).exclude(run=run).delete()
    has_facts = (
        Judgement.objects.filter(source=document).values("inspection"),
        CaseReview.objects.filter(source=document).values("inspection"),
        Finding.objects.filter(source=document).values("inspection"),
    )
    stale = document.inspection_sources.exclude(inspection__in=kept).filter(fact_ids="")
    for facts in has_facts:
        stale = stale.exclude(inspection__in=facts)
    new = run.judgement_set.values("inspection")
    stale.exclude(inspection__in=new).delete()


def _drop_empty(inspection_ids: Iterable[int]) -> None:
    Inspection.objects.filter(pk__in=list(inspection_ids), inspection_sources__isnull=True).delete()


def _replace_problems(problems: list[ProblemRecord], document: SourceDocument, run: IngestRun) -> None:
    """Problems of an earlier reading go unless a person has decided about them."""
    decided = set(
        Problem.objects.filter(source=document, run__isnull=False)
        .exclude(state=Problem.State.OPEN)
        .values_list("key", flat=True)
    )
    Problem.objects.filter(source=document, run__isnull=False, state=Problem.State.OPEN).delete()
    rows = problem_rows(problems, run, document)
    Problem.objects.bulk_create([row for row in rows if row.key not in decided])


def problem_rows(
    problems: list[ProblemRecord], run: IngestRun, document: SourceDocument | None
) -> list[Problem]:
    return [
        Problem(
            key=f"{run.sha256[:16]}/{number}/{problem.field}" if document else f"run/{run.pk}/{number}",
            run=run,
            source=document,
            source_file=run.source_file,
            **problem.model_dump(),
        )
        for number, problem in enumerate(problems, 1)
    ]


def _verify(document: SourceDocument, run: IngestRun, resolved: list[Resolved]) -> dict[str, int]:
    counts = {
        "inspections": len(resolved),
        "judgements": Judgement.objects.filter(source=document, run=run).count(),
        "case_reviews": CaseReview.objects.filter(source=document, run=run).count(),
        "findings": Finding.objects.filter(source=document, run=run).count(),
    }
    expected = {
        "judgements": sum(len(one.judgements) for one in resolved),
        "case_reviews": sum(len(one.record.case_reviews) for one in resolved),
        "findings": sum(len(one.record.findings) for one in resolved),
    }
    for name, number in expected.items():
        if counts[name] != number:
            raise StoreError(f"{run.source_file}: {number} {name} read, {counts[name]} stored")
    return counts
