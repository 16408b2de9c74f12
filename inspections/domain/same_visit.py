"""Which inspection is it? The same visit, known from several sources, is one inspection."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from areas.models import Area
from inspections.models import Framework, Inspection

NEAR = dt.timedelta(days=3)
Days = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True)
class Identity:
    """What makes an inspection itself: whom, under which programme, what kind of visit, and when."""

    areas: tuple[Area, ...]
    framework: Framework
    kind: str
    fieldwork: Days = (None, None)
    published: Days = (None, None)

    def key(self) -> str:
        """Readable and stable: areas, framework, kind and the day it ended or, failing that, came out."""
        day = next((d for d in (*reversed(self.fieldwork), *reversed(self.published)) if d), None)
        areas = "+".join(sorted(area.slug for area in self.areas))
        return f"{areas}/{self.framework.code}/{self.kind}/{day or 'undated'}"

    def candidates(self) -> list[Inspection]:
        """Inspections on record that may be this one: none, one, or several (then a person decides)."""
        return [row for row in self.whenever() if self._same_time(row)]

    def whenever(self) -> list[Inspection]:
        """Inspections on record of the same places, programme and kind, at any time."""
        kinds = Inspection.FULL_KINDS if self.kind in Inspection.FULL_KINDS else (self.kind,)
        same_programme = Inspection.objects.filter(framework__family=self.framework.family, kind__in=kinds)
        for area in self.areas:
            same_programme = same_programme.filter(inspected_areas__area=area)
        wanted = {area.pk for area in self.areas}
        rows = same_programme.prefetch_related("inspected_areas").order_by("key")
        return [row for row in rows if {link.area_id for link in row.inspected_areas.all()} == wanted]

    def may_be(self, other: Identity) -> bool:
        """The same rule between two inspections neither of which is on record yet."""
        return (
            {area.pk for area in self.areas} == {area.pk for area in other.areas}
            and self.framework.family == other.framework.family
            and (self.kind == other.kind or {self.kind, other.kind} <= set(Inspection.FULL_KINDS))
            and self._at_the_time_of(other.fieldwork, other.published)
        )

    def _same_time(self, row: Inspection) -> bool:
        return self._at_the_time_of(
            (row.fieldwork_start, row.fieldwork_end), (row.published_from, row.published_to)
        )

    def _at_the_time_of(self, fieldwork: Days, published: Days) -> bool:
        """A source that knows one day of the fieldwork speaks of that day alone."""
        mine, theirs = _closed(self.fieldwork), _closed(fieldwork)
        if mine and theirs:
            return mine[1] == theirs[1] or (mine[0] <= theirs[1] and theirs[0] <= mine[1])
        if self.framework.once:
            return True  # the pages of one cycle are dated apart, or not at all
        mine, theirs = _closed(self.published), _closed(published)
        if mine is None or theirs is None:
            return False
        return mine[0] - NEAR <= theirs[1] and theirs[0] - NEAR <= mine[1]


def _closed(span: Days) -> tuple[dt.date, dt.date] | None:
    start, end = span
    known = start or end
    return (start or known, end or known) if known else None


def scope_of(area: Area) -> str:
    """A force is inspected whole, an authority for itself, unless its source says otherwise."""
    return "whole_force" if area.kind == Area.Kind.FORCE else "authority"
