"""What one statement of graded cases says, how much of it is known, and whether several reconcile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from inspections.domain.case_counts import CASE_GRADES, CaseCounts, addition
from inspections.reading.records import Assessor
from inspections.terms import CasesBasis, Completeness


class Tally(CaseCounts):
    """What one statement says. ``start`` and ``end``: where in the text given (0, 0 for rows and lists).

    ``sample`` and ``assessor``: of which cases, and by whom. ``doubt``: why the numbers do not reconcile, in
    words for a person.
    """

    completeness: Completeness
    sample: str = ""
    assessor: Assessor = Assessor.INSPECTORS
    start: int = 0
    end: int = 0
    doubt: str = ""


def tally_of_numbers(
    *,
    cases: int | None,
    parts: dict[str, int],
    below_good: int | None = None,
    percent_good: float | None = None,
    stated: str = "",
    doubt: str = "",
    **where: Any,
) -> Tally:
    """The tally of printed numbers; ``parts``: cases per grade, ``below_good``: those given as one number;
    ``where``: its start, end, assessor and sample.

    A total is summed here only where every grade is printed, or good and all that is below it.
    """
    if below_good is not None and parts.keys() >= {"requires_improvement", "inadequate"}:
        lower = [parts["requires_improvement"], parts["inadequate"]]
        doubt = doubt or _doubt(lower, below_good, whole=True)
        below_good = below_good if doubt else None
    given, whole = given_numbers(parts, below_good), is_whole(parts, below_good)
    basis = CasesBasis.PRINTED if cases is not None else None
    if cases is None and whole:
        cases, basis = sum(given), CasesBasis.SUMMED
    doubt = doubt or _doubt(given, cases, whole=whole)
    # Good, adequate and inadequate of a printed total leave no case over: the source prints three grades.
    whole = whole or (parts.keys() == {"good", "adequate", "inadequate"} and sum(given) == cases)
    # Adequate is below good too: where it stands beside one number for the grades under it, both count.
    below = below_good if below_good is None else below_good + parts.get("adequate", 0)
    if doubt:
        completeness = Completeness.INCONSISTENT
    elif below is not None:
        completeness = Completeness.MERGED
    elif parts:
        completeness = Completeness.FULL_SPLIT if whole else Completeness.PARTIAL
    elif percent_good is not None or (cases is None and "per cent" in stated):
        completeness = Completeness.PROPORTION_ONLY
    else:
        completeness = Completeness.STATED_ONLY if cases is None else Completeness.TOTAL_ONLY
    where |= {grade: parts.get(grade) for grade in CASE_GRADES}
    return Tally(
        cases=cases,
        cases_basis=basis,
        below_good=below,
        percent_good=percent_good,
        stated=stated,
        completeness=completeness,
        doubt=doubt,
        **where,
    )


def given_numbers(parts: dict[str, int], below_good: int | None) -> list[int]:
    """The numbers that add up to the total: one number for all below good holds those of the lower grades."""
    if below_good is None:
        return [parts[grade] for grade in CASE_GRADES if grade in parts]
    return [*(parts[grade] for grade in ("good", "adequate") if grade in parts), below_good]


def is_whole(parts: dict[str, int], below_good: int | None) -> bool:
    """Whether no grade is missing: after 2015 there are three, before it adequate stood among four."""
    if below_good is not None:
        return "good" in parts
    return {"good", "requires_improvement", "inadequate"} <= parts.keys()


def _doubt(given: list[int], cases: int | None, *, whole: bool) -> str:
    if cases is None or not given or sum(given) == cases or (sum(given) < cases and not whole):
        return ""
    return f"{given[0]} is more than {cases}" if len(given) == 1 else f"{addition(given)}, not {cases}"


def total_agrees(themes: Sequence[Tally], overall: Tally) -> str:
    """Empty, or why themes and overall tally do not reconcile, grade by grade and in all.

    A grade that one theme or the overall tally does not give is not assessed.
    """
    themes = [tally for tally in themes if tally.completeness != "observed"]
    differences = []
    for name in (*CASE_GRADES, "below_good", "cases") if themes else ():
        if name == "below_good" and all(tally.below_good is None for tally in (*themes, overall)):
            continue  # said grade by grade already
        total = _number(overall, name)
        known = [number for tally in themes if (number := _number(tally, name)) is not None]
        if total is not None and len(known) == len(themes) and sum(known) != total:
            label = "cases in all" if name == "cases" else name.replace("_", " ")
            numbers = " + ".join(map(str, known))
            differences.append(f"{label}: themes {numbers} = {sum(known)}, overall {total}")
    return "; ".join(differences)


def _number(tally: Tally, name: str) -> int | None:
    value: int | None = getattr(tally, name)
    if value is None and tally.completeness == "full_split":
        if name == "adequate":
            return 0  # its scale has no such grade
        return tally.known_below_good if name == "below_good" else None
    return value
