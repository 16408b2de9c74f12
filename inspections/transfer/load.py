"""Rows of a folder of tables into the database: all or nothing, and twice is the same as once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.db import transaction

from areas.models import Area
from inspections.domain.keys import PASSAGE
from inspections.domain.scope import scope_of
from inspections.ingest.record import place_fields
from inspections.ingest.settle import settle
from inspections.models import (
    CaseReview,
    Coding,
    Coverage,
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
from inspections.terms import ProblemState, ReviewStatus
from inspections.transfer.columns import Columns, Row
from inspections.transfer.csv_files import TableError, read_rows
from inspections.transfer.lookups import EarlierInspections, Lookups, OwnReadings
from inspections.transfer.rows import (
    LOADED_TABLES,
    CaseReviewRow,
    CoverageRow,
    FindingRow,
    InspectionRow,
    JudgementRow,
    ProblemRow,
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
    writer = Writer()
    for folder in folders:
        if not folder.is_dir():
            raise TableError(f"{folder}: there is no such folder")
        loader = _Loader(folder, writer, progress or (lambda rows: None))
        loader.load()
        # Settled before the next folder, which may add to an inspection that it knows by its dates.
        settle(loader.touched)
        writer.forget(Inspection, InspectionSource, Judgement, Problem)  # settling writes them
        for table, number in loader.counts.items():
            counts[table] = counts.get(table, 0) + number
    return counts


class _Loader:
    """One folder: a method a step. ``at`` is the row in hand, for every complaint."""

    def __init__(self, folder: Path, writer: Writer, progress: Progress) -> None:
        self.folder = folder
        self.progress = progress
        self.counts: dict[str, int] = {}
        self.touched: set[int] = set()
        self.at = ""
        self.writer = writer
        self.lookups = Lookups()
        self.inspections = self.lookups.rows["inspections"]
        self.areas_of: dict[str, tuple[Area, ...]] = {}  # by the key that this folder has for an inspection
        self.earlier = EarlierInspections()
        self.readings = OwnReadings()

    def load(self) -> None:
        """Table after table; each step's rows are in the database before the next refers to them."""
        steps: tuple[tuple[type[Row], Callable[[Any], None]], ...] = (
            (SourceRow, self.source),
            (CoverageRow, self.coverage),
            (InspectionRow, self.inspection),
            (InspectionRow, self.parts_of_inspection),
            (JudgementRow, self.judgement),
            (CaseReviewRow, self.case_review),
            (FindingRow, self.finding),
            (FindingRow, self.codings),
            (TrailRow, self.trail),
            (TrailRow, self.trail_step),
            (ProblemRow, self.problem),
        )
        table, rows = "", []
        for row_type, step in steps:
            is_first = row_type.table != table
            if is_first:
                table = row_type.table
                rows = read_rows(self.folder / f"{table}.csv", row_type)
                self.counts |= {table: len(rows)} if rows else {}
            for line, row in rows:
                self.at = f"{self.folder.name}/{table}.csv, line {line} ({row.key})"
                step(row)
                self.progress(int(is_first))  # a table with several steps is counted once
            self.writer.flush()
            if step == self.inspection:
                self.touched = {self.inspections[row.key].pk for _, row in rows}

    def lookup(self, table: str, name: str, key: str | None) -> Any:
        """The row that a cell refers to, None for an empty cell."""
        rows = self.lookups.rows[table]
        if key and key not in rows:
            raise TableError(f"{self.at}, {name}: {key!r} is not known")
        return rows.get(key) if key else None

    def values(self, row: Columns, within: str = "") -> dict[str, Any]:
        """The fields of the model that the columns stand for; ``within`` is the cell that holds the row."""
        values = {}
        for name, refers in row.fields_of_model().items():
            value = getattr(row, name)
            if refers is None:
                values[name] = value
            else:
                other = self.lookup(refers.table, within + name, value)
                values[f"{name}_id"] = other.pk if other else None
        return values

    def area_id(self, row: FindingRow | TrailRow) -> int | None:
        reference = f"{row.area_kind}:{row.area_slug}" if row.area_kind or row.area_slug else ""
        area = self.lookup("areas", "area_slug", reference)
        return area.pk if area else None

    def areas(self, row: InspectionRow) -> tuple[Area, ...]:
        return tuple(self.lookup("areas", "areas", one) for one in row.areas.split(";") if one)

    def source(self, row: SourceRow) -> None:
        sources = self.lookups.rows["sources"]
        same_file = self.lookups.sources_by_bytes.get(row.sha256) if row.sha256 else None
        if same_file and same_file.key != row.key and row.key not in sources:
            # The file was read on this site, or came with another table, under its own key: one row.
            sources[row.key] = same_file
        else:
            same = {"key": row.key}
            sources[row.key] = self.writer.save(SourceDocument, self.at, same, self.values(row))

    def coverage(self, row: CoverageRow) -> None:
        self.writer.save(Coverage, self.at, {"key": row.key}, self.values(row))

    def inspection(self, row: InspectionRow) -> None:
        framework = self.lookup("frameworks", "framework", row.framework)
        areas = self.areas(row)
        inspection = self.inspections.get(row.key) or self.earlier.same(row, framework, areas)
        values = {"framework_id": framework.pk, "kind": row.kind}
        on_record = inspection.kind if inspection else ""
        if row.kind == Inspection.Kind.FULL and on_record in Inspection.FULL_KINDS:
            # No report names itself short or a re-inspection; a source that does knows better.
            values["kind"] = on_record
        values |= {name: getattr(row, name) for name in ("topic", "overall_words") if getattr(row, name)}
        same = {"key": inspection.key if inspection else row.key}
        self.inspections[row.key] = self.writer.save(Inspection, self.at, same, values)

    def parts_of_inspection(self, row: InspectionRow) -> None:
        inspection = self.inspections[row.key]
        areas = self.areas_of[row.key] = self.areas(row)
        scopes = row.scopes.split(";") if row.scopes else [scope_of(area) for area in areas]
        if len(scopes) != len(areas):
            raise TableError(f"{self.at}, scopes: {row.scopes!r} does not name one scope an area")
        for area, scope in zip(areas, scopes, strict=True):
            same = {"inspection_id": inspection.pk, "area_id": area.pk}
            self.writer.save(InspectedArea, self.at, same, {"scope": scope})
        for stated in row.dates_stated:
            values = self.values(stated, within="dates_stated.")
            same = {"inspection_id": inspection.pk, "source_id": values.pop("source_id")}
            # These tables may know the document by another key than the one it has here.
            is_alias = self.lookups.rows["sources"][stated.source].key != stated.source
            is_dated_here = tuple(same.values()) in self.readings.dates
            if is_dated_here or (is_alias and self.writer.find(InspectionSource, same)):
                # What stands is kept; only what it does not say is added.
                values = {name: values[name] for name in ("fact_ids", "themes_read", "url") if values[name]}
            self.writer.save(InspectionSource, self.at, same, values)
        follows = self.lookup("inspections", "follows", row.follows)
        if follows:
            self.writer.save(Inspection, self.at, {"key": inspection.key}, {"follows_id": follows.pk})
        for key in filter(None, row.about.split(";")):
            other = self.lookup("inspections", "about", key)
            same = {"from_inspection_id": inspection.pk, "to_inspection_id": other.pk}
            self.writer.save(Inspection.about.through, self.at, same, {})

    def judgement(self, row: JudgementRow) -> None:
        values = self.values(row)
        framework = self.inspections[row.inspection].framework_id
        grade = self.lookup("grades", "grade", f"{row.scale}:{row.grade}" if row.grade else "")
        if (framework, row.aspect) not in self.lookups.aspects:
            raise TableError(f"{self.at}, aspect: {row.aspect!r} is no aspect of {framework}")
        if grade and (framework, grade.scale_id) not in self.lookups.scales:
            raise TableError(f"{self.at}, scale: {row.scale!r} is no scale of {framework}")
        same = {"inspection_id": values.pop("inspection_id"), "aspect_id": row.aspect}
        same |= {"source_id": values.pop("source_id")}
        on_record = self.writer.find(Judgement, same)
        if tuple(same.values()) in self.readings.judgements or (on_record and on_record.key != row.key):
            return  # read on this site from the very document, or in a table before under its other key
        values |= {"key": row.key, "grade_id": grade.pk if grade else None}
        self.writer.save(Judgement, self.at, same, values)

    def case_review(self, row: CaseReviewRow) -> None:
        values = self.values(row)
        if row.key in self.readings.facts:
            return
        if row.review_status == ReviewStatus.PROPOSED:
            # Where a number waits for a person. Whoever read the document here, or decided, knows better.
            is_read_here = (values["inspection_id"], values["source_id"]) in self.readings.dates
            if is_read_here or self.writer.find(CaseReview, {"key": row.key}):
                return
        self.writer.save(CaseReview, self.at, {"key": row.key}, values)

    def finding(self, row: FindingRow) -> None:
        values = self.values(row) | {"area_id": self.area_id(row)}
        areas = self.areas_of.get(row.inspection, ())
        if PASSAGE in row.key and not row.area_slug and len(areas) == 1:
            values["area_id"] = areas[0].pk  # as a reading of the document has it
        if row.key in self.readings.facts:
            values = {}
        elif PASSAGE in row.key and not row.summary and values["source_id"] in self.readings.passages:
            # From another reading of a document that was read here: what somebody coded is all it can add.
            same = self.readings.same_passage(row, values["source_id"])
            if same is not None or not row.codings:
                self.lookups.rows["findings"][row.key] = same
                return
            values["review_status"] = ReviewStatus.SUPERSEDED
        finding = self.writer.save(Finding, self.at, {"key": row.key}, values)
        if row.codings:
            self.lookups.rows["findings"][row.key] = finding

    def codings(self, row: FindingRow) -> None:
        for coding in row.codings:
            same = {"finding_id": self.lookups.rows["findings"][row.key].pk, "role": coding.role}
            self.writer.save(Coding, self.at, same, {"stance": coding.stance, "at": coding.at})

    def trail(self, row: TrailRow) -> None:
        theme = self.lookup("themes", "theme", row.theme)
        values = {
            "area_id": self.area_id(row),
            "theme_id": theme.pk if theme else None,
            "topic": row.topic,
            "status": row.status,
        }
        trail = self.writer.save(Trail, self.at, {"key": row.trail}, values)
        self.lookups.rows["trails"][row.trail] = trail

    def trail_step(self, row: TrailRow) -> None:
        values = self.values(row)
        same = {"trail_id": self.lookups.rows["trails"][row.trail].pk, "step": values.pop("step")}
        self.writer.save(TrailStep, self.at, same, values)

    def problem(self, row: ProblemRow) -> None:
        if row.key in self.readings.problems:
            return
        values = self.values(row)
        stated = InspectionSource.objects.filter(source=values["source_id"]) if values["source_id"] else ()
        values |= place_fields(row.where, row.field, [one.locator for one in stated])
        on_record = self.writer.find(Problem, {"key": row.key})
        if on_record and row.state == ProblemState.OPEN:
            values["state"] = on_record.state  # what somebody decided here
        self.writer.save(Problem, self.at, {"key": row.key}, values)
