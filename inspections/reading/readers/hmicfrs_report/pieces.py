"""A report in pieces that know what part they stand in: the blocks of a web page, the lines of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from inspections.reading.documents.errors import UnreadableSource
from inspections.reading.documents.html import Block
from inspections.reading.readers.hmicfrs_report.headings import Part, area_of, is_breakdown, part_below
from inspections.reading.readers.hmicfrs_report.periods import is_period

Kind = Literal["heading", "paragraph", "item", "row"]
# The longest report has some 1,200 paragraphs.
MOST_PIECES = 8_000
MOST_LETTERS = 2_500_000
_CAPTION_WORDS = 16
_CAPTION_LEVEL = 7
# A short paragraph that leads on to figures, and is no heading of them.
_LEADS_IN = re.compile(
    r"(?:we|of these|of those|these|those|the|this|our|inspectors|hmic\w*|in|at|it|common themes?|as follows"
    r"|there|they|figure|table|chart|source|note|grade|number|total|results?)\b",
    re.IGNORECASE,
)
_GRADE_WORDS = r"(?:good|adequate|requires improvement|requiring improvement|inadequate|total)"
_GRADE_ALONE = re.compile(rf"{_GRADE_WORDS}:?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}(?: cases?)?", re.IGNORECASE)
_GRADE_AND_NUMBER = re.compile(rf"{_GRADE_WORDS}\s?[:–-]?\s?\d{{1,4}}(?: cases?)?[.;]?", re.IGNORECASE)
# Numbers a heading may hold: of a section, of an act, and "(9 cases)".
_ACTS = re.compile(r"\b(?:section|s\.?|act(?: of)?) ?\d{1,4}|\(\d{1,4}(?: cases?)?\)", re.IGNORECASE)
_ENDED = re.compile(r"[.!?;,][’”'\")]*$")


@dataclass(frozen=True)
class Piece:
    """``number``: which paragraph or item it is below its heading, from 1; 0 for headings and rows.

    ``cells`` and ``table`` as in ``html.Block``. ``page``: of a PDF.
    """

    kind: Kind
    text: str
    part: Part
    number: int = 0
    page: int | None = None
    cells: tuple[str, ...] = ()
    table: int = 0

    @property
    def place(self) -> tuple[Part, str, int, int | None, int]:
        """Alike only for a piece itself and what it was joined into."""
        return self.part, self.kind, self.number, self.page, self.table

    @property
    def where(self) -> str:
        """The place a person finds it by: the heading, and the paragraph or the page."""
        if self.page is not None:
            place = f"page {self.page}"
        else:
            place = f"para {self.number}" if self.number else ""
        if not place and self.kind == "row":
            place = f"table {self.table}"
        section = self.part.section
        if section and place:
            return f"{section}, {place}"
        return section or place or "page"


@dataclass
class _Outline:
    """The headings above the piece in hand, outermost first, and how many pieces came since the last."""

    stack: list[tuple[int, Part]] = field(default_factory=lambda: [(0, Part())])
    number: int = 0
    untitled: bool = False
    breakdown: int = 0

    @property
    def part(self) -> Part:
        return self.stack[-1][1]

    def caption_level(self, *, of_period: bool) -> int:
        """Captions of areas and of inspections stand below each other, whichever comes first."""
        for (_, above), (level, part) in pairwise(self.stack):
            if level >= _CAPTION_LEVEL and (part.period != above.period) == of_period:
                return level
        return max(_CAPTION_LEVEL, self.stack[-1][0] + 1)

    def heading(self, text: str, level: int) -> None:
        while len(self.stack) > 1 and self.stack[-1][0] >= level:
            self.stack.pop()
        part = part_below(self.part, text)
        if is_breakdown(text):
            self.breakdown = level
        elif level == self.breakdown and (self.part.audit or part.theme):
            # HMICFRS may set the areas on the level of the heading they belong under.
            part = replace(part, breakdown=True, audit=True, theme=area_of(text))
        elif level <= self.breakdown:
            self.breakdown = 0
        if len(self.stack) == 1 and level == 1 and self.untitled:
            part = replace(part, section="", heading="")  # the title names the page, not a place in it
            self.untitled = False
        self.stack.append((level, part))
        self.number = 0


def pieces_of(blocks: Iterable[Block], *, web: bool) -> list[Piece]:
    """Raises UnreadableSource for more pieces, or longer ones, than a report has. ``web``: of a page of the
    website, where a grade or a caption may be a paragraph of its own."""
    outline = _Outline(untitled=web)
    pieces: list[Piece] = []
    letters = 0
    for block in _figures(blocks) if web else blocks:
        kind, level, number = block.kind, block.level, 0
        if web and kind == "paragraph" and _is_caption(block.text, outline.part):
            kind, level = "heading", outline.caption_level(of_period=is_period(block.text))
        if kind == "heading":
            outline.heading(block.text, level)
        elif kind != "row":
            outline.number += 1
            number = outline.number
        pieces.append(Piece(kind, block.text, outline.part, number, block.page, block.cells, block.table))
        letters += len(block.text)
        if len(pieces) > MOST_PIECES:
            raise UnreadableSource(
                f"This document has more than {MOST_PIECES} paragraphs and rows; no report has.",
                value=str(MOST_PIECES),
            )
    if letters > MOST_LETTERS:
        raise UnreadableSource(
            f"This document has more than {MOST_LETTERS} letters; no report has.", value=str(MOST_LETTERS)
        )
    return pieces


def _figures(blocks: Iterable[Block]) -> Iterator[Block]:
    """A grade and a number in paragraphs of their own ("Good", "6", or "Good: 6") become items of a list."""
    held: Block | None = None
    for block in blocks:
        if held is not None:
            if _NUMBER.fullmatch(block.text) and block.kind != "row":
                yield Block("item", f"{held.text}: {block.text}", 1)
                held = None
                continue
            yield held
            held = None
        if block.kind == "paragraph" and _GRADE_ALONE.fullmatch(block.text):
            held = block
        elif block.kind == "paragraph" and _GRADE_AND_NUMBER.fullmatch(block.text):
            yield block._replace(kind="item", level=1)
        else:
            yield block
    if held is not None:
        yield held


def _is_caption(text: str, part: Part) -> bool:
    """Whether a short paragraph of the case file analysis names the area whose figures follow."""
    if not part.audit or len(text) > 200 or len(text.split()) > _CAPTION_WORDS:
        return False
    if is_period(text):
        return True
    if _ENDED.search(text) or not text[:1].isupper() or any(sign.isdigit() for sign in _ACTS.sub("", text)):
        return False
    return area_of(text) is not None or (part.breakdown and not _LEADS_IN.match(text) and text[-1:] != ":")


def runs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Neighbouring items, and the rows of one table, together; everything else alone."""
    run: list[Piece] = []
    for piece in pieces:
        last = run[-1] if run else piece
        alike = (piece.kind, piece.table, piece.part) == (last.kind, last.table, last.part)
        if run and (piece.kind not in ("item", "row") or not alike):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run
