"""What became of a file: its document, its run and what went wrong on the way."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from django.utils import timezone

from inspections.ingest.match import Match
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
    """Keyed by the file and by what they say, so that a problem is the same one at the next reading and on
    another site, and a decision about it is found again."""
    locators = [one.locator for one in reading.inspections] if reading else []
    rows: dict[str, Problem] = {}
    for problem in problems:
        words = repr(sorted(problem.model_dump(mode="json").items()))
        said = hashlib.sha256(words.encode()).hexdigest()[:16]
        key = f"{_file_key(run)}/{problem.field}/{said}"
        rows[key] = Problem(
            key=key,
            run=run,
            source=run.document,
            source_file=run.source_file,
            **problem.model_dump(),
            **place_fields(problem.where, problem.field, locators),
        )
    return list(rows.values())


def _file_key(run: IngestRun) -> str:
    """What the problems of one file begin with; of a file that could not be opened they name the file."""
    return run.sha256[:16] or "unread"


def _save_problems(problems: Iterable[Problem]) -> None:
    """Each once: of one on record, only where it was met is written again, not what people decided."""
    met = ("run", "source", "source_file", "page", "aspect", "locator")
    Problem.objects.bulk_create(problems, update_conflicts=True, unique_fields=["key"], update_fields=met)


def refuse_file(run: IngestRun, problem: ProblemRecord) -> None:
    run.result = IngestRun.Result.REJECTED
    run.document, run.counts = None, {}
    _save_problems(problem_rows([problem], run))


def record(
    reading: Reading,
    matches: Sequence[Match],
    problems: Sequence[Problem],
    run: IngestRun,
    status: str,
) -> None:
    """The run's result and counts, and its problems in the place of those of earlier readings, here or on the
    site its facts were loaded from, unless a person has decided about one."""
    accounts = [one.account for one in matches]
    inspections = {one.inspection.pk for one in matches}
    run.counts = counts_of(accounts, len(inspections)) | _of_tables(reading, accounts)
    run.result = IngestRun.Result.STORED if status == "published" else IngestRun.Result.NEEDS_REVIEW

    earlier = Problem.objects.filter(key__startswith=f"{_file_key(run)}/", state=Problem.State.OPEN)
    if gone := set(earlier.order_by().values_list("key", flat=True)) - {row.key for row in problems}:
        earlier.filter(key__in=gone).delete()
    _save_problems(problems)


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
