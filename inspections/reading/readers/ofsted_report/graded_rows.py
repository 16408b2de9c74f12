"""Rows of "aspect, grade", wherever they stand: the table on page 1, a heading, a last page.

A row is recognised by its vocabulary alone. Starting at a line that opens with an aspect's words, lines
are taken while every word belongs to the labels or to the grades; the grade words, in their order, must
make exactly one grade. So a row may be broken over lines anywhere, even with label and grade
interlaced, and prose never makes a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from inspections.reading.language.grade_words import OFSTED_GRADES
from inspections.reading.language.text import plain, squeezed

_MOST_LINES = 24
_LONGEST_LABEL = 30
_LONGEST_LINE = 200
_WORD = re.compile(r"\d+(?:\.\d+)*(?:\.(?=\s))?|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")

_NOT_JUDGED = ("not judged", "not graded")


def vocabulary(words: str) -> frozenset[str]:
    return frozenset(words.split())


_GRADE_WORDS = frozenset(word for phrase in (*OFSTED_GRADES, *_NOT_JUDGED) for word in phrase.split())
_LINKING = vocabulary("is are that it they the this : . , ; - – — grade graded judgement judgment key")
_LABEL_WORDS = vocabulary(
    """the a an experience experiences and progress of children children's young people who need help
    protection in care leaver leavers care-experienced experienced impact leader leaders on social work
    practice with families overall effectiveness looked after achieving permanence adoption performance adults
    leadership management governance outcomes for quality provision capacity improve services local
    authority about at ( )"""
)
_FIRST_WORDS = (
    "the experience", "experience", "the impact", "impact of", "children who", "children looked",
    "looked after children", "adoption", "leadership", "the leadership", "overall effect",
    "the overall effect", "capacity", "outcomes for", "quality of", "the quality of", "the graded",
)  # fmt: skip
_FIRST_WORD_ALONE = ("overall", "the overall", "children", "looked after", "the")
_IN_LABEL = frozenset(("graded", "judgement", "judgment"))
_UNFINISHED = vocabulary("and of with care children the on who need help in achieving")
_DANGLING = vocabulary("and of with the on who for about")
_SENTENCE_GOES_ON = ("be", "is", "are", "require", "requires")
# What names an aspect, the first that fits: the words a label must all hold, and those of which it must hold
# one. None: half a label, which names nothing else either.
_ASPECTS: dict[str, tuple[tuple[str | None, str, str], ...]] = {
    "ilacs": (
        ("impact_of_leaders", "impact", "leaders leader"),
        (None, "impact", ""),
        ("help_protection", "help", ""),
        (None, "protection", ""),
        ("in_care_and_care_leavers", "in care", "leavers leaver care-experienced experienced"),
        ("in_care", "in care", ""),
        ("care_leavers", "", "leavers leaver care-experienced experienced"),
    ),
    "sif": (
        ("care_leavers", "", "leavers leaver"),
        ("adoption", "adoption", ""),
        ("leadership", "leadership", ""),
        ("looked_after", "looked after", "achieving permanence"),
        ("help_protection", "help", ""),
    ),
    "lac": (
        ("capacity_to_improve", "capacity", ""),
        ("outcomes_lac", "outcomes", ""),
        ("quality_of_provision", "provision", ""),
        ("leadership", "leadership", ""),
    ),
}
_NUMBERED = re.compile(r"\d(?:\.\d)?\.?\s+")
_LISTED_BEFORE = re.compile(r"judge?ments?\b.{0,80}\b(?:were|was)\b\s*:?\s*$", re.IGNORECASE)


class Row(NamedTuple):
    """One aspect as one place of the document grades it; ``page`` counts from 1.

    ``grade`` is a code, "not_judged", or None where the words make no single grade.
    """

    aspect: str
    label: str
    grade: str | None
    printed: str
    page: int


def rows(pages: list[str], family: str) -> Iterator[Row]:
    """Every row of the document, in reading order; lists of an earlier inspection's grades left out."""
    for number, page in enumerate(pages, 1):
        lines = page.split("\n")
        position = 0
        row_end = 0
        earlier = out_of_step = False
        while position < len(lines):
            line = lines[position]
            if _opens_row(line):
                found = _row_at(lines, position, family, number)
                if found:
                    row, after = found
                    out_of_step = out_of_step or _stray_grade_above(lines, position, row_end)
                    if out_of_step:
                        row = row._replace(grade=None, printed=f"{row.printed} (another grade stands above)")
                    if not earlier:
                        yield row
                    position = row_end = after
                    continue
            if "udg" in line and len(line) < _LONGEST_LINE and _LISTED_BEFORE.search(line):
                earlier = True
            elif line.strip():
                earlier = out_of_step = False
            position += 1


