"""The block of children's social care: one lane per aspect over all frameworks, and one for visits."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.series.entries import (
    SOCIAL_CARE,
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
from dashboard.series.place import PlaceFacts
from dashboard.wording.cases import cases_label, is_disclosed_later, subject_of, tally_of
from inspections.models import Inspection, Judgement

# Lane, label and the aspects that stand in it. From 2018 to January 2023 "in care" was judged together with
# care leavers; the table gives every aspect the name its framework printed.
LANES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("overall", "Overall effectiveness", ("overall",)),
    ("help_protection", "Help and protection", ("help_protection",)),
    ("safeguarding", "Safeguarding", ("safeguarding",)),
    ("in_care", "In care", ("in_care", "looked_after", "in_care_and_care_leavers")),
    ("outcomes_lac", "Outcomes for looked after children", ("outcomes_lac",)),
    ("adoption", "Adoption", ("adoption",)),
    ("care_leavers", "Care leavers", ("care_leavers",)),
    ("quality_of_provision", "Quality of provision", ("quality_of_provision",)),
    ("leadership", "Leadership", ("leadership", "impact_of_leaders")),
    ("capacity_to_improve", "Capacity to improve", ("capacity_to_improve",)),
    ("lscb", "Safeguarding Children Board", ("lscb",)),
)
_LANE_OF = {aspect: lane for lane, _label, aspects in LANES for aspect in aspects}
_LABEL = {lane: label for lane, label, _aspects in LANES}
_PLACE = {lane: place for place, (lane, _label, _aspects) in enumerate(LANES)}
_AFTER_ASPECTS = len(LANES)


def social_care_entries(facts: PlaceFacts, inspection: Inspection) -> Iterator[Entry]:
    if inspection.framework.family == "jtai":
        yield joint_entry(facts, inspection, SOCIAL_CARE, order=_AFTER_ASPECTS + 2)
        return
    graded = list(_judged(facts, inspection))
    yield from graded
    cases = list(_cases(facts, inspection))
    yield from cases
    # An inspection with a filter on its aspects still has its place; nothing may vanish without a word.
    if not graded:
        yield _visit(facts, inspection)


def _judged(facts: PlaceFacts, inspection: Inspection) -> Iterator[Entry]:
    standing = [row for row in inspection.judgements.all() if row.stands]
    wanted = facts.selection.aspect
    labels = {row.aspect_id: row.label for row in inspection.framework.framework_aspects.all()}
    judged = set()
    for judgement in standing:
        judged.add(judgement.aspect_id)
        if not wanted or judgement.aspect_id in wanted:
            yield _judgement_entry(facts, inspection, judgement, labels)
    if inspection.kind not in Inspection.FULL_KINDS or not inspection.framework.graded:
        return
    if not wanted:
        yield from _not_judged_apart(facts, inspection, judged, set(labels))
    for aspect in labels:
        # The review of the board was a report of its own: its absence here says nothing.
        if aspect not in judged and aspect != "lscb" and (not wanted or aspect in wanted):
            drawn = Drawn("not_given", f"{labels[aspect]}: not given", beside="not given")
            yield _aspect_entry(facts, inspection, aspect, labels[aspect], drawn, result="not given")


def _judgement_entry(
    facts: PlaceFacts, inspection: Inspection, judgement: Judgement, labels: dict[str, str]
) -> Entry:
    aspect = judgement.aspect_id
    subject = labels.get(aspect, _LABEL.get(_LANE_OF.get(aspect, ""), aspect))
    drawn = drawn_judgement(judgement, subject)
    result = result_words(judgement, inspection)
    return _aspect_entry(facts, inspection, aspect, subject, drawn, fact=judgement, result=result)


def _aspect_entry(
    facts: PlaceFacts,
    inspection: Inspection,
    aspect: str,
    subject: str,
    drawn: Drawn,
    *,
    fact: Judgement | None = None,
    result: str,
) -> Entry:
    lane = _LANE_OF.get(aspect, aspect)
    return make_entry(
        facts,
        inspection,
        block=SOCIAL_CARE,
        lane=lane,
        label=_LABEL.get(lane, subject),
        order=(_PLACE.get(lane, _AFTER_ASPECTS), 0, lane),
        subject=subject,
        drawn=drawn,
        fact=fact,
        result=result,
    )


def _not_judged_apart(
    facts: PlaceFacts, inspection: Inspection, judged: set[str], labels: set[str]
) -> Iterator[Entry]:
    """What this framework does not judge, said in the lane where other frameworks did."""
    silent: list[tuple[str, str]] = []
    if "in_care_and_care_leavers" in judged and "care_leavers" not in judged:
        silent.append(("care_leavers", "judged with in care"))
    if "overall" not in labels and len(labels) > 1 and "overall" not in judged:
        silent.append(("overall", "aspects only, no overall grade"))
    for aspect, words in silent:
        yield _aspect_entry(
            facts, inspection, aspect, _LABEL[aspect], Drawn("words", words, beside=words), result=words
        )


def _cases(facts: PlaceFacts, inspection: Inspection) -> Iterator[Entry]:
    """The few reports that give a number of cases. About one authority's children: small counts as words."""
    for review in inspection.case_reviews.all():
        if is_disclosed_later(review) or not wanted_theme(facts, review.theme_id):
            continue
        tally = tally_of(review, one_authority=True)
        subject = cases_label(review) + (f": {review.sample}" if review.sample else "")
        yield make_entry(
            facts,
            inspection,
            block=SOCIAL_CARE,
            lane=f"cases-{review.theme_id or subject_of(review)}",
            label=cases_label(review),
            order=(_AFTER_ASPECTS + 1, review.theme.position if review.theme else 999, subject_of(review)),
            subject=subject,
            drawn=drawn_tally(tally),
            fact=review,
        )


def wanted_theme(facts: PlaceFacts, theme: str | None) -> bool:
    return not facts.selection.theme or theme in facts.selection.theme


def _visit(facts: PlaceFacts, inspection: Inspection) -> Entry:
    words, result = visit_words(inspection), "not graded"
    if inspection.topic:
        words = f"{kind_words(inspection)}: {inspection.topic}; not graded"
    if inspection.kind in Inspection.FULL_KINDS and inspection.framework.graded:
        result = "none of the aspects chosen"
        words = f"{kind_words(inspection)}: {result}"
    return make_entry(
        facts,
        inspection,
        block=SOCIAL_CARE,
        lane="visits",
        label="Visits" if inspection.kind not in Inspection.FULL_KINDS else "Inspections",
        order=(_AFTER_ASPECTS + 3, 0, ""),
        subject=visit_subject(inspection),
        drawn=Drawn("visit", words, beside=visit_words(inspection)),
        result=result,
    )
