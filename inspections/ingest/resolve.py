"""Records to areas, frameworks, aspects, grades. What cannot be resolved becomes a problem, never a guess."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from areas.matching import AmbiguousArea, UnknownArea, resolve_area
from areas.models import Area
from inspections.domain.same_visit import Identity
from inspections.models import Framework, Grade, Inspection, Judgement, Theme
from inspections.reading.records import (
    CaseReviewRecord,
    FindingRecord,
    InspectionRecord,
    JudgementRecord,
    PlaceRecord,
    ProblemRecord,
    Reading,
)
from inspections.reading.typed.days import earliest_end

RESTATED_SCALE = "ofsted-restated"


@dataclass
class Resolved:
    """One inspection ready to store: its identity, its areas with scope, its judgements with grades."""

    record: InspectionRecord
    identity: Identity
    scopes: dict[int, str]
    judgements: list[tuple[JudgementRecord, Grade | None]] = field(default_factory=list)


@dataclass(frozen=True)
class Rulebook:
    """A framework with what it allows, looked up once."""

    framework: Framework
    aspects: frozenset[str]
    grades: dict[str, Grade]
    restated: dict[str, Grade]

    def grade(self, record: JudgementRecord) -> Grade | None:
        """A grade restated later stands on a scale of its own: its words are not those of its time."""
        restated = record.grade_status == Judgement.GradeStatus.RESTATED
        return (self.restated if restated else self.grades).get(record.grade or "")


@lru_cache(maxsize=64)
def rulebook(code: str) -> Rulebook | None:
    framework = Framework.objects.select_related("inspectorate").filter(pk=code).first()
    if framework is None:
        return None
    aspects = frozenset(framework.framework_aspects.values_list("aspect_id", flat=True))
    grades: dict[str, Grade] = {}
    restated: dict[str, Grade] = {}
    for scale in framework.scales.prefetch_related("grades"):
        for grade in scale.grades.all():
            (restated if scale.pk == RESTATED_SCALE else grades).setdefault(grade.code, grade)
    return Rulebook(framework, aspects, grades, restated)


@lru_cache(maxsize=1)
def known_themes() -> frozenset[str]:
    return frozenset(Theme.objects.values_list("pk", flat=True))


def forget_definitions() -> None:
    """To be called when the definitions were loaded anew."""
    rulebook.cache_clear()
    known_themes.cache_clear()


def resolve_all(reading: Reading) -> tuple[list[Resolved], list[ProblemRecord]]:
    """Every inspection of a reading that is certain enough to store, and all problems met on the way."""
    problems = list(reading.problems)
    resolved: list[Resolved] = []
    by_areas: dict[frozenset[int], list[Resolved]] = defaultdict(list)
    for record in reading.inspections:
        one, found = resolve(record)
        if one is None:
            problems += _alone(found) if _is_one_row_of_many(record, reading) else found
            continue
        problems += found
        others = by_areas[frozenset(one.scopes)]
        # What two cited sources say of one inspection is what a typed-in file is for.
        rivals = [other for other in others if other.record.cited == record.cited]
        twin = next((other for other in rivals if other.identity.may_be(one.identity)), None)
        if twin:
            message = f"told of twice in this document: {twin.record.locator or 'elsewhere'} has it too"
            where = record.locator or "document"
            place = record.places[0].raw if record.places else ""
            problems.append(_blocking(where, "inspection", place, message))
            continue
        others.append(one)
        resolved.append(one)
    if not reading.inspections and not problems:
        problems.append(_blocking("document", "inspection", "", "no inspection was found in this document"))
    return resolved, problems


def _is_one_row_of_many(record: InspectionRecord, reading: Reading) -> bool:
    """A row of a table that others collected, whose names may cover several areas. An official table names
    areas as they are, and what a person typed can be asked about: those wait whole."""
    typed = any(place.decided for place in record.places)
    return reading.kind == "dataset" and bool(record.locator) and not typed


def _alone(problems: list[ProblemRecord]) -> list[ProblemRecord]:
    """Nothing of such a row is stored, so nothing of it waits, and the other rows need not wait for it."""
    return [
        problem.model_copy(
            update={"severity": "note", "message": f"{problem.message}; this row is not stored"}
        )
        for problem in problems
    ]


def resolve(record: InspectionRecord) -> tuple[Resolved | None, list[ProblemRecord]]:
    """The inspection a record speaks of, and its problems; None where place or framework is not known."""
    problems: list[ProblemRecord] = []
    where = record.locator or "document"
    rules = rulebook(record.framework)
    if rules is None:
        problems.append(_blocking(where, "framework", record.framework, "this framework is not defined"))
        return None, problems

    on = record.fieldwork.end or record.fieldwork.start or record.published.end or record.published.start
    scopes: dict[int, str] = {}
    areas: list[Area] = []
    for place in record.places:
        found, problem = _resolve_place(place, on, where)
        if problem:
            problems.append(problem)
        for area in found:
            if area.pk not in scopes:
                areas.append(area)
            scopes[area.pk] = place.scope
    national = record.kind == Inspection.Kind.THEMATIC and not record.places
    if not areas and not national:
        if not problems:
            problems.append(_blocking(where, "area", "", "the document names no area"))
        return None, problems

    resolved = Resolved(
        record,
        Identity(
            areas=tuple(areas),
            framework=rules.framework,
            kind=record.kind,
            fieldwork=(record.fieldwork.start, record.fieldwork.end),
            published=(record.published.start, record.published.end),
        ),
        scopes,
    )
    _resolve_judgements(resolved, rules, problems)
    _check_dates(record, problems)
    _check_themes(resolved, problems)
    return resolved, problems


def _resolve_place(
    place: PlaceRecord, on: dt.date | None, where: str
) -> tuple[tuple[Area, ...], ProblemRecord | None]:
    """By name, checked against the code that came along; the code alone only where the name is not known.

    What a person decided stands over both, as far as that area existed on the day.
    """
    if place.decided:
        return _decided_place(place, on, where)
    by_name = by_code = None
    failure = ""
    try:
        by_name = resolve_area(place.raw, kind=place.kind, on=on)
    except (UnknownArea, AmbiguousArea) as error:
        failure = str(error)
    if place.code:
        try:
            by_code = resolve_area(place.code, kind=place.kind, on=on)
        except (UnknownArea, AmbiguousArea) as error:
            failure = failure or str(error)
    if by_name and by_code and set(by_name) != set(by_code):
        named, coded = (" and ".join(area.name for area in found) for found in (by_name, by_code))
        return (), _blocking(
            where, "area", place.raw, f"the document names {named}, but its code {place.code} is {coded}"
        )
    found = by_name or by_code
    if found:
        return found, None
    return (), _blocking(where, "area", place.raw, failure)


def _decided_place(
    place: PlaceRecord, on: dt.date | None, where: str
) -> tuple[tuple[Area, ...], ProblemRecord | None]:
    kind, _, slug = place.decided.partition(":")
    area = Area.objects.filter(kind=kind, slug=slug).first()
    if area is None:
        return (), _blocking(where, "area", place.raw, f"there is no area {place.decided}")
    if on and not area.holds_on(on):
        return (), _blocking(where, "area", place.raw, f"{area} did not exist on {on}")
    return (area,), None


def _resolve_judgements(resolved: Resolved, rules: Rulebook, problems: list[ProblemRecord]) -> None:
    seen: set[str] = set()
    with_grade = {str(status) for status in Judgement.WITH_GRADE}
    for record in resolved.record.judgements:
        where = f"page {record.page}" if record.page else record.locator or "document"
        if record.aspect not in rules.aspects:
            problems.append(
                _blocking(where, record.aspect, record.printed, f"{rules.framework.name} has no such aspect")
            )
            continue
        if record.aspect in seen:
            problems.append(_blocking(where, record.aspect, record.printed, "this aspect is judged twice"))
            continue
        grade = rules.grade(record)
        if record.grade and grade is None:
            allowed = ", ".join(g.label for g in rules.grades.values())
            problems.append(
                _blocking(
                    where,
                    record.aspect,
                    record.printed or record.grade,
                    f"this grade is not on the scale of {rules.framework.short_name}: {allowed}",
                )
            )
            continue
        if (grade is not None) != (record.grade_status in with_grade):
            problems.append(
                _blocking(where, record.aspect, record.printed, f"no grade goes with “{record.grade_status}”")
            )
            continue
        seen.add(record.aspect)
        resolved.judgements.append((record, grade))


def _check_dates(record: InspectionRecord, problems: list[ProblemRecord]) -> None:
    where = record.locator or "document"
    start, end = record.fieldwork.start, record.fieldwork.end
    published = record.published.end or record.published.start
    if start and end and start > end:
        problems.append(
            _blocking(where, "fieldwork", record.fieldwork.raw, "the fieldwork ends before it starts")
        )
    over = earliest_end(record.fieldwork)
    if published and over and published < over:
        said = f"published before the fieldwork ended ({over})"
        problems.append(_blocking(where, "published", str(published), said))


def _check_themes(resolved: Resolved, problems: list[ProblemRecord]) -> None:
    """A row on a theme nobody defined cannot be stored; the problem keeps what it said."""
    record = resolved.record
    rows: list[CaseReviewRecord | FindingRecord] = [*record.case_reviews, *record.findings]
    unknown = [row for row in rows if row.theme is not None and row.theme not in known_themes()]
    for row in unknown:
        problems.append(_blocking(row.locator or "document", "theme", row.theme or "", "no such theme"))
    if unknown:
        resolved.record = record.model_copy(
            update={
                "case_reviews": tuple(row for row in record.case_reviews if row not in unknown),
                "findings": tuple(row for row in record.findings if row not in unknown),
            }
        )


def _blocking(where: str, field: str, value: str, message: str) -> ProblemRecord:
    return ProblemRecord(severity="blocking", where=where, field=field, value=value, message=message)
