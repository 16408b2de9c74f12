"""The lines of a PDF as blocks: headings, questions and grades apart from the prose around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspections.reading.documents.html import Block
from inspections.reading.language.dates import span_alone
from inspections.reading.language.text import squeezed
from inspections.reading.readers.hmicfrs_peel.aspects import aspect_of, is_question
from inspections.reading.readers.hmicfrs_peel.statements import bare

_LONGEST_LABEL_LINES = 3
_MOST_LINES_JOINED = 40


def blocks_of(pages: Sequence[str], cycle: int) -> Iterator[Block]:
    """A label may run over three lines; what is neither label nor grade is prose until the next of them."""
    for number, page in enumerate(pages, 1):
        lines = page.split("\n")
        prose: list[str] = []
        at = 0
        while at < len(lines):
            line = lines[at]
            lengths = range(1, _LONGEST_LABEL_LINES + 1) if line.strip() else ()
            label = next((n for n in lengths if _is_label(lines[at : at + n], cycle)), 0)
            bullet = not label and line.lstrip().startswith(("•", "–", "- "))
            if prose and (label or bullet or not line.strip() or len(prose) >= _MOST_LINES_JOINED):
                yield Block("paragraph", squeezed(" ".join(prose)), page=number)
                prose = []
            if label:
                yield Block("paragraph", squeezed(" ".join(lines[at : at + label])), page=number)
            elif line.strip():
                prose.append(line.lstrip(" •–-") if bullet else line)
            at += max(label, 1)
        if prose:
            yield Block("paragraph", squeezed(" ".join(prose)), page=number)


def _is_label(lines: Sequence[str], cycle: int) -> bool:
    words = squeezed(" ".join(lines))
    return (
        bare(words) is not None
        or (len(lines) == 1 and span_alone(words) is not None)
        or is_question(words)
        or aspect_of(words, cycle) is not None
    )
