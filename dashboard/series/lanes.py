"""Chart C1: what inspectorates found about one place, in lanes over time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from areas.models import Area
from dashboard.selection.filters import filter_inspections, filters_in_words
from dashboard.selection.selection import Selection
from dashboard.series.others import other_results
from dashboard.series.police import police_results
from dashboard.series.results import (
    OTHERS,
    PEEL,
    POLICE,
    SOCIAL_CARE,
    TOPICS,
    Block,
    BlockKey,
    Break,
    LaneKey,
    Lanes,
    Result,
    Status,
)
from dashboard.series.social_care import social_care_results
from dashboard.series.values import Programme, Visit
from dashboard.series.visits import held_of, visits_of
from inspections.models import Inspection
from inspections.place_facts import PlaceFacts, place_facts

# Reviews of the board ran beside the SIF: neither replaced the other.
_BESIDE = "lscb"
# The blocks of a place from top to bottom; of a force its cases, then what is graded instead, then PEEL.
_ORDER = {SOCIAL_CARE: 0, POLICE: 1, OTHERS: 2}
_PARTS = {"": 0, TOPICS: 1, PEEL: 2}


def lanes(area: Area, selection: Selection) -> Lanes:
    """The lanes of an authority (with its force's inspections) or of a force, under the selection's filters.

    ``selection.area`` and ``.force`` are not looked at: ``area`` is the place. Eleven queries, however many
    inspections there are; one more under a filter.
    """
    return lanes_of(place_facts(area), selection)


def lanes_of(facts: PlaceFacts, selection: Selection) -> Lanes:
    """The lanes of facts already fetched: one query under a filter, else none."""
    visits, programmes = visits_of(facts)
    known = {visit.pk for visit in visits}
    filters = selection.without_place()
    if not filters.is_default:
        rows = filter_inspections(filters, Inspection.objects.published().filter(pk__in=known))
        known = set(rows.values_list("pk", flat=True))
    chosen = tuple(visit for visit in visits if visit.pk in known)
    found = [result for visit in chosen for result in _results(visit, selection, facts.area)]
    results = _without_silent_aspects(found)
    blocks = tuple(_blocks(facts, results))
    return Lanes(
        place=facts.area.name,
        is_force=facts.is_force,
        place_slug=facts.area.slug,
        held=held_of(facts.coverage_of_its_inspectorates()),
        visits=visits,
        chosen=chosen,
        blocks=blocks,
        breaks=_breaks(blocks, results, programmes),
        results=_by_date(results),
        undated=tuple(one for one in results if not one.visit.begins),
        filters=filters_in_words(selection),
        ignored=selection.ignored,
    )


def _results(visit: Visit, selection: Selection, place: Area) -> Iterator[Result]:
    """Of one inspection: a joint one stands in the block of either side."""
    if selection.theme:
        visit = replace(visit, cases=tuple(one for one in visit.cases if one.theme in selection.theme))
    sector, joint = visit.programme.sector, visit.whose.joint
    if (sector == SOCIAL_CARE or joint) and not place.is_force:
        yield from social_care_results(visit, selection.aspect)
    if sector == POLICE or joint:
        yield from police_results(visit, selection, on_force=place.is_force)
    elif sector not in (SOCIAL_CARE, POLICE):
        yield from other_results(visit, selection.aspect, place.name)


def _without_silent_aspects(results: list[Result]) -> list[Result]:
    """Leaves out aspects that are "not given" in every inspection shown, unless an inspection has no others.

    The older statistics never carry some aspects of a framework; a lane of gaps alone would hide the rest.
    """
    speaking = {result.lane for result in results if result.found != Status.NOT_GIVEN}
    graded = {result.visit.pk for result in results if result.found != Status.NOT_GIVEN}
    return [one for one in results if one.lane in speaking or one.visit.pk not in graded]


def _by_date(results: list[Result]) -> tuple[Result, ...]:
    """By date or cycle, what has neither last, then in the order of lanes; what stands in two blocks once."""
    once: dict[object, Result] = {}
    for one in sorted(
        results, key=lambda one: (one.visit.begins or dt.date.max, one.visit.pk, one.lane.place)
    ):
        once.setdefault((one.visit.pk, one.lane.kind, one.aspect, one.found), one)
    return tuple(once.values())


def _blocks(facts: PlaceFacts, results: list[Result]) -> Iterator[Block]:
    drawn = [one for one in results if one.in_chart and one.visit.begins]
    keys = {one.lane.block for one in drawn}
    for key in sorted(keys, key=lambda key: (_ORDER[key.sector], key.force, _PARTS[key.part])):
        own = [one for one in drawn if one.lane.block == key]
        own.sort(key=lambda one: one.visit.begins or dt.date.max)
        held: dict[LaneKey, list[Result]] = {one.lane: [] for one in sorted(own, key=lambda one: one.lane)}
        for one in own:
            held[one.lane].append(one)
        force = next((link.force for link in facts.links if link.force.slug == key.force), None)
        force = facts.area if facts.is_force and key.sector == POLICE else force
        yield Block(
            key,
            tuple((lane, tuple(found)) for lane, found in held.items()),
            force=force.name if force else "",
            authorities=len(facts.authorities_of(force, own[-1].visit.ends)) if force else 0,
        )


def _breaks(
    blocks: Iterable[Block], results: list[Result], programmes: tuple[Programme, ...]
) -> tuple[Break, ...]:
    """Changes of framework between the place's own inspections, block by block."""
    found: dict[tuple[BlockKey, str], Break] = {}
    for key in (block.key for block in blocks if block.key.sector != OTHERS):
        # Topics replaced the grading of cases: the change lies between an inspection of each block.
        whole = {key} if key.part == PEEL else {replace(key, part=""), replace(key, part=TOPICS)}
        visits = {one.visit.pk: one.visit for one in results if one.lane.block in whole}.values()
        # The programme to follow, or how its names begin where a block has several.
        family = "" if key.sector == SOCIAL_CARE else "peel" if key.part == PEEL else "ncpi"
        for inspectorate in {visit.programme.inspectorate for visit in visits}:
            known = {
                one.code: one
                for one in programmes
                if one.inspectorate == inspectorate
                and one.family.startswith(family)
                and one.family != _BESIDE
            }
            full = (one for one in visits if one.is_full and one.begins and one.programme.code in known)
            for before, after in pairwise(full):
                for on, begins in _between(before, after, known.values()):
                    found.setdefault((key, begins.code), Break(on, begins, key))
    changes = sorted(
        found.values(), key=lambda one: (one.on, one.begins.change_note or one.begins.name, str(one.block))
    )
    # A line through two blocks of one force has its name above the first.
    first = {(one.on, one.begins.code): one for one in reversed(changes)}
    return tuple(replace(one, named=first[one.on, one.begins.code] is one) for one in changes)


def _between(before: Visit, after: Visit, known: Iterable[Programme]) -> Iterator[tuple[dt.date, Programme]]:
    """Which programmes began between the two, and where the line of each stands."""
    first, last = before.begins, after.ends
    if first is None or last is None or before.programme.code == after.programme.code:
        return
    start, end = before.programme.valid_from or dt.date.min, after.programme.valid_from or dt.date.max
    for one in known:
        begins = one.valid_from
        if begins and start < begins <= end and (one.change_note or one.code == after.programme.code):
            # A re-inspection of 2018 under SIF lies after ILACS began: the line stands between the two all
            # the same.
            yield (begins if first < begins <= last else first + (last - first) / 2), one
