"""What can be seen of the evidence on every theme in every inspection, from published facts alone, and where
an unpublished number still waits for a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from inspections.domain.evidence_level import Evidence, evidence, level_of_counts, themes_above
from inspections.models import CaseReview, Finding, Inspection, InspectionSource, Theme
from inspections.terms import PUBLIC, Disclosure, EvidenceLevel, ReviewStatus


class EvidenceLevels:
    """The levels of many inspections and themes, in four queries however many are asked for."""

    def __init__(self, inspections: Iterable[Inspection] | None = None) -> None:
        """``inspections``: those that will be asked about; None for all there are."""
        ids = {} if inspections is None else {"inspection__in": [one.pk for one in inspections]}
        self._seen: dict[tuple[int, str], dict[EvidenceLevel, set[str]]] = defaultdict(
            lambda: defaultdict(set)
        )
        above = themes_above(dict(Theme.objects.values_list("code", "parent_id")))
        counts = CaseReview.objects.filter(
            theme__isnull=False,
            disclosure=Disclosure.IN_REPORT,
            review_status__in=(*PUBLIC, ReviewStatus.PROPOSED),
            **ids,
        )
        words = set()
        names = ("inspection_id", "theme_id", "confidence")
        for *fact, completeness, cases, status in counts.values_list(
            *names, "completeness", "cases", "review_status"
        ):
            inspection, theme, confidence = fact
            self._seen[inspection, theme][level_of_counts(completeness, cases, status)].add(confidence)
            if status in PUBLIC:
                words.add((inspection, theme, confidence))
        findings = Finding.objects.published().filter(theme__isnull=False, inspection__isnull=False, **ids)
        words.update(findings.order_by().values_list(*names).distinct())
        for inspection, theme, confidence in words:
            for code in (theme, *above.get(theme, ())):
                self._seen[inspection, code][EvidenceLevel.WORDS_ONLY].add(confidence)
        sources = InspectionSource.objects.published().filter(themes_read=True, **ids)
        self._searched = set(sources.values_list("inspection_id", flat=True))

    def level(self, inspection_id: int, theme: str) -> Evidence:
        seen = self._seen.get((inspection_id, theme), {})
        return evidence(seen, searched=inspection_id in self._searched)


class DisclosedLater:
    """Cases disclosed after the report, to an inquiry or by the body itself, of a theme or a kind of it; for
    many inspections in three queries.

    Each keeps its own theme: how many cases of a kind there were is not how many there were of the whole.
    """

    def __init__(self, inspections: Iterable[Inspection] | None = None) -> None:
        above = themes_above(dict(Theme.objects.values_list("code", "parent_id")))
        spoken_of = Inspection.about.through.objects.all()
        if inspections is not None:
            spoken_of = spoken_of.filter(to_inspection__in=[inspection.pk for inspection in inspections])
        about: dict[int, set[int]] = defaultdict(set)
        for speaks, of in spoken_of.values_list("from_inspection_id", "to_inspection_id"):
            about[speaks].add(of)
        self._rows: dict[tuple[int, str], list[CaseReview]] = defaultdict(list)
        rows = CaseReview.objects.published().filter(theme__isnull=False)
        for row in rows.exclude(disclosure=Disclosure.IN_REPORT).order_by("key"):
            for inspection in about.get(row.inspection_id, set()) | {row.inspection_id}:
                for theme in (row.theme_id, *above.get(row.theme_id, ())):
                    self._rows[inspection, theme].append(row)

    def of(self, inspection_id: int, theme: str) -> list[CaseReview]:
        return self._rows.get((inspection_id, theme), [])
