"""The lanes of one place as plain data (chart C1): no Plotly, no rows of the database.

`dashboard.series.lanes.lanes(area, selection)` makes a `Lanes`. Everything shown about it, drawn or written,
is taken from it, so that figure, table, summary and CSV cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

STAR = "*"  # at the end of a mark's words: its certainty is medium or low
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."

Shape = Literal["grade", "not_given", "visit", "tally", "words"]


@dataclass(frozen=True)
class Segment:
    """One part of a tally. ``fill`` is a grade code, ``below_good`` (split not given) or ``not_given``."""

    words: str
    fill: str
    count: int


@dataclass(frozen=True)
class Mark:
    """One thing in a lane.

    ``grade``: a box with its short word · ``not_given``: a hatched box · ``visit``: a hollow dashed box ·
    ``tally``: a stem with a strip of segments · ``words``: words alone, beside a stem if ``stem``.
    ``words`` say it in full (hover, table); ``beside`` stand next to the mark and may be empty.
    ``certainty``: "medium" or "low", else empty; the words or a star say so. ``doubtful``: a tally whose
    parts do not add up, hatched instead of filled.
    """

    shape: Shape
    on: dt.date
    inspection: int
    url: str
    words: str
    grade: str = ""
    short: str = ""
    beside: str = ""
    segments: tuple[Segment, ...] = ()
    stem: bool = False
    certainty: str = ""
    doubtful: bool = False

    @property
    def starred(self) -> bool:
        return self.short.endswith(STAR) or self.beside.endswith(STAR)


@dataclass(frozen=True)
class Lane:
    """``note`` stands at the start of the lane: "7 focused and monitoring visits, not graded"."""

    key: str
    label: str
    marks: tuple[Mark, ...]
    note: str = ""


@dataclass(frozen=True)
class Block:
    """One block per inspectorate. ``key``: ``social_care``, ``police`` (with the force), ``others``.

    Behind the force's own come its five topics (``police:durham:topics``) and PEEL (``police:durham:peel``).
    """

    key: str
    label: str
    lanes: tuple[Lane, ...]


@dataclass(frozen=True)
class Break:
    """A change of framework between two inspections of this place, drawn through its block only.

    ``label`` may be empty where the block above names the same change.
    """

    on: dt.date
    label: str
    block: str


@dataclass(frozen=True)
class TableRow:
    """A row of the table under the chart and of the CSV, in words. ``iso`` is the day it is placed at.

    The CSV takes the full words. The table under the chart takes the short ones after ``inspection``:
    ``month`` and ``days`` for ``date`` and ``placed_at``, ``name`` for ``inspectorate`` and ``kind``,
    ``whose_else`` for ``whose`` (empty where it is this place itself), ``cited`` and ``place`` for ``source``
    and ``locator``. ``grade`` is a grade's code where the result begins with that grade (``grade_words``) and
    adds at most a ``remark`` in brackets. ``problem_url``: where a number that does not add up is explained.
    """

    iso: str
    date: str
    placed_at: str
    inspectorate: str
    kind: str
    framework: str
    subject: str
    result: str
    whose: str
    source: str
    locator: str
    source_url: str
    url: str
    inspection: int
    month: str = ""
    days: tuple[str, ...] = ()
    name: str = ""
    whose_else: str = ""
    cited: str = ""
    place: str = ""
    confidence: str = "read"
    certainty: str = "high"
    sure: str = ""
    grade: str = ""
    grade_words: str = ""
    remark: str = ""
    problem_url: str = ""


@dataclass(frozen=True)
class Undated:
    """An inspection without any date: listed under the chart, never placed."""

    words: str
    url: str
    inspection: int


@dataclass(frozen=True)
class SourceLine:
    title: str
    publisher: str
    url: str
    retrieved: dt.date | None
    how_seen: str


@dataclass(frozen=True)
class Lanes:
    """Everything chart C1 shows of one place under one selection.

    ``answer`` speaks of everything known, whatever the filters; all else of what is selected.
    """

    place: str
    place_kind: str
    place_slug: str
    title: str
    subtitle: str
    summary: str
    answer: str
    filters: str
    blocks: tuple[Block, ...]
    breaks: tuple[Break, ...]
    undated: tuple[Undated, ...]
    rows: tuple[TableRow, ...]
    sources: tuple[SourceLine, ...]
    source_line: str
    first_year: int | None = None
    last_year: int | None = None
    ignored: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    licence: str = LICENCE

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(mark for block in self.blocks for lane in block.lanes for mark in lane.marks)

    @property
    def is_empty(self) -> bool:
        return not self.rows
