"""Placed things -> shapes and annotations of plotly.js, as dictionaries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.charts import palette, text
from dashboard.charts.lanes.arrange import Arrangement, Label
from dashboard.charts.lanes.items import EDGE, FOOT, STEM_GAP, Item
from dashboard.charts.lanes.layouts import Layout

Drawn = dict[str, Any]
Pair = tuple[float, float]

_HATCH_STEP = 6


def draw(placed: Arrangement) -> tuple[list[Drawn], list[Drawn]]:
    """Shapes and annotations of everything, what lies behind first."""
    drawn = list(_everything(placed))
    return [one for one in drawn if "type" in one], [one for one in drawn if "text" in one]


def _everything(placed: Arrangement) -> Iterator[Drawn]:
    layout = placed.layout
    # A band's left end lies beyond the figure in a wide container: cut there.
    whole = (-layout.left / layout.room, 1 + layout.right / layout.room)
    flat, line = {"width": 0}, {"color": palette.LINE, "width": 1}
    for block in placed.blocks:
        down = (block.top, block.band_bottom)
        yield _shape("rect", whole, down, flat, fillcolor=palette.BAND, xref="paper", layer="below")
        yield _label(block.label)
        for lane in block.lanes:
            yield _shape("line", (0, 1), (lane.bottom, lane.bottom), line, xref="paper", layer="below")
            yield from map(_label, lane.labels)
    # Lines of framework changes lie under every box; words over a line get a white ground.
    dotted = {"color": palette.QUIET, "width": 1.5, "dash": "dot"}
    for change in placed.breaks:
        on, down = change.on.isoformat(), (change.top, change.bottom)
        yield _shape("line", (on, on), down, dotted, layer="between", name="framework change")
        if change.label:
            yield _label(change.label)
    for block in placed.blocks:
        for lane in block.lanes:
            for item in lane.items:
                yield from _item(item, layout)


def _shape(kind: str, across: tuple[Any, Any], down: Pair, line: Drawn, **rest: Any) -> Drawn:
    ends = {"x0": across[0], "x1": across[1], "y0": down[0], "y1": down[1]}
    return {"type": kind, "line": line} | ends | rest


def _label(label: Label) -> Drawn:
    said = words(label.lines, label.size, label.y, label.side, label.x, label.shift, label.ink, label.ground)
    if not isinstance(label.x, str):
        said["xref"] = "paper"
    if label.bold:
        # Not <b>: plotly.js would write a style attribute, which the Content-Security-Policy forbids.
        said["font"]["weight"] = "bold"
    return said


def _item(item: Item, layout: Layout) -> Iterator[Drawn]:
    mark = item.mark
    if item.band and mark.shape != "words":
        first, last = (day.isoformat() for day in item.band)
        down = (item.y - item.height / 2, item.y + item.height / 2 + FOOT)
        yield _shape("rect", (first, last), down, {"width": 0}, fillcolor=palette.CYCLE, name="cycle")
    if mark.shape == "grade":
        fill = palette.FILL[mark.grade]
        if mark.carried:
            # The grade within a hollow edge: it was given by an earlier inspection.
            yield _box(item, item.head, palette.WHITE, dash="2px,2px")
            yield _box(item, (item.head[0] + EDGE, item.head[1] - EDGE), fill, inset=EDGE)
        else:
            yield _box(item, item.head, fill)
        yield _inside(item, item.head, (mark.short,), layout.size, palette.ink_on(mark.grade))
    elif mark.shape == "visit":
        yield _box(item, item.head, palette.WHITE, palette.QUIET, dash="4px,3px")
    elif mark.shape == "not_given":
        yield from _hatched(item, item.head)
        if item.words is None:
            yield _inside(item, item.head, (mark.beside,), layout.small, palette.INK, palette.WHITE)
    yield from _strip(item, layout)
    reach = item.reach(layout)
    if mark.stem or mark.shape == "tally":
        # Where the strip had to be moved over the date, the line ends above the strip.
        covered = mark.shape == "tally" and item.head[0] < 0 < item.head[1]
        top = item.y - (reach - 1) - (2 if covered else 0)
        down = (top, item.y - item.height / 2 if covered else item.y + (reach - 1))
        style = {"color": palette.INK, "width": 3}
        yield _shape("line", (0, 0), down, style, **_hangs(item), name=f"stem {mark.inspection}")
    if beside := item.words:
        ink, shift = palette.INK if mark.shape == "tally" else palette.QUIET, round(beside.offset, 1)
        on = mark.on.isoformat()
        yield words(beside.lines, layout.small, item.words_y(layout), beside.anchor, on, shift, ink) | _opens(
            item
        )


def _strip(item: Item, layout: Layout) -> Iterator[Drawn]:
    """Segments side by side, hanging on one stem: one result at one date, not a span of time. Right of the
    stem, left of it, or moved across it where the axis is too short for either."""
    left = item.head[0] + (STEM_GAP if item.head[0] >= 0 else 0)
    for placed in item.strip:
        span, fill = (left + placed.left, left + placed.right), placed.segment.fill
        # Parts that do not add up are no measure of anything: hatched, each with its word on white.
        if fill in palette.HATCHED or item.mark.doubtful:
            yield from _hatched(item, span)
            yield _inside(item, span, placed.lines, layout.size, palette.INK, palette.WHITE)
        else:
            yield _box(item, span, palette.FILL[fill])
            yield _inside(item, span, placed.lines, layout.size, palette.ink_on(fill))


def _hangs(item: Item) -> dict[str, str]:
    return {"xsizemode": "pixel", "xanchor": item.mark.on.isoformat()}


def _box(
    item: Item, span: Pair, fill: str, ink: str = palette.INK, dash: str = "", inset: float = 0
) -> Drawn:
    """``inset``: less high by so many pixels at either side, and without an outline then."""
    line = {"color": ink, "width": 0 if inset else 2} | ({"dash": dash} if dash else {})
    across = (round(span[0], 1), round(span[1], 1))
    half = item.height / 2 - inset
    down = (item.y - half, item.y + half)
    name = f"{item.mark.shape} {item.mark.inspection}"
    return _shape("rect", across, down, line, fillcolor=fill, **_hangs(item), name=name)


def _hatched(item: Item, span: Pair) -> Iterator[Drawn]:
    """A white box with diagonals: shapes know no pattern, and a picture must keep it in black and white."""
    box = _box(item, span, palette.WHITE)
    yield box
    style = {"color": palette.INK, "width": 1}
    path = hatch(span, (box["y0"], box["y1"]))
    yield {"type": "path", "line": style, "path": path, "name": "hatching"} | _hangs(item)


def hatch(across: Pair, down: Pair) -> str:
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


def _inside(item: Item, span: Pair, lines: tuple[str, ...], size: int, ink: str, ground: str = "") -> Drawn:
    on, shift = item.mark.on.isoformat(), round(sum(span) / 2, 1)
    inside = words(lines, size, item.y, "center", on, shift, ink, ground)
    return inside | _opens(item) | {"align": "center"}


def _opens(item: Item) -> Drawn:
    """Words of a mark answer to the pointer as the mark does; `name` is where it leads."""
    return {"captureevents": True, "name": item.mark.url}


def words(
    lines: tuple[str, ...],
    size: int,
    y: float,
    anchor: str,
    x: str | int,
    shift: float,
    ink: str,
    ground: str = palette.WHITE,
) -> Drawn:
    """``ground``: behind them, so that no line of a year or a framework change runs through; may be none."""
    said = {
        "xref": "x",
        "x": x,
        "y": y,
        "xanchor": anchor,
        "yanchor": "middle",
        "xshift": shift,
        "align": "left" if anchor == "center" else anchor,
        "showarrow": False,
        "borderpad": 0,
        "text": text.html(lines),
        "font": {"size": size, "color": ink},
    }
    return said | ({"bgcolor": ground} if ground else {})
