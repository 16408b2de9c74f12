"""Marks of one lane in rows: words beside them where there is room, nothing over anything else."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts import text
from dashboard.charts.lanes.arrangement import Item, PlacedSegment, TimeAxis, Words
from dashboard.charts.lanes.layouts import Layout
from dashboard.charts.lanes.picture import Lane, Mark

# Pixels between two marks of a row. A hollow box has its dashes to tell it from its neighbour.
_APART = 1.5
# Between the stem of a tally and its strip.
STEM_GAP = 6


def rows_of(lane: Lane, axis: TimeAxis, layout: Layout) -> tuple[list[Item], list[float]]:
    """Items in as few rows as they need, and each row's height. Within a row they follow their dates."""
    ends: list[float] = []
    heights: list[float] = []
    placed = []
    for mark in sorted(lane.marks, key=lambda mark: mark.on):
        x = axis.x(mark.on)
        item = _item(mark, x, axis, layout)
        left, right = x + item.extent[0], x + item.extent[1]
        row = next((n for n, end in enumerate(ends) if end + _APART <= left), len(ends))
        if row == len(ends):
            ends.append(0.0)
            heights.append(float(layout.row))
        ends[row] = right
        strip = strip_of(mark, layout, axis.room)
        height = _head_height(mark, strip, layout)
        needed = max(layout.row, height + 8) + _lines_height(item.words, layout)
        heights[row] = max(heights[row], needed)
        placed.append(replace(item, row=row, height=height, strip=strip))
    return placed, heights


def _lines_height(words: Words | None, layout: Layout) -> float:
    """What words add to the height of a row beyond its head."""
    if words is None:
        return 0.0
    lines = len(words.lines) * layout.line
    return lines if words.below else max(0.0, lines + 4 - layout.row)


def _item(mark: Mark, x: float, axis: TimeAxis, layout: Layout) -> Item:
    """Words right of the mark if there is room, else left, else in lines, else below it."""
    reach = _head_width(mark, axis, layout)
    hangs = mark.shape in ("tally", "words")
    head = (0.0, reach) if hangs else (-reach / 2, reach / 2)
    inside = mark.shape == "not_given" and mark.beside == "not given"
    beside = "" if inside else mark.beside
    centred = mark.shape == "words" and not mark.stem
    if centred:
        return _centred_words(mark, x, axis, layout)
    if not beside:
        return _shifted(mark, x, head, axis)
    for lines in (1, 2):
        for right in (True, False):
            found = _with_words_beside(mark, x, head, beside, axis, layout, lines=lines, right=right)
            if found:
                return found
    return _with_words_below(mark, x, head, beside, axis, layout)


def _head_width(mark: Mark, axis: TimeAxis, layout: Layout) -> float:
    if mark.shape == "grade":
        return max(layout.box, text.width(mark.short, layout.size) + 10)
    if mark.shape == "not_given" and mark.beside == "not given":
        return text.width("not given", layout.small) + 16
    if mark.shape in ("visit", "not_given"):
        return layout.visit
    if mark.shape == "tally":
        return STEM_GAP + strip_of(mark, layout, axis.room)[-1].right
    return 4.0 if mark.stem else 0.0


def strip_of(mark: Mark, layout: Layout, room: float) -> tuple[PlacedSegment, ...]:
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


def _head_height(mark: Mark, strip: tuple[PlacedSegment, ...], layout: Layout) -> float:
    if mark.shape == "visit":
        return layout.visit_height
    most = max((len(segment.lines) for segment in strip), default=1)
    return layout.box_height + (most - 1) * layout.line


def _centred_words(mark: Mark, x: float, axis: TimeAxis, layout: Layout) -> Item:
    lines = text.wrap(mark.beside, layout.small, min(axis.room - 4, layout.words_room))
    wide = text.widest(lines, layout.small)
    left = min(max(x - wide / 2, 1), axis.room - wide - 1)
    offset = left - x
    words = Words(lines, "left", offset)
    return Item(mark, 0.0, (offset, offset + wide), words, (offset, offset + wide))


def _shifted(mark: Mark, x: float, head: tuple[float, float], axis: TimeAxis) -> Item:
    """A head without words, mirrored or moved so that it stays within the axis."""
    wide = head[1] - head[0]
    if x + head[1] > axis.room and mark.shape == "tally":
        head = (-wide, 0.0)
    left = min(max(x + head[0], 0), max(axis.room - wide, 0))
    head = (left - x, left - x + wide)
    return Item(mark, 0.0, head, None, (min(head[0], -1), max(head[1], 1)))


def _with_words_beside(
    mark: Mark,
    x: float,
    head: tuple[float, float],
    beside: str,
    axis: TimeAxis,
    layout: Layout,
    *,
    lines: int,
    right: bool,
) -> Item | None:
    if not right and mark.shape in ("tally", "words"):
        head = (-head[1], -head[0])
    room = axis.room - (x + head[1]) - 8 if right else x + head[0] - 8
    wrapped = (beside,) if lines == 1 else text.wrap(beside, layout.small, room)
    wide = text.widest(wrapped, layout.small)
    if len(wrapped) > lines or wide > room or x + head[0] < 0 or x + head[1] > axis.room:
        return None
    if right:
        words = Words(wrapped, "left", head[1] + 7)
        return Item(mark, 0.0, head, words, (head[0], head[1] + 7 + wide))
    words = Words(wrapped, "right", head[0] - 7)
    return Item(mark, 0.0, head, words, (head[0] - 7 - wide, head[1]))


def _with_words_below(
    mark: Mark, x: float, head: tuple[float, float], beside: str, axis: TimeAxis, layout: Layout
) -> Item:
    item = _shifted(mark, x, head, axis)
    lines = text.wrap(beside, layout.small, axis.room - 4)
    wide = text.widest(lines, layout.small)
    left = min(max(x + item.head[0], 1), max(axis.room - wide - 1, 1)) - x
    words = Words(lines, "left", left, below=True)
    extent = (min(item.extent[0], left), max(item.extent[1], left + wide))
    return Item(mark, 0.0, item.head, words, extent)
