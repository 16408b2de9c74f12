"""What the tallies of one report say together: said twice, said differently, and not adding up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from inspections.domain.case_counts import CASE_GRADES
from inspections.reading.case_counts import Tally, total_agrees
from inspections.reading.readers.hmicfrs_report.told import ALL, Told
from inspections.reading.records import CaseReviewRecord, ProblemRecord

_NUMBERS = ("cases", *CASE_GRADES, "below_good", "percent_good")
_PERCENT_ROUNDED = 0.6
_YEAR = re.compile(r"\b20[0-3]\d\b")


@dataclass
class Reviews:
    records: list[CaseReviewRecord] = field(default_factory=list)
    problems: list[ProblemRecord] = field(default_factory=list)


def reconciled(told: Sequence[Told]) -> Reviews:
    """One row for each theme, assessor and sample, and a problem for whatever does not reconcile."""
    found = Reviews()
    kept = _once(told, found.problems)
    found.problems += [problem for one in kept if (problem := _doubt(one))]
    kept = [one for one in kept if _says_a_number(one.tally) or not one.tally.doubt]
    found.problems += _totals(kept)
    found.records = [one.record() for one in kept]
    return found


def _once(told: Sequence[Told], problems: list[ProblemRecord]) -> list[Told]:
    """Facts folded by what they are about; a proposal that repeats a fact's numbers is left out."""
    facts: dict[tuple[str | None, str, str, str], list[Told]] = {}
    for one in told:
        if not one.proposed:
            facts.setdefault(one.key, []).append(one)
    kept: list[Told] = []
    for group in facts.values():
        kept += _folded(group, problems)
    for one in told:
        if one.proposed and not any(_repeats(one, fact) for fact in kept):
            kept.append(one)
    places = {id(one.piece): place for place, one in enumerate(told)}
    return sorted(kept, key=lambda one: places[id(one.piece)])


def _folded(group: Sequence[Told], problems: list[ProblemRecord]) -> list[Told]:
    """Statements about the same cases as one, the fullest; those that contradict it are told of."""
    graded = [one for one in group if _is_graded(one.tally)]
    main = max(graded or group, key=lambda one: (one.tally.doubt == "", _told(one.tally)))
    aside: list[Told] = []
    for one in group:
        if one is main:
            continue
        if _agree(main.tally, one.tally):
            main = replace(main, tally=_with_printed_total(main.tally, one.tally))
            if not _adds_nothing(main.tally, one.tally):
                aside.append(one)
        elif graded and not _is_graded(one.tally):
            problems.append(_differs(main, one, "conflict"))
            aside.append(replace(one, proposed=True))
        else:
            problems.append(_differs(main, one, "blocking"))
    return [main, *aside]


def _is_graded(tally: Tally) -> bool:
    return tally.is_graded or tally.percent_good is not None


def _told(tally: Tally) -> int:
    return sum(getattr(tally, name) is not None for name in _NUMBERS)


def _agree(one: Tally, other: Tally) -> bool:
    for name in _NUMBERS:
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine is not None and theirs is not None and mine != theirs:
            return False
    counted, stated = (one, other) if other.percent_good is not None else (other, one)
    share = counted.share_good
    if stated.percent_good is None or share is None:
        return True
    return abs(share - stated.percent_good) <= _PERCENT_ROUNDED


def _adds_nothing(main: Tally, other: Tally) -> bool:
    """Whether what ``other`` says is in ``main`` already; a percentage is where the counts give it."""
    names = [name for name in _NUMBERS if getattr(other, name) is not None and getattr(main, name) is None]
    return not names or (names == ["percent_good"] and main.share_good is not None)


def _with_printed_total(main: Tally, other: Tally) -> Tally:
    """A total that is our sum is printed after all where another sentence prints it."""
    if (
        main.cases is not None
        and main.cases == other.cases
        and "printed" in (main.cases_basis, other.cases_basis)
    ):
        return main.model_copy(update={"cases_basis": "printed"})
    return main


def _repeats(proposal: Told, fact: Told) -> bool:
    same = proposal.theme == fact.theme and proposal.tally.assessor == fact.tally.assessor
    return same and proposal.tally.observed is None and _agree(fact.tally, proposal.tally)


def _differs(main: Told, other: Told, severity: str) -> ProblemRecord:
    kept, said = in_words(main.tally), in_words(other.tally)
    return ProblemRecord(
        severity="blocking" if severity == "blocking" else "conflict",
        where=other.piece.where,
        field="case_reviews",
        value=said,
        message=f"{main.name}: {main.piece.where} says {kept}; {other.piece.where} says {said}.",
        kept=kept,
        other=said,
        other_source=other.piece.where,
    )


def _doubt(one: Told) -> ProblemRecord | None:
    tally = one.tally
    if not tally.doubt:
        return None
    if tally.completeness == "partial":
        return ProblemRecord(
            severity="blocking",
            where=one.piece.where,
            field="case_reviews",
            value=one.piece.text[:200],
            message=f"{one.name}: {tally.doubt}.",
        )
    known = _says_a_number(tally)
    return ProblemRecord(
        severity="conflict" if known else "blocking",
        where=one.piece.where,
        field="case_reviews",
        value=in_words(tally) if known else one.piece.text[:200],
        message=f"{one.name}: the numbers do not reconcile: {tally.doubt}."
        + (" They are kept as printed." if known else ""),
    )


def _says_a_number(tally: Tally) -> bool:
    return _told(tally) > 0 or tally.observed is not None or bool(tally.stated)


def _totals(kept: Sequence[Told]) -> list[ProblemRecord]:
    """The areas of the breakdown against the overall tally, for each assessor with one of each."""
    problems = []
    facts = [one for one in kept if not one.proposed and _is_graded(one.tally)]
    for assessor in dict.fromkeys(one.tally.assessor for one in facts):
        mine = [one for one in facts if one.tally.assessor == assessor]
        overall = [one for one in mine if _is_overall(one)]
        areas = [one for one in mine if one.theme != ALL and one.placed]
        if len(overall) != 1 or not areas:
            continue
        why = total_agrees([one.tally for one in areas], overall[0].tally)
        if why:
            problems.append(_sum_differs(areas, overall[0], why))
    return problems


def _is_overall(one: Told) -> bool:
    """Counts of all cases of this inspection: a sample with a year in its name is of another one."""
    return one.theme == ALL and one.tally.percent_good is None and not _YEAR.search(one.tally.sample)


def _sum_differs(areas: Sequence[Told], overall: Told, why: str) -> ProblemRecord:
    named = ", ".join(one.name for one in areas[:12]) + (" …" if len(areas) > 12 else "")
    return ProblemRecord(
        severity="conflict",
        where=f"{overall.piece.where} and {areas[0].piece.where}",
        field="case_reviews",
        value=in_words(overall.tally),
        message=f"The areas ({named}) and the overall tally do not reconcile: {why}.",
        kept=in_words(overall.tally),
        other=why,
    )


def in_words(tally: Tally) -> str:
    """ "74 cases: 23 good, 23 requires improvement, 28 inadequate"."""
    parts = [
        f"{number} {name.replace('_', ' ')}"
        for name in (*CASE_GRADES, "below_good")
        if (number := getattr(tally, name)) is not None
    ]
    if tally.percent_good is not None:
        parts.append(f"{tally.percent_good:g} per cent good")
    cases = "" if tally.cases is None else f"{tally.cases} cases"
    return ": ".join(filter(None, (cases, ", ".join(parts)))) or tally.stated or "no number"
