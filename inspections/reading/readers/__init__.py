"""Readers: one module (or package) of this folder per kind of source.

A reader is a module that defines ``NAME`` (its own), ``VERSION``, ``recognises(source)``, ``read(source)``.
It is found by being here; nothing else has to know of it. It is imported when it is first asked: whoever
reads reports needs few of those that read tables.
"""

from __future__ import annotations

import html
import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, cast

from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.language.text import squeezed

if TYPE_CHECKING:  # whoever only asks for a reader's name opens no file
    from inspections.reading.documents.source import Source
    from inspections.reading.records import Reading

_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{0,300})", re.IGNORECASE)
_MAY_BE_QUOTED = 120


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
    raise UnreadableSource(_why_nobody_reads(source), value=source.kind)


def _why_nobody_reads(source: Source) -> str:
    if source.kind == "html":
        found = _TITLE.search(source.data[:65536])
        title = html.unescape(squeezed(found.group(1).decode("utf-8", "replace"))) if found else ""
        titled = f": its title is ‘{title[:_MAY_BE_QUOTED]}’" if title else ""
        if source.name.lower().endswith(".pdf"):
            return f"This file is a web page, not a PDF{titled}. The report itself was not downloaded."
        return f"This file is a web page no reader knows{titled}."
    if source.kind == "pdf":
        if not any(page.strip() for page in source.pages):
            return "This PDF holds no text; it is probably a scan. Only reports with text can be read."
        return (
            "This PDF is not a report this site can read: its first pages name none of the inspections "
            "it knows."
        )
    if source.kind == "zip":
        return "This is a spreadsheet or another zipped file, and no reader knows what is in it."
    return "This file is neither a PDF nor a web page nor a spreadsheet; it cannot be read."
