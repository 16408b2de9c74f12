"""One transaction per document: replace that document's rows, settle, verify, record the run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from inspections.ingest.bundled import bundled_otherwise
from inspections.ingest.decisions import Decided, lay_over_rows, take_corrections_along
from inspections.ingest.match import place
from inspections.ingest.passages import write_passages
from inspections.ingest.placed import Placed, told_by
from inspections.ingest.resolve import Resolved, resolve_all
from inspections.ingest.settle import settle
from inspections.ingest.write import (
    Origin,
    write_case_reviews,
    write_dates,
    write_judgements,
    write_new,
)
from inspections.models import (
    CaseReview,
    Finding,
    IngestRun,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
)
from inspections.reading.records import ProblemRecord, Reading, TableRead
from inspections.terms import ReviewStatus

LICENCE = "OGL v3.0"


class StoreError(RuntimeError):
    """What was stored is not what was read; the transaction is rolled back."""


@transaction.atomic
def store(reading: Reading, run: IngestRun) -> None:
    """Store one reading under its run, which the caller saves. Raises StoreError; then nothing is stored.

    A blocking problem leaves everything of this document unpublished (``needs_review``): what was certain
    is kept for the reviewer, nothing is shown. What a person decided about it before is not asked again.
    """
    document, is_new = _document(reading, run)
    run.document = document
    if not is_new:
        run.save(update_fields=["document"])  # its rows are asked for below
    decided = Decided() if is_new else Decided.about(document)
    resolved, problems = resolve_all(decided.laid_over(reading))
    linked = set() if is_new else _linked(document)
    placed, seen_before = place(resolved, document, linked, problems)
    if seen_before or not is_new:
        for told in placed:
            problems += bundled_otherwise(told)

    rows = problem_rows(problems, run, document)
    status = "needs_review" if decided.leaves_open(rows) else "published"
    origin = Origin(run, status, is_new=is_new and not seen_before)
    all_new = origin.is_new and all(told.is_new for told in placed)
    if all_new:
        write_new(placed, origin)
    else:
        for told in placed:
            write_dates(told, origin)
            if status == "published":
                _say_more(told.one, told.inspection)
        write_judgements(placed, origin)
    write_passages(placed, run, status)
    write_case_reviews(placed, origin)
    run.counts = _verify(run, placed)
    kept = {told.inspection.pk for told in placed}
    if not is_new:
        _drop_what_was_not_read_again(document, run, kept)
        take_corrections_along(linked - kept, kept - linked)
        _drop_empty(linked - kept)
        if status == "published":
            lay_over_rows(document)
    if not all_new:
        settle(linked | kept)
    _replace_problems(rows, document, run, is_new)

    if reading.tables:
        run.counts["tables"] = [table.model_dump() for table in _accounts(reading, resolved)]
    run.result = "needs_review" if status == "needs_review" else "stored"


def _linked(document: SourceDocument) -> set[int]:
    """The inspections this document was stored under before."""
    rows = InspectionSource.objects.filter(told_by(document))
    return set(rows.values_list("inspection_id", flat=True))


def _accounts(reading: Reading, resolved: list[Resolved]) -> list[TableRead]:
    """What became of each table's rows: one whose place nobody knows is named after all, not stored."""
    stored = {one.record.locator for one in resolved}
    lost = [record.locator for record in reading.inspections if record.locator not in stored]
    accounts = []
    for table in reading.tables:
        alone = len(reading.tables) == 1
        number = sum(alone or locator.startswith(table.where) for locator in lost)
        accounts.append(
            table.model_copy(update={"stored": table.stored - number, "named": table.named + number})
        )
    return accounts


def _document(reading: Reading, run: IngestRun) -> tuple[SourceDocument, bool]:
    document = SourceDocument.objects.filter(sha256=run.sha256).first()
    if document is None:
        values: dict[str, Any] = {
            "kind": reading.kind,
            "title": reading.title,
            "publisher": reading.publisher,
            "licence": LICENCE,
            "retrieved": timezone.localdate(),
        }
        document = SourceDocument(key=run.sha256[:16], sha256=run.sha256, **values)
    is_new = document.pk is None
    url = reading.url or document.url
    if (document.path, document.pages, document.url) != (run.source_file, reading.pages, url):
        document.path, document.pages, document.url = run.source_file, reading.pages, url
        document.save()
    return document, is_new


