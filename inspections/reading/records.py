"""The row types every reader emits.

A record holds what a document says: the printed words beside every value parsed from them, and where
they stand. Records know nothing of areas, database rows or Django; ``resolve.py`` turns them into those.
An absent value is ``None`` and means "not given", never zero.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict

from inspections.domain.case_counts import CaseCounts
from inspections.terms import (
    About,
    Assessor,
    Certainty,
    Completeness,
    Confidence,
    DateBasis,
    Disclosure,
    FindingKind,
    GradeStatus,
    Scope,
    Severity,
    SourceKind,
)


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ProblemRecord(Record):
    """Something a person has to look at: which row, which field, which value, and why.

    ``blocking``: the document waits for review, its certain rows stay unpublished.
    ``conflict``: two sources disagree; both values are kept.
    ``note``: worth knowing, blocks nothing.
    """

    severity: Severity
    where: str
    field: str
    value: str = ""
    message: str
    kept: str = ""
    other: str = ""
    other_source: str = ""


class DateSpan(Record):
    """A span of days as read from ``raw`` (the printed words); either end may be unknown."""

    raw: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    basis: DateBasis = DateBasis.UNKNOWN


class PlaceRecord(Record):
    """A place as the document names it, with any code that came along (Ofsted URN, GSS code).

    ``decided``: the area a person named (``authority:halton``), over the document or in what they typed;
    no reader of a document fills it in.
    """

    raw: str
    kind: Literal["authority", "force"]
    code: str = ""
    scope: Scope
    decided: str = ""


class JudgementRecord(Record):
    """One aspect and its grade. ``grade`` is None unless ``grade_status`` says a grade was given.

    ``aspect`` and ``grade`` are codes of ``definitions/``; ``printed`` holds the words as they stand,
    ``aspect_printed`` the row's own label, ``page`` is counted from 1.
    """

    aspect: str
    aspect_printed: str = ""
    grade: str | None
    grade_status: GradeStatus = GradeStatus.GRADED
    printed: str = ""
    page: int | None = None
    locator: str = ""
    certainty: Certainty = Certainty.HIGH


class CaseReviewRecord(Record, CaseCounts):
    """How many cases were looked at for one theme in one sample by one assessor, and how graded.

    ``sample``: words that keep two sets of cases apart. ``proposed``: found in running prose; it waits for a
    person to confirm it and is not shown before.
    """

    completeness: Completeness
    sample: str = ""
    assessor: Assessor = Assessor.INSPECTORS
    proposed: bool = False
    theme: str | None = None
    topic: str = ""
    theme_printed: str = ""
    disclosure: Disclosure = Disclosure.IN_REPORT
    page: int | None = None
    locator: str = ""
    certainty: Certainty = Certainty.HIGH


class FindingRecord(Record):
    """A passage that speaks of a theme, or a statement typed in by hand with a ``summary`` in our words.

    ``stance`` is coded by people, never by a reader: it is filled in only where a person typed it.
    """

    kind: FindingKind = FindingKind.STATEMENT
    theme: str | None = None
    topic: str = ""
    about: About
    population: str = ""
    due: str = ""
    direction: Literal["", "better", "worse", "same"] = ""
    summary: str = ""
    stance: Literal["strength", "qualified_strength", "mixed", "concern", "description"] | None = None
    passage: str = ""
    page: int | None = None
    locator: str = ""
    certainty: Certainty = Certainty.HIGH


class CitedSource(Record):
    """Where a typed-in figure was seen, if not in the file itself: a page, a report, a newspaper.

    ``key``: the words by which the file names it; the key of a source on record, or its address.
    """

    key: str
    kind: SourceKind
    title: str
    publisher: str = ""
    url: str = ""


class InspectionRecord(Record):
    """One inspection as one document tells it.

    ``topic``: what a visit looked at, as printed. ``locator``: where a document about many inspections
    speaks of this one ("LA_inspections_2009-2022 row 17"). ``url``: the address it gives for this
    inspection's own report. ``cited``, ``confidence`` and ``certainty``: of all that is said here of the
    inspection; a row may be less certain.
    """

    inspectorate: str
    framework: str
    kind: str
    places: tuple[PlaceRecord, ...]
    topic: str = ""
    locator: str = ""
    url: str = ""
    cited: CitedSource | None = None
    confidence: Confidence = Confidence.READ
    certainty: Certainty = Certainty.HIGH
    fieldwork: DateSpan = DateSpan()
    windows: tuple[DateSpan, ...] = ()
    published: DateSpan = DateSpan()
    judgements: tuple[JudgementRecord, ...] = ()
    case_reviews: tuple[CaseReviewRecord, ...] = ()
    findings: tuple[FindingRecord, ...] = ()
    themes_read: bool = False


class TableRead(Record):
    """What became of the rows of one table: ``rows`` = ``stored`` + ``merged`` + ``named``.

    A row is ``stored`` where an inspection is first told of, ``merged`` where it only adds to inspections
    that other rows tell of, and ``named`` where it gave none and a problem says so.
    """

    where: str
    rows: int
    stored: int
    merged: int
    named: int


class Reading(Record):
    """Everything one reader found in one document; ``kind`` is the kind of document, ``url`` the address
    it says it was saved from.

    ``layouts_seen``: whether the reader was made with real documents of this kind at hand. What one read that
    only knows them from hearsay waits for a person.
    """

    reader: str
    version: int
    kind: SourceKind
    title: str
    publisher: str
    url: str = ""
    pages: int | None = None
    layouts_seen: bool = True
    inspections: tuple[InspectionRecord, ...] = ()
    problems: tuple[ProblemRecord, ...] = ()
    tables: tuple[TableRead, ...] = ()


class Answer(BaseModel):
    """What a reader process says of one file: what it read or why not, and in how many seconds."""

    reading: Reading | None = None
    rejected: ProblemRecord | None = None
    seconds: float = 0.0
