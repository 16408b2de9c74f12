"""Persistent reader processes: a hostile file costs one child, never the site.

A child is ``python -m inspections.ingest.children``: JSON lines in on standard input, JSON lines out on
standard output. It imports no Django. Each file gets its own share of CPU seconds; memory is bounded for
the whole life of the child; the parent ends a child that does not answer and starts another.
(Celery's prefork workers may not have multiprocessing children, hence plain pipes.)
"""

from __future__ import annotations

import json
import os
import resource
import select
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from inspections.ingest.records import ProblemRecord, Reading

CPU_SECONDS = 8
WALL_SECONDS = 10
MEMORY_BYTES = 1024 * 1024 * 1024
MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_ANSWER_BYTES = 32 * 1024 * 1024
_WATCH_SECONDS = 1.0
COMMAND = (sys.executable, "-m", "inspections.ingest.children")
_ROOT = Path(__file__).resolve().parents[2]


class Rejected(Exception):
    """The file was not read; ``problem`` says why in words for a person."""

    def __init__(self, problem: ProblemRecord) -> None:
        super().__init__(problem.message)
        self.problem = problem


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
        self._child: subprocess.Popen[bytes] | None = None
        self._pending = bytearray()

    def read(self, path: Path, name: str, reader: str = "") -> Reading:
        """Read one file in the child. Raises Rejected."""
        request = json.dumps({"path": str(path), "name": name, "reader": reader}).encode() + b"\n"
        child = self._running_child()
        try:
            os.write(_descriptor(child.stdin), request)
            answer = self._answer(_descriptor(child.stdout))
        except (BrokenPipeError, EOFError, ValueError):
            self.close()
            raise rejected(
                "Reading this file broke the reader: it wanted more time or memory than a report needs."
            ) from None
        except TimeoutError:
            self.close()
            raise rejected(
                f"Reading this file took longer than {self.wall_seconds:g} seconds and was stopped."
            ) from None
        if "rejected" in answer:
            raise Rejected(ProblemRecord.model_validate(answer["rejected"]))
        return Reading.model_validate(answer["reading"])

    def _running_child(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._pending.clear()
            self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                self.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                start_new_session=True,
            )
        return self._child

    def _answer(self, descriptor: int) -> dict[str, Any]:
        """One line of the child's, within the wall time of a file however slowly it trickles.

        Raises TimeoutError, EOFError, and ValueError for what is no answer.
        """
        until = time.monotonic() + self.wall_seconds
        while not self._pending.endswith(b"\n"):
            ready, _, _ = select.select([descriptor], [], [], max(until - time.monotonic(), 0))
            if not ready:
                raise TimeoutError
            chunk = os.read(descriptor, 1 << 16)
            if not chunk:
                raise EOFError
            self._pending += chunk
            if len(self._pending) > MAX_ANSWER_BYTES:
                raise ValueError("the answer has no end")
        answer: dict[str, Any] = json.loads(self._pending)
        self._pending.clear()
        return answer

    def close(self) -> None:
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
    for line in requests:
        _allow_cpu_for_one_more_file()
        answers.write(json.dumps(_handle(json.loads(line))).encode() + b"\n")
        answers.flush()


def _allow_cpu_for_one_more_file() -> None:
    """The limit counts a process's whole life, so it is raised by one file's share before each."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _handle(request: dict[str, str]) -> dict[str, Any]:
    from inspections.ingest import readers
    from inspections.ingest.source import Source, UnreadableSource

    path = Path(request["path"])
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise UnreadableSource(
                f"This file is larger than {MAX_FILE_BYTES // 2**20} MB.", value=str(path.stat().st_size)
            )
        source = Source(name=request["name"], data=path.read_bytes())
        reader = readers.by_name(request["reader"]) if request["reader"] else readers.reader_for(source)
        return {"reading": reader.read(source).model_dump(mode="json")}
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


def _refusal(message: str, where: str = "file", field: str = "content", value: str = "") -> dict[str, Any]:
    return {"rejected": rejected(message, where=where, field=field, value=value).problem.model_dump()}


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
