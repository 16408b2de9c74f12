"""PEEL: a block of its own with a lane per cycle, because no cycle may be compared with another.

A cycle judges up to twelve things of the whole service. In the chart stand the two a reader about children
needs, protecting vulnerable people and effectiveness. The force's table and the inspection's page have them
all; an authority's table has the two, for the rest is about a force that covers other authorities too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TypedDict

from dashboard.series.entries import Drawn, Entry, make_entry
from dashboard.series.judged import drawn_judgement, result_words
from dashboard.series.place import PlaceFacts
from inspections.models import Inspection

IN_CHART = ("protecting_vulnerable_people", "effectiveness")
NOT_COMPARABLE = "not comparable with another cycle"


def is_peel(inspection: Inspection) -> bool:
    return inspection.framework.family.startswith("peel")


def peel_entries(facts: PlaceFacts, inspection: Inspection, block: str) -> Iterator[Entry]:
    """``block``: the key of the force's own block. What the filter asks for is drawn, whichever it is."""
    wanted = facts.selection.aspect
    cycle = inspection.framework.short_name
    labels = {row.aspect_id: row.label for row in inspection.framework.framework_aspects.all()}
    rows = sorted(
        (row for row in inspection.judgements.all() if row.stands and row.aspect_id in (wanted or labels)),
        key=lambda row: _place(row.aspect_id, labels),
    )
    if not rows:
        yield _in_words(facts, inspection, block)
    for row, in_chart in zip(rows, _in_chart([row.aspect_id for row in rows], wanted), strict=True):
        if not in_chart and not facts.is_force:
            continue
        aspect = labels.get(row.aspect_id, row.aspect_id)
        small = aspect[:1].lower() + aspect[1:]
        drawn = drawn_judgement(row, f"{cycle}, {small}", beside=small)
        if not row.grade:
            drawn = replace(drawn, beside=f"{small}: {drawn.beside}")
        yield make_entry(
            facts,
            inspection,
            **_lane(inspection, block),
            subject=f"{cycle}: {small}",
            drawn=replace(drawn, words=f"{drawn.words}; {NOT_COMPARABLE}"),
            fact=row,
            result=result_words(row, inspection),
            in_chart=in_chart,
        )


def _in_chart(aspects: list[str], wanted: Collection[str]) -> list[bool]:
    """Those asked for; else the two of `IN_CHART`; else, where no source gives either, the first two."""
    if wanted:
        return [True] * len(aspects)
    if any(aspect in IN_CHART for aspect in aspects):
        return [aspect in IN_CHART for aspect in aspects]
    return [place < len(IN_CHART) for place in range(len(aspects))]


class _Lane(TypedDict):
    block: str
    lane: str
    label: str
    order: tuple[int, int, str]


def _lane(inspection: Inspection, block: str) -> _Lane:
    """One lane a cycle, in their order."""
    framework = inspection.framework
    return {
        "block": f"{block}:peel",
        "lane": framework.pk,
        "label": framework.short_name,
        "order": (0, 0, str(framework.valid_from)),
    }


def _place(aspect: str, labels: dict[str, str]) -> tuple[int, str]:
    """What the chart shows first, then the order of the framework."""
    chosen = IN_CHART.index(aspect) if aspect in IN_CHART else len(IN_CHART)
    order = list(labels)
    return chosen * 1000 + (order.index(aspect) if aspect in order else 999), aspect


def _in_words(facts: PlaceFacts, inspection: Inspection, block: str) -> Entry:
    """A cycle without a grade on any aspect: its overall words, else that grades are not given."""
    cycle = inspection.framework.short_name
    said = inspection.overall_words.rstrip(".")
    words = said or "grades not given"
    return make_entry(
        facts,
        inspection,
        **_lane(inspection, block),
        subject=f"{cycle}, in words" if said else cycle,
        drawn=Drawn(
            "words" if said else "not_given",
            f"{cycle}: {words}; {NOT_COMPARABLE}",
            beside=words,
            stem=bool(said),
        ),
        result=words,
    )
