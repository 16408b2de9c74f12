"""How much of the evidence behind a finding a reader can see, per inspection and theme.

Derived from published facts alone, never stored:

- ``counts_and_grades``: a tally of cases whose grades sum to it.
- ``counts_partly_graded``: grades merged, some missing, or not summing.
- ``counts_only``: a number or proportion of cases looked at. In how many cases something was observed is no
  such number where the cases looked at are not given (cases referred back).
- ``words_only``: statements without any of these.
- ``not_mentioned``: the whole text was searched and nothing speaks of the theme.
- ``not_read``: nothing is on record and the text was not searched.

Basis: ``read`` here, or ``quoted`` by another document ("at least counts and grades, as quoted by ...");
empty where nothing is on record. A level counts for its own theme: counts of a kind of exploitation are
never those of exploitation as such, though words on a kind are words on it. What was disclosed later stands
beside the level and never changes it: see ``disclosed_later``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from inspections.models import CaseReview, Finding, Inspection, InspectionSource, Theme
from inspections.terms import Confidence

COUNTS_AND_GRADES = "counts_and_grades"
COUNTS_PARTLY_GRADED = "counts_partly_graded"
COUNTS_ONLY = "counts_only"
WORDS_ONLY = "words_only"
NOT_MENTIONED = "not_mentioned"
NOT_READ = "not_read"

READ, QUOTED = "read", "quoted"

_MOST_FIRST = (COUNTS_AND_GRADES, COUNTS_PARTLY_GRADED, COUNTS_ONLY, WORDS_ONLY)
_Completeness = CaseReview.Completeness
_LEVEL_OF: dict[str, str] = {
    _Completeness.FULL_SPLIT: COUNTS_AND_GRADES,
    _Completeness.MERGED: COUNTS_PARTLY_GRADED,
    _Completeness.PARTIAL: COUNTS_PARTLY_GRADED,
    _Completeness.INCONSISTENT: COUNTS_PARTLY_GRADED,
    _Completeness.TOTAL_ONLY: COUNTS_ONLY,
    _Completeness.PROPORTION_ONLY: COUNTS_ONLY,
    _Completeness.STATED_ONLY: WORDS_ONLY,
}


class EvidenceLevel(NamedTuple):
    level: str
    basis: str


class EvidenceLevels:
    """The levels of many inspections and themes, in four queries however many are asked for."""

    def __init__(self, inspections: Iterable[Inspection] | None = None) -> None:
        """``inspections``: those that will be asked about; None for all there are."""
        ids = None if inspections is None else [inspection.pk for inspection in inspections]
        self._seen: dict[tuple[int, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._ancestors = _ancestors()
        self._collect_counts(ids)
        self._collect_words(ids)
        sources = InspectionSource.objects.published().filter(themes_read=True)
        if ids is not None:
            sources = sources.filter(inspection__in=ids)
        self._searched = set(sources.values_list("inspection_id", flat=True))

    def level(self, inspection_id: int, theme: str) -> EvidenceLevel:
        seen = self._seen.get((inspection_id, theme), {})
        for level in _MOST_FIRST:
            if level in seen:
                return EvidenceLevel(level, READ if Confidence.READ in seen[level] else QUOTED)
        if inspection_id in self._searched:
            return EvidenceLevel(NOT_MENTIONED, READ)
        return EvidenceLevel(NOT_READ, "")

    def _collect_counts(self, ids: list[int] | None) -> None:
        rows = CaseReview.objects.published().filter(
            theme__isnull=False, disclosure=CaseReview.Disclosure.IN_REPORT
        )
        if ids is not None:
            rows = rows.filter(inspection__in=ids)
        names = ("inspection_id", "theme_id", "completeness", "cases", "confidence")
        for inspection, theme, completeness, cases, confidence in rows.values_list(*names):
            level = _LEVEL_OF.get(completeness)
            if level is None:  # an observation
                level = WORDS_ONLY if cases is None else COUNTS_ONLY
            self._seen[inspection, theme][level].add(confidence)
            self._add_words(inspection, theme, confidence)

    def _collect_words(self, ids: list[int] | None) -> None:
        rows = Finding.objects.published().filter(theme__isnull=False, inspection__isnull=False)
        if ids is not None:
            rows = rows.filter(inspection__in=ids)
        names = ("inspection_id", "theme_id", "confidence")
        for inspection, theme, confidence in rows.order_by().values_list(*names).distinct():
            self._add_words(inspection, theme, confidence)

    def _add_words(self, inspection: int, theme: str, confidence: str) -> None:
        for code in (theme, *self._ancestors.get(theme, ())):
            self._seen[inspection, code][WORDS_ONLY].add(confidence)


def evidence_level(inspection: Inspection, theme: Theme) -> EvidenceLevel:
    """For one inspection and theme. For many, make one ``EvidenceLevels`` and ask it."""
    return EvidenceLevels([inspection]).level(inspection.pk, theme.pk)


def disclosed_later(inspection: Inspection, theme: Theme) -> list[CaseReview]:
    """Cases disclosed after the report, to an inquiry or by the body itself, of this theme or a kind of it.

    Each keeps its own theme: how many cases of a kind there were is not how many there were of the whole.
    """
    return DisclosedLater([inspection]).of(inspection.pk, theme.pk)


class DisclosedLater:
    """The same for many inspections, in three queries."""

    def __init__(self, inspections: Iterable[Inspection] | None = None) -> None:
        ancestors = _ancestors()
        spoken_of = Inspection.about.through.objects.all()
        if inspections is not None:
            spoken_of = spoken_of.filter(to_inspection__in=[inspection.pk for inspection in inspections])
        about: dict[int, set[int]] = defaultdict(set)
        for speaks, of in spoken_of.values_list("from_inspection_id", "to_inspection_id"):
            about[speaks].add(of)
        self._rows: dict[tuple[int, str], list[CaseReview]] = defaultdict(list)
        rows = CaseReview.objects.published().filter(theme__isnull=False)
        for row in rows.exclude(disclosure=CaseReview.Disclosure.IN_REPORT).order_by("key"):
            for inspection in about.get(row.inspection_id, set()) | {row.inspection_id}:
                for theme in (row.theme_id, *ancestors.get(row.theme_id, ())):
                    self._rows[inspection, theme].append(row)

    def of(self, inspection_id: int, theme: str) -> list[CaseReview]:
        return self._rows.get((inspection_id, theme), [])


def _ancestors() -> dict[str, tuple[str, ...]]:
    """Codes of the themes above each theme, nearest first."""
    parents: dict[str, str | None] = dict(Theme.objects.values_list("code", "parent_id"))
    above: dict[str, tuple[str, ...]] = {}
    for code in parents:
        line: list[str] = []
        parent = parents[code]
        while parent is not None and parent not in line:
            line.append(parent)
            parent = parents[parent]
        above[code] = tuple(line)
    return above
