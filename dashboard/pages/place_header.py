"""What a place is: its force or its authorities, what it came from and what it became."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q

from areas.models import Succession
from inspections.place_facts import PlaceFacts

MOST_NAMED = 8  # more neighbours than that stand in a list that opens


def header_of(facts: PlaceFacts, today: dt.date) -> dict[str, Any]:
    """Of an authority one question to the database, of a force none: its links are among ``facts``.

    ``force`` and ``neighbours`` of an authority, ``covered`` (links with their dates) of a force. Those whose
    ``name_…`` is false stand in a list that opens. ``last_day``: the day an abolished authority speaks of,
    else None for today.
    """
    area = facts.area
    if facts.is_force:
        links = sorted(facts.links, key=lambda link: (link.authority.name, link.valid_from or dt.date.min))
        covered = [link for link in links if link.holds_on(today)]
        return {
            "covered": covered,
            "covered_areas": [link.authority for link in covered],
            "name_covered": len(covered) <= MOST_NAMED,
            "no_longer_covered": [link for link in links if not link.holds_on(today)],
        }
    last_day = area.valid_to if area.valid_to and area.valid_to < today else None
    force = facts.force_of(area, last_day)
    policed = facts.authorities_of(force, last_day or today) if force else []
    neighbours = [authority for authority in policed if authority.pk != area.pk]
    changes = Succession.objects.filter(Q(predecessor=area) | Q(successor=area))
    changes = changes.select_related("predecessor", "successor")
    return {
        "force": force,
        "neighbours": neighbours,
        "name_neighbours": len(neighbours) <= MOST_NAMED,
        "predecessors": [change for change in changes if change.successor_id == area.pk],
        "successors": [change for change in changes if change.predecessor_id == area.pk],
        "last_day": last_day,
    }
