"""What has its place in the picture: the outcome of `arrange`, the input of the drawing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.charts.lanes.layouts import Layout
from dashboard.charts.lanes.picture import Lane, Mark
from dashboard.wording.cases import Segment


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

    ``extent``: left and right offset of head and words together. ``height``: of the head.
    """

    mark: Mark
    y: float
    head: tuple[float, float]
    words: Words | None
    extent: tuple[float, float]
    row: int = 0
    height: float = 0.0
    strip: tuple[PlacedSegment, ...] = ()


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
    on: dt.date
    label: tuple[str, ...]
    label_y: float
    shift: float
    top: float
    bottom: float


@dataclass(frozen=True)
class PlacedBlock:
    key: str
    label: tuple[str, ...]
    top: float
    band_bottom: float
    bottom: float
    lanes: tuple[PlacedLane, ...]


@dataclass(frozen=True)
class TimeAxis:
    """``start`` to ``end`` over ``room`` px at the layout's smallest width."""

    start: dt.date
    end: dt.date
    room: float

    def x(self, day: dt.date) -> float:
        return (day - self.start).days / (self.end - self.start).days * self.room


@dataclass(frozen=True)
class Arrangement:
    layout: Layout
    axis: TimeAxis
    blocks: tuple[PlacedBlock, ...]
    breaks: tuple[PlacedBreak, ...]
    height: float
