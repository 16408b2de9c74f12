"""What the tallies of one report say together: said twice, said differently, and not adding up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from inspections.domain.case_counts import CASE_GRADES
from inspections.reading.case_counts import Tally, total_agrees
from inspections.reading.problems import blocking, conflict, problem
from inspections.reading.readers.hmicfrs_report import periods
from inspections.reading.readers.hmicfrs_report.review_tally import ALL, ReviewTally
from inspections.reading.records import CaseReviewRecord, DateSpan, ProblemRecord, Severity
from inspections.terms import CasesBasis

_FIELD = "case_reviews"
_NUMBERS = ("cases", *CASE_GRADES, "below_good", "percent_good")
_PERCENT_ROUNDED = 0.6
_YEAR = re.compile(r"\b20[0-3]\d\b")


def reviews_of(tallies: Sequence[ReviewTally]) -> tuple[list[CaseReviewRecord], list[ProblemRecord]]:
    """One row for each theme, assessor and sample, and a problem for whatever does not reconcile.

    A proposal that repeats a fact's numbers is left out.
    """
    problems: list[ProblemRecord] = []
    facts: dict[tuple[str | None, str, str, str], list[ReviewTally]] = {}
    for one in tallies:
        if not one.proposed:
            facts.setdefault(one.key, []).append(one)
    kept = [one for group in facts.values() for one in _folded(group, problems)]
    for one in tallies:
        if one.proposed and not any(_repeats(one, fact) for fact in kept):
            kept.append(one)
    places = {id(one.piece): place for place, one in enumerate(tallies)}
    kept.sort(key=lambda one: places[id(one.piece)])
    problems += [_doubt(one) for one in kept if one.tally.doubt]
    kept = [one for one in kept if _says_a_number(one.tally) or not one.tally.doubt]
    problems += _totals_that_differ(kept)
    return [one.record() for one in kept], problems


def by_inspection(
    tallies: Sequence[ReviewTally], fieldwork: DateSpan, published: DateSpan
) -> tuple[list[ReviewTally], dict[str, list[ReviewTally]], list[ProblemRecord]]:
    """The tallies of this inspection, and those of each other one by the words for it.

    Rows of nobody knows which inspection are kept, wait for a person, and are a blocking problem.
    """
    own = _own_years(tallies, fieldwork, published)
    mine: list[ReviewTally] = []
    theirs: list[ReviewTally] = []
    untold: list[ReviewTally] = []
    for one in tallies:
        sample = one.tally.sample if fieldwork.end and periods.is_period(one.tally.sample) else ""
        period = one.period or sample
        years = periods.years_in(period)
        if not period or (years & own if years else not periods.is_earlier(period)):
            mine.append(one)
        elif own and len(years) == 1 and max(years) < min(own):
            tally = one.tally.model_copy(update={"sample": ""}) if sample else one.tally
            theirs.append(replace(one, tally=tally, period=period))
        else:
            tally = one.tally.model_copy(update={"sample": period})
            untold.append(replace(one, tally=tally, proposed=True))
    others: dict[str, list[ReviewTally]] = {}
    names = periods.names_of(one.period for one in theirs)
    for one in theirs:
        others.setdefault(names[one.period], []).append(one)
    if not untold:
        return mine, others, []
    named = ", ".join(dict.fromkeys(one.tally.sample for one in untold))
    message = (
        f"These rows are of “{named}”, and it cannot be told which inspection that is. Their numbers are "
        "kept and wait."
    )
    return [*mine, *untold], others, [blocking(untold[0].piece.where, _FIELD, named, message)]


def _own_years(tallies: Sequence[ReviewTally], fieldwork: DateSpan, published: DateSpan) -> set[int]:
    """The years this inspection was in, by its fieldwork; else the last year named shortly before its report
    came out. Empty where neither tells."""
    if fieldwork.end:
        return {fieldwork.end.year, (fieldwork.start or fieldwork.end).year}
    if not published.start:
        return set()
    out = published.start.year
    named = [year for one in tallies for year in periods.years_in(one.period) if year <= out]
    latest = max(named, default=out)
    return {latest} if latest >= out - 1 else set()


def _folded(group: Sequence[ReviewTally], problems: list[ProblemRecord]) -> list[ReviewTally]:
    """Statements about the same cases as one, the fullest; those that contradict it become problems."""
    graded = [one for one in group if one.is_graded]
    main = max(graded or group, key=lambda one: (one.tally.doubt == "", len(_numbers(one.tally))))
    aside: list[ReviewTally] = []
    for one in group:
        if one is main:
            continue
        if not _agree(main.tally, one.tally):
            only_total = bool(graded) and not one.is_graded
            problems.append(_differs(main, one, Severity.CONFLICT if only_total else Severity.BLOCKING))
            aside += [replace(one, proposed=True)] if only_total else []
            continue
        bases = (main.tally.cases_basis, one.tally.cases_basis)
        if (
            main.tally.cases is not None
            and main.tally.cases == one.tally.cases
            and CasesBasis.PRINTED in bases
        ):
            # A total that is our sum is printed after all where another sentence prints it.
            main = replace(main, tally=main.tally.model_copy(update={"cases_basis": CasesBasis.PRINTED}))
        added = _numbers(one.tally) - _numbers(main.tally)
        if added and not (added == {"percent_good"} and main.tally.share_good is not None):
            aside.append(one)
    return [main, *aside]


def _numbers(tally: Tally) -> set[str]:
    return {name for name in _NUMBERS if getattr(tally, name) is not None}


def _agree(one: Tally, other: Tally) -> bool:
    if any(getattr(one, name) != getattr(other, name) for name in _numbers(one) & _numbers(other)):
        return False
    counted, stated = (one, other) if other.percent_good is not None else (other, one)
    share = counted.share_good
    if stated.percent_good is None or share is None:
        return True
    return abs(share - stated.percent_good) <= _PERCENT_ROUNDED


def _repeats(proposal: ReviewTally, fact: ReviewTally) -> bool:
    same = proposal.theme == fact.theme and proposal.tally.assessor == fact.tally.assessor
    return same and proposal.tally.observed is None and _agree(fact.tally, proposal.tally)


def _differs(main: ReviewTally, other: ReviewTally, severity: Severity) -> ProblemRecord:
    kept, said, where = in_words(main.tally), in_words(other.tally), other.piece.where
    message = f"{main.name}: {main.piece.where} says {kept}; {where} says {said}."
    return problem(severity, where, _FIELD, said, message, kept=kept, other=said, other_source=where)


def _doubt(one: ReviewTally) -> ProblemRecord:
    tally, where, words = one.tally, one.piece.where, one.piece.text[:200]
    if tally.completeness == "partial":
        return blocking(where, _FIELD, words, f"{one.name}: {tally.doubt}.")
    message = f"{one.name}: the numbers do not reconcile: {tally.doubt}."
    if not _says_a_number(tally):
        return blocking(where, _FIELD, words, message)
    return conflict(where, _FIELD, in_words(tally), f"{message} They are kept as printed.")


def _says_a_number(tally: Tally) -> bool:
    return bool(_numbers(tally)) or tally.observed is not None or bool(tally.stated)


def _totals_that_differ(kept: Sequence[ReviewTally]) -> Iterator[ProblemRecord]:
    """The areas of the breakdown against the overall tally, for each assessor with one of each."""
    facts = [one for one in kept if not one.proposed and one.is_graded]
    for assessor in dict.fromkeys(one.tally.assessor for one in facts):
        mine = [one for one in facts if one.tally.assessor == assessor]
        # Counts of all cases of this inspection: a sample with a year in its name is of another one.
        whole = [one for one in mine if one.theme == ALL and one.tally.percent_good is None]
        overall = [one for one in whole if not _YEAR.search(one.tally.sample)]
        areas = [one for one in mine if one.theme != ALL and one.listed]
        if len(overall) != 1 or not areas or _only_some(areas, overall[0]):
            continue
        if why := total_agrees([one.tally for one in areas], overall[0].tally):
            named = ", ".join(one.name for one in areas[:12]) + (" …" if len(areas) > 12 else "")
            where = f"{overall[0].piece.where} and {areas[0].piece.where}"
            message = f"The areas ({named}) and the overall tally do not reconcile: {why}."
            said = in_words(overall[0].tally)
            yield conflict(where, _FIELD, said, message, kept=said, other=why)


def _only_some(areas: Sequence[ReviewTally], overall: ReviewTally) -> bool:
    """Whether the areas hold less than half of the cases: then the report breaks down only some of them."""
    counted = [one.tally.cases for one in areas if one.tally.cases is not None]
    return len(counted) == len(areas) and 2 * sum(counted) < (overall.tally.cases or 0)


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
