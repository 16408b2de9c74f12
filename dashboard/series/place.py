"""Everything published about one place, fetched in a fixed number of questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Prefetch, Q
from django.utils import timezone

from areas.models import Area, PolicingLink
from dashboard.selection.filters import filter_inspections
from dashboard.selection.selection import Selection
from dashboard.wording.days import day_of
from inspections.models import (
    CaseReview,
    Framework,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
)
from inspections.querysets import PUBLIC, InspectionQuerySet

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# An inquiry or a disclosure is about a place where it speaks of that place's inspections.
SPEAKING = (Inspection.Kind.DISCLOSURE, Inspection.Kind.INQUIRY)


@dataclass(frozen=True)
class PlaceFacts:
    """``inspections``: all published ones, by date, undated last. ``shown``: those the filters choose.

    ``links``: which authority lay in which force's area, when (of the forces concerned).
    """

    area: Area
    selection: Selection
    inspections: tuple[Inspection, ...]
    shown: frozenset[int]
    links: tuple[PolicingLink, ...]
    frameworks: dict[str, Framework]

    @property
    def is_force(self) -> bool:
        return self.area.is_force

    def selected(self) -> tuple[Inspection, ...]:
        return tuple(one for one in self.inspections if one.pk in self.shown)

    def authorities_of(self, force: Area, on: dt.date | None) -> list[Area]:
        day = on or timezone.localdate()
        found = [link.authority for link in self.links if link.force_id == force.pk and link.holds_on(day)]
        return sorted(found, key=lambda authority: authority.name)

    def force_of(self, authority: Area, on: dt.date | None) -> Area | None:
        """The force by link on that day; without a day, the newest link."""
        links = [link for link in self.links if link.authority_id == authority.pk]
        if on:
            links = [link for link in links if link.holds_on(on)]
        newest = max(links, key=lambda link: link.valid_from or dt.date.min, default=None)
        return newest.force if newest else None


def place_facts(area: Area, selection: Selection) -> PlaceFacts:
    """Eight queries, whatever the place; one more under a filter."""
    links = _links_around(area)
    forces = {area.pk} if area.is_force else {link.force_id for link in links}
    places = {area.pk} | forces
    covered = {link.authority_id for link in links}
    concerned = Q(areas__in=places) | Q(kind__in=SPEAKING, about__areas__in=places)
    if area.is_force:
        concerned |= Q(areas__in=covered, framework__family="jtai")
    found = Inspection.objects.published().filter(
        pk__in=Inspection.objects.filter(concerned).values("pk").distinct()
    )
    shown = _chosen(selection.without_place(), found)
    frameworks = {
        framework.pk: framework
        for framework in Framework.objects.select_related("inspectorate").prefetch_related(
            "framework_aspects"
        )
    }
    inspections = tuple(_with_facts(found, frameworks))
    facts = PlaceFacts(
        area=area,
        selection=selection,
        inspections=inspections,
        shown=frozenset(one.pk for one in inspections if shown is None or one.pk in shown),
        links=links,
        frameworks=frameworks,
    )
    return replace(facts, inspections=tuple(one for one in facts.inspections if _concerns(facts, one)))


def _chosen(selection: Selection, found: InspectionQuerySet) -> set[int] | None:
    """Those the filters leave; None where there is no filter."""
    if selection.is_default:
        return None
    return set(filter_inspections(selection, found).values_list("pk", flat=True))


def _links_around(area: Area) -> tuple[PolicingLink, ...]:
    """All links of the force, or of every force the authority has lain in."""
    mine = Q(force=area) if area.is_force else Q(force__covers_links__authority=area)
    links = PolicingLink.objects.filter(mine).select_related("force", "authority").distinct()
    return tuple(links)


def _with_facts(found: Iterable[Inspection], frameworks: dict[str, Framework]) -> list[Inspection]:
    judgements = (
        Judgement.objects.published().select_related("grade", "source").order_by("aspect__position", "key")
    )
    reviews = CaseReview.objects.published().select_related("theme", "source").order_by("key")
    sources = InspectionSource.objects.filter(review_status__in=PUBLIC).select_related("source")
    query = found.in_date_order().prefetch_related(  # type: ignore[attr-defined]
        Prefetch("inspected_areas", InspectedArea.objects.select_related("area")),
        Prefetch("judgements", judgements),
        Prefetch("case_reviews", reviews),
        Prefetch("inspection_sources", sources),
    )
    inspections = list(query)
    for inspection in inspections:
        inspection.framework = frameworks[inspection.framework_id]
    return inspections


def _concerns(facts: PlaceFacts, inspection: Inspection) -> bool:
    """A force's inspection concerns an authority only while the authority lay in its area."""
    areas = areas_of(inspection)
    if inspection.framework.family == "jtai" and not facts.is_force:
        return facts.area in areas  # about one authority's partnership, whatever force is named beside it
    if facts.area in areas or (inspection.kind in SPEAKING and not areas):
        return True
    day = day_of(inspection)
    if facts.is_force:
        held = [facts.force_of(area, day) for area in areas if not area.is_force]
        return facts.area in held or inspection.kind in SPEAKING
    return inspection.kind in SPEAKING or facts.force_of(facts.area, day) in areas


def areas_of(inspection: Inspection) -> list[Area]:
    """Who was inspected, by name, from what was fetched."""
    return sorted((row.area for row in inspection.inspected_areas.all()), key=lambda area: area.name)


def number_words(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def listed(names: Iterable[str]) -> str:
    """ "Knowsley, Liverpool and Wirral"."""
    names = list(names)
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
