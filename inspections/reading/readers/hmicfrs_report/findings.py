"""Passages on every theme, and recommendations with the time the force was given."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Sequence
from dataclasses import replace

from inspections.reading.language.printed_dates import MONTH
from inspections.reading.language.themes.matching import themes_of
from inspections.reading.readers.hmicfrs_report.pieces import Piece
from inspections.reading.records import FindingRecord
from inspections.reading.structure.paragraphs import Paragraph
from inspections.reading.structure.passages import Passages, passages
from inspections.terms import About, FindingKind

_RECOMMENDS = re.compile(
    r"\b(?:we|hmic(?:frs)?|inspectorate) (?:therefore |also |further )?recommends?\b", re.IGNORECASE
)
_DUE = re.compile(
    r"\b(?P<due>immediately|with immediate effect|as soon as (?:possible|practicable)"
    r"|within (?:the next )?(?:\w+ )?(?:\w+|\d{1,3})(?: calendar)? (?:days?|weeks?|months?)"
    rf"|by (?:the end of )?(?:(?:\d{{1,2}} )?{MONTH} )?20\d\d)\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"\bshould\b", re.IGNORECASE)
_HAS_TIME = re.compile(
    r"recommendations?|immediately|with immediate effect|within (?:the next )?\w{1,12} (?:days|weeks|months)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:in our|in the|from (?:our|the)) (?:(?:19|20)\d\d|previous|last|initial|first) (?:\w+ ){0,3}"
    r"(?:report|inspection)",
    re.IGNORECASE,
)
# "Risk assessment and referral: adequate" is a grade, no passage.
_ONLY_LABEL = re.compile(
    r"[\w ,&’'-]{4,90}[:–-] ?(?:outstanding|good|adequate|requires improvement|inadequate)\.?", re.IGNORECASE
)
_LONGEST = 6000
_SHORTEST = 4


def findings_of(pieces: Sequence[Piece], tallied: Collection[Hashable]) -> Passages:
    """Everything said, but for headings, figures and contents.

    ``tallied``: ``place`` of the pieces whose tallies were read; numbers in those are not proposed again.
    """
    found = Passages()
    headings = {piece.text for piece in pieces if piece.kind == "heading"}
    open_due: str | None = None
    for piece in pieces:
        if piece.kind == "heading":
            open_due = _due(piece.text) if piece.part.recommends else None
            continue
        if piece.kind == "row" or piece.part.skipped or piece.text in headings:
            continue
        if _HAS_TIME.fullmatch(piece.text.rstrip(" :")) and piece.part.recommends:
            open_due = _due(piece.text)
            continue
        listed = piece.kind == "item" and piece.part.recommends
        if _ONLY_LABEL.fullmatch(piece.text) or (len(piece.text.split()) < _SHORTEST and not listed):
            continue
        open_due, recommended = _recommended(piece, open_due)
        if recommended is not None:
            found.findings += recommended
            continue
        number = piece.number if piece.page is None else None
        part = replace(piece.part, recommends=False)
        paragraph = Paragraph(piece.text, piece.page or 0, number, piece.kind == "item", part)
        spoken = passages([paragraph], lambda opening: About.POLICE)
        page = {"page": piece.page}  # a web page has none
        found.findings += [one.model_copy(update=page) for one in spoken.findings]
        if piece.place not in tallied:
            found.case_reviews += [one.model_copy(update=page) for one in spoken.case_reviews]
    return found


def _recommended(piece: Piece, due: str | None) -> tuple[str | None, list[FindingRecord] | None]:
    """The recommendation a piece is, if it is one, and the time that holds for the items after it.

    ``due``: the time of the recommendation in hand, "" where it gives none, None where none is open.
    """
    quoted = piece.part.earlier or _EARLIER.search(piece.text) is not None
    if quoted:
        return None, None
    given = _due(piece.text) or due or ""
    opens = piece.text.endswith(":")
    if _RECOMMENDS.search(piece.text):
        return given, [] if opens else _records(piece, given)
    if piece.kind == "item" and (due is not None or piece.part.recommends):
        return due, _records(piece, given)
    if not piece.part.recommends:
        return None, None
    if opens:
        return given, None
    return due, _records(piece, given) if due or _SHOULD.search(piece.text) else None


def _due(words: str) -> str:
    match = _DUE.search(words)
    return match["due"].lower() if match else ""


def _records(piece: Piece, due: str) -> list[FindingRecord]:
    return [
        FindingRecord(
            kind=FindingKind.RECOMMENDATION,
            theme=theme,
            topic="" if theme else (piece.part.section or "Recommendations"),
            about=About.POLICE,
            due=due[:120],
            passage=piece.text[:_LONGEST],
            page=piece.page,
            locator=piece.where[:120],
        )
        for theme in themes_of(piece.text) or (None,)
    ]
