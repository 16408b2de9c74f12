"""Which of several sources comes first."""

from __future__ import annotations

from typing import Protocol

from inspections.terms import Confidence, SourceKind

_CONFIDENCES: dict[str, int] = {Confidence.READ: 0, Confidence.QUOTED: 1, Confidence.PRESS: 2}
_KINDS: dict[str, int] = {
    SourceKind.REPORT: 0,
    SourceKind.PAGE: 1,
    SourceKind.STATISTICS: 2,
    SourceKind.DATASET: 3,
    SourceKind.INQUIRY: 4,
    SourceKind.PRESS: 5,
}


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
    return _CONFIDENCES[stated.confidence], _KINDS[stated.source.kind], stated.source.key