def _say_more(one: Resolved, inspection: Inspection) -> None:
    """A source may know more of what an inspection was: no report calls itself short, statistics do.

    The more telling kind stays whichever source came first.
    """
    kind, topic = inspection.kind, inspection.topic
    if kind == Inspection.Kind.FULL and one.record.kind in Inspection.FULL_KINDS:
        inspection.kind = one.record.kind
    inspection.topic = topic or one.record.topic
    if (kind, topic) != (inspection.kind, inspection.topic):
        inspection.save(update_fields=["kind", "topic"])


def _drop_what_was_not_read_again(document: SourceDocument, run: IngestRun, kept: set[int]) -> None:
    """Rows of earlier readings that this one did not confirm. Rows typed by people stay."""
    with_facts: set[int | None] = set()
    for model in (Judgement, CaseReview, Finding):
        rows = model._default_manager.filter(told_by(document))
        if model is not Finding:  # passages are let go one by one
            rows.filter(run__isnull=False).exclude(run=run).delete()
        current = rows.exclude(review_status=ReviewStatus.SUPERSEDED)
        with_facts |= set(current.values_list("inspection_id", flat=True))
    told = InspectionSource.objects.filter(told_by(document), fact_ids="")
    told.exclude(inspection_id__in=kept | with_facts).delete()


def _drop_empty(inspection_ids: Iterable[int]) -> None:
    """Nothing is left of them; one that somebody coded a passage of stays, unpublished."""
    empty = Inspection.objects.filter(pk__in=list(inspection_ids), inspection_sources__isnull=True)
    empty.exclude(findings__codings__isnull=False).delete()


def _replace_problems(rows: list[Problem], document: SourceDocument, run: IngestRun, is_new: bool) -> None:
    """Problems of an earlier reading go unless a person has decided about them."""
    if not is_new:
        earlier = Problem.objects.filter(source=document, run__isnull=False)
        earlier.filter(state=Problem.State.OPEN).delete()
        decided = earlier.filter(key__in=[row.key for row in rows])
        decided.update(run=run)
        decided_keys = set(decided.values_list("key", flat=True))
        rows = [row for row in rows if row.key not in decided_keys]
    Problem.objects.bulk_create(rows)


def problem_rows(
    problems: list[ProblemRecord], run: IngestRun, document: SourceDocument | None
) -> list[Problem]:
    """Keyed by what they say, so that a decision about one is found again after the next reading."""
    keys: dict[str, Problem] = {}
    for problem in problems:
        said = hashlib.sha256(repr(sorted(problem.model_dump().items())).encode()).hexdigest()[:16]
        key = f"{run.sha256[:16]}/{problem.field}/{said}" if document else f"run/{run.pk}/{said}"
        keys[key] = Problem(
            key=key, run=run, source=document, source_file=run.source_file, **problem.model_dump()
        )
    return list(keys.values())


def _verify(run: IngestRun, placed: list[Placed]) -> dict[str, Any]:
    """Read back what was written. Rows from the site's own tables stand for those they spared."""
    documents = {told.document.pk for told in placed}
    rows = Judgement.objects.filter(source__in=documents).order_by()
    stored = {
        row[:3]: row[3:]
        for row in rows.values_list(
            "inspection_id", "source_id", "aspect_id", "run_id", "grade_id", "grade_status"
        )
    }
    for one, inspection, document, _ in placed:
        for record, grade in one.judgements:
            row = stored.get((inspection.pk, document.pk, record.aspect))
            read = (run.pk, grade.pk if grade else None, record.grade_status)
            if row is None or (row[0] and row != read):
                raise StoreError(f"{run.source_file}: {record.aspect} was read and not stored")
    counts: dict[str, Any] = {
        "inspections": len({told.inspection.pk for told in placed}),
        "judgements": sum(len(told.one.judgements) for told in placed),
        "case_reviews": sum(len(told.one.record.case_reviews) for told in placed),
        "findings": sum(len(told.one.record.findings) for told in placed),
    }
    for model, name in ((CaseReview, "case_reviews"), (Finding, "findings")):
        if counts[name]:
            told = model._default_manager.filter(source__in=documents)
            number = told.filter(Q(run=run) | Q(run__isnull=True)).count()
            if number < counts[name]:
                raise StoreError(f"{run.source_file}: {counts[name]} {name} read, {number} stored")
    return counts
