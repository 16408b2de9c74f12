"""Chart C1 as a figure: boxes, strips and words as shapes and annotations, a trace per grade to point at.

`lanes_figure(picture, layout)` is a plain dictionary for plotly.js. Boxes are shapes in pixels, so that a
word always fits its box; the traces are unseen points at the same places, which answer to the pointer and
carry the inspection's address.

The dictionary is written as plotly.js reads it. plotly.py would check every one of its thousand values again
on each request (17 ms a figure); a test lets it check the figures of the case study instead.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from typing import Any

from dashboard.charts import palette, text
from dashboard.charts.lanes.arrange import Arrangement, arrange
from dashboard.charts.lanes.draw import draw, words
from dashboard.charts.lanes.items import TimeAxis
from dashboard.charts.lanes.layouts import LAYOUTS, WIDE, Layout
from dashboard.charts.lanes.picture import Mark, Picture
from dashboard.wording.certainty import STAR
from dashboard.wording.days import CYCLE, cycle_words, day_words
from dashboard.wording.sentences import capital, plural
from inspections.domain.spans import Span

STAR_KEY = f"{STAR} medium or low certainty"
_TICKS = 26
# Of pictures that leave the page, in pixels; and how many letters of an address surely fit one line of it.
PICTURE_WIDTH = 1100
ADDRESS_LETTERS = 130
_NAMES = {
    "visit": "not graded",
    "not_given": "not given",
    "tally": "cases looked at",
    "words": "in words",
}


def lanes_figures(picture: Picture, address: str = "") -> dict[str, dict[str, Any]]:
    """One figure per layout; empty where nothing has a date. ``address``: of the page, for its pictures."""
    if not picture.marks:
        return {}
    return {name: lanes_figure(picture, layout, address) for name, layout in LAYOUTS.items()}


def lanes_figure(picture: Picture, layout: Layout, address: str = "") -> dict[str, Any]:
    """``meta`` has the layout's name and width; of the wide one, whose pictures leave the page, also what
    then stands around it. Raises ValueError where nothing has a date."""
    placed = arrange(picture, layout)
    shapes, annotations = draw(placed)
    lines = footer_lines(picture, layout)
    footer = _around(lines, layout, layout.small, 0, -_TICKS)
    bottom = _TICKS + len(lines) * layout.line + 10
    meta: dict[str, Any] = {"layout": layout.name, "width": layout.width}
    if layout is WIDE:
        meta["picture"] = _picture(picture, layout, bottom, address)
    drawn = {"shapes": shapes, "annotations": [*annotations, footer | {"name": "footer"}], "meta": meta}
    return {"data": _traces(placed), "layout": _frame(placed, bottom) | drawn}


def _picture(picture: Picture, layout: Layout, bottom: int, address: str) -> dict[str, Any]:
    """Title above; summary, filters, source and address below, under the figure's own ``bottom`` pixels."""
    room = PICTURE_WIDTH - 16
    title = text.wrap(picture.title, 20, room, bold=True)
    subtitle = text.wrap(picture.subtitle, 14, room)
    undated = plural(len(picture.undated), "entry", "entries")
    said = (
        picture.summary,
        f"Shown: {picture.filters}." if picture.filters else "",
        f"Not in the picture, because no date is given: {undated}." if picture.undated else "",
        picture.source_line,
    )
    below = [line for words in said for line in text.wrap(words, 13, room)]
    # An address has no spaces: it is broken where it must be.
    below += textwrap.wrap(address, ADDRESS_LETTERS, break_on_hyphens=False)
    top = len(title) * 26 + len(subtitle) * 19 + 18
    heading = _around(title, layout, 20, 1, top - 4)
    heading["font"] = {"size": 20, "color": palette.INK, "weight": "bold"}
    second = _around(subtitle, layout, 14, 1, top - 8 - len(title) * 26)
    return {
        "width": PICTURE_WIDTH,
        "top": top,
        "bottom": len(below) * 17 + 8,
        "annotations": [heading, second, _around(tuple(below), layout, 13, 0, 6 - bottom)],
    }


def _around(lines: tuple[str, ...], layout: Layout, size: int, end: int, shift: float) -> dict[str, Any]:
    """Words at the left edge: over the lanes (``end`` 1) or below them (0), ``shift`` px further up."""
    around = words(lines, size, end, "left", 0, 8 - layout.left, palette.QUIET, ground="")
    return around | {"xref": "paper", "yref": "paper", "yanchor": "top", "yshift": shift, "borderpad": 1}


