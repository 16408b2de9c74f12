"""Persistent reader processes: a hostile file costs one child, never the site.

A child is ``python -m inspections.reading.process.pool``: JSON lines in on standard input, JSON lines out on
standard output. It imports no Django. Each file gets its own share of CPU seconds; memory is bounded for
the whole life of the child; the parent ends a child that does not answer and starts another.
(Celery's prefork workers may not have multiprocessing children, hence plain pipes.)

Files may be asked for before the last answer is taken: the child then never waits for a parent that stores.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import select
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from pydantic import BaseModel

from inspections.reading.records import ProblemRecord, Reading

CPU_SECONDS = 7
WALL_SECONDS = 9  # storing and a busy machine included, ten
# Address space; a child reading reports needs 180 MB of it, a quarter of that in memory.
MEMORY_BYTES = 384 * 1024 * 1024
MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_ANSWER_BYTES = 32 * 1024 * 1024
# Room for the answers of a few reports, so that a child goes on while its last answer is not taken yet.
_PIPE_BYTES = 256 * 1024
_WATCH_SECONDS = 1.0
COMMAND = (sys.executable, "-m", "inspections.reading.process.pool")
_ROOT = Path(__file__).resolve().parents[3]


class Rejected(Exception):
    """The file was not read; ``problem`` says why in words for a person."""

    def __init__(self, problem: ProblemRecord) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Answer(BaseModel):
    """What a child says of one file: what it read or why not, and in how many seconds."""

    reading: Reading | None = None
    rejected: ProblemRecord | None = None
    seconds: float = 0.0


def rejected(message: str, *, where: str = "file", field: str = "content", value: str = "") -> Rejected:
    return Rejected(
        ProblemRecord(severity="blocking", where=where, field=field, value=value, message=message)
    )


class ReaderProcess:
    """One child, started when first needed. Not shared between threads.

    ``command`` is a program that answers as this module does; another one may know more readers.
    """

    def __init__(self, wall_seconds: float = WALL_SECONDS, command: Sequence[str] = COMMAND) -> None:
        self.wall_seconds = wall_seconds
        self.command = command
        self.seconds = 0.0  # what the last answer took the child
        self._child: subprocess.Popen[bytes] | None = None
        self._asked: deque[bytes] = deque()
        self._pending = bytearray()

    def read(self, path: Path, name: str, reader: str = "") -> Reading:
        """Read one file in the child. Raises Rejected."""
        self.ask(path, name, reader)
        return self.answer()

    def ask(self, path: Path, name: str, reader: str = "") -> None:
        """Let the child read this file when it has read those asked for before."""
        request = json.dumps({"path": str(path), "name": name, "reader": reader}).encode() + b"\n"
        child = self._running_child()
        self._asked.append(request)
        self._send(child, request)

    def answer(self) -> Reading:
        """What the first file gave that was asked for and not answered yet. Raises Rejected."""
        child = self._running_child()
        self.seconds = self.wall_seconds
        try:
            answer = Answer.model_validate_json(self._line(_descriptor(child.stdout)))
            if answer.reading is None and answer.rejected is None:
                raise ValueError("neither read nor rejected")
        except (EOFError, ValueError):
            self._end_child()
            raise rejected(
                "Reading this file broke the reader: it wanted more time or memory than a report needs."
            ) from None
        except TimeoutError:
            self._end_child()
            raise rejected(
                f"Reading this file took longer than {self.wall_seconds:g} seconds and was stopped."
            ) from None
        finally:
            self._asked.popleft()
        self.seconds = answer.seconds
        if answer.reading is None:
            raise Rejected(answer.rejected) if answer.rejected else ValueError
        return answer.reading

    def _running_child(self) -> subprocess.Popen[bytes]:
        """The child; a new one is asked again for what the last one left unanswered."""
        if self._child is not None and (self._child.poll() is None or self._asked):
            return self._child  # one that died of a file in hand has to be found out by its silence
        self._end_child()
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            start_new_session=True,
            pipesize=_PIPE_BYTES,
        )
        for request in self._asked:
            self._send(self._child, request)
        return self._child

    @staticmethod
    def _send(child: subprocess.Popen[bytes], request: bytes) -> None:
        with suppress(BrokenPipeError):  # the child has died: so says the answer that does not come
            os.write(_descriptor(child.stdin), request)

    def _line(self, descriptor: int) -> bytes:
        """One line of the child's, within the wall time of a file however slowly it trickles.

        Raises TimeoutError, EOFError, and ValueError for what is no answer.
        """
        until = time.monotonic() + self.wall_seconds
        end = self._pending.find(b"\n")
        while end < 0:
            ready, _, _ = select.select([descriptor], [], [], max(until - time.monotonic(), 0))
            if not ready:
                raise TimeoutError
            chunk = os.read(descriptor, _PIPE_BYTES)
            if not chunk:
                raise EOFError
            end = chunk.find(b"\n")
            end += len(self._pending) if end >= 0 else 0
            self._pending += chunk
            if len(self._pending) > MAX_ANSWER_BYTES:
                raise ValueError("the answer has no end")
        line = bytes(self._pending[:end])
        del self._pending[: end + 1]
        return line

    def close(self) -> None:
        """End the child and forget what it was asked for."""
        self._asked.clear()
        self._end_child()

    def _end_child(self) -> None:
        self._pending.clear()
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            for pipe in (self._child.stdin, self._child.stdout):
                if pipe is not None:
                    pipe.close()
            self._child = None

    def __enter__(self) -> ReaderProcess:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _descriptor(pipe: IO[bytes] | None) -> int:
    if pipe is None:
        raise BrokenPipeError
    return pipe.fileno()


def _serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    # What a reader makes is dropped whole, hardly ever in circles: look for those seldom.
    gc.freeze()
    gc.set_threshold(50_000)
    for line in requests:
        _allow_cpu_for_one_more_file()
        answers.write(_handle(json.loads(line)) + b"\n")
        answers.flush()


def _allow_cpu_for_one_more_file() -> None:
    """The limit counts a process's whole life, so it is raised by one file's share before each."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _handle(request: dict[str, str]) -> bytes:
    """The answer as one line of JSON."""
    from inspections.reading import readers
    from inspections.reading.documents.source import Source, UnreadableSource

    started = time.monotonic()
    path = Path(request["path"])
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UnreadableSource(
                f"This file is larger than {MAX_FILE_BYTES // 2**20} MB.", value=str(path.stat().st_size)
            )
        source = Source(name=request["name"], data=path.read_bytes())
        reader = readers.by_name(request["reader"]) if request["reader"] else readers.reader_for(source)
        reading = reader.read(source)
        if doubts := source.doubts():
            reading = reading.model_copy(update={"problems": (*reading.problems, *doubts)})
        answer = Answer(reading=reading, seconds=round(time.monotonic() - started, 3))
        return answer.model_dump_json(exclude_defaults=True).encode()
    except UnreadableSource as error:
        return _refusal(error.message, error.where, error.field, error.value)
    except OSError as error:
        return _refusal(f"This file cannot be opened: {error.strerror}.", value=request["name"])
    except MemoryError:
        return _refusal("Reading this file wanted more memory than a report needs.")
    except Exception as error:
        # A file the reader was not made for must not end the child; the reason goes to a person.
        return _refusal(
            "The reader could not make sense of this file.", value=f"{type(error).__name__}: {error}"[:300]
        )


def _refusal(message: str, where: str = "file", field: str = "content", value: str = "") -> bytes:
    problem = rejected(message, where=where, field=field, value=value).problem
    return json.dumps({"rejected": problem.model_dump()}).encode()


def _end_with_parent(parent: int) -> None:
    """Nobody is left to hear the answer once the parent has gone: do not go on reading for it."""
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)


def main() -> None:
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    # Whatever a parser prints must not end up between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
