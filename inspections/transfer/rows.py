"""One row type per table. The order of the fields is the order of the columns; an empty cell is None."""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any

from pydantic import BeforeValidator

from inspections import terms
from inspections.domain.keys import PASSAGE, fact_key
from inspections.terms import Certainty, Confidence, ReviewStatus
from inspections.transfer.columns import Columns, Derived, RefersTo, Row, Word

InspectionKey = Annotated[str, RefersTo("inspections")]
SourceKey = Annotated[Word, RefersTo("sources")]
ThemeCode = Annotated[str | None, RefersTo("themes", by_code=True)]


def _read_json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else (value or ())


class AreaRow(Row):
    """Written only: areas are loaded from their own data, not from an export."""

    table = "areas"
    kind: Word
    slug: Word
    code: str = ""
    name: Word
    region: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    force: str = ""
    dfe_code: str = ""
    ofsted_urn: str = ""


class SourceRow(Row):
    """A document; ``sha256`` and ``path`` are empty where only its facts are at hand."""

    table = "sources"
    sha256: str = ""
    kind: terms.SourceKind
    title: Word
    publisher: str = ""
    url: str = ""
    licence: str = ""
    retrieved: dt.date | None = None
    path: str = ""
    pages: int | None = None


class CoverageRow(Row):
    """How far a programme was read; the two ends of a complete time are empty where none can be claimed."""

    table = "coverage"
    inspectorate: Annotated[Word, RefersTo("inspectorates", by_code=True)]
    families: str = ""
    what: Word
    newest_read: dt.date | None = None
    is_list: bool = False
    complete_from: dt.date | None = None
    complete_to: dt.date | None = None
    source: Annotated[str, RefersTo("sources")] = ""
    note: str = ""


class StatedDates(Columns):
    """When an inspection was, as one source says it. ``*_stated`` are the source's own words."""

    source: SourceKey
    locator: str = ""
    url: str = ""
    fieldwork_stated: str = ""
    fieldwork_start: dt.date | None = None
    fieldwork_end: dt.date | None = None
    published_stated: str = ""
    published_from: dt.date | None = None
    published_to: dt.date | None = None
    published_basis: terms.DateBasis = terms.DateBasis.UNKNOWN
    themes_read: bool = False
    confidence: Confidence
    certainty: Certainty = Certainty.HIGH
    review_status: ReviewStatus = ReviewStatus.PUBLISHED
    fact_ids: str = ""


class InspectionRow(Row):
    """An inspection; several areas, their scopes and the inspections it is about stand in one cell each."""

    table = "inspections"
    apart = ("areas", "scopes", "dates_stated", "about")
    source_file: Derived = ""
    areas: str = ""
    scopes: str = ""
    inspectorate: Derived = ""
    framework: Annotated[Word, RefersTo("frameworks", by_code=True)]
    kind: terms.InspectionKind
    fieldwork_start: Derived = ""
    fieldwork_end: Derived = ""
    published_from: Derived = ""
    published_to: Derived = ""
    dates_stated: Annotated[tuple[StatedDates, ...], BeforeValidator(_read_json)] = ()
    follows: InspectionKey = ""
    about: str = ""
    topic: str = ""
    overall_words: str = ""
    review_status: Derived = ""
    source_address: Derived = ""
    source_address_is: Derived = ""


class FactRow(Row):
    """What every fact carries. ``fact_ids`` are the ids of the case-study facts it represents. A row without
    a key has the one that a reading of its source gives it."""

    key: str = ""
    inspection: Annotated[Word, RefersTo("inspections")]
    source: SourceKey
    locator: str = ""
    page: int | None = None
    confidence: Confidence
    certainty: Certainty = Certainty.HIGH
    review_status: ReviewStatus = ReviewStatus.PUBLISHED
    fact_ids: str = ""
    source_address: Derived = ""
    source_address_is: Derived = ""


