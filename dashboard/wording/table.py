"""The table under the chart: the rows of the CSV, an inspection at a time, in words short enough to scan.

What has no date stands in lines of its own under the chart: a mark would need a place in time nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dashboard.series.results import Blanks, LaneKind, Result, Status
from dashboard.series.values import Cases, Judgement, Visit
from dashboard.wording.certainty import certainty_words, how_sure
from dashboard.wording.days import CYCLE, dates_words, short_date, short_dates, short_months
from dashboard.wording.grades import after_words, remark_words
from dashboard.wording.results import (
    kind_with_topic,
    kind_words,
    own_aspect,
    result_words,
    says_certainty,
    subject_words,
    tally_words,
)
from dashboard.wording.sentences import capital, small
from dashboard.wording.sources import cited_words, locator_words, row_of, source_words
from dashboard.wording.whose import whose_else, whose_short, whose_words
from inspections.domain.addresses import Address


@dataclass(frozen=True)
class Row:
    """One result. ``grade``: its code where the result begins with it and adds at most a ``remark``.

    ``sure``: how seen and how certain. ``problem_url``: where a number that does not add up is explained.
    """

    inspection: int
    subject: str
    result: str
    grade: str
    grade_words: str
    remark: str
    not_given: bool
    problem_url: str
    source: str
    address: Address
    cited: str
    place: str
    certainty: str
    sure: str


@dataclass(frozen=True)
class RowGroup:
    """One inspection: what is said once, then its results.

    ``month`` and ``days``: when, in short. ``whose_else``: empty where it is this place itself, and many
    authorities by number; ``whose`` names them all.
    """

    url: str
    month: str
    days: tuple[str, ...]
    name: str
    framework: str
    whose: str
    whose_else: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class UndatedLine:
    """What an inspection without any date found, and the address of the inspection."""

    words: str
    url: str
    inspection: int


def row_groups(results: Iterable[Result], place: str) -> tuple[RowGroup, ...]:
    """``results`` as the series orders them, so that those of one inspection stand together."""
    groups = []
    for _inspection, found in groupby(results, lambda result: result.visit.pk):
        own = list(found)
        visit, rows = own[0].visit, tuple(map(table_row, own))
        groups.append(
            RowGroup(
                url=visit.address,
                month=short_months(*visit.cycle) or short_date(visit),
                days=(CYCLE,) if visit.cycle.is_known else short_dates(visit),
                name=_inspection_name(visit, rows[0].subject),
                framework=visit.programme.name,
                whose=whose_words(visit.whose),
                whose_else=whose_else(visit.whose, place),
                rows=rows,
            )
        )
    return tuple(groups)


def table_row(result: Result) -> Row:
    citation, found = result.citation, result.found
    grade, remark = None, ""
    doubtful = isinstance(found, Cases) and tally_words(result).doubtful
    if isinstance(found, Judgement) and (remark_words(found) or not found.others):
        grade, remark = found.grade, after_words(found).strip()
    return Row(
        inspection=result.visit.pk,
        subject=subject_words(result),
        result=result_words(result),
        grade=grade.code if grade else "",
        grade_words=grade.label if grade else "",
        remark=remark if grade else "",
        not_given=found == Status.NOT_GIVEN,
        problem_url=f"{result.visit.address}#disagreements" if doubtful else "",
        source=source_words(citation),
        address=citation.address if citation else Address(),
        cited=cited_words(citation),
        place=locator_words(locator_of(result)),
        certainty=result.certainty,
        sure=how_sure(citation.confidence if citation else "read", result.certainty),
    )


def locator_of(result: Result) -> str:
    """As stored; each of several blanks has a column of its own, and what they share is the row."""
    locator = result.citation.locator if result.citation else ""
    return row_of(locator) if isinstance(result.found, Blanks) else locator


def _inspection_name(visit: Visit, subject: str) -> str:
    """ "Ofsted: full inspection"; an own audit says who in what.

    The topic stands once: in the cell of what was looked at, or beside the kind.
    """
    who = visit.programme.inspectorate_name
    kind = kind_words(visit) if subject == capital(visit.topic) else kind_with_topic(visit)
    return kind if kind.lower().startswith(who.lower()) else f"{who}: {small(kind)}"


def undated_lines(undated: Iterable[Result], place: str) -> tuple[UndatedLine, ...]:
    """Of grades one line per inspection, of all else one per thing said."""
    lines: dict[tuple[int, str], UndatedLine] = {}
    for _inspection, group in groupby(undated, lambda result: result.visit.pk):
        own = list(group)
        visit = own[0].visit
        if visit.programme.is_peel or any(table_row(result).grade for result in own):
            lines[visit.pk, ""] = UndatedLine(_grades_line(own, place), visit.address, visit.pk)
            continue
        for result in own:
            line = UndatedLine(_line(result, place), visit.address, visit.pk)
            lines.setdefault((visit.pk, result_words(result)), line)
    return tuple(lines.values())


def _line(result: Result, place: str) -> str:
    """What was disclosed later says its number in words."""
    visit = result.visit
    kind = small(kind_words(visit) if visit.speaks else kind_with_topic(visit))
    said = f"{_said(result)} ({whose_short(visit.whose, place)}; {dates_words(visit)})"
    return f"{visit.programme.inspectorate_name}, {kind}: {said}"


def _grades_line(results: list[Result], place: str) -> str:
    """ "PEEL 2017, date not given: effectiveness outstanding, legitimacy good (…, whole force)"."""
    visit = results[0].visit
    programme = visit.programme
    grades = []
    for result in results:
        if result.lane.kind == LaneKind.PEEL:
            subject = small(result.aspect)
        else:
            named = result.lane.kind == LaneKind.PROGRAMME and not isinstance(result.found, Status)
            subject = own_aspect(result) if named else subject_words(result)
        grades.append(small(f"{subject} {_said(result)}".strip()))
    who = "" if programme.is_peel else f"{programme.inspectorate_name}, "
    whose = whose_short(visit.whose, place)
    return f"{who}{programme.name}, date not given: {', '.join(grades)} ({whose})"


def _said(result: Result) -> str:
    sure = certainty_words(result.certainty)
    words = result_words(result)
    return f"{words} ({sure})" if sure and not says_certainty(result) else words
