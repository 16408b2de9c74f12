"""A file becomes rows: take, resolve, match, write, settle, record.

One way in, used by the command, the task and the page alike. A file is one transaction: all of it or nothing.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.utils import timezone

from inspections.ingest.decisions import Decisions
from inspections.ingest.match import Earlier, match
from inspections.ingest.record import (
    LONGEST_PATH,
    document_of,
    new_run,
    problem_rows,
    record,
    refuse_file,
)
from inspections.ingest.resolve import resolve_all
from inspections.ingest.settle import settle
from inspections.ingest.take import Incoming, Taken, earlier_run, find_files, hash_file, take
from inspections.ingest.write import StoreError, write
from inspections.models import IngestRun
from inspections.reading.process.pool import rejected
from inspections.reading.records import Reading

__all__ = [
    "Incoming", "Taken", "find_files", "finish", "finish_claimed", "hash_file", "ingest", "ingest_queued",
    "new_run", "refuse", "take", "wait_for_turn",
]  # fmt: skip

# Any number that no other advisory lock of this database uses.
_STORING = 7_305_001


def ingest(
    files: Iterable[Incoming], *, jobs: int = 1, reader: str = "", again: bool = False
) -> Iterator[IngestRun]:
    """Take in each file, one run each, in order."""
    for taken in take(files, jobs=jobs, reader=reader, again=again):
        # All of a file or, when this is interrupted, nothing: not even a run that waits to be finished.
        with transaction.atomic():
            wait_for_turn()
            run = new_run(taken.incoming, again=again)
            finish(_unless_known(taken, run, reader), run)
        yield run


@transaction.atomic
def store(reading: Reading, run: IngestRun) -> None:
    """Replace what the reading's document told before. Raises StoreError; then nothing is stored.

    A blocking problem leaves everything of this document unpublished (``needs_review``; ``proposed`` where a
    reader met a layout it had not seen): what was certain is kept for the reviewer, nothing is shown. What a
    person decided about it before is not asked again.
    """
    document, is_new = document_of(reading, run)
    earlier = Earlier.of(document, run, is_new=is_new)
    decisions = Decisions.about(earlier)
    accounts, problems = resolve_all(decisions.laid_over(reading))
    matches, doubts = match(accounts, document, earlier)
    found = problem_rows([*problems, *doubts], run, reading)
    status = decisions.status_after(found)
    settle(write(matches, run, status, earlier))
    record(reading, matches, found, run, status)


def finish(taken: Taken, run: IngestRun) -> IngestRun:
    """Store what was taken under its run; a refusal leaves the run and its problem and nothing else.

    To be called within a transaction: a run is finished together with what it stored.
    """
    started = time.monotonic()
    run.sha256 = taken.sha256
    run.stage = "storing"
    if taken.unchanged is not None:
        run.result = IngestRun.Result.UNCHANGED
        for name in ("reader", "version", "document", "counts"):
            setattr(run, name, getattr(taken.unchanged, name))
    elif taken.refusal is not None:
        refuse_file(run, taken.refusal)
    elif taken.reading is not None:
        run.reader, run.version = taken.reading.reader, taken.reading.version
        try:
            store(taken.reading, run)
        except (IntegrityError, DataError, ValidationError, StoreError) as error:
            # One document that the database refuses must not stop the files after it.
            said = str(error).splitlines()[0]
            refuse_file(run, rejected("What was read could not be stored.", value=said).problem)
    else:
        raise ValueError(f"{taken.incoming.name}: neither read, refused nor unchanged")
    run.stage = ""
    run.finished = timezone.now()
    run.seconds = round(taken.seconds + time.monotonic() - started, 3)
    run.save()
    return run


def wait_for_turn() -> None:
    """Two documents may tell of one inspection; whoever stores first is found by the other.

    SQLite's write transactions take turns by themselves. Call within a transaction.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_STORING])


def _unless_known(taken: Taken, run: IngestRun, reader: str) -> Taken:
    """The same bytes may stand twice in one call, or be in another worker's hands: not stored twice."""
    if taken.reading is None or run.again:
        return taken
    earlier = earlier_run(taken.sha256, reader)
    return replace(taken, reading=None, unchanged=earlier) if earlier else taken


def ingest_queued(run: IngestRun) -> None:
    """Take in the file of a run that is claimed.

    Should the run have been given to another worker meanwhile, that one finishes it.
    """
    if not run.path:
        return refuse(run, f"The path of this file has more than {LONGEST_PATH} characters: shorten it.")
    for taken in take([Incoming(Path(run.path), run.source_file)], reader=run.reader, again=run.again):
        finish_claimed(taken, run)


def finish_claimed(taken: Taken, run: IngestRun) -> None:
    with transaction.atomic():
        wait_for_turn()
        ours = IngestRun.objects.filter(pk=run.pk, result=IngestRun.Result.RUNNING, attempts=run.attempts)
        if ours.select_for_update().exists():
            finish(_unless_known(taken, run, run.reader), run)


def refuse(run: IngestRun, message: str) -> None:
    """Give up on a claimed run for a reason that lies outside its file."""
    incoming = Incoming(Path(run.path), run.source_file)
    refusal = rejected(message, value=run.source_file).problem
    finish_claimed(Taken(incoming, run.sha256, 0.0, refusal=refusal), run)
