"""What an account says of which inspection it is, and those on record that it may be."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from areas.models import Area
from inspections.domain.same_visit import NEAR, Visit, at_one_time, kinds_like, same_visit
from inspections.domain.spans import UNKNOWN, Span, fieldwork_of, publication_of
from inspections.models import Framework, Inspection


@dataclass(frozen=True)
class Identity:
    areas: tuple[Area, ...]
    framework: Framework
    kind: str
    fieldwork: Span = UNKNOWN
    published: Span = UNKNOWN

    @classmethod
    def of(cls, inspection: Inspection) -> Identity:
        """Of one on record, with its framework and areas fetched."""
        areas, framework = tuple(inspection.areas.all()), inspection.framework
        return cls(areas, framework, inspection.kind, fieldwork_of(inspection), publication_of(inspection))

    def visit(self) -> Visit:
        areas = frozenset(area.pk for area in self.areas)
        family, once = self.framework.family, self.framework.once
        return Visit(areas, family, self.kind, self.fieldwork, self.published, once)

    def may_be(self, other: Identity) -> bool:
        return same_visit(self.visit(), other.visit())

    def key(self) -> str:
        """Readable and stable: areas, framework, kind and the day it ended or, failing that, came out."""
        day = self.fieldwork.last or self.published.last
        areas = "+".join(sorted(area.slug for area in self.areas))
        return f"{areas}/{self.framework.code}/{self.kind}/{day or 'undated'}"

    def at_one_time(self, row: Inspection, near: dt.timedelta = NEAR) -> bool:
        """Of one on record of the same places, programme and kind: whether it may be this one.

        ``near``: how far apart two publications may lie where a source knows nothing else.
        """
        mine = self.visit()
        theirs = replace(mine, fieldwork=fieldwork_of(row), published=publication_of(row))
        return at_one_time(mine, theirs, near)

    def candidates(self) -> list[Inspection]:
        """Inspections on record that may be this one: none, one, or several (then a person decides)."""
        return [row for row in self.whenever() if self.at_one_time(row)]

    def whenever(self) -> list[Inspection]:
        """Inspections on record of the same places, programme and kind, at any time."""
        rows = Inspection.objects.filter(
            framework__family=self.framework.family, kind__in=kinds_like(self.kind)
        )
        for area in self.areas:
            rows = rows.filter(inspected_areas__area=area)
        rows = rows.prefetch_related("inspected_areas").order_by("key")
        wanted = {area.pk for area in self.areas}
        return [row for row in rows if {link.area_id for link in row.inspected_areas.all()} == wanted]
