"""Chart C1: what inspectorates found about one place, in lanes over time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from areas.models import Area
from dashboard.selection.filters import filters_in_words
from dashboard.selection.selection import Selection
from dashboard.series.breaks import framework_breaks
from dashboard.series.entries import OTHERS, POLICE, SOCIAL_CARE, Entry
from dashboard.series.joint import JOINT
from dashboard.series.others import other_entries
from dashboard.series.picture import Block, Break, Lane, Lanes, Mark, SourceLine
from dashboard.series.place import SPEAKING, PlaceFacts, areas_of, listed, number_words, place_facts
from dashboard.series.police import police_entries
from dashboard.series.social_care import social_care_entries
from dashboard.series.undated import undated_lines
from dashboard.wording import answers
from dashboard.wording.certainty import HOW_SEEN
from dashboard.wording.days import dates_words, day_of
from inspections.models import Inspection, Inspectorate

TOPICS, PEEL = ":topics", ":peel"  # ends of the keys of a force's further blocks
SUBTITLE = "Each scale in its own words. Nothing joins two frameworks."
# More boxes than this in a lane of visits: one note for all instead of words beside each.
_WORDS_BESIDE_VISITS = 2
_WORDS_BESIDE_JOINT = 4


def lanes(area: Area, selection: Selection) -> Lanes:
    """The lanes of an authority (with its force's inspections) or of a force, under the selection's filters.

    ``selection.area`` and ``.force`` are not looked at: ``area`` is the place. About ten queries,
    however many inspections there are.
    """
    return lanes_of(place_facts(area, selection))


def lanes_of(facts: PlaceFacts) -> Lanes:
    """The lanes of facts already fetched; asks the database nothing."""
    area, selection = facts.area, facts.selection
    selected = facts.selected()
    entries = _known([entry for inspection in selected for entry in _entries(facts, inspection)])
    blocks = _blocks(facts, entries)
    undated = undated_lines(entries)
    filters = filters_in_words(selection)
    days = [mark.on for block in blocks for lane in block.lanes for mark in lane.marks]
    return Lanes(
        place=area.name,
        place_kind=area.kind,
        place_slug=area.slug,
        title=answers.title(facts, selected),
        subtitle=SUBTITLE + (" Police figures are for the whole force." if _has_police(blocks) else ""),
        summary=answers.summary(selected, len({one.inspection for one in undated}), filters),
        answer=answers.answer(facts),
        filters=filters,
        blocks=blocks,
        breaks=_breaks(facts, entries),
        undated=undated,
        rows=_rows(entries),
        sources=_sources(entries),
        source_line=_source_line(selected, entries),
        first_year=min(days).year if days else None,
        last_year=max(days).year if days else None,
        ignored=selection.ignored,
    )


def _has_police(blocks: tuple[Block, ...]) -> bool:
    return any(block.key.startswith(POLICE) for block in blocks)


def _entries(facts: PlaceFacts, inspection: Inspection) -> Iterator[Entry]:
    sector = inspection.framework.inspectorate.sector
    joint = inspection.framework.family == "jtai"
    if (sector == SOCIAL_CARE or joint) and not facts.is_force:
        yield from social_care_entries(facts, inspection)
    if sector == POLICE or joint:
        force = _force_concerned(facts, inspection)
        yield from police_entries(facts, inspection, f"{POLICE}:{force.slug if force else ''}")
    if sector == Inspectorate.Sector.OTHER and not joint:
        yield from other_entries(facts, inspection)


def _known(entries: list[Entry]) -> list[Entry]:
    """Leaves out aspects that are "not given" in every inspection shown, unless an inspection has no others.

    The older statistics never carry some aspects of a framework; a lane of gaps alone would hide the rest.
    """
    speaking = {(entry.block, entry.lane) for entry in entries if entry.row.result != "not given"}
    graded = {entry.inspection.pk for entry in entries if entry.row.result != "not given"}
    return [
        entry
        for entry in entries
        if (entry.block, entry.lane) in speaking or entry.inspection.pk not in graded
    ]


def _force_concerned(facts: PlaceFacts, inspection: Inspection) -> Area | None:
    """The force an inspection is about, or, for one about an authority, the force by link on that day."""
    if facts.is_force:
        return facts.area
    forces = [area for area in areas_of(inspection) if area.is_force]
    linked = facts.force_of(facts.area, day_of(inspection))
    return linked if linked in forces or not forces else forces[0]


def _blocks(facts: PlaceFacts, entries: list[Entry]) -> tuple[Block, ...]:
    order = {SOCIAL_CARE: 0, OTHERS: 2}
    # Within a force its cases first, then what is graded instead since 2024, then PEEL.
    tails = {TOPICS: 1, PEEL: 2}
    keys = sorted(
        {entry.block for entry in entries if entry.mark},
        key=lambda key: (order.get(key, 1), _force_slug(key), tails.get(f":{key.rpartition(':')[2]}", 0)),
    )
    blocks = []
    for key in keys:
        own = [entry for entry in entries if entry.block == key and entry.mark]
        blocks.append(Block(key, _block_label(facts, key, own), _lanes_of(own)))
    return tuple(blocks)


def _block_label(facts: PlaceFacts, key: str, entries: list[Entry]) -> str:
    names = sorted(
        {
            (entry.inspection.framework.inspectorate.position, entry.row.inspectorate)
            for entry in entries
            if entry.inspection.framework.family != "jtai"
        }
    )
    by = f" · {', '.join(name for _position, name in names)}" if names else ""
    if key == SOCIAL_CARE:
        return f"Children’s social care{by}, {facts.area.name}"
    if key == OTHERS:
        return "Own audits and others"
    force = _force_by_slug(facts, _force_slug(key))
    what = "Police"
    if key.endswith(TOPICS):
        what = "Police, five topics graded instead of cases"
    elif key.endswith(PEEL):
        what = "Police, PEEL: no cycle is comparable with another"
    if force is None:
        return f"{what}{by}"
    if what != "Police":
        return f"{what}{by}, {force.name} (whole force)"
    days = [entry.mark.on for entry in entries if entry.mark]
    number = len(facts.authorities_of(force, max(days) if days else None))
    over = f"{number_words(number)} {'authority' if number == 1 else 'authorities'}"
    return f"Police{by}, {force.name} (whole force{f', {over}' if number else ''})"


def _force_slug(key: str) -> str:
    """ "durham" of "police:durham:peel"."""
    return f"{key}::".split(":")[1]


def _force_by_slug(facts: PlaceFacts, slug: str) -> Area | None:
    if facts.is_force:
        return facts.area
    return next((link.force for link in facts.links if link.force.slug == slug), None)


def _lanes_of(entries: list[Entry]) -> tuple[Lane, ...]:
    heads = {(entry.order, entry.lane): entry.label for entry in entries}
    found = []
    for (_order, key), label in sorted(heads.items(), key=lambda head: head[0]):
        marks = [entry.mark for entry in entries if entry.lane == key and entry.mark]
        marks.sort(key=lambda mark: mark.on)
        found.append(_with_note(Lane(key, label, tuple(marks)), entries))
    return tuple(found)


def _with_note(lane: Lane, entries: list[Entry]) -> Lane:
    """Many visits are counted once at the start of their lane; every one keeps its words for the reader."""
    if lane.key == JOINT and len(lane.marks) > _WORDS_BESIDE_JOINT:
        return _joint_by_name(lane, entries)
    if lane.key != "visits" or len(lane.marks) <= _WORDS_BESIDE_VISITS:
        return lane
    kinds = [entry.inspection.kind for entry in entries if entry.lane == lane.key]
    named = [
        word
        for word, kind in (("focused", "focused_visit"), ("monitoring", "monitoring_visit"))
        if kind in kinds
    ]
    all_visits = all(kind in ("focused_visit", "monitoring_visit") for kind in kinds)
    what = f"{' and '.join(named)} visits" if all_visits else "visits and inspections"
    marks: tuple[Mark, ...] = tuple(replace(mark, beside="") for mark in lane.marks)
    return replace(lane, marks=marks, note=f"{len(marks)} {what}, not graded")


def _joint_by_name(lane: Lane, entries: list[Entry]) -> Lane:
    """Of a force of many authorities each box names its own; what all share is said once."""
    names = {
        entry.inspection.pk: listed(area.name for area in areas_of(entry.inspection) if not area.is_force)
        for entry in entries
        if entry.lane == lane.key
    }
    marks = tuple(replace(mark, beside=f"about {names[mark.inspection]}") for mark in lane.marks)
    note = f"{len(marks)} joint inspections, each about one authority, not graded"
    return replace(lane, marks=marks, note=note)


def _breaks(facts: PlaceFacts, entries: list[Entry]) -> tuple[Break, ...]:
    found: list[Break] = []
    for block in dict.fromkeys(entry.block for entry in entries if entry.mark and entry.block != OTHERS):
        # Topics replaced the grading of cases: the change lies between an inspection of each block.
        beside = block.removesuffix(TOPICS)
        whole = {beside, f"{beside}{TOPICS}"} if block.startswith(POLICE) else {block}
        inspections = list(dict.fromkeys(entry.inspection for entry in entries if entry.block in whole))
        family = "" if block == SOCIAL_CARE else "peel" if block.endswith(PEEL) else "ncpi"
        for inspectorate in {one.framework.inspectorate_id for one in inspections}:
            found += framework_breaks(
                inspections, facts.frameworks.values(), block=block, inspectorate=inspectorate, family=family
            )
    return _named_once(sorted(found, key=lambda one: (one.on, one.label, one.block)))


def _named_once(breaks: list[Break]) -> tuple[Break, ...]:
    """A line through two blocks of one force has its name above the first."""
    named: set[tuple[dt.date, str]] = set()
    found = []
    for one in breaks:
        told = (one.on, one.label) in named
        found.append(replace(one, label="") if told else one)
        named.add((one.on, one.label))
    return tuple(found)


def _rows(entries: list[Entry]) -> tuple:
    """By date, undated last; within an inspection in the order of the lanes. A joint inspection once."""
    last = dt.date.max.isoformat()
    ordered = sorted(entries, key=lambda entry: (entry.row.iso or last, entry.row.inspection, entry.order))
    return tuple(dict.fromkeys(entry.row for entry in ordered))


def _sources(entries: list[Entry]) -> tuple[SourceLine, ...]:
    found: dict[int, SourceLine] = {}
    for entry in entries:
        source = entry.source
        if source is not None:
            found.setdefault(
                source.pk,
                SourceLine(
                    source.title, source.publisher, source.url, source.retrieved, HOW_SEEN[entry.confidence]
                ),
            )
    return tuple(sorted(found.values(), key=lambda line: (line.publisher, line.title)))


def _source_line(inspections: tuple[Inspection, ...], entries: list[Entry]) -> str:
    """ "Sources: 12 documents of Ofsted, IICSA. Newest fact: 24 to 25 April 2024."."""
    publishers = sorted(
        {entry.source.publisher or "publisher not given" for entry in entries if entry.source}
    )
    documents = len({entry.source.pk for entry in entries if entry.source})
    dated = [one for one in inspections if day_of(one) and one.kind not in SPEAKING]
    if not documents:
        return "Source and dates: nothing shown, so no source."
    counted = "1 document" if documents == 1 else f"{documents} documents"
    words = f"Source and dates: {counted} of {', '.join(publishers)}"
    if dated:
        words += f"; newest inspection shown: {dates_words(dated[-1])}"
    return f"{words}."
