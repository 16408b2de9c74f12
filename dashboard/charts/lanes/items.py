"""Marks of one lane in rows: words beside them where there is room, nothing over anything else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from dashboard.charts import text
from dashboard.charts.lanes.layouts import Layout
from dashboard.charts.lanes.picture import Lane, Mark
from dashboard.wording.cases import Segment

# Pixels between two marks of a row. A hollow box has its dashes to tell it from its neighbour.
_APART = 1.5
# Between the stem of a tally and its strip.
STEM_GAP = 6
# What the band of a cycle shows below the box upon it, and what it leaves free at either end: no two touch.
FOOT = 5
# How wide the hollow edge of a grade is that was carried over.
EDGE = 4
_FREE = 3


@dataclass(frozen=True)
class TimeAxis:
    """``start`` to ``end`` over ``room`` px at the layout's smallest width."""

    start: dt.date
    end: dt.date
    room: float

    def x(self, day: dt.date) -> float:
        return (day - self.start).days / (self.end - self.start).days * self.room


@dataclass(frozen=True)
class Words:
    """``anchor``: which end of the lines stands at ``offset`` px from the date; ``below``: under the head."""

    lines: tuple[str, ...]
    anchor: str
    offset: float
    below: bool = False


@dataclass(frozen=True)
class PlacedSegment:
    """One segment of a strip: its words in lines, and its left and right offset from the strip's left end."""

    segment: Segment
    lines: tuple[str, ...]
    left: float
    right: float


@dataclass(frozen=True)
class Item:
    """A mark in its place. ``y``: middle of its head. ``head``: left and right offset of what is drawn.

    ``extent``: left and right offset of head, words and band together. ``height``: of the head. ``band``:
    first and last day of what is drawn of a cycle.
    """

    mark: Mark
    head: tuple[float, float]
    words: Words | None
    extent: tuple[float, float]
    y: float = 0.0
    row: int = 0
    height: float = 0.0
    strip: tuple[PlacedSegment, ...] = ()
    band: tuple[dt.date, dt.date] | None = None

    def reach(self, layout: Layout) -> float:
        """Pixels its row leaves to either side of the middle of its head."""
        return max(layout.row, self.height + 8) / 2

    def words_y(self, layout: Layout) -> float:
        """Middle of its words: that of its head, else below the head and the foot of its band."""
        if self.words is None or not self.words.below:
            return self.y
        foot = FOOT if self.mark.under else 0
        return self.y + self.reach(layout) - 2 + foot + len(self.words.lines) * layout.line / 2


def rows_of(lane: Lane, axis: TimeAxis, layout: Layout) -> tuple[list[Item], list[float]]:
    """Items in as few rows as they need, and each row's height. Within a row they follow their dates."""
    ends: list[float] = []
    heights: list[float] = []
    placed = []
    for mark in sorted(lane.marks, key=lambda mark: mark.on):
        x = axis.x(mark.on)
        strip = _strip(mark, layout, axis.room)
        item = _with_band(_item(mark, x, strip, axis, layout), x, axis)
        row = next((n for n, end in enumerate(ends) if end + _APART <= x + item.extent[0]), len(ends))
        if row == len(ends):
            ends.append(0.0)
            heights.append(float(layout.row))
        ends[row] = x + item.extent[1]
        more = max((len(segment.lines) for segment in strip), default=1) - 1
        height = layout.visit_height if mark.shape == "visit" else layout.box_height + more * layout.line
        tall = len(item.words.lines) * layout.line if item.words else 0
        if mark.shape == "words" and not mark.stem:
            height = tall
        needed = float(max(layout.row, height + 8))
        # What words add to the height of a row beyond its head, and bands below it.
        needed += tall if item.words and item.words.below else max(0.0, tall + 4 - needed)
        needed += FOOT if mark.under or item.band else 0
        heights[row] = max(heights[row], needed)
        placed.append(replace(item, row=row, height=height, strip=strip))
    return placed, heights


def _strip(mark: Mark, layout: Layout, room: float) -> tuple[PlacedSegment, ...]:
    """Segments side by side. Long words break into lines; only a strip too wide for the axis is tightened."""
    lines = [text.wrap(segment.words, layout.size, layout.segment_room) for segment in mark.segments]
    widths = [text.widest(found, layout.size) for found in lines]
    spare = room - STEM_GAP - sum(widths)
    padding = min(14.0, max(4.0, spare / max(len(widths), 1)))
    placed, left = [], 0.0
    for segment, found, wide in zip(mark.segments, lines, widths, strict=True):
        placed.append(PlacedSegment(segment, found, left, left + wide + padding))
        left += wide + padding
    return tuple(placed)


