"""Where everything of the lanes stands, in pixels, before it is drawn. Nothing overlaps, nothing is cut.

Across, things hang on a date with offsets in pixels, worked out for the smallest width of the layout. A wider
container only moves dates apart, so what fits at the smallest width fits at every larger one. Down, one unit
of the y axis is one pixel.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.charts import text
from dashboard.charts.lanes.items import Item, TimeAxis, rows_of
from dashboard.charts.lanes.layouts import Layout
from dashboard.charts.lanes.picture import Break, Lane, Picture


@dataclass(frozen=True)
class Note:
    """The note of a lane, at the left or right end of its first row or in a row of its own."""

    lines: tuple[str, ...]
    y: float
    side: str


@dataclass(frozen=True)
class PlacedLane:
    lane: Lane
    top: float
    bottom: float
    label: tuple[str, ...]
    label_y: float
    items: tuple[Item, ...]
    note: Note | None


@dataclass(frozen=True)
class PlacedBreak:
    """``shift``: of the middle of the label from the line. ``label`` is empty where another names it."""

    on: dt.date
    label: tuple[str, ...]
    label_y: float
    shift: float
    top: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True)
class PlacedBlock:
    label: tuple[str, ...]
    top: float
    band_bottom: float
    lanes: tuple[PlacedLane, ...]


@dataclass(frozen=True)
class Arrangement:
    layout: Layout
    axis: TimeAxis
    blocks: tuple[PlacedBlock, ...]
    breaks: tuple[PlacedBreak, ...]
    height: float


def time_axis(days: Iterable[dt.date], layout: Layout) -> TimeAxis:
    """Whole years around the days, at least four, with room for half a box at both ends."""
    days = list(days)
    first, last = min(days).year, max(days).year
    while last - first + 1 < 4:
        first, last = first - 1, last + 1
    start, end = dt.date(first, 1, 1), dt.date(last + 1, 1, 1)
    per_day = layout.room / (end - start).days
    margin = dt.timedelta(days=int((layout.box / 2 + 3) / per_day) + 1)
    return TimeAxis(min(start, min(days) - margin), max(end, max(days) + margin), layout.room)


def arrange(picture: Picture, layout: Layout) -> Arrangement:
    """Raises ValueError where nothing has a date: there is no chart then."""
    days = [mark.on for mark in picture.marks]
    if not days:
        raise ValueError("no mark has a date")
    axis = time_axis(days, layout)
    y = 4.0
    blocks: list[PlacedBlock] = []
    breaks: list[PlacedBreak] = []
    for block in picture.blocks:
        own, strip = _breaks([one for one in picture.breaks if one.block == block.key], axis, layout, y)
        top = y + strip
        label = text.wrap(block.label, layout.head_size, layout.width - 16, bold=True)
        y = band_bottom = top + len(label) * layout.head_line + 10
        placed = []
        for lane in block.lanes:
            placed.append(_lane(lane, axis, layout, y))
            y = placed[-1].bottom
        blocks.append(PlacedBlock(label, top, band_bottom, tuple(placed)))
        breaks += [replace(one, top=top, bottom=y) for one in own]
        y += layout.block_gap
    return Arrangement(layout, axis, tuple(blocks), tuple(breaks), y)


def _breaks(
    breaks: Iterable[Break], axis: TimeAxis, layout: Layout, top: float
) -> tuple[list[PlacedBreak], float]:
    """Labels above a block, each near its line; what would touch another goes a row higher; their height."""
    ends: list[float] = []  # of the labels of each row, the lowest first
    placed: list[tuple[PlacedBreak, int]] = []
    for one in breaks:
        if not one.label:
            placed.append((PlacedBreak(one.on, (), 0.0, 0.0), 0))
            continue
        wide, x = text.width(one.label, layout.small), axis.x(one.on)
        left = min(max(x - wide / 2, -layout.left + 2), axis.room + layout.right - wide - 2)
        row = next((n for n, end in enumerate(ends) if end + 10 <= left), len(ends))
        ends[row : row + 1] = [left + wide]
        placed.append((PlacedBreak(one.on, (one.label,), 0.0, left + wide / 2 - x), row))
    height = float(len(ends) * layout.line + (6 if ends else 0))
    lowest = top + height - 3
    return [replace(one, label_y=lowest - (row + 0.5) * layout.line) for one, row in placed], height


def _lane(lane: Lane, axis: TimeAxis, layout: Layout, top: float) -> PlacedLane:
    room = axis.room - 4 if layout.label_above else layout.left - 14
    label = text.wrap(lane.label, layout.size, room)
    start = top + 5 + (len(label) * layout.line if layout.label_above else 0)
    items, heights = rows_of(lane, axis, layout)
    note = None
    if lane.note:
        # At the end of the first row where it has room, else in a row of its own.
        lines = text.wrap(lane.note, layout.small, axis.room - 4)
        wide = text.width(lane.note, layout.small) + 12
        first = [item for item in items if item.row == 0]
        left = min((axis.x(item.mark.on) + item.extent[0] for item in first), default=axis.room)
        right = max((axis.x(item.mark.on) + item.extent[1] for item in first), default=0.0)
        if left >= wide or axis.room - right >= wide:
            note = Note(lines, start + layout.row / 2, "left" if left >= wide else "right")
        else:
            start += len(lines) * layout.line
            note = Note(lines, start - len(lines) * layout.line / 2, "left")
    tops = [start + sum(heights[:row]) for row in range(len(heights))]
    items = [replace(item, y=tops[item.row] + max(layout.row, item.height + 8) / 2) for item in items]
    bottom = start + sum(heights) + 3
    if not layout.label_above:
        bottom = max(bottom, top + len(label) * layout.line + 8)
    label_y = top + 4 + len(label) * layout.line / 2 if layout.label_above else (top + bottom) / 2
    return PlacedLane(lane, top, bottom, label, label_y, tuple(items), note)
