"""The child: reads the files it is asked for, one after the other, and says what it found in each.

``python -m inspections.reading.process.worker``: JSON lines in on standard input, JSON lines out on standard
output. It imports no Django. Each file gets its own share of CPU seconds; memory is bounded for the whole
life of the child.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import threading
import time
from pathlib import Path

from inspections.reading import readers
from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.process.limits import CPU_SECONDS, MAX_FILE_BYTES, MEMORY_BYTES
from inspections.reading.records import Answer, ProblemRecord
from inspections.terms import Severity

_WATCH_SECONDS = 1.0


def main() -> None:
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    # Whatever a parser prints must not end up between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    # What a reader makes is dropped whole, hardly ever in circles: look for those seldom.
    gc.freeze()
    gc.set_threshold(50_000)
    for line in sys.stdin.buffer:
        # The limit counts the process's whole life, so it is raised by one file's share before each.
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
        answers.write(answer_to(**json.loads(line)) + b"\n")
        answers.flush()


def answer_to(path: str, name: str, reader: str) -> bytes:
    """An ``Answer`` as a line of JSON: what is in the file at ``path``, or why it was not read.

    ``reader``: the name of the one to read it; without, the first that recognises it.
    """
    started = time.monotonic()
    try:
        size = Path(path).stat().st_size
        if size > MAX_FILE_BYTES:
            raise UnreadableSource(f"This file is larger than {MAX_FILE_BYTES // 2**20} MB.", value=str(size))
        source = Source(name=name, data=Path(path).read_bytes())
        reading = (readers.by_name(reader) if reader else readers.reader_for(source)).read(source)
        if doubts := source.doubts():
            reading = reading.model_copy(update={"problems": (*reading.problems, *doubts)})
        return _line(Answer(reading=reading, seconds=round(time.monotonic() - started, 3)))
    except UnreadableSource as error:
        return _refusal(error.message, error.value, error.where, error.field)
    except OSError as error:
        return _refusal(f"This file cannot be opened: {error.strerror}.", name)
    except MemoryError:
        return _refusal("Reading this file wanted more memory than a report needs.")
    except Exception as error:
        # A file the reader was not made for must not end the child; the reason goes to a person.
        return _refusal(
            "The reader could not make sense of this file.", f"{type(error).__name__}: {error}"[:300]
        )


def _refusal(message: str, value: str = "", where: str = "file", field: str = "content") -> bytes:
    problem = ProblemRecord(
        severity=Severity.BLOCKING, where=where, field=field, value=value, message=message
    )
    return _line(Answer(rejected=problem))


def _line(answer: Answer) -> bytes:
    return answer.model_dump_json(exclude_defaults=True).encode()


def _end_with_parent(parent: int) -> None:
    """Nobody is left to hear the answer once the parent has gone: do not go on reading for it."""
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main()
