"""The blocks of the police: tallies of cases by theme and whole-force reviews; five topics; PEEL.

PEEL has a block of its own with a lane per aspect; each mark names its cycle, for no cycle may be compared
with another. A cycle judges up to twelve things of the whole service. In the chart stand the two a reader
about children needs. The force's table and the inspection's page have them all; an authority's table has the
two, for the rest is about a force that covers other authorities too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.selection.selection import Selection
from dashboard.series.results import (
    PEEL,
    POLICE,
    TOPICS,
    BlockKey,
    LaneKey,
    LaneKind,
    Quotation,
    Result,
    Status,
)
from dashboard.series.values import Visit
from inspections.terms import Assessor, InspectionKind

PEEL_IN_CHART = ("protecting_vulnerable_people", "effectiveness")
REVIEWS = (
    InspectionKind.POST_INSPECTION_REVIEW,
    InspectionKind.QUARTERLY_UPDATE,
    InspectionKind.PROGRESS_REVIEW,
)
_CASES, _WHOLE_FORCE, _REVIEWS, _JOINT = range(4)


def police_results(visit: Visit, selection: Selection, *, on_force: bool) -> Iterator[Result]:
    """Each inspection of a force shows at least once, as tallies, grades or a box that says what it was.

    ``on_force``: on the force's own page.
    """
    block = BlockKey(POLICE, visit.force)
    if visit.whose.joint:
        yield Result(visit, LaneKey(block, (_JOINT, 0, ""), LaneKind.JOINT), Status.NOT_GRADED)
        return
    shown = list(_tallies(visit, block))
    if visit.programme.is_peel:
        shown += _peel(visit, selection.aspect, replace(block, part=PEEL), on_force=on_force)
    else:
        shown += _topics(visit, selection.aspect, replace(block, part=TOPICS))
    yield from shown
    if shown:
        return
    if visit.kind in REVIEWS:
        yield Result(visit, LaneKey(block, (_REVIEWS, 0, ""), LaneKind.REVIEWS), Status.NOT_GRADED)
    else:
        status = Status.THEME_NOT_GIVEN if selection.theme else Status.CASES_NOT_GIVEN
        yield Result(visit, LaneKey(block, (_WHOLE_FORCE, 0, ""), LaneKind.WHOLE_FORCE), status)


def _tallies(visit: Visit, block: BlockKey) -> Iterator[Result]:
    one_authority = not any(body.whole_force for body in visit.whose.bodies)
    for cases in visit.cases:
        if cases.disclosed_later:
            continue
        # All cases first, then the themes in their order; a sample or an assessor of its own is a lane of its
        # own, the inspectors' before the force's.
        place = 0 if cases.theme == "all-cases" else 1 + min(cases.position, 998)
        own = cases.assessor != Assessor.INSPECTORS
        code = f"{cases.theme or cases.name}-{cases.sample}-{cases.assessor}"
        lane = LaneKey(block, (_CASES, place, f"{own:d}-{cases.sample}"), LaneKind.CASES, code)
        yield Result(visit, lane, cases, one_authority=one_authority)


def _topics(visit: Visit, wanted: tuple[str, ...], block: BlockKey) -> Iterator[Result]:
    """What is graded for the force instead of cases: a block of its own, a lane per topic."""
    codes = list(visit.programme.aspect_names)
    graded = [one for one in visit.standing if not wanted or one.aspect in wanted]
    for one in graded:
        place = codes.index(one.aspect) if one.aspect in codes else 999
        yield Result(visit, LaneKey(block, (0, place, one.aspect), LaneKind.TOPIC, one.aspect), one, one.name)
    if codes and visit.programme.graded and not graded and not wanted:
        # Grades known only together ("good for two, adequate for three"), or not at all.
        said = visit.overall_words.rstrip(".")
        found = Quotation(said) if said else Status.TOPICS_NOT_GIVEN
        yield Result(visit, LaneKey(block, (1, 0, ""), LaneKind.TOPICS), found)


def _peel(visit: Visit, wanted: tuple[str, ...], block: BlockKey, *, on_force: bool) -> Iterator[Result]:
    """What the filter asks for is drawn, whichever it is; else the two; else the first two."""
    codes = list(visit.programme.aspect_names)
    first = [*PEEL_IN_CHART, *codes]
    rows = sorted(
        (one for one in visit.standing if one.aspect in (wanted or codes)),
        key=lambda one: (first.index(one.aspect) if one.aspect in first else len(first), one.aspect),
    )
    given = {one.aspect for one in rows}
    drawn = wanted or given.intersection(PEEL_IN_CHART) or [one.aspect for one in rows[: len(PEEL_IN_CHART)]]
    # The grades known one by one may be the best or the worst of those that the overall words count.
    said = visit.overall_words.rstrip(".")
    if not rows or (said and not wanted):
        found = Quotation(said) if said else Status.GRADES_NOT_GIVEN
        yield Result(visit, LaneKey(block, (1, 0, ""), LaneKind.PEEL), found)
    for one in rows:
        if one.aspect in drawn or on_force:
            # The order of the others differs from cycle to cycle; a lane has one place.
            place = min(first.index(one.aspect), len(PEEL_IN_CHART))
            lane = LaneKey(block, (0, place, one.aspect), LaneKind.PEEL, one.aspect)
            yield Result(visit, lane, one, one.name, in_chart=one.aspect in drawn)
