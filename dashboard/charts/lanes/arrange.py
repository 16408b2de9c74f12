"""Where everything of the lanes stands, in pixels, before it is drawn. Nothing overlaps, nothing is cut.

Across, things hang on a date with offsets in pixels, worked out for the smallest width of the layout. A wider
container only moves dates apart, so what fits at the smallest width fits at every larger one. Down, one unit
of the y axis is one pixel.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from dashboard.charts import text
from dashboard.charts.lanes.arrangement import (
    Arrangement,
    Item,
    Note,
    PlacedBlock,
    PlacedBreak,
    PlacedLane,
    TimeAxis,
)
from dashboard.charts.lanes.items import rows_of
from dashboard.charts.lanes.layouts import Layout
from dashboard.charts.lanes.picture import Lane, Picture


def time_axis(days: Iterable[dt.date], layout: Layout) -> TimeAxis:
    """Whole years around the days, at least four, with room for half a box at both ends."""
    days = list(days)
    first, last = min(days).year, max(days).year
    while last - first + 1 < 4:
        first, last = first - 1, last + 1
    start, end = dt.date(first, 1, 1), dt.date(last + 1, 1, 1)
    per_day = layout.room / (end - start).days
    margin = dt.timedelta(days=int((layout.box / 2 + 3) / per_day) + 1)
    start, end = min(start, min(days) - margin), max(end, max(days) + margin)
    return TimeAxis(start, end, layout.room)


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
        own = [one for one in picture.breaks if one.block == block.key]
        labels, strip = _break_labels([(one.on, one.label) for one in own], axis, layout, y)
        top = y + strip
        label = text.wrap(block.label, layout.head_size, layout.width - 16, bold=True)
        band_bottom = top + len(label) * layout.head_line + 10
        y = band_bottom
        placed = []
        for lane in block.lanes:
            placed.append(_place_lane(lane, axis, layout, y))
            y = placed[-1].bottom
        blocks.append(PlacedBlock(block.key, label, top, band_bottom, y, tuple(placed)))
        breaks += [PlacedBreak(on, lines, label_y, shift, top, y) for on, lines, label_y, shift in labels]
        y += layout.block_gap
    return Arrangement(layout, axis, tuple(blocks), tuple(breaks), y)


def _break_labels(
    named: list[tuple[dt.date, str]], axis: TimeAxis, layout: Layout, top: float
) -> tuple[list[tuple[dt.date, tuple[str, ...], float, float]], float]:
    """Labels above a block, each near its line; what would touch another goes a row higher."""
    rows: list[float] = []
    placed: list[tuple[dt.date, tuple[str, ...], int, float]] = []
    for on, words in named:
        if not words:
            placed.append((on, (), 0, 0.0))  # named above the block before
            continue
        wide = text.width(words, layout.small)
        x = axis.x(on)
        left = min(max(x - wide / 2, -layout.left + 2), axis.room + layout.right - wide - 2)
        row = next((n for n, end in enumerate(rows) if end + 10 <= left), len(rows))
        if row == len(rows):
            rows.append(0.0)
        rows[row] = left + wide
        placed.append((on, (words,), row, left + wide / 2 - x))
    height = float(len(rows) * layout.line + (6 if rows else 0))
    labels = [
        (on, lines, top + height - 3 - (row + 0.5) * layout.line, shift) for on, lines, row, shift in placed
    ]
    return labels, height


def _place_lane(lane: Lane, axis: TimeAxis, layout: Layout, top: float) -> PlacedLane:
    room = axis.room - 4 if layout.label_above else layout.left - 14
    label = text.wrap(lane.label, layout.size, room)
    start = top + 5 + (len(label) * layout.line if layout.label_above else 0)
    items, heights = rows_of(lane, axis, layout)
    note_side = _note_side(lane, items, axis, layout)
    note_lines = text.wrap(lane.note, layout.small, axis.room - 4) if lane.note else ()
    if lane.note and note_side == "own row":
        start += len(note_lines) * layout.line
    tops = [start + sum(heights[:row]) for row in range(len(heights))]
    items = [replace(item, y=tops[item.row] + max(layout.row, item.height + 8) / 2) for item in items]
    bottom = start + sum(heights) + 3
    if not layout.label_above:
        bottom = max(bottom, top + len(label) * layout.line + 8)
    note = None
    if lane.note:
        own = note_side == "own row"
        y = start - len(note_lines) * layout.line / 2 if own else tops[0] + layout.row / 2
        note = Note(note_lines, y, "left" if own else note_side)
    label_y = top + 4 + len(label) * layout.line / 2 if layout.label_above else (top + bottom) / 2
    return PlacedLane(lane, top, bottom, label, label_y, tuple(items), note)


def _note_side(lane: Lane, items: list[Item], axis: TimeAxis, layout: Layout) -> str:
    """The end of the first row where the note has room, else a row of its own."""
    if not lane.note:
        return ""
    wide = text.width(lane.note, layout.small) + 12
    first = [item for item in items if item.row == 0]
    left = min((axis.x(item.mark.on) + item.extent[0] for item in first), default=axis.room)
    right = max((axis.x(item.mark.on) + item.extent[1] for item in first), default=0.0)
    if left >= wide:
        return "left"
    return "right" if axis.room - right >= wide else "own row"
