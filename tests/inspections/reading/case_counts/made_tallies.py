"""Sentences of graded cases built from numbers, in the forms reports use; and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from inspections.reading.case_counts import Tally

_UNITS = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
GOOD, ADEQUATE, IMPROVEMENT, INADEQUATE = "good", "adequate", "requires_improvement", "inadequate"
WORDINGS = {
    GOOD: ("good", "good"),
    ADEQUATE: ("adequate", "adequate"),
    IMPROVEMENT: ("requiring improvement", "requires improvement"),
    INADEQUATE: ("inadequate", "inadequate"),
}


def said(tally: Tally) -> dict[str, object]:
    """What a tally gives, without where it stands."""
    given = tally.model_dump(exclude={"start", "end"})
    return {name: value for name, value in given.items() if value not in (None, "") and name != "assessor"}


def spelled(number: int) -> str:
    """ "forty-two" for 42; from 0 to 999."""
    if number < 20:
        return "none" if number == 0 else _UNITS.split(" ")[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return _TENS.split(" ")[tens - 2] + (f"-{spelled(unit)}" if unit else "")
    hundreds, rest = divmod(number, 100)
    return f"{spelled(hundreds)} hundred" + (f" and {spelled(rest)}" if rest else "")


def listing(parts: Sequence[str], joint: str = ", ", last: str = " and ") -> str:
    return joint.join(parts[:-1]) + last + parts[-1]


@st.composite
def splits(draw: st.DrawFn, scale: Sequence[str] = (GOOD, IMPROVEMENT, INADEQUATE)) -> dict[str, int]:
    """Cases by grade, the grades in any order; at least two cases in each, so that plurals are right."""
    order = draw(st.permutations(scale))
    return {grade: draw(st.integers(2, 140)) for grade in order}


@dataclass(frozen=True)
class Numerals:
    """How numbers are written: in words below a limit (0, ten or a thousand), in figures from there on."""

    limit: int

    def __getitem__(self, number: int) -> str:
        return spelled(number) if 0 < number < self.limit else str(number)


def numerals() -> st.SearchStrategy[Numerals]:
    return st.builds(Numerals, st.sampled_from([0, 10, 1000]))
