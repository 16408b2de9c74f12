"""How many cases were looked at and how they were graded: one value, and what may be said of it.

None is "not given", never zero; "none of these was good" is a known zero. Counts of different inspections
are never added up, and a grade is never turned into a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field

from inspections.terms import CasesBasis, Completeness

# The grades a case can be given, best first; every one after good is below good.
CASE_GRADES = ("good", "adequate", "requires_improvement", "inadequate")
# Every number counts may give, by name.
NUMBERS = ("cases", *CASE_GRADES, "below_good", "percent_good", "observed")
# Fewer cases than this: counts, no percentage. A count under this one about one authority's children: the
# source's words only.
NO_PERCENTAGE_BELOW = 20
WORDS_ONLY_BELOW = 5
# A percentage is printed rounded, and not always well: percentage points.
PERCENT_OFF = 1.0

Count = Annotated[int, Field(ge=0)] | None


class Contradiction(NamedTuple):
    """Which value cannot be true beside the others, and why ("9 + 8 = 17, not 33").

    ``impossible``: it cannot be true at all, whatever the others are.
    """

    field: str
    value: str
    why: str
    impossible: bool = False


class CaseCounts(BaseModel):
    """So many cases, so graded.

    ``cases_basis``: whether ``cases`` is printed or our sum. ``below_good``: all lower grades as one number.
    ``percent_good``: 0 to 100, as stated and never made into a count. ``stated`` and ``observed_what``: short
    words where they say more than the numbers. ``completeness``: as declared, None where it is to be derived.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    cases: Count = None
    cases_basis: CasesBasis | None = None
    good: Count = None
    adequate: Count = None
    requires_improvement: Count = None
    inadequate: Count = None
    below_good: Count = None
    percent_good: float | None = None
    stated: str = ""
    observed: Count = None
    observed_what: str = ""
    completeness: Completeness | None = None

    @property
    def parts(self) -> dict[str, int]:
        """The grades that are given, with their numbers."""
        given = {grade: getattr(self, grade) for grade in CASE_GRADES}
        return {grade: number for grade, number in given.items() if number is not None}

    @property
    def parts_sum(self) -> int:
        return sum(self.parts.values())

    @property
    def is_graded(self) -> bool:
        """Whether some count of graded cases is given, were it zero; a share alone is none."""
        return bool(self.parts) or self.below_good is not None

    @property
    def numbers(self) -> dict[str, float]:
        """Every number given, by name; how many were below good also where every case's grade is given."""
        given = {name: number for name in NUMBERS if (number := getattr(self, name)) is not None}
        if self.derived_completeness() == Completeness.FULL_SPLIT:
            given.setdefault("below_good", self.parts_sum - (self.good or 0))
        return given

    @property
    def is_inconsistent(self) -> bool:
        """The parts as printed do not add up: kept, and never drawn or compared as if they did."""
        return self.completeness == Completeness.INCONSISTENT

    @property
    def known_below_good(self) -> int | None:
        """How many are known to be below good, by grade or as one number."""
        lower = [number for grade, number in self.parts.items() if grade != "good"]
        if self.below_good is None:
            return sum(lower) if lower else None
        return max(sum(lower), self.below_good)

    @property
    def breakdown(self) -> list[tuple[str, int]]:
        """The parts, then ``below_good`` for those whose lower grade is not given, then ``not_given``.

        Empty where no count of graded cases is given; ``not_given`` is never said of inconsistent counts.
        """
        shares = list(self.parts.items())
        unsplit = (self.known_below_good or 0) - sum(n for grade, n in shares if grade != "good")
        if unsplit > 0:
            shares.append(("below_good", unsplit))
        rest = (self.cases or 0) - sum(number for _, number in shares)
        if shares and rest > 0 and not self.is_inconsistent:
            shares.append(("not_given", rest))
        return shares

    @property
    def are_few(self) -> bool:
        """Known to be fewer than 20: then not even a stated percentage is shown."""
        return self.cases is not None and self.cases < NO_PERCENTAGE_BELOW

    @property
    def may_show_percentage(self) -> bool:
        """Whether a percentage may be worked out of the counts: 20 cases or more, and adding up."""
        return self.cases is not None and not self.are_few and not self.is_inconsistent

    @property
    def has_count_under_five(self) -> bool:
        """Whether any number given, a zero too, is so small that one authority's children might be known."""
        numbers = (*self.parts.values(), self.below_good, self.cases, self.observed)
        return any(number is not None and number < WORDS_ONLY_BELOW for number in numbers)

    @property
    def share_good(self) -> float | None:
        """Per cent of the cases looked at that were good, from the counts; None where they do not say."""
        if not self.cases:
            return None
        if self.good is not None:
            return 100 * self.good / self.cases
        return None if self.below_good is None else 100 - 100 * self.below_good / self.cases

    def percent_of(self, count: int) -> int | None:
        """Whole per cent of the cases looked at, halves up, worked out in whole numbers."""
        return (200 * count + self.cases) // (2 * self.cases) if self.cases else None

    def mostly(self) -> Literal["good", "below_good"] | None:
        """Which way more than half of the cases looked at were; None where that cannot be told.

        As counted; the stated share decides only where nothing was counted by grade.
        """
        if self.is_inconsistent:
            return None
        if not self.is_graded and self.percent_good is not None:
            return "good" if self.percent_good > 50 else "below_good" if self.percent_good < 50 else None
        if not self.cases:
            return None
        if 2 * (self.known_below_good or 0) > self.cases:
            return "below_good"
        return "good" if 2 * (self.good or 0) > self.cases else None

    def with_our_sum(self) -> Self:
        """With the parts added up where no number of cases is given, and marked as our sum."""
        if self.cases is not None or not self.parts:
            return self
        return self.model_copy(update={"cases": self.parts_sum, "cases_basis": CasesBasis.SUMMED})

    def derived_completeness(self) -> Completeness | None:
        """How complete the numbers are, whatever is declared; None where nothing at all is given."""
        if self.good is not None and self.cases == self.parts_sum:
            return Completeness.FULL_SPLIT
        if self.below_good is not None:
            return Completeness.MERGED
        if self.parts:
            return Completeness.PARTIAL
        if self.observed is not None:
            return Completeness.OBSERVED
        if self.percent_good is not None:
            return Completeness.PROPORTION_ONLY
        if self.cases is not None:
            return Completeness.TOTAL_ONLY
        return Completeness.STATED_ONLY if self.stated or self.observed_what else None

    def may_be_called(self, completeness: Completeness) -> bool:
        """Whether a declared word can be said of these numbers; several may be said of some."""
        split = self.derived_completeness() == "full_split"
        share = self.percent_good is not None
        return {
            Completeness.FULL_SPLIT: split,
            Completeness.MERGED: self.below_good is not None and not split,
            Completeness.PARTIAL: bool(self.parts) and not split,
            Completeness.TOTAL_ONLY: self.cases is not None and not self.is_graded and not share,
            Completeness.PROPORTION_ONLY: not self.is_graded and (share or bool(self.stated)),
            Completeness.STATED_ONLY: not self.is_graded and self.cases is None and bool(self.stated),
            Completeness.OBSERVED: self.observed is not None or bool(self.observed_what or self.stated),
            Completeness.INCONSISTENT: False,
        }[completeness]

    def contradictions(self, grades: tuple[str, ...] = ()) -> list[Contradiction]:
        """Every value that cannot be true, empty where all can. ``grades``: every grade a case could be given
        there, best first, empty where that is not defined."""
        parts, cases = self.parts, self.cases
        bounded = {**parts, "below_good": self.below_good, "observed": self.observed}
        wrong = [
            Contradiction(name, str(number), f"{number} is more than the {cases} cases looked at")
            for name, number in bounded.items()
            if number is not None and cases is not None and number > cases
        ]
        if not wrong and parts and cases is not None:
            every = bool(grades) and parts.keys() >= set(grades)
            must_be_all = every or self.completeness == Completeness.FULL_SPLIT
            if self.parts_sum > cases or (must_be_all and self.parts_sum != cases):
                wrong = [Contradiction("cases", str(cases), f"{addition(parts.values())}, not {cases}")]
        wrong += [
            Contradiction(
                grade, str(number), f"no case could be graded “{grade.replace('_', ' ')}” here", True
            )
            for grade, number in parts.items()
            if grades and number and grade not in grades
        ]
        return wrong or self._wrong_below_good() or self._wrong_percentage()

    def _wrong_below_good(self) -> list[Contradiction]:
        if self.below_good is None:
            return []
        lower = {grade: number for grade, number in self.parts.items() if grade != "good"}
        given, both = sum(lower.values()), lower.keys() >= {"requires_improvement", "inadequate"}
        if given > self.below_good or (both and given != self.below_good):
            why = f"{addition(lower.values())}, not {self.below_good} below good"
        elif self.good is not None and self.cases is not None and self.good + self.below_good > self.cases:
            why = f"{addition([self.good, self.below_good])}, more than the {self.cases} cases looked at"
        else:
            return []
        return [Contradiction("below_good", str(self.below_good), why)]

    def _wrong_percentage(self) -> list[Contradiction]:
        percent = self.percent_good
        if percent is None:
            return []
        if not 0 <= percent <= 100:
            return [
                Contradiction("percent_good", f"{percent:g}", "a percentage lies between 0 and 100", True)
            ]
        if self.good is None or not self.cases or abs(100 * self.good / self.cases - percent) <= PERCENT_OFF:
            return []
        why = f"{self.good} of {self.cases} is {100 * self.good / self.cases:.1f}%, not {percent:g}%"
        return [Contradiction("percent_good", f"{percent:g}", why)]


def addition(numbers: Iterable[int]) -> str:
    """ "9 + 8 = 17"; one number alone is itself."""
    given = list(numbers)
    words = " + ".join(map(str, given))
    return f"{words} = {sum(given)}" if len(given) > 1 else words
