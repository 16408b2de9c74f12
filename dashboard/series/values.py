"""What is known of one place as plain values: no rows of the database, no words but those of the data.

Figure, table, summary, CSV and whatever comes later are made from these. Words are made of them by
`dashboard.wording`, and never the other way round. Dates are days, a month or a year is a span, and each end
of a span may be unknown. What is a code says so; ``certainty`` is high, medium or low.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from inspections.domain.addresses import Address
from inspections.domain.case_counts import CaseCounts
from inspections.domain.spans import Span, day_of


@dataclass(frozen=True)
class Programme:
    """A framework and who inspects under it. ``aspects``: code and name of each, in its order.

    ``leaves_blanks``: a blank of its source is neither a grade nor the absence of one.
    """

    code: str
    name: str
    family: str
    inspectorate: str
    inspectorate_name: str
    position: int
    sector: str
    graded: bool
    leaves_blanks: bool
    valid_from: dt.date | None
    change_note: str
    aspects: tuple[tuple[str, str], ...]

    @property
    def aspect_names(self) -> dict[str, str]:
        return dict(self.aspects)

    @property
    def is_peel(self) -> bool:
        return self.family.startswith("peel")


@dataclass(frozen=True)
class Held:
    """Up to when results of one programme are held here, whatever today is. ``is_list``: as at that day."""

    inspectorate: str
    inspectorate_name: str
    what: str
    newest_read: dt.date | None
    is_list: bool


@dataclass(frozen=True)
class Citation:
    """Where a fact stands. ``source``: number of the document; ``kind``: its code; ``locator`` as stored.

    ``confidence``: read, quoted or press.
    """

    source: int
    title: str
    publisher: str
    kind: str
    address: Address
    locator: str
    confidence: str


@dataclass(frozen=True)
class Body:
    """Who was inspected. ``authorities``: those of a whole force on that day, where they are known."""

    name: str
    is_force: bool
    whole_force: bool
    authorities: tuple[str, ...]


@dataclass(frozen=True)
class Whose:
    """Whose result it is. ``own``: of the place shown and nobody else. ``names_place``: of it among others.

    ``joint``: about one authority's partnership, whatever force is named beside it. Then ``police`` is, on
    the authority's page, the force by link on that day, and ``authorities``, on the force's page, how many
    lay in its area; else empty and None.
    """

    bodies: tuple[Body, ...]
    own: bool
    names_place: bool
    joint: bool
    police: str = ""
    authorities: int | None = None


@dataclass(frozen=True)
class Grade:
    """``code`` of the data, ``label`` in the words of its ``scale``, ``short`` as a mark carries it."""

    code: str
    label: str
    short: str
    scale: str


@dataclass(frozen=True)
class Judgement:
    """An aspect and its grade, or the code of why it has none. ``name``: as its framework prints it.

    ``stands``: of several sources, the one shown first. ``others``: other grades of the same aspect, each
    with the title of the source that gives it.
    """

    aspect: str
    name: str
    grade: Grade | None
    grade_status: str
    printed: str
    stands: bool
    others: tuple[tuple[Grade, str], ...]
    certainty: str
    citation: Citation


@dataclass(frozen=True)
class Cases:
    """How many cases were looked at in one sample by one assessor (a code), and how they were graded.

    ``theme``: its code, empty without one; ``name``: of the theme, else the topic. ``position``: of the theme
    among the themes. ``disclosed_later``: an inspectorate's numbers that its report did not give.
    """

    theme: str
    name: str
    position: int
    sample: str
    assessor: str
    disclosed_later: bool
    counts: CaseCounts
    certainty: str
    citation: Citation | None = None


@dataclass(frozen=True)
class Later:
    """A later inspection by the same inspectorate in the same place, as far as held here.

    ``follows``: whether it was made to follow up the earlier one. ``says``: what it found, in our words, each
    with the code of its theme, empty without one.
    """

    kind_name: str
    topic: str
    fieldwork_start: dt.date | None
    fieldwork_end: dt.date | None
    published_from: dt.date | None
    published_to: dt.date | None
    follows: bool
    says: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Visit:
    """One visit, review, audit, disclosure or inquiry. ``kind``: its code; ``kind_name``: its label.

    ``cycle``: of a PEEL without any date, the time in which it was; else unknown. ``judgements`` and
    ``cases``: the published ones. ``citation`` and ``certainty``: of the source that
    decides its dates. ``force``: slug of the force concerned. ``speaks``: of other inspections, being none.
    ``later``: by date, but for cycles of PEEL, which ask other questions of the whole service.
    """

    pk: int
    address: str
    programme: Programme
    kind: str
    kind_name: str
    topic: str
    overall_words: str
    fieldwork_start: dt.date | None
    fieldwork_end: dt.date | None
    published_from: dt.date | None
    published_to: dt.date | None
    cycle: Span
    whose: Whose
    force: str
    judgements: tuple[Judgement, ...]
    cases: tuple[Cases, ...]
    citation: Citation | None
    certainty: str
    is_full: bool
    speaks: bool
    later: tuple[Later, ...] = ()

    @property
    def day(self) -> dt.date | None:
        """Where it stands in time: end of fieldwork, else publication, else nowhere."""
        return day_of(self)

    @property
    def begins(self) -> dt.date | None:
        """What it is put in order by: its day, else the first of its cycle."""
        return self.day or self.cycle.start

    @property
    def ends(self) -> dt.date | None:
        return self.day or self.cycle.end

    @property
    def standing(self) -> tuple[Judgement, ...]:
        return tuple(judgement for judgement in self.judgements if judgement.stands)

    def grade_of(self, aspect: str) -> Grade | None:
        """The grade that stands for an aspect."""
        return next((one.grade for one in self.standing if one.aspect == aspect and one.grade), None)
