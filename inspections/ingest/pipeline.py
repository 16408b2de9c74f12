"""Identify, read, resolve, store: one way in, used by the command, the task and the page alike."""

from __future__ import annotations

import atexit
import hashlib
import os
import re
import threading
import time
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.utils import timezone

from inspections.ingest.store import StoreError, problem_rows, store
from inspections.models import IngestRun, Problem
from inspections.reading import readers
from inspections.reading.process.pool import ReaderProcess, Rejected, rejected
from inspections.reading.records import ProblemRecord, Reading

_AHEAD = 4
_LONGEST_NAME = IngestRun._meta.get_field("source_file").max_length or 0
_LONGEST_PATH = IngestRun._meta.get_field("path").max_length or 0
# Starting a child costs as much as reading ten reports: these wait for the next call.
_idle: list[ReaderProcess] = []
_MOST_IDLE = 2
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Any number that no other advisory lock of this database uses.
_STORING = 7_305_001


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
    """Every file of these files and folders, in order; hidden ones only when named themselves.

    Raises FileNotFoundError naming the path; a pipe or a device is no file.
    """
    found: list[Incoming] = []
    for path in paths:
        if path.is_dir():
            for inside in sorted(p for p in path.rglob("*") if p.is_file()):
                name = inside.relative_to(path)
                if not any(part.startswith(".") for part in name.parts):
                    found.append(Incoming(inside, shown_name(name)))
        elif path.is_file():
            found.append(Incoming(path, shown_name(Path(path.name))))
        else:
            raise FileNotFoundError(path)
    return found


def _printable(name: Path) -> str:
    """A name may hold bytes that are no text; neither a database nor a terminal takes those."""
    return os.fsencode(name.as_posix()).decode("utf-8", "replace")


def shown_name(name: Path) -> str:
    """The name as it is kept and shown: no control characters, and of a very long one its end."""
    words = _CONTROL.sub("\ufffd", _printable(name))
    return words if len(words) <= _LONGEST_NAME else "…" + words[1 - _LONGEST_NAME :]


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
        return run if run.version == readers.by_name(run.reader).VERSION else None
    except LookupError:
        return None


def hash_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def take(
    incoming: Incoming,
    child: ReaderProcess,
    *,
    reader: str = "",
    again: bool = False,
    met_before: Container[str] | None = None,
) -> Callable[[], Taken]:
    """Have one file read in ``child``, unless it is unchanged; what is returned waits for the answer.

    ``met_before``: hashes of all files there was ever a run for, where the caller knows them.
    """
    try:
        sha256 = hash_file(incoming.path)
    except OSError as error:
        refused = _cannot_be_opened(incoming, error)
        return lambda: refused
    is_new = again or (met_before is not None and sha256 not in met_before)
    earlier = None if is_new else earlier_run(sha256, reader)
    if earlier is not None:
        return lambda: Taken(incoming, sha256, 0.0, unchanged=earlier)
    child.ask(incoming.path, incoming.name, reader)

    def answered() -> Taken:
        try:
            reading = child.answer()
        except Rejected as refusal:
            return Taken(incoming, sha256, child.seconds, refusal=refusal.problem)
        return Taken(incoming, sha256, child.seconds, reading=reading)

    return answered


def take_all(
    files: list[Incoming], *, jobs: int = 1, reader: str = "", again: bool = False
) -> Iterator[Taken]:
    """Each file in order. Children read ahead while the caller stores, so the two overlap."""
    children = [_idle.pop() if _idle else ReaderProcess() for _ in range(jobs)]
    waiting: deque[Callable[[], Taken]] = deque()
    met_before = set(IngestRun.objects.order_by().values_list("sha256", flat=True))
    try:
        for position, incoming in enumerate(files):
            child = children[position % jobs]
            waiting.append(take(incoming, child, reader=reader, again=again, met_before=met_before))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()
        _idle.extend(children[: _MOST_IDLE - len(_idle)])
    finally:
        # Interrupted: what was read ahead is not wanted any more.
        for child in children:
            if child not in _idle:
                child.close()


def _close_idle() -> None:
    while _idle:
        _idle.pop().close()


atexit.register(_close_idle)
# A child has one parent: what forks this process starts its own.
os.register_at_fork(after_in_child=_idle.clear)


def _cannot_be_opened(incoming: Incoming, error: OSError) -> Taken:
    refusal = rejected(f"This file cannot be opened: {error.strerror}.", value=incoming.name)
    return Taken(incoming, "", 0.0, refusal=refusal.problem)


def finish(taken: Taken, run: IngestRun) -> IngestRun:
    """Store what was taken under its run; a refusal leaves the run and its problem and nothing else.

    To be called within a transaction: a run is finished together with what it stored.
    """
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
        Problem.objects.bulk_create(problem_rows([taken.refusal], run, None))
    else:
        _store_or_refuse(taken, run)
    run.stage = ""
    run.finished = timezone.now()
    run.seconds = round(taken.seconds + time.monotonic() - started, 3)
    run.save()
    return run


def _store_or_refuse(taken: Taken, run: IngestRun) -> None:
    """One document that the database refuses must not stop the files after it."""
    reading = taken.reading
    if reading is None:
        raise ValueError(f"{taken.incoming.name}: neither read, refused nor unchanged")
    run.reader, run.version = reading.reader, reading.version
    try:
        store(reading, run)
    except (IntegrityError, DataError, ValidationError, StoreError) as error:
        problem = rejected("What was read could not be stored.", value=str(error).splitlines()[0]).problem
        run.result = IngestRun.Result.REJECTED
        run.document, run.counts = None, {}
        Problem.objects.bulk_create(problem_rows([problem], run, None))


def new_run(incoming: Incoming, *, again: bool = False, result: str = IngestRun.Result.RUNNING) -> IngestRun:
    path = _printable(incoming.path)
    return IngestRun.objects.create(
        source_file=incoming.name,
        path=path if len(path) <= _LONGEST_PATH else "",
        again=again,
        result=result,
        heartbeat=timezone.now(),
    )


def ingest(
    files: list[Incoming], *, jobs: int = 1, reader: str = "", again: bool = False
) -> Iterator[IngestRun]:
    """Take in each file, one run each, in order."""
    for taken in take_all(files, jobs=jobs, reader=reader, again=again):
        # All of a file or, when this is interrupted, nothing: not even a run that waits to be finished.
        with transaction.atomic():
            wait_for_turn()
            run = new_run(taken.incoming, again=again)
            finish(_unless_known(taken, run, reader), run)
        yield run


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


_own = threading.local()


def ingest_queued(run: IngestRun) -> None:
    """Take in the file of a run that is claimed, in this thread's own reader process.

    Should the run have been given to another worker meanwhile, that one finishes it.
    """
    if not run.path:
        return refuse(run, f"The path of this file has more than {_LONGEST_PATH} characters: shorten it.")
    if not hasattr(_own, "child"):
        _own.child = ReaderProcess()
    incoming = Incoming(Path(run.path), run.source_file)
    taken = take(incoming, _own.child, reader=run.reader, again=run.again)()
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
