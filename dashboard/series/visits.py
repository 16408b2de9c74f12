"""Rows of the database -> plain values. Asks nothing: everything was fetched with the facts of the place."""

from __future__ import annotations

from collections.abc import Iterable

from areas.models import Area
from dashboard.series.values import (
    Body,
    Cases,
    Citation,
    Grade,
    Held,
    Judgement,
    Later,
    Programme,
    Visit,
    Whose,
)
from inspections import models
from inspections.domain.scope import is_joint
from inspections.domain.spans import day_of
from inspections.place_facts import SPEAKING, PlaceFacts, areas_of, cycle_in, later_held


def visits_of(facts: PlaceFacts) -> tuple[tuple[Visit, ...], tuple[Programme, ...]]:
    """Every published inspection of the place, by date, undated last; and every framework there is."""
    programmes = {code: programme_of(framework) for code, framework in facts.frameworks.items()}
    visits = (visit_of(facts, row, programmes[row.framework_id]) for row in facts.inspections)
    return tuple(visits), tuple(programmes.values())


def held_of(rows: Iterable[models.Coverage]) -> tuple[Held, ...]:
    """How far programmes were read, in the order of the rows."""
    return tuple(
        Held(row.inspectorate_id, row.inspectorate.short_name, row.what, row.newest_read, row.is_list)
        for row in rows
    )


def programme_of(framework: models.Framework) -> Programme:
    inspectorate = framework.inspectorate
    return Programme(
        code=framework.pk,
        name=framework.short_name,
        family=framework.family,
        inspectorate=inspectorate.pk,
        inspectorate_name=inspectorate.short_name,
        position=inspectorate.position,
        sector=inspectorate.sector,
        graded=framework.graded,
        leaves_blanks=leaves_blanks(framework),
        valid_from=framework.valid_from,
        change_note=framework.change_note,
        aspects=tuple((row.aspect_id, row.label) for row in framework.framework_aspects.all()),
    )


def leaves_blanks(framework: models.Framework) -> bool:
    """Whether a blank of its source is neither a grade nor the absence of one."""
    return framework.family == "hmip-youth-justice"


def visit_of(facts: PlaceFacts, row: models.Inspection, programme: Programme) -> Visit:
    force = facts.force_concerned(row)
    stated = list(row.inspection_sources.all())
    deciding = next((one for one in stated if one.decides), stated[0] if stated else None)
    return Visit(
        pk=row.pk,
        address=row.get_absolute_url(),
        programme=programme,
        kind=row.kind,
        kind_name=str(row.get_kind_display()),
        topic=row.topic,
        overall_words=row.overall_words,
        fieldwork_start=row.fieldwork_start,
        fieldwork_end=row.fieldwork_end,
        published_from=row.published_from,
        published_to=row.published_to,
        cycle=cycle_in(row),
        whose=whose_of(facts, row),
        force=force.slug if force else "",
        judgements=tuple(judgements_of(row, programme.aspect_names)),
        cases=tuple(cases_of(review, citation_of(review)) for review in row.case_reviews.all()),
        citation=citation_of(deciding) if deciding else None,
        certainty=deciding.certainty if deciding else "high",
        is_full=row.kind in models.Inspection.FULL_KINDS,
        speaks=row.kind in SPEAKING,
        later=later_of(row, facts.inspections) if _speaks_of_cases(row) else (),
    )


def later_of(row: models.Inspection, held: Iterable[models.Inspection]) -> tuple[Later, ...]:
    """What is to be said beside an earlier result: later inspections, but for cycles of PEEL."""
    return tuple(
        Later(
            kind_name=str(one.get_kind_display()),
            topic=one.topic,
            fieldwork_start=one.fieldwork_start,
            fieldwork_end=one.fieldwork_end,
            published_from=one.published_from,
            published_to=one.published_to,
            follows=one.follows_id == row.pk,
            says=tuple((said.theme_id or "", said.summary) for said in one.findings.all()),
        )
        for one in later_held(row, held)
        if not one.framework.family.startswith("peel")
    )


def _speaks_of_cases(row: models.Inspection) -> bool:
    """Whether it counts cases, or grades topics instead of them."""
    return bool(row.case_reviews.all()) or row.framework.family == "ncpi"


def whose_of(facts: PlaceFacts, row: models.Inspection) -> Whose:
    """Whose result it is, as seen from the place of ``facts``."""
    day, areas = day_of(row), areas_of(row)
    bodies = []
    for one in sorted(row.inspected_areas.all(), key=lambda one: one.area.name):
        whole = one.area.is_force and one.scope == models.InspectedArea.Scope.WHOLE_FORCE
        # Of a force that is not this place's own (an inquiry about several) they are not fetched.
        covered = facts.authorities_of(one.area, day) if whole else []
        bodies.append(Body(one.area.name, one.area.is_force, whole, tuple(area.name for area in covered)))
    joint = is_joint(row)
    authorities = [area for area in areas if not area.is_force]
    police: Area | None = None
    number = None
    if joint and facts.is_force:
        number = len(facts.authorities_of(facts.area, day)) if len(authorities) == 1 else None
    elif joint and authorities:
        police = facts.force_of(authorities[0], day)
    return Whose(
        bodies=tuple(bodies),
        own=not joint and areas == [facts.area],
        names_place=facts.area in areas,
        joint=joint,
        police=police.name if police else "",
        authorities=number,
    )


def judgements_of(row: models.Inspection, names: dict[str, str]) -> list[Judgement]:
    """``names``: of the framework's aspects, by code."""
    rows = list(row.judgements.all())
    return [
        Judgement(
            aspect=one.aspect_id,
            name=names.get(one.aspect_id, one.aspect_id),
            grade=grade_of(one.grade) if one.grade else None,
            grade_status=one.grade_status,
            printed=one.printed,
            stands=one.stands,
            others=tuple(
                (grade_of(other.grade), other.source.title)
                for other in rows
                if other.aspect_id == one.aspect_id and other.grade and other.grade_id != one.grade_id
            ),
            certainty=one.certainty,
            citation=citation_of(one),
        )
        for one in rows
    ]


def grade_of(grade: models.Grade) -> Grade:
    return Grade(grade.code, grade.label, grade.short, grade.scale_id)


def cases_of(review: models.CaseReview, citation: Citation | None = None) -> Cases:
    """``citation``: where the source was fetched and is to be said."""
    return Cases(
        theme=review.theme_id or "",
        name=review.theme.name if review.theme else review.topic,
        position=review.theme.position if review.theme else 999,
        sample=review.sample,
        assessor=review.assessor,
        # Own audits reach inquiries too; they stay the body's own numbers.
        disclosed_later=review.disclosure == models.CaseReview.Disclosure.TO_INQUIRY
        and review.assessor == models.CaseReview.Assessor.INSPECTORS,
        counts=review.counts,
        certainty=review.certainty,
        citation=citation,
    )


def citation_of(row: models.Judgement | models.CaseReview | models.InspectionSource) -> Citation:
    source = row.source
    page = getattr(row, "page", None)
    return Citation(
        source=source.pk,
        title=source.title,
        publisher=source.publisher,
        kind=source.kind,
        address=row.address,
        locator=row.locator or (f"page {page}" if page else ""),
        confidence=row.confidence,
    )
