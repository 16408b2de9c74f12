"""The real site in a process of its own, as ``make run`` starts it, with a port and a folder of its own."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.running import answers, environment, free_port, start, until


@contextmanager
def running_site(var: Path | None = None) -> Iterator[str]:
    """The address of a freshly prepared site; it is stopped afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        log = Path(folder) / "serve.log"
        env = environment(var or Path(folder))
        process = start("manage.py", "serve", "--port", port, env=env, log=log)
        try:
            _wait_for(port, process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    if not until(lambda: process.poll() is not None or answers(port), seconds=120):
        raise RuntimeError(f"serve did not answer: {log.read_text()[-2000:]}")
    if process.poll() is not None:
        raise RuntimeError(f"serve ended with {process.returncode}: {log.read_text()[-2000:]}")