def _item(mark: Mark, x: float, strip: tuple[PlacedSegment, ...], axis: TimeAxis, layout: Layout) -> Item:
    """Words right of the mark if there is room, else left, else in two lines, else below it."""
    if mark.shape == "words" and not mark.stem:
        # Words alone stand in the middle of their date.
        lines = text.wrap(mark.beside, layout.small, min(axis.room - 4, layout.words_room))
        wide = text.widest(lines, layout.small)
        left = min(max(x - wide / 2, 1), axis.room - wide - 1) - x
        return Item(mark, (left, left + wide), Words(lines, "left", left), (left, left + wide))
    head = _head(mark, strip, layout)
    inside = mark.shape == "not_given" and mark.beside == "not given"
    if mark.under:
        reach = (head[1] - head[0]) / 2
        moved = min(max(x, reach), axis.room - reach) - x
        lines = text.wrap(mark.beside, layout.small, layout.words_room)
        wide = text.widest(lines, layout.small)
        left = min(max(x + moved - wide / 2, 1), axis.room - wide - 1) - x
        extent = (min(moved - reach, left), max(moved + reach, left + wide))
        return Item(mark, (moved - reach, moved + reach), Words(lines, "left", left, below=True), extent)
    if mark.beside and not inside:
        for most in (1, 2):
            for right in (True, False):
                if found := _with_words_beside(mark, x, head, axis, layout, most=most, right=right):
                    return found
    # A head moved, or a strip mirrored, so that it stays within the axis.
    wide = head[1] - head[0]
    start = -wide if x + head[1] > axis.room and mark.shape == "tally" else head[0]
    left = min(max(x + start, 0), max(axis.room - wide, 0)) - x
    item = Item(mark, (left, left + wide), None, (min(left, -1), max(left + wide, 1)))
    if not mark.beside or inside:
        return item
    lines = text.wrap(mark.beside, layout.small, axis.room - 4)
    wide = text.widest(lines, layout.small)
    left = min(max(x + item.head[0], 1), max(axis.room - wide - 1, 1)) - x
    extent = (min(item.extent[0], left), max(item.extent[1], left + wide))
    return replace(item, words=Words(lines, "left", left, below=True), extent=extent)


def _with_band(item: Item, x: float, axis: TimeAxis) -> Item:
    if item.mark.span is None:
        return item
    free = dt.timedelta(days=round(_FREE * (axis.end - axis.start).days / axis.room))
    first, last = item.mark.span[0] + free, item.mark.span[1] - free
    extent = (min(item.extent[0], axis.x(first) - x), max(item.extent[1], axis.x(last) - x))
    return replace(item, band=(first, last), extent=extent)


def _head(mark: Mark, strip: tuple[PlacedSegment, ...], layout: Layout) -> tuple[float, float]:
    """What is drawn of a mark: a box over its date, or what hangs on a stem right of it."""
    if mark.shape in ("tally", "words"):
        return 0.0, STEM_GAP + strip[-1].right if strip else 4.0
    reach = float(layout.visit)
    if mark.shape == "grade":
        edges = 2 * EDGE if mark.carried else 0
        reach = max(layout.box, text.width(mark.short, layout.size) + 10 + edges)
    elif mark.shape == "not_given" and mark.beside == "not given":
        reach = text.width("not given", layout.small) + 16
    return -reach / 2, reach / 2


def _with_words_beside(
    mark: Mark,
    x: float,
    head: tuple[float, float],
    axis: TimeAxis,
    layout: Layout,
    *,
    most: int,
    right: bool,
) -> Item | None:
    """In ``most`` lines at most; None where there is no room."""
    if not right and mark.shape in ("tally", "words"):
        head = (-head[1], -head[0])
    room = axis.room - (x + head[1]) - 8 if right else x + head[0] - 8
    lines = (mark.beside,) if most == 1 else text.wrap(mark.beside, layout.small, room)
    wide = text.widest(lines, layout.small)
    if len(lines) > most or wide > room or x + head[0] < 0 or x + head[1] > axis.room:
        return None
    if right:
        return Item(mark, head, Words(lines, "left", head[1] + 7), (head[0], head[1] + 7 + wide))
    return Item(mark, head, Words(lines, "right", head[0] - 7), (head[0] - 7 - wide, head[1]))
