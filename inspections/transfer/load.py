"""Rows of a folder of tables into the database: all or nothing, and twice is the same as once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.db import transaction

from areas.models import Area
from inspections.domain.scope import scope_of
from inspections.ingest.passages import MARK
from inspections.ingest.record import place_fields
from inspections.ingest.settle import settle
from inspections.models import (
    CaseReview,
    Coding,
    Finding,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
    Trail,
    TrailStep,
)
from inspections.terms import ReviewStatus
from inspections.transfer.csv_files import TableError, read_rows
from inspections.transfer.known import Earlier, Known, ReadHere
from inspections.transfer.rows import (
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
from inspections.transfer.writer import Writer

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
    counts: dict[str, int] = {}
    for folder in folders:
        if not folder.is_dir():
            raise TableError(f"{folder}: there is no such folder")
        loader = _Loader(folder, progress or (lambda rows: None))
        loader.load()
        # Settled before the next folder, which may add to an inspection that it knows by its dates.
        settle(loader.touched)
        for table, number in loader.counts.items():
            counts[table] = counts.get(table, 0) + number
    return counts


class _Loader:
    """Remembers what rows refer to. ``at`` is the row in hand, for every complaint."""

    def __init__(self, folder: Path, progress: Progress) -> None:
        self.folder = folder
        self.progress = progress
        self.counts: dict[str, int] = {}
        self.touched: set[int] = set()
        self.at = ""
        self.write = Writer()
        self.known = Known()
        self.earlier = Earlier()
        self.here = ReadHere()

    def load(self) -> None:
        """Table after table; each step's rows are in the database before the next refers to them."""
        steps: tuple[tuple[type[Row], Callable[[Any], None]], ...] = (
            (SourceRow, self._source),
            (InspectionRow, self._inspection),
            (InspectionRow, self._inspection_parts),
            (JudgementRow, self._judgement),
            (CaseReviewRow, self._case_review),
            (FindingRow, self._finding),
            (FindingRow, self._codings),
            (TrailRow, self._trail),
            (TrailRow, self._trail_step),
            (ProblemRow, self._problem),
        )
        table, rows = "", []
        for row_type, step in steps:
            if row_type.table != table:
                table = row_type.table
                rows = read_rows(self.folder / f"{table}.csv", row_type)
                self.counts |= {table: len(rows)} if rows else {}
                self.progress(len(rows))
            for line, row in rows:
                self.at = f"{self.folder.name}/{table}.csv, line {line} ({row.key})"
                step(row)
            self.write.flush()
            if step == self._inspection:
                self.touched = {self.known.inspections[row.key].pk for _, row in rows}

    # What rows refer to

    def _pick(self, known: dict[str, Any], name: str, key: str) -> Any:
        if key and key not in known:
            raise TableError(f"{self.at}, {name}: {key!r} is not known")
        return known.get(key)

    def _id(self, known: dict[str, Any], name: str, key: str) -> Any:
        row = self._pick(known, name, key)
        return row.pk if row is not None else None

    def _is_alias(self, source: str) -> bool:
        """Whether these tables know a document by another key than the one it has here."""
        return bool(self.known.sources[source].key != source)

    def _theme(self, code: str | None) -> str | None:
        if code is not None and code not in self.known.themes:
            raise TableError(f"{self.at}, theme: {code!r} is not known")
        return code

    def _area_id(self, kind: str, slug: str) -> int | None:
        reference = f"{kind}:{slug}" if kind or slug else ""
        area_id: int | None = self._id(self.known.areas, "area_slug", reference)
        return area_id

    def _fact(self, row: FactRow, *, needs_inspection: bool = True) -> dict[str, Any]:
        if needs_inspection and not row.inspection:
            raise TableError(f"{self.at}, inspection: a row of this table needs one")
        names = ("locator", "page", "confidence", "certainty", "review_status", "fact_ids")
        return {
            "inspection_id": self._id(self.known.inspections, "inspection", row.inspection),
            "source_id": self._id(self.known.sources, "source", row.source),
            **{name: getattr(row, name) for name in names},
        }

    # One method a step

    def _source(self, row: SourceRow) -> None:
        found = self.known.by_bytes.get(row.sha256) if row.sha256 else None
        if found and found.key != row.key and row.key not in self.known.sources:
            # The file was read on this site, or came with another table, under its own key: one row.
            self.known.sources[row.key] = found
            return
        source = self.write.save(SourceDocument, self.at, {"key": row.key}, row.model_dump(exclude={"key"}))
        self.known.sources[row.key] = source

    def _inspection(self, row: InspectionRow) -> None:
        framework = self._pick(self.known.frameworks, "framework", row.framework)
        inspection = self.known.inspections.get(row.key) or self.earlier.same(
            row, framework, self._areas(row)
        )
        values = {"framework_id": framework.pk, "kind": row.kind}
        if (
            inspection is not None
            and row.kind == Inspection.Kind.FULL
            and inspection.kind in Inspection.FULL_KINDS
        ):
            # No report names itself short or a re-inspection; a source that does knows better.
            values["kind"] = inspection.kind
        values |= {name: getattr(row, name) for name in ("topic", "overall_words") if getattr(row, name)}
        key = inspection.key if inspection is not None else row.key
        self.known.inspections[row.key] = self.write.save(Inspection, self.at, {"key": key}, values)

    def _areas(self, row: InspectionRow) -> tuple[Area, ...]:
        return tuple(self._pick(self.known.areas, "areas", one) for one in row.areas.split(";") if one)

    def _inspection_parts(self, row: InspectionRow) -> None:
        inspection = self.known.inspections[row.key]
        areas = self._areas(row)
        scopes = row.scopes.split(";") if row.scopes else [scope_of(area) for area in areas]
        if len(scopes) != len(areas):
            raise TableError(f"{self.at}, scopes: {row.scopes!r} does not name one scope an area")
        for area, scope in zip(areas, scopes, strict=True):
            same = {"inspection_id": inspection.pk, "area_id": area.pk}
            self.write.save(InspectedArea, self.at, same, {"scope": scope})
        for stated in row.dates_stated:
            source_id = self._id(self.known.sources, "dates_stated.source", stated.source)
            same = {"inspection_id": inspection.pk, "source_id": source_id}
            values = stated.model_dump(exclude={"source"})
            dated_here = (inspection.pk, source_id) in self.here.dates
            if dated_here or (self._is_alias(stated.source) and self.write.known(InspectionSource, same)):
                # What stands is kept; only what it does not say is added.
                added = {"fact_ids": stated.fact_ids, "themes_read": stated.themes_read}
                values = {name: value for name, value in added.items() if value}
            self.write.save(InspectionSource, self.at, same, values)
        if row.follows:
            follows = self._id(self.known.inspections, "follows", row.follows)
            self.write.save(Inspection, self.at, {"key": inspection.key}, {"follows_id": follows})
        for key in filter(None, row.about.split(";")):
            other = self._id(self.known.inspections, "about", key)
            same = {"from_inspection_id": inspection.pk, "to_inspection_id": other}
            self.write.save(Inspection.about.through, self.at, same, {})

    def _judgement(self, row: JudgementRow) -> None:
        values = self._fact(row)
        framework = self.known.inspections[row.inspection].framework_id
        grade = self._pick(self.known.grades, "grade", f"{row.scale}:{row.grade}" if row.grade else "")
        if (framework, row.aspect) not in self.known.aspects:
            raise TableError(f"{self.at}, aspect: {row.aspect!r} is no aspect of {framework}")
        if grade and (framework, grade.scale_id) not in self.known.allowed:
            raise TableError(f"{self.at}, scale: {row.scale!r} is no scale of {framework}")
        same = {"inspection_id": values.pop("inspection_id"), "aspect_id": row.aspect}
        same |= {"source_id": values.pop("source_id")}
        known = self.write.known(Judgement, same)
        if tuple(same.values()) in self.here.judgements or (known is not None and known.key != row.key):
            return  # read on this site from the very document, or in a table before under its other key
        values |= {"key": row.key, "grade_id": grade.pk if grade else None}
        values |= {"grade_status": row.grade_status, "printed": row.printed}
        self.write.save(Judgement, self.at, same, values)

    def _case_review(self, row: CaseReviewRow) -> None:
        own = set(CaseReviewRow.model_fields) - set(FactRow.model_fields) - CaseReviewRow.derived_columns()
        values = {name: getattr(row, name) for name in own - {"theme"}}
        values["theme_id"] = self._theme(row.theme)
        if row.key not in self.here.facts:
            self.write.save(CaseReview, self.at, {"key": row.key}, self._fact(row) | values)

    def _finding(self, row: FindingRow) -> None:
        plain = ("kind", "topic", "about", "population", "direction", "due", "summary", "passage")
        values = self._fact(row, needs_inspection=False)
        values |= {name: getattr(row, name) for name in plain}
        values |= {
            "area_id": self._area_id(row.area_kind, row.area_slug),
            "theme_id": self._theme(row.theme),
            "concerns_id": self._id(self.known.inspections, "concerns", row.concerns),
            "compared_with_id": self._id(self.known.inspections, "compared_with", row.compared_with),
        }
        if row.key in self.here.facts:
            values = {}
        elif MARK in row.key and not row.summary and values["source_id"] in self.here.passages:
            # From another reading of a document that was read here: what somebody coded is all it can add.
            same = self.here.same_passage(row, values["source_id"])
            if same is not None or not row.codings:
                self.known.findings[row.key] = same
                return
            values["review_status"] = ReviewStatus.SUPERSEDED
        finding = self.write.save(Finding, self.at, {"key": row.key}, values)
        if row.codings:
            self.known.findings[row.key] = finding

    def _codings(self, row: FindingRow) -> None:
        for coding in row.codings:
            same = {"finding_id": self.known.findings[row.key].pk, "role": coding.role}
            self.write.save(Coding, self.at, same, {"stance": coding.stance, "at": coding.at})

    def _trail(self, row: TrailRow) -> None:
        values = {
            "area_id": self._area_id(row.area_kind, row.area_slug),
            "theme_id": self._theme(row.theme),
            "topic": row.topic,
            "status": row.status,
        }
        self.known.trails[row.trail] = self.write.save(Trail, self.at, {"key": row.trail}, values)

    def _trail_step(self, row: TrailRow) -> None:
        plain = ("kind", "on_from", "on_to", "speaker", "summary", "locator", "fact_ids")
        values = {name: getattr(row, name) for name in plain}
        values["source_id"] = self._id(self.known.sources, "source", row.source)
        values["inspection_id"] = self._id(self.known.inspections, "inspection", row.inspection)
        same = {"trail_id": self.known.trails[row.trail].pk, "step": row.step}
        self.write.save(TrailStep, self.at, same, values)

    def _problem(self, row: ProblemRow) -> None:
        if row.key in self.here.problems:
            return
        values = row.model_dump(exclude={"key", "source", "inspection"})
        values["source_id"] = self._id(self.known.sources, "source", row.source)
        values["inspection_id"] = self._id(self.known.inspections, "inspection", row.inspection)
        told = InspectionSource.objects.filter(source=values["source_id"]) if values["source_id"] else ()
        values |= place_fields(row.where, row.field, [one.locator for one in told])
        self.write.save(Problem, self.at, {"key": row.key}, values)