def _stray_grade_above(lines: list[str], start: int, row_end: int) -> bool:
    """A grade alone on the line above that belongs to no row: the table's columns are out of step."""
    above = start - 1
    while above >= row_end and not lines[above].strip():
        above -= 1
    if above < row_end or grade_of(lines[above].strip().rstrip(".")) is None:
        return False
    # "… require improvement to be" / "good": the tail of the sentence over the table.
    before = " ".join(lines[max(0, above - 3) : above]).lower().split()
    return not (before and before[-1] in _SENTENCE_GOES_ON)


def grade_of(words: str) -> str | None:
    """The code of a printed grade, "not_judged", or None where it is not one grade."""
    phrase = squeezed(words.lower())
    if phrase in _NOT_JUDGED:
        return "not_judged"
    return OFSTED_GRADES.get(phrase)


def _opens_row(line: str) -> bool:
    start = line[:40].lstrip().lower()
    if start[:1].isdigit():
        start = _NUMBERED.sub("", start, count=1)
    return start.startswith(_FIRST_WORDS) or start.rstrip() in _FIRST_WORD_ALONE


def _words(line: str) -> list[str] | None:
    """The line's words, or None where one of them belongs to neither a label nor a grade."""
    if len(line) > _LONGEST_LINE:
        return None
    words = _WORD.findall(line)
    for word in words:
        low = plain(word)
        if low in _LABEL_WORDS or low in _GRADE_WORDS or low in _LINKING or low[0].isdigit():
            continue
        return None
    return words


def _row_at(lines: list[str], start: int, family: str, page: int) -> tuple[Row, int] | None:
    label: list[str] = []
    grade: list[str] = []
    position = start
    while position < min(len(lines), start + _MOST_LINES):
        line = lines[position]
        words = _words(line)
        if (
            words is None
            or len(label) > _LONGEST_LABEL
            or (position > start and not _goes_on(line, words, label, grade))
        ):
            break
        _sort(words, label, grade)
        position += 1
    label_words = {plain(word).rstrip(",") for word in label}
    aspect = aspect_of(label_words, family)
    if aspect is None or (not grade and position - start > 4):
        return None
    printed = " ".join(grade)
    named = " ".join(label).replace("( ", "(").replace(" )", ")")
    return Row(aspect, named, grade_of(printed), printed, page), position


def _goes_on(line: str, words: list[str], label: list[str], grade: list[str]) -> bool:
    """Whether the row goes on in this line, whose words are all known."""
    if _opens_row(line):
        # "The experiences and progress of" / "children who need help and": the label's second line.
        return not grade and bool(label) and (label[-1].lower() in _DANGLING or len(label) < 3)
    if grade_of(" ".join(grade)) is None:
        return True
    if all(low in _GRADE_WORDS or low in (".", ",") or low[0].isdigit() for low in map(str.lower, words)):
        return True
    # A label's tail beside a grade already read ("leavers"); never a heading or prose of its own.
    return line.lstrip()[:1].islower() and len(words) <= 6 and label[-1].lower() in _UNFINISHED


def _sort(words: list[str], label: list[str], grade: list[str]) -> None:
    """Put each word with the label or the grade. "to be" before a grade ("judged to be good") links."""
    for word in words:
        low = word.lower()
        if low in ("judged", "graded") and grade and grade[-1].lower() == "not":
            grade.append(word)
        elif low in ("to", "be", "judged"):
            if grade or (low == "to" and label and label[-1].lower() == "capacity"):
                (grade or label).append(word)
        elif low in _GRADE_WORDS and low != "graded":
            grade.append(word)
        elif low == "," and label and not grade:
            label[-1] += ","
        elif low in _LABEL_WORDS or (not grade and low in _IN_LABEL) or (low[0].isdigit() and not label):
            label.append(word)


def aspect_of(words: set[str], family: str) -> str | None:
    """The aspect a label's words name in a family of frameworks ("ilacs", "sif", "lac")."""
    if "effectiveness" in words:
        return "overall" if "overall" in words else None
    for aspect, every, some in _ASPECTS[family]:
        if words.issuperset(every.split()) and (not some or words.intersection(some.split())):
            return aspect
    return None
