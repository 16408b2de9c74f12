"""An inspection typed into this site's form: the file the form writes, ``{"crosscheck_entry": 1, ...}``."""

from __future__ import annotations

from pydantic import ValidationError

from inspections.reading.documents.source import Source, UnreadableSource
from inspections.reading.records import ProblemRecord, Reading
from inspections.reading.typed.entry import Entry
from inspections.reading.typed.faults import blocking
from inspections.terms import SourceKind

NAME = "typed_entry"
VERSION = 1

_MARK = b'"crosscheck_entry"'
_LOOKED_AT = 65536


def recognises(source: Source) -> bool:
    return source.kind == "text" and source.data.lstrip()[:1] == b"{" and _MARK in source.data[:_LOOKED_AT]


def read(source: Source) -> Reading:
    """Raises UnreadableSource naming the first field that is not as the form writes it."""
    try:
        entry = Entry.model_validate_json(source.data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "content"
        raise UnreadableSource(
            f"This typed entry cannot be used: {field}: {first['msg']}.",
            field=field,
            value=str(first["input"])[:200],
        ) from error
    faults = entry.faults()
    problems: list[ProblemRecord] = [fault.problem("document") for fault in faults]
    inspections = []
    if not blocking(faults):
        record, said = entry.record()
        inspections.append(record)
        problems += [fault.problem(where) for where, fault in said]
    return Reading(
        reader=NAME,
        version=VERSION,
        kind=SourceKind.DATASET,
        title=f"Typed in: {entry.source.title}"[:300],
        publisher="",
        inspections=tuple(inspections),
        problems=tuple(problems),
    )
