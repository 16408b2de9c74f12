"""The lines of an inspection's page: judgements with what other sources say, cases, findings, links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dashboard.pages.summaries import about_one_authority
from dashboard.series.visits import cases_of, leaves_blanks
from dashboard.wording.cases import Tally, sample_words, tally_of, with_stated
from dashboard.wording.grades import why_unreadable
from dashboard.wording.sentences import listed, small
from dashboard.wording.sources import row_of
from inspections.models import CaseReview, Finding, Inspection, Judgement


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
    """``words``: the tally in full, after it what the source says of it in its own words."""

    theme: str
    review: CaseReview
    tally: Tally
    words: str

    @property
    def sample(self) -> str:
        return sample_words(cases_of(self.review))


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
    lines = []
    for row in rows:
        cases = cases_of(row)
        tally = tally_of(cases, one_authority=one_authority)
        lines.append(ReviewLine(cases.name, row, tally, with_stated(cases, tally)))
    return sorted(lines, key=lambda line: (line.review.theme is None, line.theme, line.review.key))


def by_subject(rows: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    def subject(row: Finding) -> str:
        return (row.theme.name if row.theme else row.topic) or "Other"

    ordered = sorted(
        (row for row in rows if row.summary or row.passage), key=lambda row: (subject(row), row.key)
    )
    return [(words, list(group)) for words, group in groupby(ordered, subject)]
