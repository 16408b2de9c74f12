"""The database into rows of the tables, sorted by key, so that two exports of one state are equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Prefetch

from areas.models import Area
from inspections.domain.precedence import precedence
from inspections.domain.stance import stance_of
from inspections.models import (
    CaseReview,
    Coverage,
    Finding,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    SourceDocument,
    Trail,
    TrailStep,
)
from inspections.querysets import FactQuerySet
from inspections.transfer.columns import Columns, Row, cell
from inspections.transfer.evidence_levels import DisclosedLater, EvidenceLevels
from inspections.transfer.rows import (
    AreaRow,
    CaseReviewRow,
    CodingCell,
    CoverageRow,
    FindingRow,
    InspectionRow,
    JudgementRow,
    ProblemRow,
    SourceRow,
    StatedDates,
    TrailRow,
)

# Joined, since SQLite refuses to be asked for more than a thousand documents by their ids.
_STATED = InspectionSource.objects.select_related("source")
# What the address of a row is read from.
_LED_TO = (
    "inspection__inspected_areas__area__codes",
    Prefetch("inspection__inspection_sources", _STATED),
)
_DECIDED = ("fieldwork_start", "fieldwork_end", "published_from", "published_to")


def areas() -> Iterator[Row]:
    """Areas as they stand in the project's own data; for readers of the other tables."""
    for area in Area.objects.prefetch_related("codes", "policing_links__force").order_by("kind", "slug"):
        force = None if area.is_force else area.force_on()
        yield AreaRow(
            key=area.reference,
            kind=area.kind,
            slug=area.slug,
            code=area.code_on(area.main_scheme) or "",
            name=area.name,
            region=area.region,
            valid_from=area.valid_from,
            valid_to=area.valid_to,
            force=force.slug if force else "",
            dfe_code=area.code_on("dfe") or "",
            ofsted_urn=area.code_on("ofsted_urn") or "",
        )


def sources() -> Iterator[Row]:
    for document in SourceDocument.objects.order_by("key"):
        yield SourceRow(key=document.key, **_cells(SourceRow, document))


def coverage() -> Iterator[Row]:
    for row in Coverage.objects.select_related("source").order_by("key"):
        yield CoverageRow(key=row.key, **_cells(CoverageRow, row))


def inspections() -> Iterator[Row]:
    rows = Inspection.objects.select_related("framework", "follows").prefetch_related(
        "inspected_areas__area__codes",
        Prefetch("inspection_sources", _STATED),
        "about",
    )
    for inspection in rows.order_by("key"):
        links = sorted(inspection.inspected_areas.all(), key=lambda link: link.area.reference)
        stated = sorted(inspection.inspection_sources.all(), key=lambda row: row.source.key)
        decides = next((row for row in stated if row.decides), None)
        yield InspectionRow(
            key=inspection.key,
            **_cells(InspectionRow, inspection),
            source_file=decides.source.path if decides else "",
            **(_address(decides) if decides else {}),
            areas=";".join(link.area.reference for link in links),
            scopes=";".join(link.scope for link in links),
            inspectorate=inspection.framework.inspectorate_id,
            **{name: getattr(inspection, name) for name in _DECIDED},
            dates_stated=tuple(StatedDates(**_cells(StatedDates, row)) for row in stated),
            about=";".join(sorted(other.key for other in inspection.about.all())),
            review_status=inspection.review_status,
        )


def judgements() -> Iterator[Row]:
    stated = _stated_by_inspection()
    for row in _facts(Judgement.objects.select_related("grade")):
        inspection = row.inspection
        on = inspection.fieldwork_end or inspection.published_to
        codes = (
            area.code_on(area.main_scheme, on) or area.code_on(area.main_scheme)
            for area in inspection.areas.all()
        )
        day, basis = _published_on(row, stated.get(row.inspection_id, []))
        yield JudgementRow(
            key=row.key,
            **_cells(JudgementRow, row),
            source_file=row.source.path,
            **_address(row),
            **_where(inspection),
            sha256=row.source.sha256,
            area_code=";".join(filter(None, codes)),
            published_on=day,
            published_on_basis=basis,
            aspect=row.aspect_id,
            scale=row.grade.scale_id if row.grade else "",
            grade=row.grade.code if row.grade else "",
            stands="1" if row.stands else "",
        )


def case_reviews() -> Iterator[Row]:
    stated = _stated_by_inspection()
    for row in _facts(CaseReview.objects.all()):
        yield CaseReviewRow(
            key=row.key,
            **_cells(CaseReviewRow, row),
            source_file=row.source.path,
            **_address(row),
            **_where(row.inspection),
            published_on=_published_on(row, stated.get(row.inspection_id, []))[0],
            stands="1" if row.stands else "",
        )


