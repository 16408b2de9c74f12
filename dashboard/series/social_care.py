"""The block of children's social care: one lane per aspect over all frameworks, and one for visits."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.series.results import SOCIAL_CARE, BlockKey, Found, LaneKey, LaneKind, Result, Status
from dashboard.series.values import Visit

# Lane, label and the aspects that stand in it. From 2018 to January 2023 "in care" was judged together with
# care leavers; the table gives every aspect the name its framework printed.
LANES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("overall", "Overall effectiveness", ("overall",)),
    ("help_protection", "Help and protection", ("help_protection",)),
    ("safeguarding", "Safeguarding", ("safeguarding",)),
    ("in_care", "In care", ("in_care", "looked_after", "in_care_and_care_leavers")),
    ("outcomes_lac", "Outcomes for looked after children", ("outcomes_lac",)),
    ("adoption", "Adoption", ("adoption",)),
    ("care_leavers", "Care leavers", ("care_leavers",)),
    ("quality_of_provision", "Quality of provision", ("quality_of_provision",)),
    ("leadership", "Leadership", ("leadership", "impact_of_leaders")),
    ("capacity_to_improve", "Capacity to improve", ("capacity_to_improve",)),
    ("lscb", "Safeguarding Children Board", ("lscb",)),
)
BLOCK = BlockKey(SOCIAL_CARE)
_CASES, _JOINT, _VISITS = (len(LANES) + number for number in (1, 2, 3))
_LANE_OF = {
    aspect: LaneKey(BLOCK, (place, 0, lane), LaneKind.ASPECT, lane, name)
    for place, (lane, name, aspects) in enumerate(LANES)
    for aspect in aspects
}


def social_care_results(visit: Visit, wanted: tuple[str, ...]) -> Iterator[Result]:
    """``wanted``: the aspects a filter chooses; empty for all."""
    if visit.whose.joint:
        yield Result(visit, LaneKey(BLOCK, (_JOINT, 0, ""), LaneKind.JOINT), Status.NOT_GRADED)
        return
    judged = list(_aspects(visit, wanted))
    yield from judged
    # The few reports that give a number of cases.
    for cases in visit.cases:
        if not cases.disclosed_later:
            place = (_CASES, cases.position, cases.name)
            yield Result(visit, LaneKey(BLOCK, place, LaneKind.CASES, cases.theme or cases.name), cases)
    # An inspection with a filter on its aspects still has its place; nothing may vanish without a word.
    if not judged:
        graded = visit.is_full and visit.programme.graded
        status = Status.NONE_CHOSEN if graded else Status.NOT_GRADED
        yield Result(visit, LaneKey(BLOCK, (_VISITS, 0, ""), LaneKind.VISITS), status)


def _aspects(visit: Visit, wanted: tuple[str, ...]) -> Iterator[Result]:
    """What stands; of a full inspection also what no source gives and what is not judged apart."""
    names = visit.programme.aspect_names
    judged = {one.aspect for one in visit.standing}
    for judgement in visit.standing:
        if not wanted or judgement.aspect in wanted:
            yield _result(visit, judgement.aspect, judgement)
    if not visit.is_full or not visit.programme.graded:
        return
    # What this framework does not judge is said in the lane where other frameworks did.
    if not wanted and "in_care_and_care_leavers" in judged and "care_leavers" not in judged:
        yield _result(visit, "care_leavers", Status.WITH_IN_CARE, _LANE_OF["care_leavers"].name)
    if not wanted and "overall" not in names and len(names) > 1 and "overall" not in judged:
        yield _result(visit, "overall", Status.NO_OVERALL, _LANE_OF["overall"].name)
    for aspect in names:
        # The review of the board was a report of its own: its absence here says nothing.
        if aspect not in judged and aspect != "lscb" and (not wanted or aspect in wanted):
            yield _result(visit, aspect, Status.NOT_GIVEN)


def _result(visit: Visit, aspect: str, found: Found, name: str = "") -> Result:
    other = LaneKey(BLOCK, (len(LANES), 0, aspect), LaneKind.ASPECT, aspect)
    lane = _LANE_OF.get(aspect, other)
    name = name or visit.programme.aspect_names.get(aspect) or lane.name or aspect
    return Result(visit, lane, found, name)
