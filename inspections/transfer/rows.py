"""One row type per table. The order of the fields is the order of the columns; an empty cell is None.

Columns marked ``derived`` repeat what other tables hold, for people who read one table alone: they are
written, and ignored when a table is loaded, so that a hand-written file may leave them out.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from inspections import terms
from inspections.terms import Certainty, Confidence, ReviewStatus


def _read_json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else (value or ())


def derived() -> Any:
    return Field(default="", json_schema_extra={"derived": True})


Word = Annotated[str, Field(min_length=1)]
Yes = Annotated[bool, BeforeValidator(lambda value: {"1": True, "0": False, "": False}.get(value, value))]


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    table: ClassVar[str]
    key: Word

    @model_validator(mode="before")
    @classmethod
    def _empty_cells_are_unknown(cls, data: Any) -> Any:
        """Text fields keep "", everything else reads an empty cell as None (not given)."""
        if not isinstance(data, dict):
            return data
        return {name: value for name, value in data.items() if value not in ("", None)}

    @classmethod
    def columns(cls) -> list[str]:
        return list(cls.model_fields)

    @classmethod
    def derived_columns(cls) -> set[str]:
        return {
            name
            for name, field in cls.model_fields.items()
            if (field.json_schema_extra or {}) == {"derived": True}
        }

    def cells(self) -> dict[str, str]:
        return {name: cell(getattr(self, name)) for name in self.columns()}


def cell(value: Any) -> str:
    """How a value stands in a CSV cell: None is empty, a date is ISO, a list of rows is JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple | list):
        if not value:
            return ""
        return json.dumps(
            [item.model_dump(mode="json", exclude_defaults=True) for item in value], ensure_ascii=False
        )
    return str(value)


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


class StatedDates(BaseModel):
    """When an inspection was, as one source says it. ``*_stated`` are the source's own words."""

    model_config = ConfigDict(extra="forbid")
    source: Word
    locator: str = ""
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
    table = "inspections"
    source_file: str = derived()
    areas: str = ""
    scopes: str = ""
    inspectorate: str = derived()
    framework: Word
    kind: terms.InspectionKind
    fieldwork_start: str = derived()
    fieldwork_end: str = derived()
    published_from: str = derived()
    published_to: str = derived()
    dates_stated: Annotated[tuple[StatedDates, ...], BeforeValidator(_read_json)] = ()
    follows: str = ""
    about: str = ""
    topic: str = ""
    overall_words: str = ""
    review_status: str = derived()


class FactRow(Row):
    """What every fact carries. ``fact_ids`` are the ids of the case-study facts it represents."""

    inspection: str = ""
    source: Word
    locator: str = ""
    page: int | None = None
    confidence: Confidence
    certainty: Certainty = Certainty.HIGH
    review_status: ReviewStatus = ReviewStatus.PUBLISHED
    fact_ids: str = ""


class JudgementRow(FactRow):
    table = "judgements"
    source_file: str = derived()
    sha256: str = derived()
    area_kind: str = derived()
    area_slug: str = derived()
    area_code: str = derived()
    inspectorate: str = derived()
    framework: str = derived()
    kind: str = derived()
    fieldwork_start: str = derived()
    fieldwork_end: str = derived()
    published_on: str = derived()
    published_on_basis: str = derived()
    aspect: Word
    scale: str = ""
    grade: str = ""
    grade_status: terms.GradeStatus
    printed: str = ""
    stands: str = derived()


class CaseReviewRow(FactRow):
    table = "case_reviews"
    source_file: str = derived()
    area_kind: str = derived()
    area_slug: str = derived()
    inspectorate: str = derived()
    framework: str = derived()
    kind: str = derived()
    fieldwork_start: str = derived()
    fieldwork_end: str = derived()
    published_on: str = derived()
    theme: str | None = None
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


class CodingCell(BaseModel):
    model_config = ConfigDict(extra="forbid")
    role: terms.CodingRole
    stance: terms.Stance
    at: dt.date


class FindingRow(FactRow):
    table = "findings"
    source_file: str = derived()
    area_kind: str = ""
    area_slug: str = ""
    inspectorate: str = derived()
    fieldwork_end: str = derived()
    kind: terms.FindingKind
    theme: str | None = None
    topic: str = ""
    about: terms.About
    concerns: str = ""
    population: str = ""
    stance: str = derived()
    direction: str = ""
    compared_with: str = ""
    due: str = ""
    evidence_level: str = derived()
    level_basis: str = derived()
    disclosed_later: str = derived()
    summary: str = ""
    passage: str = ""
    coded_by: str = derived()
    codings: Annotated[tuple[CodingCell, ...], BeforeValidator(_read_json)] = ()


class TrailRow(Row):
    table = "trails"
    trail: Word
    area_kind: Word
    area_slug: Word
    theme: str | None = None
    topic: str = ""
    status: terms.TrailStatus
    step: int
    kind: terms.TrailStepKind
    on_from: dt.date | None = None
    on_to: dt.date | None = None
    speaker: Word
    summary: Word
    inspection: str = ""
    source: Word
    locator: str = ""
    fact_ids: str = ""


class ProblemRow(Row):
    table = "problems"
    source_file: str = ""
    source: str = ""
    inspection: str = ""
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
    SourceRow,
    InspectionRow,
    JudgementRow,
    CaseReviewRow,
    FindingRow,
    TrailRow,
    ProblemRow,
)
