"""Which of several sources comes first."""

from __future__ import annotations

from typing import Protocol

from inspections.terms import Confidence, SourceKind

# Those that come first stand first.
_CONFIDENCES = (Confidence.READ, Confidence.QUOTED, Confidence.PRESS)
_KINDS = (
    SourceKind.REPORT,
    SourceKind.PAGE,
    SourceKind.STATISTICS,
    SourceKind.DATASET,
    SourceKind.INQUIRY,
    SourceKind.PRESS,
)


class Source(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def key(self) -> str: ...


class Stated(Protocol):
    """What one source says: of a judgement, or of when an inspection was."""

    @property
    def confidence(self) -> str: ...
    @property
    def source(self) -> Source: ...


def precedence(stated: Stated) -> tuple[int, int, str]:
    """Sorts what was read before what was quoted, the report itself before statistics; never by chance."""
    return _CONFIDENCES.index(stated.confidence), _KINDS.index(stated.source.kind), stated.source.key
