"""The three sizes a chart is made for. Each is drawn in containers from its width up to the next one's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """In pixels. ``width``: the smallest container. ``left``: the column of labels. ``size``: of words."""

    name: str
    width: int
    left: int
    right: int
    label_above: bool
    size: int
    small: int
    head_size: int
    line: int
    head_line: int
    row: int
    box: int
    box_height: int
    visit: int
    visit_height: int
    words_room: int
    segment_room: int
    block_gap: int
    year_room: int

    @property
    def room(self) -> int:
        return self.width - self.left - self.right


WIDE = Layout(
    name="wide", width=1040, left=224, right=16, label_above=False, size=14, small=13, head_size=15, line=17,
    head_line=19, row=38, box=48, box_height=28, visit=18, visit_height=20, words_room=190, segment_room=260,
    block_gap=14, year_room=42,
)  # fmt: skip
MEDIUM = Layout(
    name="medium", width=690, left=164, right=12, label_above=False, size=13, small=12, head_size=14, line=16,
    head_line=18, row=36, box=44, box_height=26, visit=17, visit_height=19, words_room=150, segment_room=200,
    block_gap=12, year_room=40,
)  # fmt: skip
NARROW = Layout(
    name="narrow", width=272, left=6, right=8, label_above=True, size=13, small=12, head_size=14, line=16,
    head_line=18, row=34, box=40, box_height=25, visit=16, visit_height=18, words_room=120, segment_room=104,
    block_gap=12, year_room=46,
)  # fmt: skip
LAYOUTS = {layout.name: layout for layout in (WIDE, MEDIUM, NARROW)}
