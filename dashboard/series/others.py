"""The block of own audits and others: audits, DfE reviews, other inspectorates, disclosures, inquiries."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.series.results import OTHERS, Blanks, BlockKey, Found, LaneKey, LaneKind, Result, Status
from dashboard.series.values import Visit
from inspections.terms import GradeStatus, InspectionKind

BLOCK = BlockKey(OTHERS)
_AUDITS, _GRADED, _REVIEWS, _DISCLOSED, _INQUIRY = range(5)


def other_results(visit: Visit, wanted: tuple[str, ...], place: str) -> Iterator[Result]:
    """``wanted``: the aspects a filter chooses; empty for all. ``place``: name of the place shown."""
    if visit.kind == InspectionKind.OWN_AUDIT:
        force = visit.whose.bodies[0].name if any(body.is_force for body in visit.whose.bodies) else ""
        for cases in visit.cases:
            lane = LaneKey(BLOCK, (_AUDITS, 0, cases.name.lower()), LaneKind.AUDIT, cases.name, force)
            yield Result(visit, lane, cases, one_authority=not force)
        if not visit.cases:
            lane = LaneKey(BLOCK, (_AUDITS, bool(force), ""), LaneKind.AUDIT, "", force)
            yield Result(visit, lane, Status.AUDIT_NOT_GIVEN)
    elif visit.kind == InspectionKind.DISCLOSURE:
        # In words, never as marks: numbers told to an inquiry later, whose grades are not known.
        found: list[Found] = [*visit.cases] or [Status.DISCLOSURE]
        for number in found:
            lane = LaneKey(BLOCK, (_DISCLOSED, not visit.cases, ""), LaneKind.DISCLOSED)
            yield Result(visit, lane, number)
    elif visit.kind == InspectionKind.INQUIRY:
        yield Result(visit, LaneKey(BLOCK, (_INQUIRY, 0, ""), LaneKind.INQUIRY), Status.REMARKS)
    else:
        graded = list(_graded(visit, wanted, place))
        yield from graded
        if not graded:
            # Of joint inspections there are several kinds: each is a lane of its own.
            programme = visit.programme
            name = programme.name if programme.inspectorate == "joint" else programme.inspectorate_name
            lane = LaneKey(BLOCK, (_REVIEWS, 0, name), LaneKind.PROGRAMME, name, name)
            yield Result(visit, lane, Status.NOT_GRADED)


def _graded(visit: Visit, wanted: tuple[str, ...], place: str) -> Iterator[Result]:
    """A lane per aspect; of a programme with an overall grade that one alone, the others in the table.

    What a source leaves blank is one row of the table: a dozen rows of gaps would hide the ratings.
    """
    programme = visit.programme
    codes = list(programme.aspect_names)
    drawn = wanted or (("overall",) if "overall" in codes else codes)
    # A service may cover more than this authority.
    others = tuple(body.name for body in visit.whose.bodies if body.name != place)
    blank = []
    order = {aspect: number for number, aspect in enumerate(codes)}
    for one in sorted(visit.standing, key=lambda row: order.get(row.aspect, 999)):
        if wanted and one.aspect not in wanted:
            continue
        if (
            one.aspect not in drawn
            and one.grade_status == GradeStatus.UNREADABLE
            and (one.printed or programme.leaves_blanks)
        ):
            blank.append(one)
            continue
        name = f"{programme.name}: {one.name}"
        lane = LaneKey(
            BLOCK,
            (_GRADED, order.get(one.aspect, 999), name),
            LaneKind.PROGRAMME,
            f"{programme.code}-{one.aspect}",
        )
        yield Result(visit, lane, one, one.name, in_chart=one.aspect in drawn, shared_with=others)
    if blank:
        lane = LaneKey(BLOCK, (_GRADED, 1000, ""), LaneKind.PROGRAMME, f"{programme.code}-blank")
        yield Result(visit, lane, Blanks(tuple(one.name for one in blank), blank[0]), in_chart=False)
