"""The results of one place, each in its lane: what figure, table, summary and CSV are made from.

A result says of one inspection what it found on one subject: a judgement, cases looked at, the
inspectorate's own words, or why there is neither.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum, auto

from dashboard.series.values import Cases, Citation, Held, Judgement, Programme, Visit

SOCIAL_CARE, POLICE, OTHERS = "social_care", "police", "others"
TOPICS, PEEL = "topics", "peel"


class Status(StrEnum):
    """What stands in place of a grade or a number."""

    NOT_GIVEN = auto()  # no source gives a grade of this aspect
    NOT_GRADED = auto()  # nothing is graded by its kind
    NONE_CHOSEN = auto()  # none of the aspects a filter chooses
    WITH_IN_CARE = auto()  # judged together with children in care
    NO_OVERALL = auto()  # aspects only, no overall grade
    TOPICS_NOT_GIVEN = auto()  # which topic has which grade is not given
    GRADES_NOT_GIVEN = auto()  # a cycle of PEEL without a grade
    CASES_NOT_GIVEN = auto()  # no number of cases
    THEME_NOT_GIVEN = auto()  # no number of cases of the theme a filter chooses
    AUDIT_NOT_GIVEN = auto()  # an own audit without its result
    REMARKS = auto()  # an inquiry's remarks on inspections
    DISCLOSURE = auto()  # a disclosure without a number


@dataclass(frozen=True)
class Quotation:
    """Grades known only together, in words."""

    words: str


@dataclass(frozen=True)
class Blanks:
    """Aspects a source leaves blank, all for one reason: together a row of the table, never a mark."""

    names: tuple[str, ...]
    first: Judgement


Found = Judgement | Cases | Status | Quotation | Blanks


class LaneKind(StrEnum):
    """What a lane holds; with what was found there it gives lane and rows their names."""

    ASPECT = auto()  # of social care
    TOPIC = auto()  # of the five of the police
    TOPICS = auto()  # the five in words
    PEEL = auto()  # an aspect over all cycles, or a cycle in words
    CASES = auto()
    WHOLE_FORCE = auto()
    REVIEWS = auto()
    JOINT = auto()
    VISITS = auto()
    AUDIT = auto()
    PROGRAMME = auto()  # of another inspectorate
    DISCLOSED = auto()
    INQUIRY = auto()


@dataclass(frozen=True, order=True)
class BlockKey:
    """``sector``: social_care, police or others. Of police ``force`` is a slug, and ``part`` topics or peel
    for the blocks behind the force's own."""

    sector: str
    force: str = ""
    part: str = ""

    def __str__(self) -> str:
        """ "social_care", "police:durham", "police:durham:peel"."""
        named = f"{self.sector}:{self.force}" if self.sector == POLICE else self.sector
        return f"{named}:{self.part}" if self.part else named


@dataclass(frozen=True, order=True)
class LaneKey:
    """``place``: where the lane stands in its block. ``code``: which of its kind.

    ``name``: of the aspects in it, where the lane is wider than what one framework judges.
    """

    block: BlockKey
    place: tuple[int, int, str]
    kind: LaneKind
    code: str = ""
    name: str = ""


@dataclass(frozen=True)
class Result:
    """Whose it is, when and under which programme stand with its ``visit``.

    ``aspect``: name of what was judged. ``in_chart``: false for what stands in the table alone.
    ``one_authority``: of cases, that they are one authority's children: small counts stand in the source's
    words only. ``shared_with``: other bodies of one service.
    """

    visit: Visit
    lane: LaneKey
    found: Found
    aspect: str = ""
    in_chart: bool = True
    one_authority: bool = True
    shared_with: tuple[str, ...] = ()

    @property
    def fact(self) -> Judgement | Cases | None:
        """The row of the data behind it, if it is not the inspection itself."""
        if isinstance(self.found, Blanks):
            return self.found.first
        return self.found if isinstance(self.found, Judgement | Cases) else None

    @property
    def citation(self) -> Citation | None:
        return self.fact.citation if self.fact else self.visit.citation

    @property
    def certainty(self) -> str:
        return self.fact.certainty if self.fact else self.visit.certainty


@dataclass(frozen=True)
class Break:
    """A change of framework between two inspections of this place, drawn through its block only.

    ``begins``: the framework that begins. ``named``: false where the block above names the same change.
    """

    on: dt.date
    begins: Programme
    block: BlockKey
    named: bool = True


@dataclass(frozen=True)
class Block:
    """The lanes of one inspectorate, in their order, each with its results by date.

    ``force``: name of the force it is about; ``authorities``: how many lay in its area at its newest result.
    """

    key: BlockKey
    lanes: tuple[tuple[LaneKey, tuple[Result, ...]], ...]
    force: str = ""
    authorities: int = 0

    @property
    def results(self) -> tuple[Result, ...]:
        return tuple(result for _lane, results in self.lanes for result in results)


@dataclass(frozen=True)
class Lanes:
    """Everything chart C1 shows of one place under one selection.

    ``held``: how far the inspectorates that looked at it were read.
    ``visits``: all that is known, by date, undated last, whatever the filters; ``chosen``: those selected.
    ``results``: of those selected, by date, undated last; ``undated``: those with neither date nor cycle.
    ``filters``: the selection in words; ``ignored``: parameters that were not understood, with their values.
    """

    place: str
    is_force: bool
    place_slug: str
    held: tuple[Held, ...]
    visits: tuple[Visit, ...]
    chosen: tuple[Visit, ...]
    blocks: tuple[Block, ...]
    breaks: tuple[Break, ...]
    results: tuple[Result, ...]
    undated: tuple[Result, ...]
    filters: str
    ignored: tuple[tuple[str, str], ...]

    @property
    def days(self) -> list[dt.date]:
        """Of what is drawn, with both ends of cycles."""
        visits = [result.visit for block in self.blocks for result in block.results]
        return [day for visit in visits for day in (visit.begins, visit.ends) if day]
