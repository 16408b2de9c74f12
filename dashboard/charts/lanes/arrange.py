"""Where everything of the lanes stands, in pixels, before it is drawn. Nothing overlaps, nothing is cut.

Across, things hang on a date with offsets in pixels, worked out for the smallest width of the layout. A wider
container only moves dates apart, so what fits at the smallest width fits at every larger one. Down, one unit
of the y axis is one pixel.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.charts import palette, text
from dashboard.charts.lanes.items import Item, TimeAxis, rows_of
from dashboard.charts.lanes.layouts import Layout
from dashboard.charts.lanes.picture import Break, Lane, Picture


@dataclass(frozen=True)
class Label:
    """Words of a block, a lane or a framework change. ``y``: their middle. ``x``: a day, or 0 and 1 for the
    ends of the plot; ``side``: which end of the lines stands there, ``shift`` px further right."""

    lines: tuple[str, ...]
    size: int
    y: float
    x: str | int
    side: str
    shift: float
    ink: str = palette.INK
    ground: str = palette.WHITE
    bold: bool = False


@dataclass(frozen=True)
class PlacedLane:
    """``labels``: its name, then its note: at an end of its first row or in a row of its own."""

    top: float
    bottom: float
    labels: tuple[Label, ...]
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class PlacedBreak:
    """``label`` is None where another names it."""

    on: dt.date
    label: Label | None
    top: float
    bottom: float


@dataclass(frozen=True)
class PlacedBlock:
    label: Label
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
    days = [day for mark in picture.marks for day in mark.span or (mark.on,)]
    if not days:
        raise ValueError("no mark has a date")
    axis = time_axis(days, layout)
    y = 4.0
    blocks: list[PlacedBlock] = []
    breaks: list[PlacedBreak] = []
    for block in picture.blocks:
        own = [one for one in picture.breaks if one.block == block.key]
        names, strip = _names(own, axis, layout, y)
        top = y + strip
        lines = text.wrap(block.label, layout.head_size, layout.width - 16, bold=True)
        y = band_bottom = top + len(lines) * layout.head_line + 10
        label = Label(
            lines, layout.head_size, (top + y) / 2, 0, "left", 8 - layout.left, ground=palette.BAND, bold=True
        )
        lanes = []
        for lane in block.lanes:
            lanes.append(_lane(lane, axis, layout, y))
            y = lanes[-1].bottom
        blocks.append(PlacedBlock(label, top, band_bottom, tuple(lanes)))
        breaks += [PlacedBreak(one.on, name, top, y) for one, name in zip(own, names, strict=True)]
        y += layout.block_gap
    return Arrangement(layout, axis, tuple(blocks), tuple(breaks), y)


def _names(
    breaks: list[Break], axis: TimeAxis, layout: Layout, top: float
) -> tuple[list[Label | None], float]:
    """Above a block, each near its line; what would touch another goes a row higher; and their height."""
    ends: list[float] = []  # of the labels of each row, the lowest first
    placed: list[tuple[int, float]] = []
    for one in breaks:
        wide, x = text.width(one.label, layout.small), axis.x(one.on)
        left = min(max(x - wide / 2, -layout.left + 2), axis.room + layout.right - wide - 2)
        row = next((n for n, end in enumerate(ends) if end + 10 <= left), len(ends)) if one.label else 0
        if one.label:
            ends[row : row + 1] = [left + wide]
        placed.append((row, left + wide / 2 - x))
    height = float(len(ends) * layout.line + (6 if ends else 0))
    names: list[Label | None] = []
    for one, (row, shift) in zip(breaks, placed, strict=True):
        y, on = top + height - 3 - (row + 0.5) * layout.line, one.on.isoformat()
        name = Label((one.label,), layout.small, y, on, "center", shift, palette.QUIET)
        names.append(name if one.label else None)
    return names, height


def _lane(lane: Lane, axis: TimeAxis, layout: Layout, top: float) -> PlacedLane:
    room = axis.room - 4 if layout.label_above else layout.left - 14
    name = text.wrap(lane.label, layout.size, room)
    tall = len(name) * layout.line
    y = top + 5 + (tall if layout.label_above else 0)
    items, heights = rows_of(lane, axis, layout)
    labels = []
    if lane.note:
        # At the end of the first row where it has room, else in a row of its own.
        lines = text.wrap(lane.note, layout.small, axis.room - 4)
        wide = text.width(lane.note, layout.small) + 12
        first = [(axis.x(item.mark.on), item.extent) for item in items if item.row == 0]
        before = min((x + left for x, (left, _right) in first), default=axis.room) >= wide
        after = max((x + right for x, (_left, right) in first), default=0.0) <= axis.room - wide
        middle = y + (layout.row if before or after else len(lines) * layout.line) / 2
        y += 0 if before or after else len(lines) * layout.line
        x, side, shift = (1, "right", -4) if after and not before else (0, "left", 4)
        labels.append(Label(lines, layout.small, middle, x, side, shift, palette.QUIET))
    tops = [y + sum(heights[:row]) for row in range(len(heights))]
    placed = (replace(item, y=tops[item.row] + item.reach(layout)) for item in items)
    bottom = y + sum(heights) + 3
    if layout.label_above:
        label = Label(name, layout.size, top + 4 + tall / 2, 0, "left", 2)
    else:
        bottom = max(bottom, top + tall + 8)
        label = Label(name, layout.size, (top + bottom) / 2, 0, "right", -10)
    return PlacedLane(top, bottom, (label, *labels), lane.label, tuple(placed))
