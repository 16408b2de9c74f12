"""Placed things -> shapes and annotations of plotly.js, as dictionaries."""

from __future__ import annotations

from itertools import chain
from typing import Any

from dashboard.charts import palette, text
from dashboard.charts.lanes.arrange import Arrangement, PlacedBlock, PlacedBreak, PlacedLane
from dashboard.charts.lanes.items import STEM_GAP, Item
from dashboard.charts.lanes.layouts import Layout

Drawn = list[dict[str, Any]]
Pair = tuple[float, float]

_HATCH_STEP = 6


def draw(placed: Arrangement) -> tuple[Drawn, Drawn]:
    """Shapes and annotations of everything, what lies behind first."""
    layout = placed.layout
    parts = []
    for block in placed.blocks:
        parts.append(_block(block, layout))
        parts += [_lane(lane, layout) for lane in block.lanes]
    # Lines of framework changes lie under every box; words over a line get a white ground.
    parts += [_break(one, layout) for one in placed.breaks]
    parts += [_item(item, layout) for block in placed.blocks for lane in block.lanes for item in lane.items]
    shapes, words = zip(*parts, strict=True)
    return list(chain(*shapes)), list(chain(*words))


def _shape(
    kind: str, across: tuple[Any, Any], down: Pair, line: dict[str, Any], *, fill: str = "", **rest: Any
) -> dict[str, Any]:
    """``rest``: what comes before the coordinates if it says on what they hang, else behind them."""
    hangs = {key: rest.pop(key) for key in ("xref", "xsizemode", "xanchor") if key in rest}
    ends = {"x0": across[0], "x1": across[1], "y0": down[0], "y1": down[1]}
    return {"type": kind} | hangs | ends | ({"fillcolor": fill} if fill else {}) | {"line": line} | rest


def _block(block: PlacedBlock, layout: Layout) -> tuple[Drawn, Drawn]:
    """The band with the block's name. Its left end lies beyond the figure in a wide container: cut there."""
    across = (-layout.left / layout.room, 1 + layout.right / layout.room)
    down = (block.top, block.band_bottom)
    band = _shape("rect", across, down, {"width": 0}, fill=palette.BAND, xref="paper", layer="below")
    shift = 8 - layout.left
    label = _words(block.label, layout.head_size, sum(down) / 2, "left", x=0, paper=True, shift=shift)
    # Not <b>: plotly.js would write a style attribute, which the Content-Security-Policy forbids.
    label["font"]["weight"] = "bold"
    label["bgcolor"] = palette.BAND
    return [band], [label]


def _lane(placed: PlacedLane, layout: Layout) -> tuple[Drawn, Drawn]:
    down = (placed.bottom, placed.bottom)
    line = _shape("line", (0, 1), down, {"color": palette.LINE, "width": 1}, xref="paper", layer="below")
    side, shift = ("left", 2) if layout.label_above else ("right", -10)
    words = [_words(placed.label, layout.size, placed.label_y, side, x=0, paper=True, shift=shift)]
    if note := placed.note:
        x, shift = (0, 4) if note.side == "left" else (1, -4)
        words.append(_words(note.lines, layout.small, note.y, note.side, x=x, paper=True, shift=shift))
        words[-1]["font"]["color"] = palette.QUIET
    return [line], words


def _break(placed: PlacedBreak, layout: Layout) -> tuple[Drawn, Drawn]:
    on, down = placed.on.isoformat(), (placed.top, placed.bottom)
    style = {"color": palette.QUIET, "width": 1.5, "dash": "dot"}
    line = _shape("line", (on, on), down, style, layer="between", name="framework change")
    if not placed.label:
        return [line], []
    label = _words(placed.label, layout.small, placed.label_y, "center", x=on, shift=placed.shift)
    label["font"]["color"] = palette.QUIET
    return [line], [label]


