"""Readers: one module (or package) of this folder per kind of source.

A reader is a module that defines ``NAME`` (its own), ``VERSION``, ``recognises(source)``, ``read(source)``.
It is found by being here; nothing else has to know of it. It is imported when it is first asked: whoever
reads reports needs few of those that read tables.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, cast

from inspections.reading.documents.errors import UnreadableSource

if TYPE_CHECKING:  # whoever only asks for a reader's name opens no file
    from inspections.reading.documents.source import Source
    from inspections.reading.records import Reading


class Reader(Protocol):
    NAME: str
    VERSION: int

    def recognises(self, source: Source) -> bool:
        """Whether this reader knows the source, by its content; its name decides nothing."""

    def read(self, source: Source) -> Reading:
        """Everything found in it. Raises UnreadableSource."""


def names() -> list[str]:
    """What the readers of this folder are called, which is how their modules are."""
    return sorted(found.name for found in pkgutil.iter_modules(__path__))


def all_readers() -> Iterator[Reader]:
    """Every reader of this folder, by name."""
    return map(_imported, names())


def by_name(name: str) -> Reader:
    """Raises LookupError naming the readers there are."""
    if name not in names():
        raise LookupError(f"There is no reader called “{name}”. There are: {', '.join(names())}.")
    return _imported(name)


def _imported(name: str) -> Reader:
    return cast(Reader, importlib.import_module(f"{__name__}.{name}"))


def reader_for(source: Source) -> Reader:
    """The reader that recognises the source. Raises UnreadableSource saying why there is none."""
    if source.kind == "empty":
        raise UnreadableSource("This file is empty.", value="0 bytes")
    for reader in all_readers():
        if reader.recognises(source):
            return reader
    from inspections.reading.documents.unread import why_nobody_reads  # opens files: see above

    raise UnreadableSource(why_nobody_reads(source), value=source.kind)
