"""Whether the numbers of one tally can be true together, and how complete they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from inspections.reading.records import CaseReviewRecord
from inspections.reading.typed.codes import PARTS
from inspections.reading.typed.faults import Fault

# A percentage is printed rounded, and not always well.
_PERCENT_OFF = 1.0


def added_up(numbers: list[int]) -> str:
    """ "9 + 8 = 17"; one number alone is itself."""
    words = " + ".join(map(str, numbers))
    return f"{words} = {sum(numbers)}" if len(numbers) > 1 else words


@dataclass(frozen=True)
class Tally:
    """None is "not given". ``completeness`` as declared, empty: to be worked out. ``grades``: every grade a
    case could be given there, empty where that is not defined."""

    cases: int | None = None
    good: int | None = None
    adequate: int | None = None
    requires_improvement: int | None = None
    inadequate: int | None = None
    below_good: int | None = None
    percent_good: float | None = None
    observed: int | None = None
    observed_what: str = ""
    stated: str = ""
    cases_basis: str = ""
    completeness: str = ""
    grades: tuple[str, ...] = ()

    @cached_property
    def parts(self) -> dict[str, int]:
        """The grades that are given, with their numbers."""
        given = {part: getattr(self, part) for part in PARTS}
        return {part: number for part, number in given.items() if number is not None}

    @property
    def sum_in_words(self) -> str:
        return added_up(list(self.parts.values()))

    @property
    def every_grade_given(self) -> bool:
        return bool(self.grades) and all(getattr(self, grade) is not None for grade in self.grades)


@dataclass(frozen=True)
class Checked:
    """``cases`` and ``cases_basis`` with our sum filled in where it was asked for."""

    cases: int | None
    cases_basis: str
    completeness: str
    faults: list[Fault]


_NUMBERS = (
    "good",
    "adequate",
    "requires_improvement",
    "inadequate",
    "below_good",
    "percent_good",
    "observed",
)
_WORDS = ("observed_what", "stated")


def record(tally: Tally, checked: Checked, **more: object) -> CaseReviewRecord:
    """The tally as every reader gives it; ``more``: theme, assessor, locator and the like."""
    values = {name: getattr(tally, name) for name in (*_NUMBERS, *_WORDS)}
    values |= {"cases": checked.cases, "cases_basis": checked.cases_basis or None}
    return CaseReviewRecord.model_validate(values | {"completeness": checked.completeness} | more)


def check(tally: Tally) -> Checked:
    """What is wrong with a tally, and its completeness: the declared word where it fits, else worked out."""
    cases, basis = _cases(tally)
    faults = _contradictions(tally, cases)
    if tally.completeness == "inconsistent":
        return Checked(cases, basis, "inconsistent", _as_printed(tally, cases, faults))
    if faults:
        return Checked(cases, basis, tally.completeness, faults)
    if tally.cases is None and tally.cases_basis == "printed":
        faults = [Fault("cases_basis", "printed", "no number of cases is given")]
    derived = _derived(tally, cases)
    if not derived:
        faults = [Fault("cases", "", "neither a number nor the source’s words are given")]
    elif tally.completeness and not _fits(tally.completeness, tally, cases):
        faults = [Fault("completeness", tally.completeness, _why_not(tally, cases, derived))]
    return Checked(cases, basis, tally.completeness or derived, faults)


def _cases(tally: Tally) -> tuple[int | None, str]:
    """A total that is not printed is added up only where somebody says that these are all of them."""
    if tally.cases is not None:
        return tally.cases, tally.cases_basis or "printed"
    asked = tally.completeness == "full_split" or tally.cases_basis == "summed"
    if asked and tally.parts:
        return sum(tally.parts.values()), "summed"
    return None, ""


def _contradictions(tally: Tally, cases: int | None) -> list[Fault]:
    faults = [
        Fault(part, str(number), f"{number} is more than the {cases} cases looked at")
        for part, number in [
            *tally.parts.items(),
            ("below_good", tally.below_good),
            ("observed", tally.observed),
        ]
        if number is not None and cases is not None and number > cases
    ]
    if not faults and cases is not None and tally.parts:
        total = sum(tally.parts.values())
        must_be_all = tally.completeness == "full_split" or tally.every_grade_given
        if total > cases or (must_be_all and total != cases):
            faults.append(Fault("cases", str(cases), f"{tally.sum_in_words}, not {cases}"))
    if tally.grades:
        faults += [
            Fault(part, str(number), f"no case could be graded “{part.replace('_', ' ')}” here")
            for part, number in tally.parts.items()
            if part not in tally.grades and number
        ]
    if not faults:
        faults = _below_good_faults(tally, cases)
    return faults or _percent_faults(tally, cases)


def _below_good_faults(tally: Tally, cases: int | None) -> list[Fault]:
    if tally.below_good is None:
        return []
    below = {part: number for part, number in tally.parts.items() if part != "good"}
    value, total = str(tally.below_good), sum(below.values())
    both = {"requires_improvement", "inadequate"} <= below.keys()
    if total > tally.below_good or (both and total != tally.below_good):
        words = added_up(list(below.values()))
        return [Fault("below_good", value, f"{words}, not {tally.below_good} below good")]
    if tally.good is not None and cases is not None and tally.good + tally.below_good > cases:
        words = added_up([tally.good, tally.below_good])
        return [Fault("below_good", value, f"{words}, more than the {cases} cases looked at")]
    return []


def _percent_faults(tally: Tally, cases: int | None) -> list[Fault]:
    percent = tally.percent_good
    if percent is None:
        return []
    if not 0 <= percent <= 100:
        return [Fault("percent_good", f"{percent:g}", "a percentage lies between 0 and 100")]
    if cases and tally.good is not None and abs(100 * tally.good / cases - percent) > _PERCENT_OFF:
        said = f"{tally.good} of {cases} is {100 * tally.good / cases:.1f}%, not {percent:g}%"
        return [Fault("percent_good", f"{percent:g}", said)]
    return []


def _as_printed(tally: Tally, cases: int | None, faults: list[Fault]) -> list[Fault]:
    """Numbers that contradict each other in the source are kept, and what is odd is said of them."""
    wrong = [
        fault for fault in faults if "percentage lies" in fault.message or "no case could" in fault.message
    ]
    if wrong:
        return wrong
    if faults:
        return [
            Fault(fault.field, fault.value, f"{fault.message}; kept as printed", "conflict")
            for fault in faults
        ]
    if cases is not None and sum(tally.parts.values()) == cases:
        return [Fault("completeness", "inconsistent", f"{tally.sum_in_words}: these parts do add up")]
    if cases is not None and tally.parts:
        said = f"{tally.sum_in_words}, not {cases}; kept as printed"
        return [Fault("cases", str(cases), said, "conflict")]
    return [Fault("completeness", "inconsistent", "what contradicts what cannot be seen here", "note")]


def _derived(tally: Tally, cases: int | None) -> str:
    """Empty where nothing at all is given."""
    if tally.parts:
        if tally.good is not None and cases == sum(tally.parts.values()):
            return "full_split"
        return "merged" if tally.below_good is not None else "partial"
    found: Mapping[str, bool] = {
        "merged": tally.below_good is not None,
        "observed": tally.observed is not None,
        "proportion_only": tally.percent_good is not None,
        "total_only": cases is not None,
        "stated_only": bool(tally.stated or tally.observed_what),
    }
    return next((word for word, holds in found.items() if holds), "")


def _fits(word: str, tally: Tally, cases: int | None) -> bool:
    """Whether a declared word can be said of these numbers; several may be said of some."""
    derived = _derived(tally, cases)
    graded = bool(tally.parts) or tally.below_good is not None
    fits = {
        "full_split": derived == "full_split",
        "merged": tally.below_good is not None and derived != "full_split",
        "partial": bool(tally.parts) and derived != "full_split",
        "total_only": cases is not None and not graded and tally.percent_good is None,
        "proportion_only": not graded and (tally.percent_good is not None or bool(tally.stated)),
        "stated_only": not graded and cases is None and bool(tally.stated),
        "observed": tally.observed is not None or bool(tally.observed_what or tally.stated),
    }
    return fits.get(word, False)


def _why_not(tally: Tally, cases: int | None, derived: str) -> str:
    words = derived.replace("_", " ")
    if tally.completeness == "full_split" and tally.good is None:
        return f"a full split says how many were good; these numbers are “{words}”"
    if tally.parts and cases is not None:
        return f"{tally.sum_in_words} of {cases}: this is “{words}”"
    return f"these numbers are “{words}”"
