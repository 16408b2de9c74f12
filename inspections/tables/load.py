"""Rows of a folder of tables into the database: all or nothing, and twice is the same as once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from areas.models import Area
from inspections.identity import Identity, scope_of
from inspections.models import (
    CaseReview,
    Coding,
    Finding,
    Framework,
    FrameworkAspect,
    Grade,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
    Theme,
    Trail,
    TrailStep,
)
from inspections.settle import settle
from inspections.tables.files import TableError, read_rows
from inspections.tables.rows import (
    LOADED_TABLES,
    CaseReviewRow,
    FactRow,
    FindingRow,
    InspectionRow,
    JudgementRow,
    ProblemRow,
    Row,
    SourceRow,
    TrailRow,
)

DATA = Path(__file__).resolve().parents[1] / "data"
Progress = Callable[[int], object]


def bundle_folders() -> list[Path]:
    """The project's own facts, in the order they are loaded: a later folder may add to an inspection."""
    order = ("case_study", "context")
    named = [DATA / name for name in order if (DATA / name).is_dir()]
    rest = sorted(path for path in DATA.iterdir() if path.is_dir() and path.name not in order)
    return named + rest


def count_rows(folders: Iterable[Path]) -> int:
    """How many lines there are to load, for a progress bar."""
    total = 0
    for folder in folders:
        for row_type in LOADED_TABLES:
            path = folder / f"{row_type.table}.csv"
            total += max(path.read_bytes().count(b"\n") - 1, 0) if path.exists() else 0
    return total


@transaction.atomic
def load_tables(folders: Iterable[Path], progress: Progress | None = None) -> dict[str, int]:
    """Load every table of these folders. Raises TableError naming file, line, field and value."""
    loader = _Loader(progress or (lambda rows: None))
    for folder in folders:
        if not folder.is_dir():
            raise TableError(f"{folder}: there is no such folder")
        loader.load(folder)
    settle(loader.touched)
    return loader.counts


