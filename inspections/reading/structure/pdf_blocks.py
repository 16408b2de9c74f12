"""The lines of a police report's PDF made into headings, paragraphs, list items and rows of figures.

A PDF has no marks for any of these. A heading is a short line after the end of a sentence that ends none and
is followed by a new one; figures are a line of grades with lines of numbers below it, or a grade and a number
alone in a line. How HMICFRS lays its tables out has not been seen: this is tolerant on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from inspections.reading.documents.html import Block
from inspections.reading.language.text import squeezed

_BULLET = re.compile(r"^[\uf06e\uf02d\uf0a7\uf0be\uf0b7◼●■▪•‣–-]\s+")
_ENDED = re.compile(r"[.!?:;][’”'\")]*\d{0,2}$")
_LISTED = re.compile(r"^.{3,90}?(?:[ .]{3,}|\s)\d{1,3}$")
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})?)[. ]\s*[A-Z]")
_HEADING_LENGTH = 90
_LONGEST_LABEL_LINES = 3
_HEADING_SHARE = 0.8
_CONTENTS = re.compile(r"(?:table of )?contents", re.IGNORECASE)
_GRADE = r"(?:outstanding|good|adequate|requir(?:es|ed|ing)\s+improvement|inadequate)"
_GRADES = re.compile(rf"\b{_GRADE}\b|\btotals?\b|\bcases\b", re.IGNORECASE)
_ONLY_GRADE = re.compile(
    rf"{_GRADE}\s*[:–-]?\s*\d{{1,4}}(?:\s+cases?)?|\d{{1,4}}\s+(?:cases?\s+)?{_GRADE}", re.IGNORECASE
)
_FIGURES = re.compile(r"^(?P<label>(?:\D|20\d\d\b).{0,140}?)?[\s:]*(?P<numbers>(?:\s*\b\d{1,4}\b){1,6})$")
# The headings known to open a part; what stands below one of the others belongs to the last of these.
_CHAPTER = re.compile(
    r"(?:summary|introduction|background|context|leadership\b.*|case (?:file )?(?:analysis|audits?)"
    r"|initial (?:contact|response)"
    r"|assessment and help|investigation|decision[ -]making|trusted adult|managing those\b.*|police detention"
    r"|findings?\b.*|conclusions?.*|(?:next steps|recommendations?)\b.*|annex\b.*|partnership working"
    r"|risk assessment and referral|foreword|glossary|about this\b.*|child protection inspection.*)",
    re.IGNORECASE,
)

# Headings even after words that end no sentence.
_SURE = re.compile(
    r"Recommendations?|Case file analysis|Results of case file reviews"
    r"|Breakdown of case file audit results\b.{0,60}"
)
_TIME = re.compile(r"Immediately|With immediate effect|Within (?:\w+|\d{1,2}) (?:weeks?|months?)")


Names = Callable[[str], bool]


def blocks_of(pages: Sequence[str], names: Names, is_label: Names | None = None) -> Iterator[Block]:
    """Headings have level 1 over a chapter, 2 within one.

    ``names``: whether words name something that may be graded below them. ``is_label``: whether one to three
    lines are a label the reader knows; such lines stand alone. A report with labels has no rows of figures.
    """
    reading = _Reading(names, is_label)
    for number, page in enumerate(pages, 1):
        yield from reading.page(page.split("\n"), number)
    yield from reading.flush()


class _Reading:
    """Gathers the lines of a paragraph until it ends; a paragraph may run on to the next page."""

    def __init__(self, names: Names, is_label: Names | None) -> None:
        self._names = names
        self._is_label = is_label
        self._words: list[str] = []
        self._kind: Literal["paragraph", "item"] = "paragraph"
        self._page = 1
        self._header: tuple[str, ...] = ()
        self._table = 0

    def page(self, lines: list[str], number: int) -> Iterator[Block]:
        opening = next((line.strip() for line in lines if line.strip()), "")
        if self._words and not (opening[:1].islower() and not _ENDED.search(self._words[-1])):
            yield from self.flush()
        contents = any(_CONTENTS.fullmatch(line.strip()) for line in lines[:6])
        said = [squeezed(line) for line in lines]
        if self._is_label:
            said = list(_joined(said, self._is_label))
        widest = max(map(len, said), default=0)
        for position, line in enumerate(said):
            following = next((later for later in said[position + 1 : position + 4] if later), "")
            if not line:
                if self._words and _ENDED.search(self._words[-1]):
                    yield from self.flush()
                continue
            if contents and (_LISTED.match(line) or _CONTENTS.fullmatch(line)):
                continue
            yield from self._line(line, following, number, widest)

    def _line(self, line: str, following: str, number: int, widest: int) -> Iterator[Block]:
        if self._is_label:
            alone = Block("paragraph", line, page=number) if self._is_label(line) else None
        else:
            alone = self._row(line, number)
        if _ONLY_GRADE.fullmatch(line) and not alone:
            alone = Block("item", line, page=number)
        if alone:
            yield from self.flush()
            yield alone
            return
        bullet = _BULLET.match(line)
        if bullet:
            yield from self.flush()
            self._kind, line = "item", line[bullet.end() :]
        elif self._is_heading(line, following, widest):
            yield from self.flush()
            self._header = ()
            level = 1 if _CHAPTER.fullmatch(_bare(line)) and not _TIME.fullmatch(line) else 2
            yield Block("heading", line, level, page=number)
            return
        if not self._words:
            self._page = number
        self._words.append(line)
        if _ENDED.search(line) and len(line) < _HEADING_SHARE * widest:
            yield from self.flush()

    def _row(self, line: str, number: int) -> Block | None:
        """A line of grades opens a table; lines of as many numbers as it has columns are its rows."""
        if not any(sign.isdigit() for sign in line):
            columns = _GRADES.findall(line)
            grades = [word for word in columns if word.lower() not in ("cases", "total", "totals")]
            if len(grades) >= 2 and len(_GRADES.sub("", line).split()) <= 6 and not _ENDED.search(line):
                self._table += 1
                label = _GRADES.sub("", line).strip() or "Area"
                self._header = (label, *map(squeezed, columns))
                return Block("row", line, 0, self._header, self._table, number)
            return None
        figures = _FIGURES.match(line) if self._header and len(line) < 200 else None
        if figures is None:
            return None
        numbers = figures["numbers"].split()
        if len(numbers) != len(self._header) - 1:
            return None
        label = (figures["label"] or "").strip(" :")
        return Block("row", line, 0, (label, *numbers), self._table, number)

    def _is_heading(self, line: str, following: str, widest: int) -> bool:
        bare = _bare(line)
        if _TIME.fullmatch(line) or _SURE.fullmatch(bare):
            return True
        if self._words and not _ENDED.search(self._words[-1]):
            return self._names(line) and _ONLY_GRADE.fullmatch(following) is not None
        if _CHAPTER.fullmatch(bare) and len(line) < _HEADING_LENGTH:
            return True
        if not bare[:1].isupper() or len(line) > min(_HEADING_LENGTH, _HEADING_SHARE * max(widest, 60)):
            return False
        if line[-1] in ".,;!?" or not following or (line[-1] == ":" and not self._names(line)):
            return False
        return not following[0].islower() or _GRADES.match(following) is not None

    def flush(self) -> Iterator[Block]:
        if self._words:
            yield Block(self._kind, " ".join(self._words), page=self._page)
        self._words, self._kind = [], "paragraph"


def _joined(lines: Sequence[str], is_label: Names) -> Iterator[str]:
    """The lines, those of one label as one."""
    at = 0
    while at < len(lines):
        lengths = range(1, _LONGEST_LABEL_LINES + 1) if lines[at] else ()
        length = next((n for n in lengths if is_label(squeezed(" ".join(lines[at : at + n])))), 1)
        yield squeezed(" ".join(lines[at : at + length]))
        at += length


def _bare(line: str) -> str:
    numbered = _NUMBERED.match(line)
    return line[numbered.end() - 1 :] if numbered else line
