"""A tally as it is put together from the facts of one sentence or several."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.statements import Fact
from inspections.reading.case_counts.tally import Assessor, Tally, given_numbers, settled
from inspections.reading.case_counts.tokens import tokens_of

_OTHER_THINGS = re.compile(rf"\b(?:{'|'.join(sorted(v.OTHER_THINGS))})\b")
_CASES = re.compile(rf"\b(?:{'|'.join(sorted(v.CASES))})\b")
_LONGEST_STATED = 300
_NEAR = 200


@dataclass
class Builder:
    """``begin``: where the sentence of its first fact begins; ``sentence``: the number of the last one's.

    ``weak``: the total stands in another sentence that does not say that anybody looked at these cases; it
    is the tally's only where the parts add up to it. ``firm``: a number stands right beside its grade.
    """

    begin: int
    sentence: int
    start: int
    end: int
    first_end: int = 0
    total: int | None = None
    others: list[int] = field(default_factory=list)
    looked: bool = False
    weak: bool = False
    firm: bool = False
    noun: bool = False
    which: Literal["", "same", "further"] = ""
    parts: dict[str, int] = field(default_factory=dict)
    below: int | None = None
    percent: float | None = None
    percents: int = 0
    stated: list[str] = field(default_factory=list)
    sentence_end: int = 0

    @classmethod
    def at(cls, fact: Fact, begin: int, sentence: int) -> Builder:
        return cls(begin, sentence, fact.start, fact.end)

    @property
    def graded(self) -> bool:
        return bool(self.parts) or self.below is not None

    @property
    def told(self) -> bool:
        """Whether anything but a total is known."""
        return self.graded or self.percents > 0 or bool(self.stated)

    @property
    def whole(self) -> bool:
        return {v.GOOD, v.IMPROVEMENT, v.INADEQUATE} <= self.parts.keys() or (
            self.below is not None and v.GOOD in self.parts
        )

    @property
    def full(self) -> bool:
        """No further grade can belong here."""
        if not self.graded:
            return False
        if self.total is None:
            return self.whole
        return self.sum >= self.total

    @property
    def sum(self) -> int:
        return sum(given_numbers(self.parts, self.below))

    def lacks_total(self, sentence: int) -> bool:
        return self.graded and self.total is None and self.sentence == sentence

    def is_beside(self, fact: Fact, sentence: int) -> bool:
        """The same grade by another: “we rated 9 of the 33 cases good, the force had rated 17 good”."""
        return (
            self.sentence == sentence
            and self.total is not None
            and fact.kind == "part"
            and self.has(fact.grade)
        )

    def grow(self, fact: Fact, sentence: int, sentence_end: int) -> None:
        self.start, self.end = min(self.start, fact.start), max(self.end, fact.end)
        self.sentence, self.sentence_end = sentence, sentence_end
        self.noun, self.firm = self.noun or fact.noun, self.firm or fact.firm
        if fact.kind != "total" and not self.first_end:
            self.first_end = fact.end

    def has(self, grade: str) -> bool:
        return self.below is not None if grade == v.BELOW_GOOD else grade in self.parts

    def number(self, grade: str) -> int | None:
        return self.below if grade == v.BELOW_GOOD else self.parts.get(grade)

    def put(self, grade: str, number: int) -> None:
        if grade == v.BELOW_GOOD:
            self.below = number
        else:
            self.parts[grade] = number

    def tally(self, plainly: str, assessor: Assessor, sample: str) -> Tally | None:
        """None where the numbers may be of anything but cases somebody assessed."""
        if not self._of_cases(plainly):
            return None
        total = self.total
        if self.whole and self.sum != total and self.sum in self.others:
            total = self.sum
        if self.weak and self.graded and self.sum != total:
            total = None
        tally = settled(
            cases=total,
            parts=self.parts,
            below_good=self.below,
            percent_good=self.percent,
            stated="; ".join(self.stated)[:_LONGEST_STATED],
            start=self.start,
            end=self.end,
            assessor=assessor,
            sample=sample,
        )
        lost = self._lost(plainly) if tally.completeness == "partial" else ""
        return tally.model_copy(update={"doubt": lost}) if lost else tally

    def _lost(self, plainly: str) -> str:
        """A grade that is named and a number nobody has: most likely they belong together, unread."""
        tokens = list(tokens_of(plainly, self.start, self.sentence_end))
        named = {token.text for token in tokens if token.kind == "grade"} & set(v.SPOKEN)
        missing = [grade for grade in v.SPOKEN if grade in named - self.parts.keys()]
        joined = {self.total, self.below, *self.parts.values(), *self.others}
        spare = [int(token.value) for token in tokens if token.kind == "number" and token.value not in joined]
        if not missing or not spare:
            return ""
        grades = " and ".join(v.SPOKEN[grade] for grade in missing)
        return f"“{grades}” is named and {spare[0]} given, and it is not clear that they belong together"

    def _of_cases(self, plainly: str) -> bool:
        if not self.told:
            return self.looked
        begin, end = self.begin, self.sentence_end
        noun = self.noun or _CASES.search(plainly, begin, end) is not None
        if not self.graded:
            return noun or (
                self.percents > 0 and not _OTHER_THINGS.search(plainly, max(0, begin - _NEAR), end)
            )
        grades = len(self.parts) + (self.below is not None)
        if grades == 1 and self.total is None:
            number = next(iter(self.parts.values()), self.below)
            return self.noun and self.firm and number != 1 and (self.below is None or number is None)
        if noun:
            return True
        enough = grades > 2 or self.below is not None or self.total is not None
        return enough and not _OTHER_THINGS.search(plainly, max(0, begin - _NEAR), end)