class _Loader:
    """Remembers what rows refer to. ``at`` is the row in hand, for every complaint."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.counts: dict[str, int] = {}
        self.touched: set[int] = set()
        self.at = ""
        self.areas = {area.reference: area for area in Area.objects.all()}
        self.frameworks = {row.pk: row for row in Framework.objects.all()}
        self.themes = set(Theme.objects.values_list("pk", flat=True))
        self.grades = {row.pk: row for row in Grade.objects.all()}
        self.allowed = {
            (framework.pk, scale.pk)
            for framework in Framework.objects.prefetch_related("scales")
            for scale in framework.scales.all()
        }
        self.aspects = set(FrameworkAspect.objects.values_list("framework_id", "aspect_id"))
        self.sources = {row.key: row for row in SourceDocument.objects.all()}
        self.inspections = {row.key: row for row in Inspection.objects.all()}

    def load(self, folder: Path) -> None:
        steps: tuple[tuple[type[Row], Callable[[Any], None]], ...] = (
            (SourceRow, self._source),
            (InspectionRow, self._inspection),
            (InspectionRow, self._links),
            (JudgementRow, self._judgement),
            (CaseReviewRow, self._case_review),
            (FindingRow, self._finding),
            (TrailRow, self._trail),
            (ProblemRow, self._problem),
        )
        for row_type, step in steps:
            for line, row in read_rows(folder / f"{row_type.table}.csv", row_type):
                self.at = f"{folder.name}/{row_type.table}.csv, line {line}"
                try:
                    with transaction.atomic():
                        step(row)
                except (ValidationError, IntegrityError) as error:
                    raise TableError(f"{self.at} ({row.key}): {_reason(error, row)}") from error
                if step != self._links:
                    self.counts[row.table] = self.counts.get(row.table, 0) + 1
                    self.progress(1)

    # What rows refer to

    def _pick(self, known: dict[str, Any], field: str, key: str) -> Any:
        if key and key not in known:
            raise TableError(f"{self.at}, {field}: {key!r} is not known")
        return known.get(key)

    def _theme(self, code: str | None) -> str | None:
        if code is not None and code not in self.themes:
            raise TableError(f"{self.at}, theme: {code!r} is not known")
        return code

    def _area(self, kind: str, slug: str) -> Area | None:
        area: Area | None = self._pick(self.areas, "area_slug", f"{kind}:{slug}" if kind or slug else "")
        return area

    # One method a table

    def _source(self, row: SourceRow) -> None:
        by_bytes = SourceDocument.objects.filter(sha256=row.sha256).first() if row.sha256 else None
        if by_bytes and by_bytes.key != row.key and row.key not in self.sources:
            # The file was read on this site before its row came: one document, one row.
            self.sources[row.key] = by_bytes
            return
        self.sources[row.key] = _save(SourceDocument, {"key": row.key}, row.model_dump(exclude={"key"}))

    def _inspection(self, row: InspectionRow) -> None:
        framework = self._pick(self.frameworks, "framework", row.framework)
        references = [part for part in row.areas.split(";") if part]
        areas = [self._pick(self.areas, "areas", reference) for reference in references]
        scopes = row.scopes.split(";") if row.scopes else [scope_of(area) for area in areas]
        if len(scopes) != len(areas):
            raise TableError(f"{self.at}, scopes: {row.scopes!r} does not name one scope an area")
        inspection = self.inspections.get(row.key) or self._same(row, framework, tuple(areas))
        fields = {"framework": framework, "kind": row.kind}
        fields |= {name: getattr(row, name) for name in ("topic", "overall_words") if getattr(row, name)}
        if inspection is None:
            inspection = _save(Inspection, {"key": row.key}, fields)
        else:
            inspection = _save(Inspection, {"key": inspection.key}, fields)
        self.inspections[row.key] = inspection
        self.touched.add(inspection.pk)
        for area, scope in zip(areas, scopes, strict=True):
            _save(InspectedArea, {"inspection": inspection, "area": area}, {"scope": scope})
        for stated in row.dates_stated:
            source = self._pick(self.sources, "dates_stated.source", stated.source)
            values = stated.model_dump(exclude={"source"})
            _save(InspectionSource, {"inspection": inspection, "source": source}, values)

    def _same(self, row: InspectionRow, framework: Framework, areas: tuple[Area, ...]) -> Inspection | None:
        """An inspection this site knows under another key, by the identity rule."""
        for stated in row.dates_stated:
            candidates = Identity(
                areas,
                framework,
                row.kind,
                (stated.fieldwork_start, stated.fieldwork_end),
                (stated.published_from, stated.published_to),
            ).candidates()
            foreign = [found for found in candidates if found.key not in self._loaded_keys()]
            if len(foreign) == 1:
                return foreign[0]
        return None

    def _loaded_keys(self) -> set[str]:
        """Rows of the tables themselves are never merged with each other: their keys tell them apart."""
        return {row.key for row in self.inspections.values() if row.pk in self.touched}

    def _links(self, row: InspectionRow) -> None:
        inspection = self.inspections[row.key]
        if row.follows:
            follows = self._pick(self.inspections, "follows", row.follows)
            _save(Inspection, {"key": inspection.key}, {"follows": follows})
        for key in filter(None, row.about.split(";")):
            inspection.about.add(self._pick(self.inspections, "about", key))

    def _fact(self, row: FactRow) -> dict[str, Any]:
        return {
            "inspection": self._pick(self.inspections, "inspection", row.inspection),
            "source": self._pick(self.sources, "source", row.source),
            **{
                name: getattr(row, name)
                for name in ("locator", "page", "confidence", "certainty", "review_status", "fact_ids")
            },
        }

    def _fact_of_inspection(self, row: FactRow) -> dict[str, Any]:
        if not row.inspection:
            raise TableError(f"{self.at}, inspection: a row of this table needs one")
        return self._fact(row)

    def _judgement(self, row: JudgementRow) -> None:
        fields = self._fact_of_inspection(row)
        inspection = fields["inspection"]
        grade = self._pick(self.grades, "grade", f"{row.scale}:{row.grade}" if row.grade else "")
        if (inspection.framework_id, row.aspect) not in self.aspects:
            raise TableError(f"{self.at}, aspect: {row.aspect!r} is no aspect of {inspection.framework_id}")
        if grade and (inspection.framework_id, grade.scale_id) not in self.allowed:
            raise TableError(f"{self.at}, scale: {row.scale!r} is no scale of {inspection.framework_id}")
        fields |= {"grade": grade, "grade_status": row.grade_status, "printed": row.printed}
        same = {"inspection": inspection, "aspect_id": row.aspect, "source": fields["source"]}
        if Judgement.objects.filter(**same, run__isnull=False).exists():
            return  # read on this site from the very document; its own reading is the better one
        _save(Judgement, {"key": row.key}, fields | {"aspect_id": row.aspect})

    def _case_review(self, row: CaseReviewRow) -> None:
        own = set(CaseReviewRow.model_fields) - set(FactRow.model_fields) - CaseReviewRow.derived_columns()
        fields = {name: getattr(row, name) for name in own - {"theme"}}
        fields["theme_id"] = self._theme(row.theme)
        _save(CaseReview, {"key": row.key}, self._fact_of_inspection(row) | fields)

    def _finding(self, row: FindingRow) -> None:
        plain = ("kind", "topic", "about", "population", "direction", "due", "summary", "passage")
        finding = _save(
            Finding,
            {"key": row.key},
            self._fact(row)
            | {name: getattr(row, name) for name in plain}
            | {
                "area": self._area(row.area_kind, row.area_slug),
                "theme_id": self._theme(row.theme),
                "concerns": self._pick(self.inspections, "concerns", row.concerns),
                "compared_with": self._pick(self.inspections, "compared_with", row.compared_with),
            },
        )
        for coding in row.codings:
            _save(
                Coding, {"finding": finding, "role": coding.role}, {"stance": coding.stance, "at": coding.at}
            )

    def _trail(self, row: TrailRow) -> None:
        area = self._area(row.area_kind, row.area_slug)
        trail = _save(
            Trail,
            {"key": row.trail},
            {"area": area, "theme_id": self._theme(row.theme), "topic": row.topic, "status": row.status},
        )
        plain = ("kind", "on_from", "on_to", "speaker", "summary", "locator", "fact_ids")
        fields = {name: getattr(row, name) for name in plain}
        fields["source"] = self._pick(self.sources, "source", row.source)
        fields["inspection"] = self._pick(self.inspections, "inspection", row.inspection)
        _save(TrailStep, {"trail": trail, "step": row.step}, fields)

    def _problem(self, row: ProblemRow) -> None:
        fields = row.model_dump(exclude={"key", "source", "inspection"})
        fields["source"] = self._pick(self.sources, "source", row.source)
        fields["inspection"] = self._pick(self.inspections, "inspection", row.inspection)
        if not Problem.objects.filter(key=row.key, run__isnull=False).exists():
            _save(Problem, {"key": row.key}, fields)


def _save(model: type[models.Model], same: dict[str, Any], values: dict[str, Any]) -> Any:
    """The row with these identifying values, created or changed only where something differs."""
    row = model._default_manager.filter(**same).first()
    if row is None:
        row = model(**same, **values)
    elif all(_plain(getattr(row, name)) == _plain(value) for name, value in values.items()):
        return row
    else:
        for name, value in values.items():
            setattr(row, name, value)
    row.full_clean(validate_unique=False, validate_constraints=False)
    row.save()
    return row


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, dt.date) else value


def _reason(error: Exception, row: Row) -> str:
    if isinstance(error, ValidationError):
        field, words = next(iter(error.message_dict.items()))
        return f"{field}: {' '.join(words)} Got {getattr(row, field, '')!r}"
    return str(error).splitlines()[0]
