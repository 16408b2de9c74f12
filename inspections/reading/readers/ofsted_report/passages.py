"""The passages of an Ofsted report: what is skipped in it, and whom a passage is about."""

from __future__ import annotations

import re

from inspections.reading.readers.ofsted_report.headings import LAYOUT, Part
from inspections.reading.structure.paragraphs import paragraphs
from inspections.reading.structure.passages import About, Passages
from inspections.reading.structure.passages import passages as passages_of

_BOARD = re.compile(r"\b(?:lscb|safeguarding children(?:'s)? board)\b")
_PARTNERSHIP = re.compile(r"\b(?:partnerships?|partners|partner agencies|agencies)\b")


def passages(pages: list[str], *, board: bool = False) -> Passages:
    """``board``: the whole report is a review of a safeguarding board."""
    return passages_of(paragraphs(pages, LAYOUT, Part(board=board, board_only=board)), _about)


def _about(part: Part, opening: str) -> About:
    if part.board or _BOARD.search(opening):
        return "board"
    return "partnership" if _PARTNERSHIP.search(opening) else "council"
