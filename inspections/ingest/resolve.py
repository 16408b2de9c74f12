"""Records to areas, frameworks, aspects, grades. What cannot be resolved becomes a problem, never a guess."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from areas.matching import AmbiguousArea, UnknownArea, resolve_area
from areas.models import Area
from inspections.domain.spans import Span
from inspections.ingest.identity import Identity
from inspections.models import Aspect, Framework, Grade, Inspection, Judgement, Theme
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
from inspections.terms import Severity

# The field of the problem that a reader met a layout it had not seen.
LAYOUT = "layout"
RESTATED_SCALE = "ofsted-restated"


@dataclass(frozen=True)
class Account:
    """What one document says of one inspection, ready to store: its identity, its areas with scope, its
    judgements with grades."""

    record: InspectionRecord
    identity: Identity
    scopes: dict[int, str]
    judgements: tuple[tuple[JudgementRecord, Grade | None], ...] = ()


@dataclass(frozen=True)
class Rulebook:
    """A framework with what it allows."""

    framework: Framework
    aspects: frozenset[str]
    grades: dict[str, Grade]
    restated: dict[str, Grade]

    def grade(self, record: JudgementRecord) -> Grade | None:
        """A grade restated later stands on a scale of its own: its words are not those of its time."""
        restated = record.grade_status == Judgement.GradeStatus.RESTATED
        return (self.restated if restated else self.grades).get(record.grade or "")


@dataclass(frozen=True)
class Definitions:
    rulebooks: dict[str, Rulebook]
    themes: frozenset[str]
    aspects: frozenset[str]


@lru_cache(maxsize=1)
def definitions() -> Definitions:
    """As loaded into this site, looked up once; ``cache_clear`` when they were loaded anew."""
    rulebooks = {}
    for framework in Framework.objects.prefetch_related("framework_aspects", "scales__grades"):
        judged = frozenset(row.aspect_id for row in framework.framework_aspects.all())
        rules = rulebooks[framework.pk] = Rulebook(framework, judged, {}, {})
        for scale in framework.scales.all():
            for grade in scale.grades.all():
                words = rules.restated if scale.pk == RESTATED_SCALE else rules.grades
                words.setdefault(grade.code, grade)
    themes, aspects = Theme.objects.values_list("pk", flat=True), Aspect.objects.values_list("pk", flat=True)
    return Definitions(rulebooks, frozenset(themes), frozenset(aspects))


def resolve_all(reading: Reading) -> tuple[list[Account], list[ProblemRecord]]:
    """Every inspection of a reading that is certain enough to store, and all problems met on the way."""
    problems = list(reading.problems)
    accounts: list[Account] = []
    by_areas: dict[frozenset[int], list[Account]] = defaultdict(list)
    for record in reading.inspections:
        account, found = resolve(record)
        if account is None:
            # A row of a table that others collected, whose names may cover several areas: nothing of it is
            # stored, so nothing waits, and the other rows need not wait for it. An official table names areas
            # as they are, and what a person typed can be asked about: those wait whole.
            is_typed = record.cited is not None or any(place.decided for place in record.places)
            if reading.kind == "dataset" and record.locator and not is_typed:
                found = [_as_note(problem) for problem in found]
            problems += found
            continue
        problems += found
        others = by_areas[frozenset(account.scopes)]
        # What two cited sources say of one inspection is what a typed-in file is for.
        rivals = [other for other in others if other.record.cited == record.cited]
        twin = next((other for other in rivals if other.identity.may_be(account.identity)), None)
        if twin:
            message = f"told of twice in this document: {twin.record.locator or 'elsewhere'} has it too"
            place = record.places[0].raw if record.places else ""
            problem = blocking(record.locator or "document", "inspection", place, message)
            problems.append(_as_note(problem) if _say_the_same(twin, account) else problem)
            continue
        others.append(account)
        accounts.append(account)
    if not reading.inspections and not problems:
        problems.append(blocking("document", "inspection", "", "no inspection was found in this document"))
    if accounts and not reading.layouts_seen:
        message = (
            "the layout of such a document was not known when its reader was made; what was read waits until "
            "a person has compared it with the document"
        )
        problems.append(blocking("document", LAYOUT, f"{reading.reader} {reading.version}", message))
    return accounts, problems


def _say_the_same(one: Account, other: Account) -> bool:
    """Two rows on one area, by two of its names: nothing is lost by passing over the second."""

    def said(account: Account) -> tuple[object, ...]:
        record = account.record
        grades = {(row.aspect, row.grade, row.grade_status) for row, _ in account.judgements}
        return grades, record.kind, record.fieldwork, record.published, record.case_reviews, record.findings

    return said(one) == said(other)


def resolve(record: InspectionRecord) -> tuple[Account | None, list[ProblemRecord]]:
    """The inspection a record speaks of, and its problems; None where place or framework is not known."""
    where = record.locator or "document"
    rules = definitions().rulebooks.get(record.framework)
    if rules is None:
        return None, [blocking(where, "framework", record.framework, "this framework is not defined")]
    on = record.fieldwork.end or record.fieldwork.start or record.published.end or record.published.start
    scopes: dict[int, str] = {}
    areas: list[Area] = []
    problems: list[ProblemRecord] = []
    for place in record.places:
        found, problem = _resolve_place(place, on, where)
        if problem:
            problems.append(problem)
        areas += [area for area in found if area.pk not in scopes]
        scopes |= {area.pk: place.scope for area in found}
    national = record.kind == Inspection.Kind.THEMATIC and not record.places
    if not areas and not national:
        return None, problems or [blocking(where, "area", "", "the document names no area")]
    identity = Identity(
        areas=tuple(areas),
        framework=rules.framework,
        kind=record.kind,
        fieldwork=Span(record.fieldwork.start, record.fieldwork.end),
        published=Span(record.published.start, record.published.end),
    )
    judgements, unsure = _resolve_judgements(record, rules)
    problems += [*unsure, *_date_problems(record)]
    known, unknown = _with_known_themes(record)
    return Account(known, identity, scopes, judgements), problems + unknown


def _resolve_place(
    place: PlaceRecord, on: dt.date | None, where: str
) -> tuple[tuple[Area, ...], ProblemRecord | None]:
    """By name, checked against the code that came along; the code alone only where the name is not known.

    What a person decided stands over both, as far as that area existed on the day. In what people type it may
    be a name instead of an address.
    """
    if place.decided:
        kind, _, slug = place.decided.partition(":")
        area = Area.objects.filter(kind=kind, slug=slug).first()
        if area and (on is None or area.holds_on(on)):
            return (area,), None
        if area is None and (by_words := _area(place.raw.replace("-", " "), place.kind, on)[0]):
            return by_words, None
        wrong = f"{area} did not exist on {on}" if area else f"there is no area {place.decided}"
        return (), blocking(where, "area", place.raw, wrong)
    by_name, failure = _area(place.raw, place.kind, on)
    by_code, unknown = _area(place.code, place.kind, on) if place.code else ((), "")
    if by_name and by_code and set(by_name) != set(by_code):
        named, coded = (" and ".join(area.name for area in found) for found in (by_name, by_code))
        failure = f"the document names {named}, but its code {place.code} is {coded}"
    elif by_name or by_code:
        return by_name or by_code, None
    return (), blocking(where, "area", place.raw, failure or unknown)


def _area(said: str, kind: str, on: dt.date | None) -> tuple[tuple[Area, ...], str]:
    """The area or areas of a name or code, else why there is none."""
    try:
        return resolve_area(said, kind=kind, on=on), ""
    except (UnknownArea, AmbiguousArea) as error:
        return (), str(error)


def _resolve_judgements(
    record: InspectionRecord, rules: Rulebook
) -> tuple[tuple[tuple[JudgementRecord, Grade | None], ...], list[ProblemRecord]]:
    judgements: dict[str, tuple[JudgementRecord, Grade | None]] = {}
    problems = []
    for row in record.judgements:
        grade, wrong = rules.grade(row), ""
        if row.aspect not in rules.aspects:
            wrong = f"{rules.framework.name} has no such aspect"
        elif row.aspect in judgements:
            wrong = "this aspect is judged twice"
        elif row.grade and grade is None:
            allowed = ", ".join(one.label for one in rules.grades.values())
            wrong = f"this grade is not on the scale of {rules.framework.short_name}: {allowed}"
        elif (grade is not None) != (row.grade_status in Judgement.WITH_GRADE):
            wrong = f"no grade goes with “{row.grade_status}”"
        if wrong:
            where = f"page {row.page}" if row.page else record.locator or "document"
            problems.append(blocking(where, row.aspect, row.printed or row.grade or "", wrong))
        else:
            judgements[row.aspect] = (row, grade)
    return tuple(judgements.values()), problems


def _date_problems(record: InspectionRecord) -> Iterator[ProblemRecord]:
    where = record.locator or "document"
    start, end = record.fieldwork.start, record.fieldwork.end
    published = record.published.end or record.published.start
    if start and end and start > end:
        yield blocking(where, "fieldwork", record.fieldwork.raw, "the fieldwork ends before it starts")
    over = earliest_end(record.fieldwork)
    if published and over and published < over:
        yield blocking(where, "published", str(published), f"published before the fieldwork ended ({over})")


def _with_known_themes(record: InspectionRecord) -> tuple[InspectionRecord, list[ProblemRecord]]:
    """A row on a theme nobody defined cannot be stored; the problem keeps what it said."""
    rows: list[CaseReviewRecord | FindingRecord] = [*record.case_reviews, *record.findings]
    unknown = [row for row in rows if row.theme is not None and row.theme not in definitions().themes]
    if not unknown:
        return record, []
    kept = {
        name: tuple(row for row in getattr(record, name) if row not in unknown)
        for name in ("case_reviews", "findings")
    }
    where = [(row.locator or "document", row.theme or "") for row in unknown]
    problems = [blocking(place, "theme", theme, "no such theme") for place, theme in where]
    return record.model_copy(update=kept), problems


def _as_note(problem: ProblemRecord) -> ProblemRecord:
    said = {"severity": Severity.NOTE, "message": f"{problem.message}; this row is not stored"}
    return problem.model_copy(update=said)


def blocking(where: str, field: str, value: str, message: str) -> ProblemRecord:
    return ProblemRecord(severity=Severity.BLOCKING, where=where, field=field, value=value, message=message)
