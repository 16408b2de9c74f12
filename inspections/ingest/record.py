"""What became of a file: its document, its run and what went wrong on the way."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from django.utils import timezone

from inspections.ingest.match import Earlier, Match
from inspections.ingest.resolve import Account, definitions
from inspections.ingest.take import Incoming, printable
from inspections.ingest.write import counts_of
from inspections.models import IngestRun, Problem, SourceDocument
from inspections.reading.records import ProblemRecord, Reading

LICENCE = "OGL v3.0"
_PAGE = re.compile(r"\bpage (\d{1,4})\b")
_LONGEST_LOCATOR = Problem._meta.get_field("locator").max_length or 0
LONGEST_PATH = IngestRun._meta.get_field("path").max_length or 0


def new_run(incoming: Incoming, *, again: bool = False, result: str = IngestRun.Result.RUNNING) -> IngestRun:
    path = printable(incoming.path)
    return IngestRun.objects.create(
        source_file=incoming.name,
        path=path if len(path) <= LONGEST_PATH else "",
        again=again,
        result=result,
        heartbeat=timezone.now(),
    )


def document_of(reading: Reading, run: IngestRun) -> tuple[SourceDocument, bool]:
    """The document with the run's bytes, on record from now on, as the run's own; and whether it is new."""
    document = SourceDocument.objects.filter(sha256=run.sha256).first() or SourceDocument(
        key=run.sha256[:16],
        sha256=run.sha256,
        kind=reading.kind,
        title=reading.title,
        publisher=reading.publisher,
        licence=LICENCE,
        retrieved=timezone.localdate(),
    )
    is_new = document.pk is None
    url = reading.url or document.url
    if (document.path, document.pages, document.url) != (run.source_file, reading.pages, url):
        document.path, document.pages, document.url = run.source_file, reading.pages, url
        document.save()
    run.document = document
    if not is_new:
        run.save(update_fields=["document"])  # rows are asked for by it
    return document, is_new


def place_fields(where: str, field: str, locators: Iterable[str] = ()) -> dict[str, object]:
    """The words in which a reader says where a problem was met, as fields: taken apart here and nowhere else.

    ``locators``: where the document tells of its inspections ("Table 10 row 17").
    """
    page = _PAGE.search(where)
    here = (one for one in locators if one and (where == one or where.startswith(f"{one} ")))
    return {
        "page": int(page[1]) if page else None,
        "aspect_id": field if field in definitions().aspects else None,
        "locator": max(here, key=len, default="")[:_LONGEST_LOCATOR],
    }


def problem_rows(
    problems: Iterable[ProblemRecord], run: IngestRun, reading: Reading | None = None
) -> list[Problem]:
    """Keyed by what they say, so that a decision about one is found again after the next reading."""
    locators = [one.locator for one in reading.inspections] if reading else []
    rows: dict[str, Problem] = {}
    for problem in problems:
        said = hashlib.sha256(repr(sorted(problem.model_dump().items())).encode()).hexdigest()[:16]
        key = f"{run.sha256[:16]}/{problem.field}/{said}" if run.document else f"run/{run.pk}/{said}"
        rows[key] = Problem(
            key=key,
            run=run,
            source=run.document,
            source_file=run.source_file,
            **problem.model_dump(),
            **place_fields(problem.where, problem.field, locators),
        )
    return list(rows.values())


def refuse_file(run: IngestRun, problem: ProblemRecord) -> None:
    run.result = IngestRun.Result.REJECTED
    run.document, run.counts = None, {}
    Problem.objects.bulk_create(problem_rows([problem], run))


def record(
    reading: Reading,
    accounts: Sequence[Account],
    matches: Sequence[Match],
    problems: Iterable[Problem],
    run: IngestRun,
    status: str,
    before: Earlier,
) -> None:
    """The run's result and counts, and its problems in the place of those of earlier readings, unless a
    person has decided about one."""
    inspections = {one.inspection.pk for one in matches}
    run.counts = counts_of(accounts, len(inspections)) | _of_tables(reading, accounts)
    run.result = IngestRun.Result.STORED if status == "published" else IngestRun.Result.NEEDS_REVIEW

    earlier = Problem.objects.filter(source=run.document, run__isnull=False)
    states = {} if before.is_new else dict(earlier.values_list("key", "state"))
    decided = {key for key, state in states.items() if state != Problem.State.OPEN}
    if states:
        earlier.filter(state=Problem.State.OPEN).delete()
        earlier.filter(key__in=decided & {row.key for row in problems}).update(run=run)
    Problem.objects.bulk_create([row for row in problems if row.key not in decided])


def _of_tables(reading: Reading, accounts: Sequence[Account]) -> dict[str, object]:
    """What became of each table's rows: one whose place nobody knows is named after all, not stored."""
    stored = {one.record.locator for one in accounts}
    lost = [one.locator for one in reading.inspections if one.locator not in stored]
    tables = []
    for table in reading.tables:
        alone = len(reading.tables) == 1
        number = sum(alone or locator.startswith(table.where) for locator in lost)
        changes = {"stored": table.stored - number, "named": table.named + number}
        tables.append(table.model_dump() | changes)
    return {"tables": tables} if tables else {}
