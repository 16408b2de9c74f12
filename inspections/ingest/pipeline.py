"""Identify, read, resolve, store: one way in, used by the command, the task and the page alike."""

from __future__ import annotations

import hashlib
import queue
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from inspections.ingest import readers
from inspections.ingest.children import Rejected, ReaderProcess, rejected
from inspections.ingest.records import ProblemRecord, Reading
from inspections.ingest.resolve import resolve
from inspections.ingest.store import StoreError, problem_rows, store
from inspections.models import IngestRun, Problem

_AHEAD = 4


@dataclass(frozen=True)
class Incoming:
    """A file to take in: where it lies, and its path relative to the folder given."""

    path: Path
    name: str


@dataclass(frozen=True)
class Taken:
    """A file after the child has looked at it: exactly one of ``reading`` and ``refusal`` is there,
    unless it is ``unchanged``."""

    incoming: Incoming
    sha256: str
    seconds: float
    reading: Reading | None = None
    refusal: ProblemRecord | None = None
    unchanged: IngestRun | None = None


def find_files(paths: Iterable[Path]) -> list[Incoming]:
    """Every file of these files and folders, in order. Raises FileNotFoundError naming the path."""
    found: list[Incoming] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
            found += [Incoming(p, p.relative_to(path).as_posix()) for p in inside]
        elif path.exists():
            found.append(Incoming(path, path.name))
        else:
            raise FileNotFoundError(path)
    return found


def earlier_run(sha256: str, reader: str = "") -> IngestRun | None:
    """The run that makes a file unchanged: same bytes, same reader version, last result not rejected."""
    run = (
        IngestRun.objects.filter(sha256=sha256)
        .exclude(result__in=[*IngestRun.UNFINISHED, IngestRun.Result.UNCHANGED])
        .order_by("-id")
        .first()
    )
    if run is None or run.result == IngestRun.Result.REJECTED or run.document_id is None:
        return None
    if reader and run.reader != reader:
        return None
    try:
        return run if readers.by_name(run.reader).VERSION == run.version else None
    except LookupError:
        return None


def take(
    incoming: Incoming,
    child: ReaderProcess,
    *,
    reader: str = "",
    earlier: IngestRun | None = None,
    sha256: str = "",
) -> Taken:
    """Read one file in ``child``; touches no database."""
    started = time.monotonic()
    if earlier is not None:
        return Taken(incoming, sha256, 0.0, unchanged=earlier)
    try:
        reading = child.read(incoming.path, incoming.name, reader)
    except Rejected as refusal:
        return Taken(incoming, sha256, time.monotonic() - started, refusal=refusal.problem)
    return Taken(incoming, sha256, time.monotonic() - started, reading=reading)


def hash_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def take_all(
    files: list[Incoming], *, jobs: int = 1, reader: str = "", again: bool = False
) -> Iterator[Taken]:
    """Each file in order. Children read ahead while the caller stores, so the two overlap."""
    children = [ReaderProcess() for _ in range(jobs)]
    idle: queue.SimpleQueue[ReaderProcess] = queue.SimpleQueue()
    for child in children:
        idle.put(child)

    def work(incoming: Incoming, sha256: str, earlier: IngestRun | None) -> Taken:
        child = idle.get()
        try:
            return take(incoming, child, reader=reader, earlier=earlier, sha256=sha256)
        finally:
            idle.put(child)

    waiting: list[Future[Taken]] = []
    try:
        with ThreadPoolExecutor(jobs, thread_name_prefix="reader") as pool:
            for incoming in files:
                try:
                    sha256 = hash_file(incoming.path)
                except OSError as error:
                    refusal = rejected(f"This file cannot be opened: {error.strerror}.", value=incoming.name)
                    future: Future[Taken] = Future()
                    future.set_result(Taken(incoming, "", 0.0, refusal=refusal.problem))
                    waiting.append(future)
                    continue
                earlier = None if again else earlier_run(sha256, reader)
                waiting.append(pool.submit(work, incoming, sha256, earlier))
                if len(waiting) >= jobs * _AHEAD:
                    yield waiting.pop(0).result()
            while waiting:
                yield waiting.pop(0).result()
    finally:
        for child in children:
            child.close()


