"""How much of the evidence behind a finding a reader can see, per inspection and theme.

- ``counts_and_grades``: a tally of cases whose grades sum to it.
- ``counts_partly_graded``: grades merged, some missing, or not summing.
- ``counts_only``: a number or proportion of cases looked at. In how many cases something was observed is no
  such number where the cases looked at are not given (cases referred back).
- ``not_yet_checked``: a number or proportion was found in its prose, and nobody has looked yet whether it is
  one of cases on this theme.
- ``words_only``: statements without any of these.
- ``not_mentioned``: the whole text was searched and nothing speaks of the theme.
- ``not_read``: nothing is on record and the text was not searched.

Basis: ``read`` here, or ``quoted`` by another document ("at least counts and grades, as quoted by ...");
empty where nothing is on record. A level counts for its own theme: counts of a kind of exploitation are
never those of exploitation as such, though words on a kind are words on it. What was disclosed later stands
beside the level and never changes it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from inspections.terms import Completeness, Confidence, EvidenceLevel, ReviewStatus

_LEVEL_OF: dict[str, EvidenceLevel] = {
    Completeness.FULL_SPLIT: EvidenceLevel.COUNTS_AND_GRADES,
    Completeness.MERGED: EvidenceLevel.COUNTS_PARTLY_GRADED,
    Completeness.PARTIAL: EvidenceLevel.COUNTS_PARTLY_GRADED,
    Completeness.INCONSISTENT: EvidenceLevel.COUNTS_PARTLY_GRADED,
    Completeness.TOTAL_ONLY: EvidenceLevel.COUNTS_ONLY,
    Completeness.PROPORTION_ONLY: EvidenceLevel.COUNTS_ONLY,
    Completeness.STATED_ONLY: EvidenceLevel.WORDS_ONLY,
}


class Evidence(NamedTuple):
    """``basis``: "read" or "quoted", empty where nothing is on record."""

    level: EvidenceLevel
    basis: str


def level_of_counts(
    completeness: str, cases: int | None, review_status: str = ReviewStatus.PUBLISHED
) -> EvidenceLevel:
    """What one tally shows; one that waits for a person shows only that it waits."""
    if review_status == ReviewStatus.PROPOSED:
        return EvidenceLevel.NOT_YET_CHECKED
    if completeness == Completeness.OBSERVED:
        return EvidenceLevel.WORDS_ONLY if cases is None else EvidenceLevel.COUNTS_ONLY
    return _LEVEL_OF[completeness]


def evidence(seen: Mapping[EvidenceLevel, Collection[str]], *, searched: bool) -> Evidence:
    """What there is to see of a theme in one inspection: the most of it.

    ``seen``: what its facts show, each level with the confidences of its facts. ``searched``: whether the
    whole text was searched for the theme.
    """
    for level in EvidenceLevel:  # most first
        if seen.get(level):
            return Evidence(level, Confidence.READ if Confidence.READ in seen[level] else Confidence.QUOTED)
    if searched:
        return Evidence(EvidenceLevel.NOT_MENTIONED, Confidence.READ)
    return Evidence(EvidenceLevel.NOT_READ, "")


def themes_above(parents: Mapping[str, str | None]) -> dict[str, tuple[str, ...]]:
    """Codes of the themes above each theme, nearest first."""
    above: dict[str, tuple[str, ...]] = {}
    for code in parents:
        line: list[str] = []
        parent = parents[code]
        while parent is not None and parent not in line:
            line.append(parent)
            parent = parents[parent]
        above[code] = tuple(line)
    return above
