"""Files into readings: found, told apart by their bytes, read by a process of their own."""

from __future__ import annotations

import hashlib
import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from inspections.models import IngestRun
from inspections.reading import readers
from inspections.reading.process.pool import POOL, ReaderProcess, Rejected, rejected
from inspections.reading.records import ProblemRecord, Reading

LONGEST_NAME = IngestRun._meta.get_field("source_file").max_length or 0
_AHEAD = 4
_ENDED = (IngestRun.Result.STORED, IngestRun.Result.NEEDS_REVIEW, IngestRun.Result.REJECTED)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Incoming:
    """A file to take in: where it lies, and its path relative to the folder given."""

    path: Path
    name: str


@dataclass(frozen=True)
class Taken:
    """A file after the child has looked at it: exactly one of ``reading``, ``refusal`` and ``unchanged`` is
    there."""

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


def printable(name: Path) -> str:
    """A name may hold bytes that are no text; neither a database nor a terminal takes those."""
    return os.fsencode(name.as_posix()).decode("utf-8", "replace")


def shown_name(name: Path) -> str:
    """The name as it is kept and shown: no control characters, and of a very long one its end."""
    words = _CONTROL.sub("\ufffd", printable(name))
    return words if len(words) <= LONGEST_NAME else "…" + words[1 - LONGEST_NAME :]


def hash_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def earlier_run(sha256: str, reader: str = "") -> IngestRun | None:
    """The run that makes a file unchanged: same bytes, same reader version, last result not rejected."""
    run = IngestRun.objects.filter(sha256=sha256, result__in=_ENDED).first()  # the newest
    if run is None or run.document_id is None or (reader and run.reader != reader):
        return None
    try:
        return run if run.version == readers.by_name(run.reader).VERSION else None
    except LookupError:
        return None


def take(
    files: Iterable[Incoming], *, jobs: int = 1, reader: str = "", again: bool = False
) -> Iterator[Taken]:
    """Each file in order. Children read ahead while the caller stores, so the two overlap."""
    waiting: deque[Callable[[], Taken]] = deque()
    with POOL.lend(jobs) as children:
        for position, incoming in enumerate(files):
            waiting.append(_ask(incoming, children[position % jobs], reader, again))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()


def _ask(incoming: Incoming, child: ReaderProcess, reader: str, again: bool) -> Callable[[], Taken]:
    """Have one file read in ``child``, unless it is unchanged; what is returned waits for the answer."""
    try:
        sha256 = hash_file(incoming.path)
    except OSError as error:
        refusal = rejected(f"This file cannot be opened: {error.strerror}.", value=incoming.name).problem
        return lambda: Taken(incoming, "", 0.0, refusal=refusal)
    earlier = None if again else earlier_run(sha256, reader)
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
