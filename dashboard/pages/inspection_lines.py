"""The lines of an inspection's page: judgements with what other sources say, cases, findings, links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dashboard.pages.summaries import about_one_authority
from dashboard.series.visits import cases_of, leaves_blanks
from dashboard.wording.cases import Tally, sample_words, tally_of, with_stated
from dashboard.wording.grades import why_unreadable
from dashboard.wording.sentences import listed, small
from dashboard.wording.sources import row_of
from inspections.domain.one_tally import accounts
from inspections.models import CaseReview, Finding, Inspection, Judgement
from inspections.querysets import is_public

# What a national child protection inspection counts, whatever its sources here say (K.3 para 8).
ALWAYS_COUNTED = {
    "all-cases": "All cases",
    "child-sexual-exploitation": "Child sexual exploitation",
    "missing-children": "Missing children",
}


@dataclass(frozen=True)
class JudgementLine:
    """One aspect: what is shown first and what other sources say of it; ``why`` there is no grade to read.

    ``where``: the place in the source.
    """

    label: str
    shown: Judgement
    others: list[Judgement]
    why: str = ""
    where: str = ""

    @property
    def conflict(self) -> bool:
        return any(
            row.grade and self.shown.grade and row.grade.code != self.shown.grade.code for row in self.others
        )


@dataclass(frozen=True)
class ReviewLine:
    """``words``: the tally in full, after it what the source says of it in its own words. ``others``: what
    other sources say of the same cases, and whether their numbers differ."""

    theme: str
    review: CaseReview
    tally: Tally
    words: str
    others: list[tuple[CaseReview, bool]]

    @property
    def sample(self) -> str:
        return sample_words(cases_of(self.review))


@dataclass(frozen=True)
class ReviewGroup:
    """Sets of cases that one caveat holds for."""

    heading: str
    caveat: str
    lines: list[ReviewLine]


def judgement_lines(inspection: Inspection, rows: list[Judgement]) -> list[JudgementLine]:
    """One line an aspect; those a source leaves blank, all for one reason, share a line at the end."""
    order = {row.aspect_id: (row.position, row.label) for row in inspection.framework.framework_aspects.all()}

    def place(row: Judgement) -> tuple[int, str]:
        return order.get(row.aspect_id, (1000 + row.aspect.position, ""))[0], row.aspect_id

    lines: list[JudgementLine] = []
    blank: list[JudgementLine] = []
    for aspect, group in groupby(sorted(rows, key=place), lambda row: row.aspect):
        members = sorted(group, key=lambda row: not row.stands)
        label = order.get(aspect.code, (0, ""))[1] or aspect.name
        why = why_unreadable(members[0], leaves_blanks=leaves_blanks(inspection.framework))
        line = JudgementLine(label, members[0], members[1:], why, members[0].locator)
        (blank if why and not members[0].printed and not members[1:] else lines).append(line)
    if len(blank) > 1:
        first, *others = blank
        names = listed([first.label, *(small(line.label) for line in others)])
        # Each blank has a column of its own; what they share is the row.
        blank = [JudgementLine(names, first.shown, [], first.why, row_of(first.where))]
    return [*lines, *blank]


def review_lines(inspection: Inspection, rows: Iterable[CaseReview]) -> list[ReviewLine]:
    one_authority = about_one_authority(inspection)
    rows, lines = list(rows), []
    others: dict[int, list[tuple[CaseReview, bool]]] = defaultdict(list)
    for shown, other, apart in accounts(row for row in rows if is_public(row)):
        others[shown.pk].append((other, bool(apart)))
    yielding = {other.pk for some in others.values() for other, _ in some}
    for row in rows:
        if row.pk in yielding:
            continue
        cases = cases_of(row)
        tally = tally_of(cases, one_authority=one_authority)
        theme = "Cases" if cases.theme == "all-cases" and is_other_number(row) else cases.name
        lines.append(ReviewLine(theme, row, tally, with_stated(cases, tally), others[row.pk]))
    return sorted(lines, key=_graded_first)


def is_other_number(review: CaseReview) -> bool:
    """Cases referred back, say: in how many something was so, and no number of cases looked at."""
    return review.cases is None and review.observed is not None


def _graded_first(line: ReviewLine) -> tuple[bool, bool, bool, str, str]:
    """A theme's graded cases before all cases of the inspection, and both before other numbers."""
    review = line.review
    whole = review.theme_id in (None, "all-cases")
    return not line.tally.segments, whole, review.theme is None, line.theme, review.key


def review_groups(lines: Iterable[ReviewLine]) -> list[ReviewGroup]:
    """What inspectors looked at, what the body looked at itself, and what is no number of cases looked at."""
    seen = ReviewGroup("Cases looked at", "Cases inspectors looked at, not a sample of all cases.", [])
    own = ReviewGroup(
        "Cases the force or council looked at itself", "Looked at by the body itself, not by inspectors.", []
    )
    other = ReviewGroup(
        "Other numbers of cases", "In how many cases it was so; how many were looked at is not given.", []
    )
    for line in lines:
        by_inspectors = line.review.assessor == CaseReview.Assessor.INSPECTORS
        group = own if not by_inspectors else other if is_other_number(line.review) else seen
        group.lines.append(line)
    return [group for group in (seen, own, other) if group.lines]


def counted_themes(rows: Iterable[CaseReview]) -> set[str | None]:
    return {row.theme_id for row in rows if row.cases is not None and row.disclosure == "in_report"}


def uncounted(inspection: Inspection, rows: Iterable[CaseReview]) -> dict[str, str]:
    """Themes, by code, whose cases such an inspection counts and no source here gives."""
    if inspection.kind not in Inspection.FULL_KINDS or not inspection.framework.case_scale_id:
        return {}
    counted = counted_themes(rows)
    return {code: words for code, words in ALWAYS_COUNTED.items() if code not in counted}


def by_subject(rows: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    def subject(row: Finding) -> str:
        return (row.theme.name if row.theme else row.topic) or "Other"

    ordered = sorted(
        (row for row in rows if row.summary or row.passage), key=lambda row: (subject(row), row.key)
    )
    return [(words, list(group)) for words, group in groupby(ordered, subject)]
