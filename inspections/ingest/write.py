"""The rows of one reading, in the place of those its document brought before, in a handful of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db.models import Q

from inspections.ingest.bundled import tally_of
from inspections.ingest.decisions import lay_over_rows, take_decisions_along
from inspections.ingest.match import Earlier, Match, told_by
from inspections.ingest.passages import write_passages
from inspections.models import CaseReview, Finding, IngestRun, Inspection, InspectionSource, Judgement
from inspections.reading.records import CaseReviewRecord, InspectionRecord
from inspections.terms import PUBLIC, ReviewStatus

_JUDGED = (
    "key", "run", "grade", "grade_status", "printed", "page", "locator", "confidence", "certainty",
    "review_status",
)  # fmt: skip
_STATED = (
    "run", "review_status", "fieldwork_stated", "fieldwork_start", "fieldwork_end", "published_stated",
    "published_from", "published_to", "published_basis", "themes_read", "locator", "confidence", "certainty",
)  # fmt: skip
# A row read again keeps these, so that what people said about it stays.
_KEPT = {"id", "key", "fact_ids"}


class StoreError(RuntimeError):
    """What was stored is not what was read; the transaction is rolled back."""


def counts_of(matches: Sequence[Match]) -> dict[str, int]:
    return {
        "inspections": len({one.inspection.pk for one in matches}),
        "judgements": sum(len(one.account.judgements) for one in matches),
        "case_reviews": sum(len(one.account.record.case_reviews) for one in matches),
        "findings": sum(len(one.account.record.findings) for one in matches),
    }


def write(matches: Sequence[Match], run: IngestRun, status: str, earlier: Earlier) -> set[int]:
    """The ids of all inspections whose rows changed: what stands of them has to be settled.

    ``status``: whether the rows may be shown. Raises StoreError.
    """
    document = run.document
    if document is None:
        raise ValueError("a run that is stored has a document")
    before, now = set(earlier.inspections), {one.inspection.pk for one in matches}
    _write_dates(matches, run, status)
    _write_judgements(matches, run, status, earlier.sources(matches))
    write_passages(matches, run, status, earlier)
    _write_case_reviews(matches, run, status, earlier)
    _read_back(matches, run)

    if not earlier:
        return now
    # What this reading did not confirm of earlier ones goes. Rows typed by people stay.
    with_facts: set[int | None] = set()
    for model in (Judgement, CaseReview, Finding):
        rows = model._default_manager.filter(told_by(document)).exclude(review_status=ReviewStatus.SUPERSEDED)
        if model is not Finding:  # passages are let go one by one
            model._default_manager.filter(run__document=document).exclude(run=run).delete()
        with_facts |= set(rows.values_list("inspection_id", flat=True)) if before - now else set()
    if before - now:
        stated = InspectionSource.objects.filter(told_by(document), fact_ids="")
        stated.exclude(inspection_id__in=now | with_facts).delete()
        take_decisions_along(before - now, now - before)
        # Nothing is left of them; one that somebody coded a passage of stays, unpublished.
        empty = Inspection.objects.filter(pk__in=before - now, inspection_sources__isnull=True)
        empty.exclude(findings__codings__isnull=False).delete()
    if status == ReviewStatus.PUBLISHED:
        lay_over_rows(document)
    return before | now


def _write_dates(matches: Sequence[Match], run: IngestRun, status: str) -> None:
    """What the site's own tables say a document states is not changed by a file that cites it, nor by a
    reading that only proposes."""
    proposes = status == ReviewStatus.PROPOSED
    weaker = {one.document.pk for one in matches if one.account.record.cited or proposes}
    theirs = InspectionSource.objects.filter(source__in=weaker, run__isnull=True) if weaker else ()
    spared = {(row.inspection_id, row.source_id) for row in theirs}
    rows = {}
    for account, inspection, document in matches:
        record, place = account.record, (inspection.pk, document.pk)
        if status == ReviewStatus.PUBLISHED:
            _say_more(record, inspection)
        if (record.cited or proposes) and place in spared:
            continue
        rows[place] = InspectionSource(
            inspection=inspection,
            source=document,
            run=run,
            review_status=status,
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
        )
    InspectionSource.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["inspection", "source"],
        update_fields=_STATED,
    )


def _say_more(record: InspectionRecord, inspection: Inspection) -> None:
    """A source may know more of what an inspection was: no report calls itself short, statistics do.

    The more telling kind stays whichever source came first.
    """
    kind, topic = inspection.kind, inspection.topic
    if kind == Inspection.Kind.FULL and record.kind in Inspection.FULL_KINDS:
        inspection.kind = record.kind
    inspection.topic = topic or record.topic
    if (kind, topic) != (inspection.kind, inspection.topic):
        inspection.save(update_fields=["kind", "topic"])


def _write_judgements(matches: Sequence[Match], run: IngestRun, status: str, sources: set[int]) -> None:
    """Rows of the site's own tables from the same document stay as they are."""
    earlier = Judgement.objects.filter(source__in=sources).order_by() if sources else ()
    known = {(row.inspection_id, row.source_id, row.aspect_id): row for row in earlier}
    new, again = [], []
    for account, inspection, document in matches:
        for record, grade in account.judgements:
            row = known.get((inspection.pk, document.pk, record.aspect))
            if row is None:
                row = Judgement(inspection=inspection, source=document, aspect_id=record.aspect)
                new.append(row)
            elif row.run_id is None:
                continue
            else:
                again.append(row)
            row.key = f"{inspection.key}/{record.aspect}@{document.key}"
            row.run, row.review_status = run, status
            row.grade, row.grade_status, row.printed = grade, record.grade_status, record.printed
            row.page = record.page
            row.locator = record.locator or (f"page {record.page}" if record.page else "")
            row.confidence, row.certainty = account.record.confidence, record.certainty
    Judgement.objects.bulk_create(new)
    Judgement.objects.bulk_update(again, _JUDGED)


