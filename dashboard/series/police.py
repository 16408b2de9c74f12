"""The block of the police: tallies of cases by theme, topics and PEEL by scale, whole-force reviews."""

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
from dashboard.series.place import PlaceFacts
from dashboard.series.social_care import drawn_judgement, joint_entry, result_words, wanted_theme
from dashboard.series.tallies import cases_label, is_disclosed_later, subject_of, tally_of
from inspections.models import CaseReview, Inspection

_CASES, _TOPICS, _PEEL, _WHOLE, _REVIEWS = range(5)
_REVIEW_KINDS = (
    Inspection.Kind.POST_INSPECTION_REVIEW,
    Inspection.Kind.QUARTERLY_UPDATE,
    Inspection.Kind.PROGRESS_REVIEW,
)


def police_entries(facts: PlaceFacts, inspection: Inspection, block: str) -> Iterator[Entry]:
    """Each inspection of a force shows at least once, as tallies, grades or a box that says what it was."""
    if inspection.framework.family == "jtai":
        yield joint_entry(facts, inspection, block)
        return
    shown = [*_tallies(facts, inspection, block), *_judged(facts, inspection, block)]
    yield from shown
    if not shown:
        yield _without_counts(facts, inspection, block)


def _tallies(facts: PlaceFacts, inspection: Inspection, block: str) -> Iterator[Entry]:
    for review in inspection.case_reviews.all():
        if is_disclosed_later(review) or not wanted_theme(facts, review.theme_id):
            continue
        label = cases_label(review) + (f": {review.sample}" if review.sample else "")
        # All cases first, then the themes in their order; a sample of its own is a lane of its own.
        place = 0 if review.theme_id == "all-cases" else 1 + (review.theme.position if review.theme else 998)
        yield make_entry(
            facts,
            inspection,
            block=block,
            lane=f"cases-{review.theme_id or subject_of(review)}-{review.sample}",
            label=label,
            order=(_CASES, place, review.sample),
            subject=label,
            drawn=drawn_tally(tally_of(review, one_authority=_one_authority(inspection))),
            fact=review,
            result=_with_source_words(review, one_authority=_one_authority(inspection)),
        )


def _with_source_words(review: CaseReview, *, one_authority: bool) -> str:
    tally = tally_of(review, one_authority=one_authority)
    said = review.stated if review.stated and review.stated not in tally.words else ""
    return f"{tally.words}; as stated: {said}" if said else tally.words


def _one_authority(inspection: Inspection) -> bool:
    return all(row.scope == "authority" for row in inspection.inspected_areas.all())


def _judged(facts: PlaceFacts, inspection: Inspection, block: str) -> Iterator[Entry]:
    """A lane per aspect and scale: HMICFRS forbids comparing PEEL cycles, and their scales differ."""
    wanted = facts.selection.aspect
    labels = {row.aspect_id: row.label for row in inspection.framework.framework_aspects.all()}
    peel = inspection.framework.family.startswith("peel")
    for judgement in inspection.judgements.all():
        if not judgement.stands or (wanted and judgement.aspect_id not in wanted):
            continue
        subject = labels.get(judgement.aspect_id, judgement.aspect_id)
        lane = f"{inspection.framework_id}-{judgement.aspect_id}"
        label = f"{framework_words_of(inspection)}: {subject[:1].lower()}{subject[1:]}" if peel else subject
        yield make_entry(
            facts,
            inspection,
            block=block,
            lane=lane,
            label=label,
            order=(_PEEL if peel else _TOPICS, 0, f"{lane}"),
            subject=label,
            drawn=drawn_judgement(judgement, label),
            fact=judgement,
            result=result_words(judgement, inspection),
        )


def framework_words_of(inspection: Inspection) -> str:
    return inspection.framework.short_name


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
