"""The parent's side of persistent reader processes: a hostile file costs one child, never the site.

A child is the program of ``worker``. The parent ends one that does not answer and starts another.
(Celery's prefork workers may not have multiprocessing children, hence plain pipes.)

Files may be asked for before the last answer is taken: the child then never waits for a parent that stores.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from inspections.reading.process.limits import MAX_ANSWER_BYTES, WALL_SECONDS
from inspections.reading.records import Answer, ProblemRecord, Reading
from inspections.terms import Severity

# Room for the answers of a few reports, so that a child goes on while its last answer is not taken yet.
_PIPE_BYTES = 256 * 1024
COMMAND = (sys.executable, "-m", "inspections.reading.process.worker")
_ROOT = Path(__file__).resolve().parents[3]


class Rejected(Exception):
    """The file was not read; ``problem`` says why in words for a person."""

    def __init__(self, problem: ProblemRecord) -> None:
        super().__init__(problem.message)
        self.problem = problem


def rejected(message: str, *, where: str = "file", field: str = "content", value: str = "") -> Rejected:
    return Rejected(
        ProblemRecord(severity=Severity.BLOCKING, where=where, field=field, value=value, message=message)
    )


class ReaderProcess:
    """One child, started when first needed. Not shared between threads.

    ``command`` is a program that answers as ``worker`` does; another one may know more readers.
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


class ReaderPool:
    """The reader processes of this program, whoever asks: started when needed, kept for whoever asks next
    (starting one costs as much as reading ten reports), ended with the program."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._idle: list[ReaderProcess] = []
        self._lock = threading.Lock()

    @contextmanager
    def lend(self, number: int) -> Iterator[list[ReaderProcess]]:
        """So many for one caller. When it is interrupted, what it asked for is not wanted any more."""
        with self._lock:
            lent = [self._idle.pop() if self._idle else ReaderProcess() for _ in range(number)]
        back = 0
        try:
            yield lent
            with self._lock:
                back = max(self._kept - len(self._idle), 0)
                self._idle += lent[:back]
        finally:
            for process in lent[back:]:
                process.close()

    def close(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def forget(self) -> None:
        """A process has one parent: what is forked from it starts its own."""
        self._idle.clear()
        self._lock = threading.Lock()


POOL = ReaderPool(kept=os.cpu_count() or 2)
atexit.register(POOL.close)
os.register_at_fork(after_in_child=POOL.forget)


def _descriptor(pipe: IO[bytes] | None) -> int:
    if pipe is None:
        raise BrokenPipeError
    return pipe.fileno()
