"""A report's prose in the pieces it is cited by: numbered paragraphs, bullets, and text between headings.

Which lines are headings, and what the text below each is, a reader says (``Layout``). Ofsted's SIF reports
(but for the earliest) and all ILACS reports number their paragraphs from the first finding or recommendation
to the last, across headings and pages. LAC 2013 numbers paragraphs and hangs bullets below them. The earliest
SIF reports and the letters of joint inspections have bullets only; executive summaries and title pages have
neither.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from inspections.reading.documents.html import Block
from inspections.reading.language.text import squeezed
from inspections.terms import About

_BULLET = "\uf06e\uf02d\uf0a7\uf0be\uf0b7◼●■▪•"
_MARK = rf"\n[ ]*(?:(?P<number>\d{{1,3}})\.(?:[ ]+(?=\S)|(?=[^\d\s]))|(?P<bullet>[{_BULLET}])|"
# A footnote stands below an empty line at the foot of its page: a number, then its words.
_FOOTNOTE = re.compile(r"\n[ ]*\n[ ]*\d{1,2}(?:[ ]+|[ ]*\n[ ]*)[A-Z‘“]")
_ENDED = re.compile(r"[.!?:;][’”'\")]*(?:\s?\d{1,2})?$")
_LONGEST_HEADING = 4
_ROWS_OF_TABLE = 5


@dataclass(frozen=True)
class Part:
    """What the text below a heading is.

    ``section``: the heading as passages cite it; empty where they are cited without. ``body``: whom all of it
    is about, where a heading says so. ``recommends``: what has to be done. ``fills_page``: the headings
    below it on its page only repeat those of the report (contents, explanations of the grades).
    ``about_inspection``: how it was done; no finding, but it may say how many cases were looked at.
    """

    section: str = ""
    body: About | None = None
    recommends: bool = False
    skipped: bool = False
    fills_page: bool = False
    about_inspection: bool = False


class Layout:
    """A kind of report: the pattern of its headings (its group ``heading``, up to a line's end) and the part
    a heading opens, given the part before it, the heading and the page it stands on."""

    def __init__(self, heading: str, after: Callable[[Part, str, int], Part]) -> None:
        self.heading = heading
        self.mark = re.compile(f"{_MARK}{heading})")
        self.after = after


def sectioned(
    sections: Sequence[tuple[str, str]],
    *,
    skipped: str,
    to_do: Sequence[str],
    opens: str = "(?!)",
    closes: str = "(?!)",
    bodies: Sequence[tuple[str, About | None]] = (),
) -> Layout:
    """A report in sections: pairs of the heading as passages cite it and the pattern it is printed by.

    ``skipped``: headings of what is no finding. ``to_do``: the sections that say what has to be done.
    ``opens``: headings below which text is cited without a section. ``closes``: after these comes no finding
    any more. ``bodies``: headings within a section and whom its text is about, None where each sentence says.
    """
    named = [pattern for pattern, _ in bodies]
    headings = "|".join([skipped, closes, opens, *(pattern for _, pattern in sections), *named])
    is_skipped, is_opening, is_closing = re.compile(skipped), re.compile(opens), re.compile(closes)
    cited_as = [(cited, re.compile(pattern)) for cited, pattern in sections]
    about = [(re.compile(pattern), body) for pattern, body in bodies]
    closed = Part(section="close", skipped=True)

    def after(part: Part, heading: str, page: int) -> Part:
        if part == closed or is_closing.fullmatch(heading):
            return closed
        if is_skipped.fullmatch(heading):
            return Part(skipped=True)
        if is_opening.fullmatch(heading):
            return Part()
        for cited, pattern in cited_as:
            if pattern.fullmatch(heading):
                return Part(section=cited, recommends=cited in to_do)
        return replace(part, body=next(body for pattern, body in about if pattern.fullmatch(heading)))

    return Layout(rf"(?P<heading>{headings})[?:]?[ ]*(?=\n|\Z)", after)


class Paragraph(NamedTuple):
    """``number`` is None where the report gives none; ``page`` is the page it begins on, None on a web page.

    ``turns``: (position in ``words``, page) wherever it runs on to another page.
    """

    words: str
    page: int | None
    number: int | None
    bullet: bool
    part: Part
    turns: tuple[tuple[int, int], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it is cited whole: a numbered paragraph or a bullet, not running text."""
        return self.bullet or self.number is not None

    def page_at(self, position: int) -> int | None:
        """The page on which the letter at ``position`` of ``words`` stands."""
        page = self.page
        for start, number in self.turns:
            if start <= position:
                page = number
        return page


def paragraphs(pages: list[str], layout: Layout, part: Part) -> Iterator[Paragraph]:
    """Everything that stands in no skipped part; ``part`` is what the report opens with."""
    kept = [_without_edges(page) for page in pages]
    text = "".join(kept)
    starts = [0, *accumulate(map(len, kept))][: len(kept)]  # where in it each page begins
    marks = list(layout.mark.finditer(text))
    numbers = _accepted(marks)
    number: int | None = None
    skipped_page = 0
    begin, bullet, current = 0, False, None
    for position, mark in enumerate([*marks, None]):
        if mark is not None and mark["number"] and position not in numbers:
            continue
        end = mark.start() if mark else len(text)
        if not part.skipped:
            yield from _paragraph(text[begin:end], begin, starts, number if bullet else current, bullet, part)
        if mark is None:
            return
        begin, bullet, current = mark.end(), bool(mark["bullet"]), None
        if mark["number"]:
            number = current = int(mark["number"])
        elif not bullet:
            page = bisect_right(starts, mark.start() + 1)
            if page != skipped_page:
                part = layout.after(part, mark["heading"], page)
            if part.fills_page:
                skipped_page = page
            number = None


def paragraphs_of_web_page(blocks: Iterable[Block], layout: Layout, part: Part) -> Iterator[Paragraph]:
    """The same of a web page, which has no page numbers; what stands in a table is in no paragraph."""
    heading_of = re.compile(layout.heading)
    for block in blocks:
        if block.kind == "heading":
            known = heading_of.fullmatch(block.text)
            part = layout.after(part, known["heading"], 1) if known else part
        elif block.kind != "row" and not part.skipped:
            yield Paragraph(block.text, None, None, block.kind == "item", part)


def _without_edges(page: str) -> str:
    """The page without footnotes and without a page number standing alone in its first or last line."""
    footnote = _FOOTNOTE.search(page)
    if footnote:
        page = page[: footnote.start()]
    page = page.strip()
    first, _, rest = page.partition("\n")
    if first.strip().isdecimal():
        page = rest
    rest, _, last = page.rpartition("\n")
    if last.strip().isdecimal():
        page = rest
    return f"\n{page}\n"


def _accepted(marks: list[re.Match[str]]) -> set[int]:
    """Which numbers at a line's start number a paragraph: those that go on counting.

    A gap of up to three is a number lost in the layout, unless the number looked for comes later. SIF's
    table on page 1 is numbered too; the paragraphs then begin at 1 again, right below a heading.
    """
    numbers = [int(mark["number"]) if mark["number"] else 0 for mark in marks]
    last_place = {number: position for position, number in enumerate(numbers)}
    last, taken = 0, set()
    for position, number in enumerate(numbers):
        begins = number == 1 and last <= _ROWS_OF_TABLE and position > 0 and marks[position - 1]["heading"]
        follows = number == last + 1
        jumps = last + 1 < number <= last + 3 and last_place.get(last + 1, -1) < position
        if number and (begins or follows or jumps):
            taken.add(position)
            last = number
    return taken


def _paragraph(
    text: str, begin: int, starts: list[int], number: int | None, bullet: bool, part: Part
) -> Iterator[Paragraph]:
    clean = text.strip()
    if not clean:
        return
    if (bullet or number is not None) and not _ENDED.search(clean, max(0, len(clean) - 8)):
        # A heading that no list knows ends no sentence: it is cut off the paragraph it follows.
        kept = clean
        for _ in range(_LONGEST_HEADING):
            kept = kept[: max(kept.rfind("\n"), 0)].rstrip()
            if _ENDED.search(kept, max(0, len(kept) - 8)):
                clean = kept
                break
    begin += text.index(clean[0])
    page = bisect_right(starts, begin)
    pieces, turns = [], []
    length = last = 0
    for turn in range(page, len(starts)):
        if starts[turn] > begin + len(clean):
            break
        if piece := squeezed(clean[last : starts[turn] - begin]):
            pieces.append(piece)
            length += len(piece) + 1
        last = starts[turn] - begin
        turns.append((length, turn + 1))
    words = " ".join([*pieces, squeezed(clean[last:])]).rstrip()
    yield Paragraph(words, page, number, bullet, part, tuple(turns))
