"""The rows of one reading, in the place of those its document brought before, in a handful of queries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Model, Q

from inspections.domain.keys import fact_key
from inspections.ingest.bundled import tally_of
from inspections.ingest.decisions import lay_over_rows, take_decisions_along
from inspections.ingest.match import Earlier, Match, told_by
from inspections.ingest.passages import write_passages
from inspections.ingest.resolve import Account
from inspections.ingest.settle import decide
from inspections.models import (
    CaseReview,
    Finding,
    IngestRun,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
)
from inspections.reading.records import CaseReviewRecord, InspectionRecord
from inspections.terms import PUBLIC, ReviewStatus


def _fields(model: type[Model], *but: str) -> list[str]:
    """What is written of a row that is read again: all but what it is known by and what people said of it."""
    return [field.name for field in model._meta.concrete_fields if field.name not in ("id", "fact_ids", *but)]


_JUDGED = _fields(Judgement, "inspection", "source", "aspect", "stands")
_STATED = _fields(InspectionSource, "inspection", "source", "decides")
_REVIEWED = _fields(CaseReview, "key", "stands")


class StoreError(RuntimeError):
    """What was stored is not what was read; the transaction is rolled back."""


def counts_of(accounts: Iterable[Account], inspections: int) -> dict[str, int]:
    """How much the accounts of so many inspections hold."""
    counts = Counter(inspections=inspections, judgements=0, case_reviews=0, findings=0)
    for account in accounts:
        counts["judgements"] += len(account.judgements)
        counts["case_reviews"] += len(account.record.case_reviews)
        counts["findings"] += len(account.record.findings)
    return dict(counts)


def write(matches: Sequence[Match], run: IngestRun, status: str, earlier: Earlier) -> set[int]:
    """The ids of all inspections of which it has to be settled anew what stands.

    ``status``: whether the rows may be shown. Raises StoreError.
    """
    stated = _stated_dates(matches, run, status)
    judged, judged_again = _judgements(matches, run, status, earlier.sources(matches))
    settled = _create_inspections(matches, stated, judged)
    InspectionSource.objects.bulk_create(
        stated, update_conflicts=True, unique_fields=["inspection", "source"], update_fields=_STATED
    )
    Judgement.objects.bulk_create(judged)
    Judgement.objects.bulk_update(judged_again, _JUDGED)
    write_passages(matches, run, status, earlier)
    _write_case_reviews(matches, run, status, earlier)
    _read_back(matches, run)

    now = {one.inspection.pk for one in matches}
    return _let_go(run, now, status, earlier) if earlier else now - settled


def _let_go(run: IngestRun, now: set[int], status: str, earlier: Earlier) -> set[int]:
    """What this reading did not confirm of earlier ones goes. Rows typed by people stay.

    The ids of all inspections that this or an earlier reading tells of.
    """
    document, before = earlier.document, set(earlier.inspections)
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


def _create_inspections(
    matches: Sequence[Match], stated: Sequence[InspectionSource], judged: Sequence[Judgement]
) -> set[int]:
    """Save those not on record yet. All that is known of one is what is about to be written, so what stands
    of it is decided on the way; the ids of those of which nothing more is to be settled."""
    new = {one.inspection.key: one for one in matches if one.inspection.pk is None}
    dates: dict[str, list[InspectionSource]] = defaultdict(list)
    for source in stated:
        dates[source.inspection.key].append(source)
    grades: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judged:
        grades[judgement.inspection.key].append(judgement)
    disputed = {key for key, one in new.items() if decide(one.inspection, dates[key], grades[key])}
    Inspection.objects.bulk_create(one.inspection for one in new.values())
    InspectedArea.objects.bulk_create(
        InspectedArea(inspection=one.inspection, area=area, scope=one.account.scopes[area.pk])
        for one in new.values()
        for area in one.account.identity.areas
    )
    told_once = (key for key in new if len(dates[key]) == 1)
    return {new[key].inspection.pk for key in told_once if key not in disputed}


def _stated_dates(matches: Sequence[Match], run: IngestRun, status: str) -> list[InspectionSource]:
    """What the site's own tables say a document states is not changed by a file that cites it, nor by a
    reading that only proposes."""
    proposes = status == ReviewStatus.PROPOSED
    weaker = {one.document.pk for one in matches if one.account.record.cited or proposes}
    theirs = InspectionSource.objects.filter(source__in=weaker, run__isnull=True) if weaker else ()
    spared = {(row.inspection_id, row.source_id) for row in theirs}
    rows = {}
    for account, inspection, document in matches:
        record = account.record
        if status == ReviewStatus.PUBLISHED:
            _say_more(record, inspection)
        if (record.cited or proposes) and (inspection.pk, document.pk) in spared:
            continue
        rows[inspection.key, document.pk] = InspectionSource(
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
            url=record.url,
            confidence=record.confidence,
            certainty=record.certainty,
        )
    return list(rows.values())


def _say_more(record: InspectionRecord, inspection: Inspection) -> None:
    """A source may know more of what an inspection was: no report calls itself short, statistics do.

    The more telling kind stays whichever source came first.
    """
    kind, topic = inspection.kind, inspection.topic
    if kind == Inspection.Kind.FULL and record.kind in Inspection.FULL_KINDS:
        inspection.kind = record.kind
    inspection.topic = topic or record.topic
    if inspection.pk and (kind, topic) != (inspection.kind, inspection.topic):
        inspection.save(update_fields=["kind", "topic"])


def _judgements(
    matches: Sequence[Match], run: IngestRun, status: str, sources: set[int]
) -> tuple[list[Judgement], list[Judgement]]:
    """New rows, and those on record with what was read now. Rows of the site's own tables from the same
    document stay as they are."""
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
            row.key = fact_key(f"{inspection.key}/{record.aspect}", document.key)
            row.run, row.review_status = run, status
            row.grade, row.grade_status, row.printed = grade, record.grade_status, record.printed
            row.page = record.page
            row.locator = record.locator or (f"page {record.page}" if record.page else "")
            row.confidence, row.certainty = account.record.confidence, record.certainty
    return new, again


def _write_case_reviews(matches: Sequence[Match], run: IngestRun, status: str, earlier: Earlier) -> None:
    """Proposals a person has decided about stay as decided; what the site's own tables hold is spared, but
    for what they say is still to be read."""
    if not earlier.is_new:
        unread = CaseReview.objects.filter(source=run.document, review_status=ReviewStatus.PROPOSED)
        unread.filter(run__isnull=True).delete()
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
    CaseReview.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["key"], update_fields=_REVIEWED
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
    return fact_key(base, document, met[base, document])


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
    if number := sum(len(one.account.record.case_reviews) for one in matches):
        reviews = CaseReview.objects.filter(Q(run=run) | Q(run__isnull=True), source__in=documents)
        if reviews.count() < number:
            raise StoreError(f"{run.source_file}: {number} sets of cases were read and not all stored")
