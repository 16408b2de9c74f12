"""Placed things -> shapes and annotations of plotly.js, as dictionaries."""

from __future__ import annotations

from typing import Any

from dashboard.charts import palette, text
from dashboard.charts.lanes.arrangement import Item, PlacedBlock, PlacedBreak, PlacedLane
from dashboard.charts.lanes.items import STEM_GAP
from dashboard.charts.lanes.layouts import Layout

Parts = tuple[list[dict[str, Any]], list[dict[str, Any]]]

_HATCH_STEP = 6


def block_parts(block: PlacedBlock, layout: Layout) -> Parts:
    """The band with the block's name. Its left end lies beyond the figure in a wide container: cut there."""
    band = {
        "type": "rect",
        "xref": "paper",
        "x0": -layout.left / layout.room,
        "x1": 1 + layout.right / layout.room,
        "y0": block.top,
        "y1": block.band_bottom,
        "fillcolor": palette.BAND,
        "line": {"width": 0},
        "layer": "below",
    }
    y = (block.top + block.band_bottom) / 2
    label = _words(block.label, layout.head_size, y, "left", xref="paper", x=0, xshift=8 - layout.left)
    # Not <b>: plotly.js would write a style attribute, which the Content-Security-Policy forbids.
    label["font"]["weight"] = "bold"
    label["bgcolor"] = palette.BAND
    return [band], [label]


def lane_parts(placed: PlacedLane, layout: Layout) -> Parts:
    line = {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": placed.bottom,
        "y1": placed.bottom,
        "line": {"color": palette.LINE, "width": 1},
        "layer": "below",
    }
    side, shift = ("left", 2) if layout.label_above else ("right", -10)
    words = [_words(placed.label, layout.size, placed.label_y, side, xref="paper", x=0, xshift=shift)]
    if placed.note:
        at, shift = (0, 4) if placed.note.side == "left" else (1, -4)
        note = _words(
            placed.note.lines, layout.small, placed.note.y, placed.note.side, xref="paper", x=at, xshift=shift
        )
        note["font"]["color"] = palette.QUIET
        words.append(note)
    return [line], words


def break_parts(placed: PlacedBreak, layout: Layout) -> Parts:
    line = {
        "type": "line",
        "x0": placed.on.isoformat(),
        "x1": placed.on.isoformat(),
        "y0": placed.top,
        "y1": placed.bottom,
        "line": {"color": palette.QUIET, "width": 1.5, "dash": "dot"},
        "layer": "between",
        "name": "framework change",
    }
    if not placed.label:
        return [line], []
    label = _words(
        placed.label, layout.small, placed.label_y, "center", x=placed.on.isoformat(), xshift=placed.shift
    )
    label["font"]["color"] = palette.QUIET
    return [line], [label]


def item_parts(item: Item, layout: Layout) -> Parts:
    mark = item.mark
    shapes: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    if mark.shape == "grade":
        shapes.append(_box(item, item.head, item.height, palette.fill(mark.grade)))
        words.append(_inside(item, item.head, (mark.short,), layout.size, palette.ink_on(mark.grade)))
    elif mark.shape == "visit":
        shapes.append(_box(item, item.head, item.height, palette.WHITE, dashed=True))
    elif mark.shape == "not_given":
        shapes += _hatched(item, item.head, item.height)
        if item.words is None:
            words.append(_inside(item, item.head, (mark.beside,), layout.small, palette.INK, ground=True))
    elif mark.shape == "tally":
        strip = _strip(item, layout)
        shapes += strip[0]
        words += strip[1]
    if mark.stem or mark.shape == "tally":
        shapes.append(_stem(item, layout))
    if item.words:
        words.append(_beside(item, layout))
    return shapes, words


def _box(
    item: Item, span: tuple[float, float], height: float, fill: str, *, dashed: bool = False
) -> dict[str, Any]:
    line = {"color": palette.QUIET if dashed else palette.INK, "width": 2}
    if dashed:
        line["dash"] = "4px,3px"
    return {
        "type": "rect",
        "xsizemode": "pixel",
        "xanchor": item.mark.on.isoformat(),
        "x0": round(span[0], 1),
        "x1": round(span[1], 1),
        "y0": item.y - height / 2,
        "y1": item.y + height / 2,
        "fillcolor": fill,
        "line": line,
        "name": f"{item.mark.shape} {item.mark.inspection}",
    }