def _traces(placed: Arrangement) -> list[dict[str, Any]]:
    """Unseen points, a trace per grade."""
    points: dict[str, list[tuple[Mark, float, str]]] = defaultdict(list)
    for block in placed.blocks:
        for lane in block.lanes:
            for item in lane.items:
                name = item.mark.grade if item.mark.shape == "grade" else _NAMES[item.mark.shape]
                points[name].append((item.mark, item.y, lane.name))
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": name,
            "x": [mark.on.isoformat() for mark, _y, _label in found],
            "y": [y for _mark, y, _label in found],
            "text": [_hover(mark, label) for mark, _y, label in found],
            "customdata": [[mark.url, mark.inspection] for mark, _y, _label in found],
            "hoverinfo": "text",
            "marker": {
                "size": placed.layout.box_height,
                "opacity": 0,
                "color": palette.FILL.get(found[0][0].grade, palette.WHITE),
            },
            "showlegend": False,
        }
        for name, found in points.items()
    ]


def _hover(mark: Mark, label: str) -> str:
    named = mark.words.lower().startswith(label.lower())
    head = () if named else text.wrap(label, 13, 320)
    lines = text.wrap(mark.words, 13, 320)
    when = cycle_words(Span(*mark.span)) if mark.span else day_words(mark.on)
    return text.html((*head, *lines, *text.wrap(when, 13, 320)))


def _frame(placed: Arrangement, bottom: int) -> dict[str, Any]:
    """``bottom``: pixels below the lanes, for years and footer."""
    layout = placed.layout
    values, words = ticks(placed.axis, layout)
    return {
        "autosize": True,
        "height": round(placed.height + bottom + 4),
        "margin": {"l": layout.left, "r": layout.right, "t": 4, "b": bottom, "pad": 0},
        "paper_bgcolor": palette.WHITE,
        "plot_bgcolor": palette.WHITE,
        "font": {"family": text.FONT, "size": layout.size, "color": palette.INK},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": layout.box_height,
        "hoverlabel": {"bgcolor": palette.WHITE, "bordercolor": palette.INK, "align": "left"},
        "dragmode": False,
        "xaxis": {
            "type": "date",
            "range": [placed.axis.start.isoformat(), placed.axis.end.isoformat()],
            "tickvals": values,
            "ticktext": words,
            "tickfont": {"size": layout.size},
            "showgrid": True,
            "gridcolor": palette.LINE,
            "zeroline": False,
            "linecolor": palette.QUIET,
            "fixedrange": True,
        },
        "yaxis": {"range": [placed.height, 0], "visible": False, "fixedrange": True},
    }


def ticks(axis: TimeAxis, layout: Layout) -> tuple[list[str], list[str]]:
    """Years far enough apart to be read, none of them cut at the edge."""
    per_year = axis.room / ((axis.end - axis.start).days / 365.25)
    step = next(step for step in (1, 2, 5, 10, 20, 50) if step * per_year >= layout.year_room)
    half = text.width("2000", layout.size) / 2
    values, words = [], []
    for year in range(axis.start.year, axis.end.year + 1):
        day = axis.start.replace(year=year, month=1, day=1)
        x = axis.x(day)
        inside = -layout.left + half <= x <= axis.room + layout.right - half
        if year % step == 0 and axis.start <= day <= axis.end and inside:
            values.append(day.isoformat())
            words.append(str(year))
    return values, words


def footer_lines(picture: Picture, layout: Layout) -> tuple[str, ...]:
    """The key of the short words that occur, what the place of a mark means, how far was read, the licence.

    How far was read is left out on a phone, whose page says it above: what leaves a page is never so narrow.
    """
    marks = picture.marks
    fills = {segment.fill for mark in marks for segment in mark.segments}
    grades = fills | {mark.grade for mark in marks}
    key = [words for grade, words in palette.KEY.items() if grade in grades]
    if any(mark.shape == "visit" for mark in marks):
        key.append("dashed box: not graded")
    if fills & set(palette.HATCHED) or any(mark.shape == "not_given" for mark in marks):
        key.append("hatched: not given")
    if any(mark.doubtful for mark in marks):
        key.append("hatched parts with numbers: they do not add up")
    if any(mark.starred for mark in marks):
        key.append(STAR_KEY)
    if any(mark.carried for mark in marks):
        key.append("hollow edge: carried over from an earlier inspection")
    if any(mark.span for mark in marks):
        key.append(f"grey band: {CYCLE}, its day not given")
    sentences = [f"{capital('; '.join(key))}."] if key else []
    sentences.append("Placed at the end of fieldwork, else at publication.")
    if any(mark.shape == "tally" for mark in marks):
        sentences.append("Cases inspectors looked at, not a sample of all cases.")
    paragraphs = [" ".join(sentences), picture.licence]
    if picture.as_far_as_read and not layout.label_above:
        paragraphs.insert(1, f"As far as read here: {picture.as_far_as_read}")
    room = layout.width - 14
    return tuple(line for words in paragraphs for line in text.wrap(words, layout.small, room))
