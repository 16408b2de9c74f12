"""What a place is: its force or its authorities, what it came from and what it became."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q

from areas.models import Area, PolicingLink, Succession
from inspections.place_facts import PlaceFacts

MOST_NAMED = 8  # more neighbours than that stand in a list that opens


@dataclass(frozen=True)
class PlaceHeader:
    """``force`` and ``neighbours`` of an authority; ``covered`` (links with their dates) of a force.

    ``last_day``: the day an abolished authority speaks of, else None for today.
    """

    force: Area | None = None
    neighbours: list[Area] = field(default_factory=list)
    covered: list[PolicingLink] = field(default_factory=list)
    no_longer_covered: list[PolicingLink] = field(default_factory=list)
    predecessors: list[Succession] = field(default_factory=list)
    successors: list[Succession] = field(default_factory=list)
    last_day: dt.date | None = None

    @property
    def covered_areas(self) -> list[Area]:
        return [link.authority for link in self.covered]

    @property
    def name_covered(self) -> bool:
        return len(self.covered) <= MOST_NAMED

    @property
    def list_covered(self) -> bool:
        """Whether the authorities need a list of their own: too many to name, or some with dates."""
        return bool(self.no_longer_covered) or not self.name_covered

    @property
    def name_neighbours(self) -> bool:
        return len(self.neighbours) <= MOST_NAMED


def header_of(facts: PlaceFacts, today: dt.date) -> PlaceHeader:
    """Of an authority one question to the database, of a force none: its links are among ``facts``."""
    area = facts.area
    if facts.is_force:
        links = sorted(facts.links, key=lambda link: (link.authority.name, link.valid_from or dt.date.min))
        return PlaceHeader(
            covered=[link for link in links if link.holds_on(today)],
            no_longer_covered=[link for link in links if not link.holds_on(today)],
        )
    last_day = area.valid_to if area.valid_to and area.valid_to < today else None
    force = facts.force_of(area, last_day)
    neighbours = facts.authorities_of(force, last_day or today) if force else []
    changes = Succession.objects.filter(Q(predecessor=area) | Q(successor=area))
    changes = changes.select_related("predecessor", "successor")
    return PlaceHeader(
        force=force,
        neighbours=[authority for authority in neighbours if authority.pk != area.pk],
        predecessors=[change for change in changes if change.successor_id == area.pk],
        successors=[change for change in changes if change.predecessor_id == area.pk],
        last_day=last_day,
    )
