"""What stands at the heads of lanes and blocks, and at the lines where a framework changes."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.series.results import (
    PEEL,
    POLICE,
    SOCIAL_CARE,
    TOPICS,
    Block,
    Break,
    LaneKind,
    Lanes,
    Result,
    Status,
)
from dashboard.series.values import Cases
from dashboard.wording.cases import cases_label
from dashboard.wording.results import DISCLOSED, subject_words
from dashboard.wording.sentences import number_words
from inspections.terms import InspectionKind

_POLICE = {
    "": "Police",
    TOPICS: "Police, five topics graded instead of cases",
    PEEL: "Police, PEEL: no cycle is comparable with another",
}
_LANES = {
    LaneKind.WHOLE_FORCE: "Whole-force inspections",
    LaneKind.REVIEWS: "Whole-force reviews",
    LaneKind.JOINT: "Joint inspections",
    LaneKind.TOPICS: "Topics, in words",
    LaneKind.DISCLOSED: DISCLOSED,
    LaneKind.INQUIRY: "Inquiry",
}
_VISITS = {InspectionKind.FOCUSED_VISIT: "focused", InspectionKind.MONITORING_VISIT: "monitoring"}


def subtitle(lanes: Lanes) -> str:
    police = any(block.key.sector == POLICE for block in lanes.blocks)
    whole = " Police figures are for the whole force." if police else ""
    return f"Each scale in its own words. Nothing joins two frameworks.{whole}"


def block_words(block: Block, place: str) -> str:
    """ "Police · HMICFRS, Merseyside Police (whole force, five authorities)"."""
    programmes = [one.visit.programme for one in block.results if not one.visit.whose.joint]
    names = sorted({(one.position, one.inspectorate_name) for one in programmes})
    by = f" · {', '.join(name for _position, name in names)}" if names else ""
    key, number = block.key, block.authorities
    if key.sector == SOCIAL_CARE:
        return f"Children’s social care{by}, {place}"
    if key.sector != POLICE:
        return "Own audits and others"
    over = f", {number_words(number)} {'authority' if number == 1 else 'authorities'}"
    whole = f", {block.force} (whole force{over if number and not key.part else ''})"
    return f"{_POLICE[key.part]}{by}{whole if block.force else ''}"


def break_words(one: Break) -> str:
    """The name of the change; empty where the block above names it."""
    if not one.named:
        return ""
    if one.begins.is_peel:
        return f"{one.begins.name} begins"
    return one.begins.change_note or f"Another framework: {one.begins.name}"


def lane_words(result: Result) -> str:
    """The label of the lane a result stands in."""
    lane, found = result.lane, result.found
    if label := _LANES.get(lane.kind):
        return label
    match lane.kind:
        case LaneKind.ASPECT:
            return lane.name or result.aspect
        case LaneKind.CASES if isinstance(found, Cases) and not lane.block.force:
            return cases_label(found)
        case LaneKind.VISITS:
            return "Inspections" if result.visit.is_full else "Visits"
        case LaneKind.PEEL:
            return result.aspect or "In words"
        case LaneKind.AUDIT if found == Status.AUDIT_NOT_GIVEN:
            return "Own audit" + (f", {lane.name}" if lane.name else "")
        case LaneKind.PROGRAMME if lane.name:
            return lane.name
    return subject_words(result)


def note_words(results: Sequence[Result]) -> str:
    """Of a lane of visits, counted once: "7 focused and monitoring visits, not graded"."""
    if results[0].lane.kind == LaneKind.JOINT:
        return f"{len(results)} joint inspections, each about one authority, not graded"
    kinds = {result.visit.kind for result in results}
    named = " and ".join(word for kind, word in _VISITS.items() if kind in kinds)
    what = f"{named} visits" if kinds <= _VISITS.keys() else "visits and inspections"
    return f"{len(results)} {what}, not graded"
