"""The lanes of one place in words and shapes, before anything has its place in pixels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from dashboard.series import results as series
from dashboard.series.results import LaneKind, Quotation, Result, Status
from dashboard.series.values import Cases, Grade, Judgement
from dashboard.wording import answers
from dashboard.wording.as_far_as_read import in_one_line
from dashboard.wording.cases import Segment
from dashboard.wording.certainty import STAR
from dashboard.wording.lanes import block_words, break_words, lane_words, note_words, subtitle
from dashboard.wording.results import SPOKEN, beside_words, is_hollow, mark_words, tally_words
from dashboard.wording.sentences import listed
from dashboard.wording.sources import LICENCE
from dashboard.wording.table import Row, RowGroup, UndatedLine, row_groups, undated_lines
from inspections.terms import GradeStatus

Shape = Literal["grade", "not_given", "visit", "tally", "words"]

# More boxes than this in a lane of visits: one note for all instead of words beside each.
_WORDS_BESIDE = {LaneKind.VISITS: 2, LaneKind.JOINT: 4}
_SHAPES: dict[Status, Shape] = {
    Status.NOT_GRADED: "visit",
    Status.NONE_CHOSEN: "visit",
    Status.WITH_IN_CARE: "words",
    Status.NO_OVERALL: "words",
    # What speaks of inspections is no visit: words beside a stem, not a hollow box.
    **dict.fromkeys(SPOKEN, "words"),
}


@dataclass(frozen=True)
class Mark:
    """One thing in a lane.

    ``grade``: a box with its short word · ``not_given``: a hatched box · ``visit``: a hollow dashed box ·
    ``tally``: a stem with a strip of segments · ``words``: words alone, beside a stem if ``stem``.
    ``words`` say it in full (hover); ``beside`` stand next to the mark and may be empty. ``certainty``:
    "medium" or "low", else empty; the words or a star say so. ``doubtful``: a tally whose parts do not add
    up, hatched instead of filled. ``span``: of what was some time in a cycle, the first and last day of
    that, and ``on`` is its middle. ``under``: the words stand under the mark. ``carried``: over from an
    earlier inspection.
    """

    shape: Shape
    on: dt.date
    inspection: int
    url: str
    words: str
    grade: str = ""
    short: str = ""
    beside: str = ""
    segments: tuple[Segment, ...] = ()
    stem: bool = False
    certainty: str = ""
    doubtful: bool = False
    span: tuple[dt.date, dt.date] | None = None
    under: bool = False
    carried: bool = False

    @property
    def starred(self) -> bool:
        return self.short.endswith(STAR) or self.beside.endswith(STAR)


@dataclass(frozen=True)
class Lane:
    """``note`` stands at the start of the lane: "7 focused and monitoring visits, not graded"."""

    key: str
    label: str
    marks: tuple[Mark, ...]
    note: str = ""


@dataclass(frozen=True)
class Block:
    """``key``: "social_care", "police:durham", "police:durham:topics", "police:durham:peel", "others"."""

    key: str
    label: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True)
class Break:
    """A change of framework, drawn through its block. ``label`` is empty where the block above names it."""

    on: dt.date
    label: str
    block: str


@dataclass(frozen=True)
class Picture:
    """Everything shown about a place under one selection. ``answer`` alone looks past the filters."""

    place: str
    title: str
    subtitle: str
    summary: str
    answer: str
    as_far_as_read: str
    filters: str
    blocks: tuple[Block, ...]
    breaks: tuple[Break, ...] = ()
    undated: tuple[UndatedLine, ...] = ()
    groups: tuple[RowGroup, ...] = ()
    source_line: str = ""
    ignored: tuple[tuple[str, str], ...] = ()
    licence: str = LICENCE

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for block in self.blocks for lane in block.lanes for mark in lane.marks)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Of the table, by date."""
        return tuple(row for group in self.groups for row in group.rows)


def picture_of(lanes: series.Lanes) -> Picture:
    return Picture(
        place=lanes.place,
        title=answers.title(lanes),
        subtitle=subtitle(lanes),
        summary=answers.summary(lanes),
        answer=answers.answer(lanes),
        as_far_as_read=in_one_line(lanes.held),
        filters=lanes.filters,
        blocks=tuple(
            Block(
                str(block.key), block_words(block, lanes.place), tuple(_lane(*lane) for lane in block.lanes)
            )
            for block in lanes.blocks
        ),
        breaks=tuple(Break(one.on, break_words(one), str(one.block)) for one in lanes.breaks),
        undated=undated_lines(lanes.undated, lanes.place),
        groups=row_groups(lanes.results, lanes.place),
        source_line=answers.source_line(lanes),
        ignored=lanes.ignored,
    )


def _lane(key: series.LaneKey, results: Sequence[Result]) -> Lane:
    """Many visits are counted once at the start of their lane; every one keeps its words for the reader."""
    marks = tuple(map(mark_of, results))
    crowded = len(marks) > _WORDS_BESIDE.get(key.kind, len(marks))
    if crowded and key.kind == LaneKind.JOINT:
        # Each box names its own authority; what all share is said once.
        bodies = (result.visit.whose.bodies for result in results)
        names = (listed(body.name for body in own if not body.is_force) for own in bodies)
        marks = tuple(replace(mark, beside=f"about {name}") for mark, name in zip(marks, names, strict=True))
    elif crowded:
        marks = tuple(replace(mark, beside="") for mark in marks)
    return Lane(key.kind.value, lane_words(results[-1]), marks, note_words(results) if crowded else "")


def mark_of(result: Result) -> Mark:
    """A box of a grade; hatched where one was given but cannot be had; hollow where none was given.

    Raises ValueError for what has neither date nor cycle: it has no place in time.
    """
    visit, fields = result.visit, _found_as(result)
    first, last = visit.begins, visit.ends
    if first is None or last is None:
        raise ValueError("no date")
    return Mark(
        on=first + (last - first) / 2,
        span=None if visit.day else (first, last),
        under=result.lane.kind == LaneKind.PEEL and isinstance(result.found, Judgement),
        inspection=visit.pk,
        url=visit.address,
        words=mark_words(result),
        beside=beside_words(result),
        certainty="" if result.certainty == "high" else result.certainty,
        **fields,
    )


def _found_as(result: Result) -> dict[str, Any]:
    match result.found:
        case Judgement(grade=Grade() as grade):
            star = "" if result.certainty == "high" else STAR
            carried = result.found.grade_status == GradeStatus.CARRIED_OVER
            return {"shape": "grade", "grade": grade.code, "short": grade.short + star, "carried": carried}
        case Judgement() as found:
            return {"shape": "visit" if is_hollow(found) else "not_given"}
        case Cases():
            tally = tally_words(result)
            shape = "tally" if tally.segments else "words"
            return {"shape": shape, "segments": tally.segments, "stem": True, "doubtful": tally.doubtful}
        case Status() as found:
            return {"shape": _SHAPES.get(found, "not_given"), "stem": found in SPOKEN}
        case found:
            # Words on a whole cycle stand in its middle, on no day.
            return {"shape": "words", "stem": isinstance(found, Quotation) and result.visit.day is not None}