def _hatched(item: Item, span: tuple[float, float], height: float) -> list[dict[str, Any]]:
    """A white box with diagonals: shapes know no pattern, and a picture must keep it in black and white."""
    box = _box(item, span, height, palette.WHITE)
    path = {key: value for key, value in box.items() if key not in ("x0", "x1", "y0", "y1", "fillcolor")}
    path |= {
        "type": "path",
        "path": hatch(span, (box["y0"], box["y1"])),
        "line": {"color": palette.INK, "width": 1},
        "name": "hatching",
    }
    return [box, path]


def hatch(across: tuple[float, float], down: tuple[float, float]) -> str:
    """Diagonals within a rectangle, as an SVG path."""
    (left, right), (top, bottom) = across, down
    parts = []
    start = left - (bottom - top) + _HATCH_STEP / 2
    while start < right:
        x0, y0 = max(start, left), bottom - max(left - start, 0)
        x1, y1 = min(start + bottom - top, right), max(top, bottom - (right - start))
        if x1 > x0:
            parts.append(f"M{x0:.1f},{y0:.1f}L{x1:.1f},{y1:.1f}")
        start += _HATCH_STEP
    return "".join(parts)


def _strip(item: Item, layout: Layout) -> Parts:
    """Segments side by side, hanging on one stem: one result at one date, not a span of time."""
    shapes: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    # Right of the stem, left of it, or moved across it where the axis is too short for either.
    left = item.head[0] + (STEM_GAP if item.head[0] >= 0 else 0)
    for placed in item.strip:
        span = (left + placed.left, left + placed.right)
        fill = placed.segment.fill
        # Parts that do not add up are no measure of anything: hatched, each with its word on white.
        hatched = fill in palette.HATCHED or item.mark.doubtful
        ink = palette.INK if hatched else palette.ink_on(fill)
        shapes += (
            _hatched(item, span, item.height)
            if hatched
            else [_box(item, span, item.height, palette.fill(fill))]
        )
        words.append(_inside(item, span, placed.lines, layout.size, ink, ground=hatched))
    return shapes, words


def _stem(item: Item, layout: Layout) -> dict[str, Any]:
    """A line at the date. Where the strip had to be moved over the date, it ends above the strip."""
    reach = max(layout.row, item.height + 8) / 2 - 1
    covered = item.mark.shape == "tally" and item.head[0] < 0 < item.head[1]
    return {
        "type": "line",
        "xsizemode": "pixel",
        "xanchor": item.mark.on.isoformat(),
        "x0": 0,
        "x1": 0,
        "y0": item.y - reach - (2 if covered else 0),
        "y1": item.y - item.height / 2 if covered else item.y + reach,
        "line": {"color": palette.INK, "width": 3},
        "name": f"stem {item.mark.inspection}",
    }


def _inside(
    item: Item,
    span: tuple[float, float],
    lines: tuple[str, ...],
    size: int,
    ink: str,
    *,
    ground: bool = False,
) -> dict[str, Any]:
    middle = (span[0] + span[1]) / 2
    inside = _words(lines, size, item.y, "center", x=item.mark.on.isoformat(), xshift=round(middle, 1))
    inside["font"]["color"] = ink
    inside["align"] = "center"
    if not ground:
        del inside["bgcolor"]
    return inside | _opens(item)


def _beside(item: Item, layout: Layout) -> dict[str, Any]:
    words = item.words
    assert words is not None  # noqa: S101  # the caller looked
    y = item.y
    if words.below:
        y += max(layout.row, item.height + 8) / 2 + len(words.lines) * layout.line / 2 - 2
    beside = _words(
        words.lines,
        layout.small,
        y,
        words.anchor,
        x=item.mark.on.isoformat(),
        xshift=round(words.offset, 1),
    )
    beside["font"]["color"] = palette.INK if item.mark.shape == "tally" else palette.QUIET
    return beside | _opens(item)


def _opens(item: Item) -> dict[str, Any]:
    """Words of a mark answer to the pointer as the mark does; `name` is where it leads."""
    return {"captureevents": True, "name": item.mark.url}


def _words(
    lines: tuple[str, ...],
    size: int,
    y: float,
    anchor: str,
    *,
    x: Any,
    xref: str = "x",
    xshift: float = 0,
) -> dict[str, Any]:
    return {
        "xref": xref,
        "x": x,
        "y": y,
        "xanchor": anchor,
        "yanchor": "middle",
        "xshift": xshift,
        "align": "left" if anchor == "center" else anchor,
        "showarrow": False,
        "borderpad": 0,
        "text": text.html(lines),
        "font": {"size": size, "color": palette.INK},
        # A line of a framework change or of a year does not run through words.
        "bgcolor": palette.WHITE,
    }
