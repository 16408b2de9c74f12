"""What an inquiry remarked on inspections, each remark once, and what the bodies replied."""

from __future__ import annotations

from collections.abc import Iterable

from inspections.models import Finding, TrailStep
from inspections.querysets import FactQuerySet

# By the id of the inspection they answer, in the order they were given.
Replies = dict[int, list[TrailStep]]


def replies_among(steps: Iterable[TrailStep]) -> Replies:
    replies: Replies = {}
    for step in steps:
        if step.kind == TrailStep.Kind.REPLY and step.inspection_id:
            replies.setdefault(step.inspection_id, []).append(step)
    return replies


def once(remarks: FactQuerySet) -> list[Finding]:
    """A remark on several themes stands on record for each, and on a page once."""
    found = remarks.select_related("concerns", "source").distinct().order_by("key")
    return list({(row.summary, row.concerns_id, row.locator): row for row in found}.values())
