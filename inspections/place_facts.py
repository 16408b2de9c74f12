"""Everything published about one place, fetched in a fixed number of questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.db.models import Prefetch, Q
from django.utils import timezone

from areas.models import Area, PolicingLink
from inspections.domain.scope import JOINT_PROGRAMMES, concerns, is_joint
from inspections.domain.spans import UNKNOWN, Span, cycle_of, day_of
from inspections.models import (
    CaseReview,
    Coverage,
    Finding,
    Framework,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
)
from inspections.querysets import InspectionQuerySet, cycle_spans

# An inquiry or a disclosure is about a place where it speaks of that place's inspections.
SPEAKING = (Inspection.Kind.DISCLOSURE, Inspection.Kind.INQUIRY)

# What an inspection says in our words, the good and the bad: the later word beside an earlier result.
SAYS = (
    Finding.objects.published()
    .filter(kind__in=(Finding.Kind.CHANGE, Finding.Kind.STATEMENT))
    .exclude(summary="")
    .order_by("key")
)


@dataclass(frozen=True)
class PlaceFacts:
    """``inspections``: all published ones, by date, undated last, with their facts fetched.

    ``links``: which authority lay in which force's area, when (of the forces concerned).
    ``frameworks``: every one, by code. ``coverage``: how far each programme was read.
    """

    area: Area
    inspections: tuple[Inspection, ...]
    links: tuple[PolicingLink, ...]
    frameworks: dict[str, Framework]
    coverage: tuple[Coverage, ...]

    @property
    def is_force(self) -> bool:
        return self.area.is_force

    def coverage_of_its_inspectorates(self) -> list[Coverage]:
        """How far the inspectorates that looked at the place were read; of those that did not, nothing."""
        looked = {self.frameworks[one.framework_id].inspectorate_id for one in self.inspections}
        return [one for one in self.coverage if one.inspectorate_id in looked]

    def authorities_of(self, force: Area, on: dt.date | None) -> list[Area]:
        """Those that lay in the force's area on that day, else today, by name."""
        day = on or timezone.localdate()
        found = [link.authority for link in self.links if link.force_id == force.pk and link.holds_on(day)]
        return sorted(found, key=lambda authority: authority.name)

    def force_of(self, authority: Area, on: dt.date | None, cycle: Framework | None = None) -> Area | None:
        """The force by link on that day; without a day by the newest link, of a ``cycle`` within its time."""
        links = [link for link in self.links if link.authority_id == authority.pk]
        if on:
            links = [link for link in links if link.holds_on(on)]
        elif cycle:
            links = [link for link in links if link.overlaps(cycle)]
        newest = max(links, key=lambda link: link.valid_from or dt.date.min, default=None)
        return newest.force if newest else None

    def force_concerned(self, inspection: Inspection) -> Area | None:
        """The force an inspection is about; of one about an authority, the force by link on that day."""
        if self.is_force:
            return self.area
        forces = [area for area in areas_of(inspection) if area.is_force]
        linked = self.force_of(self.area, day_of(inspection))
        return linked if linked in forces or not forces else forces[0]

    def concerned_by(self, inspection: Inspection) -> bool:
        """A force's inspection concerns an authority only while the authority lay in its area.

        One without a date belongs to the time of its framework: no area answers for a cycle after its end.
        """
        if inspection.kind in SPEAKING:
            return True
        day, cycle = day_of(inspection), self.frameworks.get(inspection.framework_id)
        return concerns(
            self.area,
            areas_of(inspection),
            joint=is_joint(inspection),
            force_of=lambda area: self.force_of(area, day, cycle),
        )


def place_facts(area: Area) -> PlaceFacts:
    """Eleven queries, whatever the place."""
    mine = Q(force=area) if area.is_force else Q(force__covers_links__authority=area)
    # All links of the force, or of every force the authority has lain in.
    links = tuple(PolicingLink.objects.filter(mine).select_related("force", "authority").distinct())
    places = {area.pk} | ({area.pk} if area.is_force else {link.force_id for link in links})
    concerned = Q(areas__in=places) | Q(kind__in=SPEAKING, about__areas__in=places)
    if area.is_force:
        authorities = {link.authority_id for link in links}
        concerned |= Q(areas__in=authorities, framework__family__in=JOINT_PROGRAMMES)
    frameworks = Framework.objects.select_related("inspectorate").prefetch_related("framework_aspects")
    facts = PlaceFacts(
        area=area,
        inspections=tuple(_with_facts(Inspection.objects.filter(concerned).values("pk").distinct())),
        links=links,
        frameworks={framework.pk: framework for framework in frameworks},
        coverage=tuple(Coverage.objects.select_related("inspectorate")),
    )
    for inspection in facts.inspections:
        inspection.framework = facts.frameworks[inspection.framework_id]
    return replace(facts, inspections=tuple(one for one in facts.inspections if facts.concerned_by(one)))


def _with_facts(chosen: object) -> InspectionQuerySet:
    """The published ones of ``chosen`` (primary keys), by date, with what was found, by whom and where."""
    judgements = (
        Judgement.objects.published().select_related("grade", "source").order_by("aspect__position", "key")
    )
    reviews = CaseReview.objects.standing().select_related("theme", "source").order_by("key")
    sources = InspectionSource.objects.published().select_related("source")
    return (
        Inspection.objects.published()
        .filter(pk__in=chosen)
        .in_date_order()
        .prefetch_related(
            Prefetch("inspected_areas", InspectedArea.objects.select_related("area")),
            "inspected_areas__area__codes",
            Prefetch("judgements", judgements),
            Prefetch("case_reviews", reviews),
            Prefetch("inspection_sources", sources),
            Prefetch("findings", SAYS),
        )
    )


def areas_of(inspection: Inspection) -> list[Area]:
    """Who was inspected, by name, from what was fetched."""
    return sorted((row.area for row in inspection.inspected_areas.all()), key=lambda area: area.name)


def cycle_in(inspection: Inspection) -> Span:
    """The cycle in which it was some time, where it has no date; else unknown."""
    span = cycle_spans().get(inspection.framework_id)
    return cycle_of(inspection, Span(span.start, span.end)) if span else UNKNOWN


def held_beside(inspections: Collection[Inspection]) -> list[Inspection]:
    """Every published inspection by the same inspectorates in the same places, by date. Three queries."""
    held = Inspection.objects.published().of_same_bodies(inspections).in_date_order()
    return list(
        held.select_related("framework__inspectorate").prefetch_related(
            Prefetch("inspected_areas", InspectedArea.objects.select_related("area").order_by("area__name")),
            Prefetch("findings", SAYS),
        )
    )


def later_held(of: Inspection, held: Iterable[Inspection]) -> list[Inspection]:
    """Those of ``held`` by the same inspectorate in one of the same places that are known to be later.

    What follows ``of`` is later even without a date; what was some time in a cycle, where the cycle began
    after ``of``. An inquiry or a disclosure is no inspection, and an own audit has no later one.
    """
    if of.kind in (*SPEAKING, Inspection.Kind.OWN_AUDIT):
        return []
    places = set(areas_of(of))
    last = day_of(of) or cycle_in(of).end
    later = []
    for one in held:
        same = one.framework.inspectorate_id == of.framework.inspectorate_id and places & set(areas_of(one))
        begins = day_of(one) or cycle_in(one).start
        after = one.follows_id == of.pk or bool(last and begins and begins > last)
        if same and after and one.pk != of.pk and one.kind not in SPEAKING:
            later.append(one)
    return later