def _item(item: Item, layout: Layout) -> tuple[Drawn, Drawn]:
    mark = item.mark
    shapes: Drawn = []
    words: Drawn = []
    if mark.shape == "grade":
        shapes.append(_box(item, item.head, palette.fill(mark.grade)))
        words.append(_inside(item, item.head, (mark.short,), layout.size, palette.ink_on(mark.grade)))
    elif mark.shape == "visit":
        shapes.append(_box(item, item.head, palette.WHITE, dashed=True))
    elif mark.shape == "not_given":
        shapes += _hatched(item, item.head)
        if item.words is None:
            words.append(_inside(item, item.head, (mark.beside,), layout.small, palette.INK, ground=True))
    # Segments side by side, hanging on one stem: one result at one date, not a span of time. Right of the
    # stem, left of it, or moved across it where the axis is too short for either.
    left = item.head[0] + (STEM_GAP if item.head[0] >= 0 else 0)
    for placed in item.strip:
        span, fill = (left + placed.left, left + placed.right), placed.segment.fill
        # Parts that do not add up are no measure of anything: hatched, each with its word on white.
        hatched = fill in palette.HATCHED or mark.doubtful
        ink = palette.INK if hatched else palette.ink_on(fill)
        shapes += _hatched(item, span) if hatched else [_box(item, span, palette.fill(fill))]
        words.append(_inside(item, span, placed.lines, layout.size, ink, ground=hatched))
    reach = max(layout.row, item.height + 8) / 2
    if mark.stem or mark.shape == "tally":
        # Where the strip had to be moved over the date, the line ends above the strip.
        covered = mark.shape == "tally" and item.head[0] < 0 < item.head[1]
        top = item.y - (reach - 1) - (2 if covered else 0)
        down = (top, item.y - item.height / 2 if covered else item.y + (reach - 1))
        style = {"color": palette.INK, "width": 3}
        shapes.append(_shape("line", (0, 0), down, style, **_hangs(item), name=f"stem {mark.inspection}"))
    if beside := item.words:
        y = item.y + (reach + len(beside.lines) * layout.line / 2 - 2 if beside.below else 0)
        shift = round(beside.offset, 1)
        words.append(
            _words(beside.lines, layout.small, y, beside.anchor, x=mark.on.isoformat(), shift=shift)
            | _opens(item)
        )
        words[-1]["font"]["color"] = palette.INK if mark.shape == "tally" else palette.QUIET
    return shapes, words


def _hangs(item: Item) -> dict[str, str]:
    return {"xsizemode": "pixel", "xanchor": item.mark.on.isoformat()}


def _box(item: Item, span: Pair, fill: str, *, dashed: bool = False) -> dict[str, Any]:
    line: dict[str, Any] = {"color": palette.QUIET if dashed else palette.INK, "width": 2}
    if dashed:
        line["dash"] = "4px,3px"
    across = (round(span[0], 1), round(span[1], 1))
    down = (item.y - item.height / 2, item.y + item.height / 2)
    name = f"{item.mark.shape} {item.mark.inspection}"
    return _shape("rect", across, down, line, fill=fill, **_hangs(item), name=name)


def _hatched(item: Item, span: Pair) -> Drawn:
    """A white box with diagonals: shapes know no pattern, and a picture must keep it in black and white."""
    box = _box(item, span, palette.WHITE)
    style = {"color": palette.INK, "width": 1}
    path = {"type": "path", **_hangs(item), "line": style, "name": "hatching"}
    return [box, path | {"path": hatch(span, (box["y0"], box["y1"]))}]


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


def _inside(
    item: Item, span: Pair, lines: tuple[str, ...], size: int, ink: str, *, ground: bool = False
) -> dict[str, Any]:
    shift = round(sum(span) / 2, 1)
    inside = _words(lines, size, item.y, "center", x=item.mark.on.isoformat(), shift=shift)
    inside["font"]["color"] = ink
    inside["align"] = "center"
    if not ground:
        del inside["bgcolor"]
    return inside | _opens(item)


def _opens(item: Item) -> dict[str, Any]:
    """Words of a mark answer to the pointer as the mark does; `name` is where it leads."""
    return {"captureevents": True, "name": item.mark.url}


def _words(
    lines: tuple[str, ...], size: int, y: float, anchor: str, *, x: Any, paper: bool = False, shift: float = 0
) -> dict[str, Any]:
    return {
        "xref": "paper" if paper else "x",
        "x": x,
        "y": y,
        "xanchor": anchor,
        "yanchor": "middle",
        "xshift": shift,
        "align": "left" if anchor == "center" else anchor,
        "showarrow": False,
        "borderpad": 0,
        "text": text.html(lines),
        "font": {"size": size, "color": palette.INK},
        # A line of a framework change or of a year does not run through words.
        "bgcolor": palette.WHITE,
    }