class JudgementRow(FactRow):
    """What an inspection said of one aspect, as one source has it: a grade, or why there is none."""

    table = "judgements"
    apart = ("aspect", "scale", "grade")
    source_file: Derived = ""
    sha256: Derived = ""
    area_kind: Derived = ""
    area_slug: Derived = ""
    area_code: Derived = ""
    inspectorate: Derived = ""
    framework: Derived = ""
    kind: Derived = ""
    fieldwork_start: Derived = ""
    fieldwork_end: Derived = ""
    published_on: Derived = ""
    published_on_basis: Derived = ""
    aspect: Word
    scale: str = ""
    grade: str = ""
    grade_status: terms.GradeStatus
    printed: str = ""
    stands: Derived = ""

    def own_key(self, number: int) -> str:
        """A source says one thing of an aspect: two rows alike are a mistake."""
        return fact_key(f"{self.inspection}/{self.aspect}", self.source)


class CaseReviewRow(FactRow):
    """How many cases were looked at for a theme, and how they were graded; empty is not given, never zero."""

    table = "case_reviews"
    source_file: Derived = ""
    area_kind: Derived = ""
    area_slug: Derived = ""
    inspectorate: Derived = ""
    framework: Derived = ""
    kind: Derived = ""
    fieldwork_start: Derived = ""
    fieldwork_end: Derived = ""
    published_on: Derived = ""
    theme: ThemeCode = None
    topic: str = ""
    theme_printed: str = ""
    sample: str = ""
    assessor: terms.Assessor
    cases: int | None = None
    cases_basis: str = ""
    good: int | None = None
    adequate: int | None = None
    requires_improvement: int | None = None
    inadequate: int | None = None
    below_good: int | None = None
    percent_good: float | None = None
    stated: str = ""
    observed: int | None = None
    observed_what: str = ""
    completeness: terms.Completeness
    disclosure: terms.Disclosure
    stands: Derived = ""

    def own_key(self, number: int) -> str:
        about = (self.inspection, self.theme or self.topic, self.sample)
        return fact_key("/".join(filter(None, about)), self.source, number)


class CodingCell(Columns):
    """How one reader (a role, never a name) took a finding, and on which day."""

    role: terms.CodingRole
    stance: terms.Stance
    at: dt.date


class FindingRow(FactRow):
    """What was found in words: ``summary`` are ours, ``passage`` the document's."""

    table = "findings"
    apart = ("area_kind", "area_slug", "codings")
    inspection: InspectionKey = ""
    source_file: Derived = ""
    area_kind: str = ""
    area_slug: str = ""
    inspectorate: Derived = ""
    fieldwork_end: Derived = ""
    kind: terms.FindingKind
    theme: ThemeCode = None
    topic: str = ""
    about: terms.About
    concerns: InspectionKey = ""
    population: str = ""
    stance: Derived = ""
    direction: str = ""
    compared_with: InspectionKey = ""
    due: str = ""
    evidence_level: Derived = ""
    level_basis: Derived = ""
    disclosed_later: Derived = ""
    summary: str = ""
    passage: str = ""
    coded_by: Derived = ""
    codings: Annotated[tuple[CodingCell, ...], BeforeValidator(_read_json)] = ()

    def own_key(self, number: int) -> str:
        about = f"{self.inspection}{PASSAGE}{self.theme or 'topic'}/{self.locator}"
        return fact_key(about, self.source, number)


class TrailRow(Row):
    """One step of an improvement trail; each of its steps repeats what the trail is about."""

    table = "trails"
    apart = ("trail", "area_kind", "area_slug", "theme", "topic", "status")
    trail: Word
    area_kind: Word
    area_slug: Word
    theme: ThemeCode = None
    topic: str = ""
    status: terms.TrailStatus
    step: int
    kind: terms.TrailStepKind
    on_from: dt.date | None = None
    on_to: dt.date | None = None
    speaker: Word
    summary: Word
    inspection: InspectionKey = ""
    source: SourceKey
    locator: str = ""
    fact_ids: str = ""
    source_address: Derived = ""
    source_address_is: Derived = ""


class ProblemRow(Row):
    """What a reader could not take as it stands, and what became of it."""

    table = "problems"
    source_file: str = ""
    source: Annotated[str, RefersTo("sources")] = ""
    inspection: InspectionKey = ""
    severity: terms.Severity
    where: Word
    field: Word
    value: str = ""
    message: Word
    kept: str = ""
    other: str = ""
    other_source: str = ""
    state: terms.ProblemState = terms.ProblemState.OPEN


LOADED_TABLES: tuple[type[Row], ...] = (
    SourceRow, CoverageRow, InspectionRow, JudgementRow, CaseReviewRow, FindingRow, TrailRow, ProblemRow,
)  # fmt: skip
