"""Files that people upload, kept beside the database, and the file a document was read from."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from inspections.ingest.pipeline import Incoming, hash_file, new_run
from inspections.models import IngestRun, SourceDocument

_ENDING = re.compile(r"\.[a-z0-9]{1,5}$")
_LONGEST_NAME = 200
_RUNS_LOOKED_AT = 20


def keep(name: str, chunks: Iterable[bytes]) -> IngestRun:
    """Write an uploaded file where nobody chooses the path, and a run that waits for it.

    Only the ending of ``name`` (as the browser gives it) goes into the path; the name is kept as words.
    Raises OSError where there is no room; then nothing is left.
    """
    shown = shown_name(name)
    ending = _ENDING.search(shown.lower())
    folder = settings.MEDIA_ROOT / "ingest" / secrets.token_hex(16)
    folder.mkdir(parents=True)
    path = folder / f"upload{ending[0] if ending else ''}"
    try:
        with path.open("xb") as file:
            for chunk in chunks:
                file.write(chunk)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return new_run(Incoming(path, shown), result=IngestRun.Result.QUEUED)


def shown_name(name: str) -> str:
    """The last part of a name as a line of text, without what a database or a terminal refuses."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    words = "".join(letter if letter.isprintable() else " " for letter in last)
    return " ".join(words.split())[-_LONGEST_NAME:] or "file without a name"


def file_of(document: SourceDocument) -> Path | None:
    """The bytes a document was read from, where they still lie as they were; else None."""
    if not document.sha256:
        return None
    runs = IngestRun.objects.filter(sha256=document.sha256).exclude(path="")
    for path in runs.order_by("-id").values_list("path", flat=True)[:_RUNS_LOOKED_AT]:
        if _is_still(Path(path), document.sha256):
            return Path(path)
    return None


def file_of_run(run: IngestRun) -> Path | None:
    """The file of one run: its document's, or for a file that was rejected its own."""
    if run.document is not None and (found := file_of(run.document)):
        return found
    path = Path(run.path) if run.path else None
    return path if path and _is_still(path, run.sha256) else None


def _is_still(path: Path, sha256: str) -> bool:
    try:
        return path.is_file() and hash_file(path) == sha256
    except OSError:
        return False