def findings() -> Iterator[Row]:
    rows = Finding.objects.select_related("area", "concerns", "compared_with").prefetch_related("codings")
    levels, disclosed = EvidenceLevels(), DisclosedLater()
    for row in _facts(rows):
        level = levels.level(row.inspection_id, row.theme_id) if row.inspection and row.theme_id else None
        later = disclosed.of(row.inspection_id, row.theme_id) if level else []
        codings = sorted(row.codings.all(), key=lambda coding: (coding.at, coding.role))
        yield FindingRow(
            key=row.key,
            **_cells(FindingRow, row),
            source_file=row.source.path,
            **_address(row),
            area_kind=row.area.kind if row.area else "",
            area_slug=row.area.slug if row.area else "",
            inspectorate=row.inspection.framework.inspectorate_id if row.inspection else "",
            fieldwork_end=row.inspection.fieldwork_end if row.inspection else "",
            stance=stance_of(codings),
            evidence_level=level.level if level else "",
            level_basis=level.basis if level else "",
            disclosed_later=";".join(review.key for review in later),
            coded_by=";".join(f"{coding.role} {coding.at.isoformat()}" for coding in codings),
            codings=tuple(CodingCell(**_cells(CodingCell, coding)) for coding in codings),
        )


def trails() -> Iterator[Row]:
    steps = TrailStep.objects.select_related("trail__area", "inspection__framework", "source")
    for row in steps.prefetch_related(*_LED_TO).order_by("trail__key", "step"):
        yield TrailRow(
            key=f"{row.trail.key}/{row.step}",
            **_cells(TrailRow, row),
            trail=row.trail.key,
            area_kind=row.trail.area.kind,
            area_slug=row.trail.area.slug,
            **_address(row),
            theme=row.trail.theme_id,
            topic=row.trail.topic,
            status=Trail.Status(row.trail.status),
        )


def problems() -> Iterator[Row]:
    for row in Problem.objects.select_related("source", "inspection").order_by("key"):
        yield ProblemRow(key=row.key, **_cells(ProblemRow, row))


def _cells(row_type: type[Columns], instance: Any) -> dict[str, Any]:
    """The columns that are fields of the model; of a row that is referred to, its key."""
    cells = {}
    for name, refers in row_type.fields_of_model().items():
        if refers is None:
            cells[name] = getattr(instance, name)
        elif refers.by_code:
            cells[name] = getattr(instance, f"{name}_id")
        else:
            other = getattr(instance, name)
            cells[name] = other.key if other else ""
    return cells


def _facts(rows: FactQuerySet) -> Iterator[Any]:
    yield from (
        rows.select_related("source", "inspection__framework")
        .prefetch_related("inspection__areas__codes", *_LED_TO)
        .order_by("key")
        .iterator(chunk_size=1000)
    )


def _address(row: Any) -> dict[str, Any]:
    return {"source_address": row.address.url, "source_address_is": row.address.to.value}


def _where(inspection: Inspection) -> dict[str, Any]:
    """Area, programme and fieldwork of an inspection; several areas stand in one cell, and so do their
    kinds where these differ."""
    areas = sorted(inspection.areas.all(), key=lambda area: area.reference)
    kinds = [area.kind for area in areas]
    return {
        "area_kind": ";".join(kinds if len(set(kinds)) > 1 else kinds[:1]),
        "area_slug": ";".join(area.slug for area in areas),
        "inspectorate": inspection.framework.inspectorate_id,
        "framework": inspection.framework_id,
        "kind": inspection.kind,
        "fieldwork_start": inspection.fieldwork_start,
        "fieldwork_end": inspection.fieldwork_end,
    }


def _stated_by_inspection() -> dict[int, list[InspectionSource]]:
    stated: dict[int, list[InspectionSource]] = {}
    for row in InspectionSource.objects.select_related("source"):
        stated.setdefault(row.inspection_id, []).append(row)
    return stated


def _published_on(row: Any, stated: list[InspectionSource]) -> tuple[str, str]:
    """The day, where a day is known: as this row's source states it, else as decided. A month is no day."""
    inspection = row.inspection
    own = [one for one in stated if one.source_id == row.source_id and one.published_to]
    decided = [one for one in stated if one.published_to == inspection.published_to]
    for one in (*own, *sorted(decided, key=precedence)):
        if one.published_to and one.published_from == one.published_to:
            return cell(one.published_to), one.published_basis
    return "", InspectionSource.Basis.UNKNOWN


TABLES: dict[str, tuple[type[Row], Callable[[], Iterator[Row]]]] = {
    "areas": (AreaRow, areas),
    "sources": (SourceRow, sources),
    "coverage": (CoverageRow, coverage),
    "inspections": (InspectionRow, inspections),
    "judgements": (JudgementRow, judgements),
    "case_reviews": (CaseReviewRow, case_reviews),
    "findings": (FindingRow, findings),
    "trails": (TrailRow, trails),
    "problems": (ProblemRow, problems),
}
