"""A tally as it is put together from the facts of one sentence or several."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.items import Which
from inspections.reading.case_counts.statements import Fact
from inspections.reading.case_counts.tally import Assessor, Tally, given_numbers, is_whole, tally_of_numbers
from inspections.reading.case_counts.tokens import sentence_of

_SENTENCES_BETWEEN = 3
_OTHER_THINGS = re.compile(rf"\b(?:{'|'.join(sorted(v.OTHER_THINGS))})\b")
_CASES = re.compile(rf"\b(?:{'|'.join(sorted(v.CASES))})\b")
_LONGEST_STATED = 300
_NEAR = 200


@dataclass
class OpenTally:
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
    which: Which = ""
    parts: dict[str, int] = field(default_factory=dict)
    below: int | None = None
    percent: float | None = None
    percents: int = 0
    stated: list[str] = field(default_factory=list)
    sentence_end: int = 0

    @property
    def grades(self) -> dict[str, int]:
        """With ``below_good`` as one of them."""
        return self.parts if self.below is None else {**self.parts, v.BELOW_GOOD: self.below}

    @property
    def is_more_than_a_total(self) -> bool:
        return bool(self.grades) or self.percents > 0 or bool(self.stated)

    @property
    def whole(self) -> bool:
        return is_whole(self.parts, self.below)

    @property
    def sum(self) -> int:
        return sum(given_numbers(self.parts, self.below))

    @property
    def full(self) -> bool:
        """No further grade can belong here."""
        whole = self.whole if self.total is None else self.sum >= self.total
        return bool(self.grades) and whole

    def takes(self, fact: Fact, sentence: int) -> bool:
        """Whether a grade, a percentage or a proportion in words belongs to this tally."""
        here = self.sentence == sentence
        if sentence - self.sentence > _SENTENCES_BETWEEN:
            return False
        if fact.kind == "part":
            if fact.grade in self.grades:
                return self.grades[fact.grade] == fact.number
            return here or (fact.again and sentence - self.sentence == 1) or not self.full
        if fact.kind == "percent" and fact.grade in (v.GOOD, ""):
            return self.percent is None and (here or not self.percents)
        return here or not self.is_more_than_a_total

    def takes_total(self, number: int, fact: Fact, sentence: int) -> bool:
        """Whether so many cases are those of this tally; if so it has them as its total from here on."""
        here = self.sentence == sentence
        if self.total is None:
            # “No case was good. Eleven of the 21 cases …”, “… Total: 90 cases.”
            of_none_good = bool(self.grades) and not self.sum
            summed_up = fact.words == "total" or (self.whole and self.sum == number)
            next_to_it = bool(self.grades) and sentence - self.sentence == 1 and summed_up
            if here or of_none_good or next_to_it:
                self.total = number
            return self.total is not None
        if self.total == number:
            near = sentence - self.sentence <= _SENTENCES_BETWEEN
            return near and (fact.kind == "part" or here or not self.full)
        if not here or self.is_more_than_a_total or (fact.looked and not self.looked):
            return False  # “of 300 cases it holds we examined 30”
        self.others.append(number)
        return True

    def put(self, fact: Fact) -> None:
        if fact.kind == "part" and fact.grade == v.BELOW_GOOD:
            self.below = int(fact.number)
        elif fact.kind == "part":
            self.parts[fact.grade] = int(fact.number)
        elif fact.kind == "percent" and fact.grade in (v.GOOD, ""):
            self.percent = fact.number
        else:
            self.stated.append(fact.words)
        self.percents += fact.kind == "percent"

    def grow(self, fact: Fact, sentence: int, sentence_end: int) -> None:
        self.start, self.end = min(self.start, fact.start), max(self.end, fact.end)
        self.sentence, self.sentence_end = sentence, sentence_end
        self.noun, self.firm = self.noun or fact.noun, self.firm or fact.firm
        if fact.kind != "total" and not self.first_end:
            self.first_end = fact.end

    def tally(self, plainly: str, assessor: Assessor, sample: str) -> Tally | None:
        """None where the numbers may be of anything but cases somebody assessed."""
        if not self._is_of_cases(plainly):
            return None
        total = self.total
        if self.whole and self.sum != total and self.sum in self.others:
            total = self.sum
        if self.weak and self.grades and self.sum != total:
            total = None
        tally = tally_of_numbers(
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
        if tally.completeness != "partial":
            return tally
        # A grade that is named and a number nobody has: most likely they belong together, unread.
        tokens = sentence_of(plainly, self.start, self.sentence_end)
        named = {token.text for token in tokens if token.kind == "grade"}
        missing = [words for grade, words in v.GRADE_WORDS.items() if grade in named - self.parts.keys()]
        joined = {self.total, self.below, *self.parts.values(), *self.others}
        spare = [int(token.value) for token in tokens if token.kind == "number" and token.value not in joined]
        if not missing or not spare:
            return tally
        grades = " and ".join(missing)
        doubt = f"“{grades}” is named and {spare[0]} given, and it is not clear that they belong together"
        return tally.model_copy(update={"doubt": doubt})

    def _is_of_cases(self, plainly: str) -> bool:
        if not self.is_more_than_a_total:
            return self.looked
        noun = self.noun or _CASES.search(plainly, self.begin, self.sentence_end) is not None
        if len(self.grades) == 1 and self.total is None:
            return self.noun and self.firm and self.below is None and 1 not in self.parts.values()
        if self.grades:
            enough = len(self.grades) > 2 or self.below is not None or self.total is not None
        else:
            enough = self.percents > 0
        begin = max(0, self.begin - _NEAR)
        return noun or (enough and not _OTHER_THINGS.search(plainly, begin, self.sentence_end))
