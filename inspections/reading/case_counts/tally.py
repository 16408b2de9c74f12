"""What one statement of graded cases says, and how much of it is known."""

from __future__ import annotations

from typing import Literal

from inspections.domain.case_counts import CASE_GRADES, CaseCounts, Completeness
from inspections.reading.records import Assessor


class Tally(CaseCounts):
    """What one statement says. ``start`` and ``end``: where in the text given (0, 0 for rows and lists).

    ``sample`` and ``assessor``: of which cases, and by whom. ``doubt``: why the numbers do not reconcile, in
    words for a person.
    """

    completeness: Completeness
    sample: str = ""
    assessor: Assessor = "inspectors"
    start: int
    end: int
    doubt: str = ""


def settled(
    *,
    cases: int | None,
    parts: dict[str, int],
    below_good: int | None = None,
    percent_good: float | None = None,
    stated: str = "",
    start: int = 0,
    end: int = 0,
    assessor: Assessor = "inspectors",
    sample: str = "",
    doubt: str = "",
) -> Tally:
    """The tally of printed numbers; ``parts``: cases per grade, ``below_good``: those given as one number.

    A total is summed here only where every grade is printed, or good and all that is below it.
    """
    split = parts.keys() >= {"requires_improvement", "inadequate"}
    if below_good is not None and split:
        doubt = doubt or _doubt([parts["requires_improvement"], parts["inadequate"]], below_good, whole=True)
        below_good = below_good if doubt else None
    given = given_numbers(parts, below_good)
    whole = _whole(parts, below_good)
    basis: Literal["printed", "summed"] | None = "printed" if cases is not None else None
    if cases is None and whole:
        cases, basis = sum(given), "summed"
    doubt = doubt or _doubt(given, cases, whole=whole)
    # Adequate is below good too: where it stands beside one number for the grades under it, both count.
    below = below_good if below_good is None else below_good + parts.get("adequate", 0)
    return Tally(
        start=start,
        end=end,
        assessor=assessor,
        sample=sample,
        cases=cases,
        cases_basis=basis,
        below_good=below,
        percent_good=percent_good,
        stated=stated,
        completeness=_completeness(cases, parts, below, percent_good, stated, doubt),
        doubt=doubt,
        good=parts.get("good"),
        adequate=parts.get("adequate"),
        requires_improvement=parts.get("requires_improvement"),
        inadequate=parts.get("inadequate"),
    )


def given_numbers(parts: dict[str, int], below_good: int | None) -> list[int]:
    """The numbers that add up to the total: what is told of one number for all below good is inside it."""
    if below_good is None:
        return [parts[grade] for grade in CASE_GRADES if grade in parts]
    return [*(parts[grade] for grade in ("good", "adequate") if grade in parts), below_good]


def _whole(parts: dict[str, int], below_good: int | None) -> bool:
    """Whether no grade is missing: after 2015 there are three, before it adequate stood among four."""
    if below_good is not None:
        return "good" in parts
    return {"good", "requires_improvement", "inadequate"} <= parts.keys()


def _doubt(given: list[int], cases: int | None, *, whole: bool) -> str:
    if cases is None or not given or sum(given) == cases or (sum(given) < cases and not whole):
        return ""
    if len(given) == 1:
        return f"{given[0]} is more than {cases}"
    return f"{' + '.join(map(str, given))} = {sum(given)}, not {cases}"


def _completeness(
    cases: int | None,
    parts: dict[str, int],
    below_good: int | None,
    percent_good: float | None,
    stated: str,
    doubt: str,
) -> Completeness:
    if doubt:
        return "inconsistent"
    if below_good is not None:
        return "merged"
    if _whole(parts, None) or _all_told(cases, parts):
        return "full_split"
    if parts:
        return "partial"
    if percent_good is not None:
        return "proportion_only"
    if cases is not None:
        return "total_only"
    return "proportion_only" if "per cent" in stated else "stated_only"


def _all_told(cases: int | None, parts: dict[str, int]) -> bool:
    """Good, adequate and inadequate of a printed total leave no case over: the source prints three grades."""
    return {"good", "adequate", "inadequate"} == parts.keys() and sum(parts.values()) == cases
