"""The blocks of the police: tallies of cases by theme and whole-force reviews; five topics; PEEL."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.series.entries import (
    Drawn,
    Entry,
    drawn_tally,
    kind_words,
    make_entry,
    visit_subject,
    visit_words,
)
from dashboard.series.joint import joint_entry
from dashboard.series.judged import drawn_judgement, result_words
from dashboard.series.peel import is_peel, peel_entries
from dashboard.series.place import PlaceFacts
from dashboard.series.social_care import wanted_theme
from dashboard.wording.cases import (
    cases_label,
    is_disclosed_later,
    sample_words,
    subject_of,
    tally_of,
    with_stated,
)
from inspections.models import CaseReview, Inspection

_CASES, _WHOLE, _REVIEWS, _JOINT = range(4)
_REVIEW_KINDS = (
    Inspection.Kind.POST_INSPECTION_REVIEW,
    Inspection.Kind.QUARTERLY_UPDATE,
    Inspection.Kind.PROGRESS_REVIEW,
)


def police_entries(facts: PlaceFacts, inspection: Inspection, block: str) -> Iterator[Entry]:
    """Each inspection of a force shows at least once, as tallies, grades or a box that says what it was."""
    if inspection.framework.family == "jtai":
        yield joint_entry(facts, inspection, block, order=_JOINT)
        return
    judged = peel_entries if is_peel(inspection) else _topics
    shown = [*_tallies(facts, inspection, block), *judged(facts, inspection, block)]
    yield from shown
    if not shown:
        yield _without_counts(facts, inspection, block)


def _tallies(facts: PlaceFacts, inspection: Inspection, block: str) -> Iterator[Entry]:
    for review in inspection.case_reviews.all():
        if is_disclosed_later(review) or not wanted_theme(facts, review.theme_id):
            continue
        label = cases_label(review) + sample_words(review)
        # All cases first, then the themes in their order; a sample or an assessor of its own is a lane of its
        # own, the inspectors' before the force's.
        place = 0 if review.theme_id == "all-cases" else 1 + (review.theme.position if review.theme else 998)
        own = review.assessor != CaseReview.Assessor.INSPECTORS
        tally = tally_of(review, one_authority=_one_authority(inspection))
        yield make_entry(
            facts,
            inspection,
            block=block,
            lane=f"cases-{review.theme_id or subject_of(review)}-{review.sample}-{review.assessor}",
            label=label,
            order=(_CASES, place, f"{own:d}-{review.sample}"),
            subject=label,
            drawn=drawn_tally(tally),
            fact=review,
            result=with_stated(review, tally),
        )


def _one_authority(inspection: Inspection) -> bool:
    return all(row.scope == "authority" for row in inspection.inspected_areas.all())


def _topics(facts: PlaceFacts, inspection: Inspection, block: str) -> Iterator[Entry]:
    """What is graded for the force instead of cases: a block of its own, a lane per topic."""
    wanted = facts.selection.aspect
    labels = {row.aspect_id: row.label for row in inspection.framework.framework_aspects.all()}
    places = {aspect: place for place, aspect in enumerate(labels)}
    graded = False
    for judgement in inspection.judgements.all():
        if not judgement.stands or (wanted and judgement.aspect_id not in wanted):
            continue
        graded = True
        label = labels.get(judgement.aspect_id, judgement.aspect_id)
        yield make_entry(
            facts,
            inspection,
            block=f"{block}:topics",
            lane=judgement.aspect_id,
            label=label,
            order=(0, places.get(judgement.aspect_id, 999), judgement.aspect_id),
            subject=label,
            drawn=drawn_judgement(judgement, label),
            fact=judgement,
            result=result_words(judgement, inspection),
        )
    if labels and inspection.framework.graded and not graded and not wanted:
        yield _topics_in_words(facts, inspection, block)


def _topics_in_words(facts: PlaceFacts, inspection: Inspection, block: str) -> Entry:
    """Grades known only together ("good for two, adequate for three"), or not at all."""
    said = inspection.overall_words.rstrip(".")
    words = said or "which topic has which grade: not given"
    return make_entry(
        facts,
        inspection,
        block=f"{block}:topics",
        lane="topics",
        label="Topics, in words",
        order=(1, 0, ""),
        subject="Five topics, in words" if said else "Five topics",
        drawn=Drawn("words" if said else "not_given", words, beside=words, stem=bool(said)),
        result=words,
    )


def _without_counts(facts: PlaceFacts, inspection: Inspection, block: str) -> Entry:
    review = inspection.kind in _REVIEW_KINDS
    if review:
        result = "not graded"
        drawn = Drawn("visit", visit_words(inspection), beside=visit_words(inspection))
    else:
        said = "cases of the theme chosen" if facts.selection.theme else "numbers of cases"
        result = f"{said} not given"
        words = f"{kind_words(inspection)}; {result}"
        drawn = Drawn("not_given", words, beside=words)
    return make_entry(
        facts,
        inspection,
        block=block,
        lane="reviews" if review else "whole-force",
        label="Whole-force reviews" if review else "Whole-force inspections",
        order=(_REVIEWS if review else _WHOLE, 0, ""),
        subject=visit_subject(inspection),
        drawn=drawn,
        result=result,
    )
