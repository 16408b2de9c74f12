"""Passages of a PEEL page on the themes of the site. A page is seldom the whole assessment: what it does
not mention may stand on another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from inspections.reading.documents.html import Block
from inspections.reading.records import FindingRecord
from inspections.reading.structure.paragraphs import Paragraph, Part
from inspections.reading.structure.passages import About, passages

_FEWEST_WORDS = 6
_LONGEST_TOPIC = 80


def findings(pages: Iterable[tuple[int | None, Sequence[Block]]]) -> tuple[FindingRecord, ...]:
    """One for each theme of a list item and each run of sentences on a theme, all about the force."""
    return tuple(found for number, blocks in pages for found in _of_page(number, blocks))


def _of_page(number: int | None, blocks: Sequence[Block]) -> Iterator[FindingRecord]:
    heading = ""
    for block in blocks:
        if block.kind == "heading":
            heading = block.text[:_LONGEST_TOPIC]
        elif (
            block.kind != "row" and len(block.text.split()) >= _FEWEST_WORDS and not block.text.endswith("?")
        ):
            part = Part(section=heading)
            paragraph = Paragraph(block.text, number or 0, None, block.kind == "item", part)
            for found in passages([paragraph], _about).findings:
                where = f"page {number}" if number else f"under “{heading}”" if heading else "on the page"
                yield found.model_copy(update={"page": number, "locator": where})


def _about(part: Part, opening: str) -> About:
    return "police"
