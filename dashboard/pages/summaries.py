"""An inspection in words: whom, what kind, when, and what came out."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch

from areas.models import Area
from dashboard.series.visits import cases_of, later_of
from dashboard.wording.cases import sample_words, tally_of
from dashboard.wording.certainty import in_brackets
from dashboard.wording.days import cycle_words, fieldwork_words, span_words
from dashboard.wording.later import with_later
from dashboard.wording.sentences import listed
from inspections.models import CaseReview, InspectedArea, Inspection, Judgement
from inspections.place_facts import cycle_in, held_beside
from inspections.querysets import InspectionQuerySet

MOST_NAMED = 3


def with_places(inspections: InspectionQuerySet) -> InspectionQuerySet:
    """All that the name of an inspection needs, in two questions."""
    return inspections.select_related("framework__inspectorate").prefetch_related(
        Prefetch("inspected_areas", InspectedArea.objects.select_related("area").order_by("area__name"))
    )


def with_results(inspections: InspectionQuerySet) -> InspectionQuerySet:
    """All that a line about an inspection needs, in a fixed number of questions."""
    return with_places(inspections).prefetch_related(
        Prefetch("judgements", Judgement.objects.standing().select_related("aspect", "grade")),
        Prefetch("case_reviews", CaseReview.objects.standing().select_related("theme")),
    )


def places(inspection: Inspection) -> list[Area]:
    return [row.area for row in inspection.inspected_areas.all()]


def when(inspection: Inspection) -> str:
    """Fieldwork, else publication said as such; else the time of its cycle, or that no date is given."""
    if fieldwork := fieldwork_words(inspection):
        return fieldwork
    published = span_words(inspection.published_from, inspection.published_to)
    if published:
        return f"published {published}"
    return cycle_words(cycle_in(inspection)) or "date not given"


def what(inspection: Inspection) -> str:
    """ "Ofsted, full inspection"; an own audit and a joint inspection say who in what."""
    who, kind = inspection.framework.inspectorate.short_name, inspection.get_kind_display()
    return who if who.lower() == kind.lower() else f"{who}, {kind}"


def whom(inspection: Inspection) -> str:
    """The places by name; how many where a list would drown what is said of them."""
    areas = places(inspection)
    if len(areas) <= MOST_NAMED:
        return listed([area.name for area in areas]) or "No single area"
    forces = sum(area.is_force for area in areas)
    counted = ((len(areas) - forces, "authorities"), (forces, "police forces"))
    return listed([f"{number} {words}" for number, words in counted if number])


def lines(inspections: Iterable[Inspection]) -> list[dict[str, object]]:
    """Inspections as rows of a list, ``with_results``: link, places, kind, when, result in words."""
    inspections = list(inspections)
    counted = [row for row in inspections if row.case_reviews.all()]
    held = held_beside(counted) if counted else []
    return [
        {
            "inspection": row,
            "places": places(row),
            "when": when(row),
            "result": result(row, held),
            "what": what(row),
        }
        for row in inspections
    ]


def name(inspection: Inspection) -> str:
    """ "St Helens: full inspection, 23 September to 4 October 2019"."""
    return f"{whom(inspection)}: {inspection.get_kind_display()}, {when(inspection)}"


def result(inspection: Inspection, held: Iterable[Inspection] = ()) -> str:
    """The overall grade; else each aspect's grade; else the cases looked at; else that nothing was graded.

    ``held``: inspections to take the later word from that stands beside cases.
    """
    graded = [(row, row.grade.label) for row in inspection.judgements.all() if row.grade]
    for row, label in graded:
        if row.aspect.code == "overall":
            return f"{label} overall{in_brackets(row.certainty)}"
    if graded:
        return "; ".join(f"{row.aspect.name}: {label}{in_brackets(row.certainty)}" for row, label in graded)
    if reviews := inspection.case_reviews.all():
        one_authority = about_one_authority(inspection)
        words = "; ".join(
            f"{cases.name}{sample_words(cases)}: {tally_of(cases, one_authority=one_authority).words}"
            for cases in map(cases_of, reviews)
        )
        return with_later(words, later_of(inspection, held), briefly=True)
    # What should have a grade or counts has them "not given"; a visit is "not graded".
    framework = inspection.framework
    if inspection.kind in Inspection.FULL_KINDS and framework.graded:
        return inspection.overall_words.rstrip(".") or "grades not given"
    if inspection.kind in Inspection.FULL_KINDS and framework.case_scale_id:
        return "numbers of cases not given"
    return f"not graded ({inspection.topic})" if inspection.topic else "not graded"


def about_one_authority(inspection: Inspection) -> bool:
    """Then small counts are about few children of one place, and only the source's words may stand."""
    return any(row.scope == InspectedArea.Scope.AUTHORITY for row in inspection.inspected_areas.all())
