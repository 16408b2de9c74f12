"""What is known by theme at one place: social care beside police, in the words the data hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from django.db.models import Prefetch, Q

from areas.models import Area
from dashboard.series.dates import day_of
from dashboard.series.place import SPEAKING, listed, number_words
from dashboard.series.tallies import tally_of
from dashboard.views.results import about_one_authority, what, when
from inspections.models import (
    CaseReview,
    Coding,
    Finding,
    InspectedArea,
    Inspection,
    Inspectorate,
    SourceDocument,
    Theme,
)
from inspections.querysets import FactQuerySet

SECTORS = (Inspectorate.Sector.SOCIAL_CARE, Inspectorate.Sector.POLICE, Inspectorate.Sector.OTHER)


@dataclass(frozen=True)
class Said:
    """What one inspection says on a theme, in words; ``uncoded`` is a number of findings."""

    inspection: Inspection
    title: str
    counts: list[str] = field(default_factory=list)
    stances: list[str] = field(default_factory=list)
    uncoded: int = 0
    sources: list[tuple[SourceDocument, str]] = field(default_factory=list)


@dataclass(frozen=True)
class ThemeRow:
    """``cells``: a list per sector in the order of `SECTORS`, newest first; an empty one is "not given"."""

    theme: Theme
    cells: list[list[Said]]


def known_by_theme(inspection_ids: Collection[int], place: Area) -> list[ThemeRow]:
    """Themes that at least one of these inspections speaks of. Six questions, however many inspections.

    What an inquiry or a disclosure adds is no visit and stands in a section of its own; a finding about
    another place of the same inspection is left out.
    """
    reviews = _facts(CaseReview, inspection_ids)
    findings = _facts(Finding, inspection_ids).prefetch_related("codings")
    findings = findings.filter(Q(area=None) | Q(area=place) | Q(area__kind=Area.Kind.FORCE))
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
        .exclude(inspection__kind__in=SPEAKING)
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
    said = Said(inspection, f"{what(inspection)}, {when(inspection)}")
    codings: list[tuple[str, str]] = []
    uncoded = 0
    for fact in facts:
        if isinstance(fact, CaseReview):
            said.counts.append(tally_of(fact, one_authority=one_authority).words)
        else:
            read = _coded(fact)
            codings += read
            uncoded += not read
        said.sources.append((fact.source, fact.locator))
    return replace(
        said, stances=_stance_words(codings), uncoded=uncoded, sources=list(dict.fromkeys(said.sources))
    )


def _coded(finding: Finding) -> list[tuple[str, str]]:
    """(stance and for whom, who read it so); nothing while nobody has coded it."""
    whom = f" ({finding.population})" if finding.population else ""
    return [
        (coding.get_stance_display() + whom, coding.role)
        for coding in finding.codings.all()
        if coding.stance != Coding.Stance.NOT_CODED
    ]


def _stance_words(codings: list[tuple[str, str]]) -> list[str]:
    """ "strength, as read by the Inquiry and one reader"."""
    readers: dict[str, set[str]] = {}
    for stance, role in codings:
        readers.setdefault(stance, set()).add(role)
    return [f"{stance}, as read by {_readers_words(roles)}" for stance, roles in readers.items()]


def _readers_words(roles: set[str]) -> str:
    people = len(roles - {Coding.Role.INQUIRY})
    words = ["the Inquiry"] if Coding.Role.INQUIRY in roles else []
    if people:
        words.append("one reader" if people == 1 else f"{number_words(people)} readers")
    return listed(words)
