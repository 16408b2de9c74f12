"""Whether typed counts can be true together, and how complete they are."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.domain.case_counts import CaseCounts, Contradiction, addition
from inspections.reading.typed.faults import Fault
from inspections.terms import CasesBasis, Completeness, Severity


@dataclass(frozen=True)
class Checked:
    """``counts``: with our sum where it was asked for, and how complete they are, unless a fault hides it."""

    counts: CaseCounts
    faults: list[Fault]


def check(counts: CaseCounts, grades: tuple[str, ...] = ()) -> Checked:
    """What is wrong with counts, and their completeness: the declared word where it fits, else worked out.

    ``grades``: every grade a case could be given there, empty where that is not defined. A total that is not
    printed is added up only where somebody says that these are all the cases.
    """
    if counts.cases is None and (counts.completeness == "full_split" or counts.cases_basis == "summed"):
        summed = counts.with_our_sum()
    else:
        summed = counts
    declared, wrong = counts.completeness, summed.contradictions(grades)
    if declared == "inconsistent":
        faults = _kept_as_printed(summed, wrong)
    elif wrong:
        faults = [Fault(one.field, one.value, one.why) for one in wrong]
    elif (derived := summed.derived_completeness()) is None:
        faults = [Fault("cases", "", "neither a number nor the source’s words are given")]
    elif declared and not summed.may_be_called(declared):
        faults = [Fault("completeness", declared, _why_not(summed, derived))]
    elif counts.cases is None and counts.cases_basis == "printed":
        faults = [Fault("cases_basis", "printed", "no number of cases is given")]
    else:
        faults = []
    basis = None if summed.cases is None else summed.cases_basis or CasesBasis.PRINTED
    complete = declared or (None if wrong else summed.derived_completeness())
    return Checked(summed.model_copy(update={"cases_basis": basis, "completeness": complete}), faults)


def _kept_as_printed(counts: CaseCounts, wrong: list[Contradiction]) -> list[Fault]:
    """Numbers that contradict each other in the source are kept, and what is odd is said of them."""
    if impossible := [one for one in wrong if one.impossible]:
        return [Fault(one.field, one.value, one.why) for one in impossible]
    if wrong:
        return [
            Fault(one.field, one.value, f"{one.why}; kept as printed", Severity.CONFLICT) for one in wrong
        ]
    sum_in_words = addition(counts.parts.values())
    if counts.cases is not None and counts.parts_sum == counts.cases:
        return [Fault("completeness", "inconsistent", f"{sum_in_words}: these parts do add up")]
    if counts.cases is not None and counts.parts:
        why = f"{sum_in_words}, not {counts.cases}; kept as printed"
        return [Fault("cases", str(counts.cases), why, Severity.CONFLICT)]
    return [Fault("completeness", "inconsistent", "what contradicts what cannot be seen here", Severity.NOTE)]


def _why_not(counts: CaseCounts, derived: Completeness) -> str:
    words = derived.replace("_", " ")
    if counts.completeness == "full_split" and counts.good is None:
        return f"a full split says how many were good; these numbers are “{words}”"
    if counts.parts and counts.cases is not None:
        return f"{addition(counts.parts.values())} of {counts.cases}: this is “{words}”"
    return f"these numbers are “{words}”"
