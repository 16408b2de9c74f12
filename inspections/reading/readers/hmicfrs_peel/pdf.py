"""The lines of a PDF as blocks: headings, questions and grades apart from the prose around them."""

from __future__ import annotations

from collections.abc import Iterator

from inspections.reading.documents.html import Block
from inspections.reading.language.dates import span_alone
from inspections.reading.language.text import squeezed
from inspections.reading.readers.hmicfrs_peel.aspects import aspect_of, is_question
from inspections.reading.readers.hmicfrs_peel.statements import bare

_LONGEST_LABEL_LINES = 3
_MOST_LINES_JOINED = 40


def blocks_of(page: str, *, five_tiers: bool) -> list[Block]:
    """A label may run over three lines; what is neither label nor grade is prose until the next of them."""
    return list(_page(page.split("\n"), five_tiers))


def _page(lines: list[str], five_tiers: bool) -> Iterator[Block]:
    prose: list[str] = []
    at = 0
    while at < len(lines):
        taken = next(
            (n for n in range(1, _LONGEST_LABEL_LINES + 1) if _stands_alone(lines[at : at + n], five_tiers)),
            0,
        )
        if prose and (taken or not lines[at].strip() or len(prose) >= _MOST_LINES_JOINED):
            yield Block("paragraph", squeezed(" ".join(prose)))
            prose = []
        if taken:
            yield Block("paragraph", squeezed(" ".join(lines[at : at + taken])))
        elif lines[at].strip():
            bullet = lines[at].lstrip().startswith(("•", "–", "- "))
            if bullet and prose:
                yield Block("paragraph", squeezed(" ".join(prose)))
                prose = []
            prose.append(lines[at].lstrip(" •–-") if bullet else lines[at])
        at += max(taken, 1)
    if prose:
        yield Block("paragraph", squeezed(" ".join(prose)))


def _stands_alone(lines: list[str], five_tiers: bool) -> bool:
    words = squeezed(" ".join(lines))
    if not words or not lines[0].strip():
        return False
    return (
        bare(words) is not None
        or (len(lines) == 1 and span_alone(words) is not None)
        or is_question(words)
        or aspect_of(words, five_tiers=five_tiers) is not None
    )
