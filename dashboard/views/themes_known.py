"""What is known by theme at one place: social care beside police, in the words the data hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch

from dashboard.series.dates import day_of
from dashboard.series.tallies import tally_of
from dashboard.views.results import about_one_authority, when
from inspections.models import CaseReview, Coding, Finding, InspectedArea, Inspection, Inspectorate, Theme
from inspections.querysets import FactQuerySet

SECTORS = (Inspectorate.Sector.SOCIAL_CARE, Inspectorate.Sector.POLICE, Inspectorate.Sector.OTHER)


@dataclass(frozen=True)
class Said:
    """What one inspection says on a theme, in words; ``uncoded`` is a number of findings."""

    inspection: Inspection
    when: str
    counts: list[str] = field(default_factory=list)
    stances: list[str] = field(default_factory=list)
    uncoded: int = 0
    sources: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ThemeRow:
    """``cells``: a list per sector in the order of `SECTORS`, newest first; an empty one is "not given"."""

    theme: Theme
    cells: list[list[Said]]


def known_by_theme(inspection_ids: Collection[int]) -> list[ThemeRow]:
    """Themes that at least one of these inspections speaks of. Four questions, however many inspections."""
    reviews = _facts(CaseReview, inspection_ids)
    findings = _facts(Finding, inspection_ids).prefetch_related("codings")
    by_theme: dict[Theme, dict[Inspection, list[CaseReview | Finding]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for fact in (*reviews, *findings):
        by_theme[fact.theme][fact.inspection].append(fact)
    return [
        ThemeRow(theme, [_cell(by_theme[theme], sector) for sector in SECTORS])
        for theme in sorted(by_theme, key=lambda theme: theme.position)
    ]


def _facts(model: type[CaseReview] | type[Finding], inspection_ids: Collection[int]) -> FactQuerySet:
    return (
        model.objects.published()
        .filter(inspection__in=inspection_ids, theme__isnull=False)
        .select_related("theme", "source", "inspection__framework__inspectorate")
        .prefetch_related(Prefetch("inspection__inspected_areas", InspectedArea.objects.all()))
    )


def _cell(said: dict[Inspection, list[CaseReview | Finding]], sector: str) -> list[Said]:
    lines = [
        _said(inspection, facts)
        for inspection, facts in said.items()
        if inspection.framework.inspectorate.sector == sector
    ]
    return sorted(lines, key=_newest_first, reverse=True)


def _newest_first(line: Said) -> str:
    return str(day_of(line.inspection) or "")


def _said(inspection: Inspection, facts: Iterable[CaseReview | Finding]) -> Said:
    one_authority = about_one_authority(inspection)
    said = Said(inspection, when(inspection))
    uncoded = 0
    for fact in facts:
        if isinstance(fact, CaseReview):
            said.counts.append(tally_of(fact, one_authority=one_authority).words)
        else:
            read = stance_words(fact)
            said.stances.extend(words for words in read if words not in said.stances)
            uncoded += not read
        said.sources.append(f"{fact.source.title}{f', {fact.locator}' if fact.locator else ''}")
    return Said(inspection, said.when, said.counts, said.stances, uncoded, list(dict.fromkeys(said.sources)))


def stance_words(finding: Finding) -> list[str]:
    """ "strength, as read by the Inquiry"; nothing while nobody has coded it."""
    return [
        f"{coding.get_stance_display()}, as read by {coding.get_role_display()}"
        for coding in finding.codings.all()
        if coding.stance != Coding.Stance.NOT_CODED
    ]