def finish(taken: Taken, run: IngestRun) -> IngestRun:
    """Store what was taken under its run; a refusal leaves the run and its problem and nothing else."""
    started = time.monotonic()
    run.sha256 = taken.sha256
    run.stage = "storing"
    if taken.unchanged is not None:
        run.result = IngestRun.Result.UNCHANGED
        run.reader, run.version = taken.unchanged.reader, taken.unchanged.version
        run.document = taken.unchanged.document
        run.counts = taken.unchanged.counts
    elif taken.refusal is not None:
        run.result = IngestRun.Result.REJECTED
        run.counts = {}
        with transaction.atomic():
            run.save()
            Problem.objects.bulk_create(problem_rows([taken.refusal], run, None))
    else:
        assert taken.reading is not None
        run.reader, run.version = taken.reading.reader, taken.reading.version
        run.save()
        _store_or_refuse(taken, run)
    run.stage = ""
    run.finished = timezone.now()
    run.seconds = round(taken.seconds + time.monotonic() - started, 3)
    run.save()
    return run


def _store_or_refuse(taken: Taken, run: IngestRun) -> None:
    """One document that the database refuses must not stop the files after it."""
    assert taken.reading is not None
    try:
        store(taken.reading, run)
    except (IntegrityError, ValidationError, StoreError) as error:
        problem = rejected("What was read could not be stored.", value=str(error).splitlines()[0]).problem
        run.result = IngestRun.Result.REJECTED
        run.document, run.counts = None, {}
        run.save()
        Problem.objects.bulk_create(problem_rows([problem], run, None))


def new_run(incoming: Incoming, *, again: bool = False, result: str = IngestRun.Result.RUNNING) -> IngestRun:
    return IngestRun.objects.create(
        source_file=incoming.name,
        path=str(incoming.path),
        again=again,
        result=result,
        heartbeat=timezone.now(),
    )


def ingest(
    files: list[Incoming], *, jobs: int = 1, reader: str = "", again: bool = False
) -> Iterator[IngestRun]:
    """Take in each file, one run each, in order."""
    for taken in take_all(files, jobs=jobs, reader=reader, again=again):
        # The same bytes may stand twice in one call: the second is unchanged, not read again.
        if taken.reading is not None and not again and (earlier := earlier_run(taken.sha256, reader)):
            taken = Taken(taken.incoming, taken.sha256, taken.seconds, unchanged=earlier)
        yield finish(taken, new_run(taken.incoming, again=again))


_own = threading.local()


def ingest_queued(run: IngestRun) -> IngestRun:
    """Take in the file of a queued run, in this thread's own reader process."""
    if not hasattr(_own, "child"):
        _own.child = ReaderProcess()
    incoming = Incoming(Path(run.path), run.source_file)
    try:
        sha256 = hash_file(incoming.path)
    except OSError as error:
        refusal = rejected(f"This file cannot be opened: {error.strerror}.", value=run.source_file).problem
        return finish(Taken(incoming, "", 0.0, refusal=refusal), run)
    earlier = None if run.again else earlier_run(sha256)
    return finish(take(incoming, _own.child, earlier=earlier, sha256=sha256, reader=run.reader), run)


def preview(taken: Taken) -> dict[str, Any]:
    """What storing would say, without storing (``--dry-run``)."""
    problems = [taken.refusal] if taken.refusal else []
    counts = {"inspections": 0, "judgements": 0, "case_reviews": 0, "findings": 0}
    status = "rejected" if taken.refusal else "unchanged"
    if taken.reading is not None:
        problems += taken.reading.problems
        for record in taken.reading.inspections:
            resolved, found = resolve(record)
            problems += found
            counts["inspections"] += resolved is not None
            counts["judgements"] += len(resolved.judgements) if resolved else 0
            counts["case_reviews"] += len(record.case_reviews)
            counts["findings"] += len(record.findings)
        status = "needs_review" if any(p.severity == "blocking" for p in problems) else "stored"
    return {
        "file": taken.incoming.name,
        "sha256": taken.sha256,
        "reader": taken.reading.reader if taken.reading else "",
        "status": status,
        **counts,
        "problems": [p.model_dump(include=set(PROBLEM_FIELDS)) for p in problems],
        "seconds": round(taken.seconds, 3),
    }


PROBLEM_FIELDS = ("severity", "where", "field", "value", "message")


def report(run: IngestRun) -> dict[str, Any]:
    """The line of ``ingest --json`` for one run."""
    problems: list[dict[str, Any]] = []
    if run.result == IngestRun.Result.UNCHANGED and run.document_id:
        problems = list(run.document.problems.filter(run__isnull=False).values(*PROBLEM_FIELDS))  # type: ignore[union-attr]
    elif run.result != IngestRun.Result.UNCHANGED:
        problems = list(run.problems.values(*PROBLEM_FIELDS))
    counts = {
        name: run.counts.get(name, 0) for name in ("inspections", "judgements", "case_reviews", "findings")
    }
    return {
        "file": run.source_file,
        "sha256": run.sha256,
        "reader": run.reader,
        "status": run.result,
        **counts,
        "problems": problems,
        "seconds": run.seconds,
    }