def _write_case_reviews(matches: Sequence[Match], run: IngestRun, status: str, earlier: Earlier) -> None:
    """Proposals a person has decided about stay as decided; what the site's own tables hold is spared."""
    matches = [one for one in matches if one.account.record.case_reviews]
    if not matches:
        return
    sources, settled = earlier.sources(matches), (*PUBLIC, ReviewStatus.REJECTED)
    on_record = (
        list(CaseReview.objects.filter(source__in=sources, review_status__in=settled)) if sources else []
    )
    decided = {row.key: row.pk for row in on_record if row.run_id}
    theirs = [row for row in on_record if not row.run_id]
    tallies = {tally_of(row.inspection_id, row) for row in theirs}
    places = {(row.inspection_id, row.theme_id, row.locator) for row in theirs}
    rows: list[CaseReview] = []
    confirmed: list[int] = []
    met: Counter[tuple[str, str]] = Counter()
    for account, inspection, document in matches:
        for review in account.record.case_reviews:
            key = _key(inspection, document.key, review, met)
            if review.proposed and key in decided:
                confirmed.append(decided[key])
                continue
            place = (inspection.pk, review.theme, review.locator)
            if place in places if review.proposed else tally_of(inspection.pk, review) in tallies:
                continue
            values = review.model_dump(exclude={"theme", "cases_basis", "proposed"})
            row = CaseReview(key=key, inspection=inspection, source=document, run=run, **values)
            row.theme_id, row.cases_basis = review.theme, review.cases_basis or ""
            row.in_prose = review.proposed
            row.confidence = account.record.confidence
            row.review_status = ReviewStatus.PROPOSED if review.proposed else status
            rows.append(row)
    fields = [field.name for field in CaseReview._meta.concrete_fields if field.name not in _KEPT]
    if rows:
        CaseReview.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["key"], update_fields=fields
        )
    if confirmed:
        CaseReview.objects.filter(pk__in=confirmed).update(run=run)


def _key(
    inspection: Inspection, document: str, review: CaseReviewRecord, met: Counter[tuple[str, str]]
) -> str:
    """Readable; a number parts those that would be alike. What the force said of its own cases stands beside
    what inspectors said of the same ones."""
    who = "" if review.assessor == "inspectors" else f"assessed by {review.assessor}"
    base = "/".join(filter(None, (inspection.key, review.theme or review.topic, review.sample, who)))
    met[base, document] += 1
    number = f"/{met[base, document]}" if met[base, document] > 1 else ""
    return f"{base}{number}@{document}"


def _read_back(matches: Sequence[Match], run: IngestRun) -> None:
    """See that all is there that was read. Rows from the site's own tables stand for those they spared."""
    documents = {one.document.pk for one in matches}
    names = ("inspection_id", "source_id", "aspect_id", "run_id", "grade_id", "grade_status")
    rows = Judgement.objects.filter(source__in=documents).order_by().values_list(*names)
    stored = {row[:3]: row[3:] for row in rows}
    for account, inspection, document in matches:
        for judgement, grade in account.judgements:
            row = stored.get((inspection.pk, document.pk, judgement.aspect))
            read = (run.pk, grade.pk if grade else None, judgement.grade_status)
            if row is None or (row[0] and row != read):
                raise StoreError(f"{run.source_file}: {judgement.aspect} was read and not stored")
    counts = counts_of(matches)
    for model, name in ((CaseReview, "case_reviews"), (Finding, "findings")):
        if counts[name]:
            found = model._default_manager.filter(source__in=documents)
            number = found.filter(Q(run=run) | Q(run__isnull=True)).count()
            if number < counts[name]:
                raise StoreError(f"{run.source_file}: {counts[name]} {name} read, {number} stored")
