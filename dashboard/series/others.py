"""The block of own audits and others: audits, DfE reviews, other inspectorates, disclosures, inquiries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.series.entries import (
    OTHERS,
    Drawn,
    Entry,
    drawn_tally,
    kind_words,
    make_entry,
    visit_subject,
    visit_words,
)
from dashboard.series.judged import drawn_judgement, result_words, why_unreadable
from dashboard.series.place import SPEAKING, PlaceFacts, areas_of, listed
from dashboard.series.social_care import wanted_theme
from dashboard.wording.cases import subject_of, tally_of
from dashboard.wording.locators import locator_words
from inspections.models import Inspection, Judgement

_AUDITS, _GRADED, _REVIEWS, _DISCLOSED, _INQUIRY = range(5)


def other_entries(facts: PlaceFacts, inspection: Inspection) -> Iterator[Entry]:
    if inspection.kind == Inspection.Kind.OWN_AUDIT:
        yield from _own_audit(facts, inspection)
    elif inspection.kind == Inspection.Kind.DISCLOSURE:
        yield from _disclosure(facts, inspection)
    elif inspection.kind == Inspection.Kind.INQUIRY:
        yield _plain(
            facts, inspection, "Inquiry", _INQUIRY, "Inquiry: remarks on these inspections, no grades"
        )
    else:
        graded = list(_graded(facts, inspection))
        yield from graded
        if not graded:
            yield _plain(facts, inspection, _programme(inspection), _REVIEWS, visit_words(inspection))


def _programme(inspection: Inspection) -> str:
    """ "Department for Education"; of joint inspections, of which there are several kinds, the kind."""
    framework = inspection.framework
    joint = framework.inspectorate_id == "joint"
    return framework.short_name if joint else framework.inspectorate.short_name


def _own_audit(facts: PlaceFacts, inspection: Inspection) -> Iterator[Entry]:
    bodies = areas_of(inspection)
    of_force = any(area.is_force for area in bodies)
    by = f", {bodies[0].name}" if of_force and bodies else ""
    reviews = [one for one in inspection.case_reviews.all() if wanted_theme(facts, one.theme_id)]
    for review in reviews:
        subject = subject_of(review)
        label = f"Own audit of {subject[:1].lower()}{subject[1:]}{by}"
        yield make_entry(
            facts,
            inspection,
            block=OTHERS,
            lane=f"audit-{subject}-{by}",
            label=label,
            order=(_AUDITS, 0, label),
            subject=label,
            drawn=drawn_tally(tally_of(review, one_authority=not of_force)),
            fact=review,
        )
    if not reviews:
        yield _plain(facts, inspection, f"Own audit{by}", _AUDITS, "Own audit, result not given")


def _disclosure(facts: PlaceFacts, inspection: Inspection) -> Iterator[Entry]:
    """In words, never as marks: numbers told to an inquiry later, whose grades are not known."""
    reviews = [one for one in inspection.case_reviews.all() if wanted_theme(facts, one.theme_id)]
    for review in reviews:
        tally = tally_of(review, one_authority=True)
        yield make_entry(
            facts,
            inspection,
            block=OTHERS,
            lane="disclosed",
            label="Disclosed later to the Inquiry",
            order=(_DISCLOSED, 0, ""),
            subject="Disclosed later to the Inquiry",
            drawn=Drawn("words", tally.words, beside=tally.words, stem=True),
            fact=review,
        )
    if not reviews:
        yield _plain(facts, inspection, "Disclosed later to the Inquiry", _DISCLOSED, visit_words(inspection))


def _graded(facts: PlaceFacts, inspection: Inspection) -> Iterator[Entry]:
    """A lane per aspect; of a programme with an overall grade that one alone, the others in the table."""
    wanted = facts.selection.aspect
    labels = {row.aspect_id: row.label for row in inspection.framework.framework_aspects.all()}
    drawn_aspects = wanted or (("overall",) if "overall" in labels else labels)
    places = {aspect: place for place, aspect in enumerate(labels)}
    programme = inspection.framework.short_name
    blank = []
    for judgement in sorted(inspection.judgements.all(), key=lambda row: places.get(row.aspect_id, 999)):
        if not judgement.stands or (wanted and judgement.aspect_id not in wanted):
            continue
        in_chart = judgement.aspect_id in drawn_aspects
        if not in_chart and not judgement.grade and why_unreadable(judgement, inspection):
            blank.append(judgement)
            continue
        aspect = labels.get(judgement.aspect_id, judgement.aspect_id)
        label = programme if len(labels) < 2 else f"{programme}: {aspect[:1].lower()}{aspect[1:]}"
        yield make_entry(
            facts,
            inspection,
            block=OTHERS,
            lane=f"{inspection.framework_id}-{judgement.aspect_id}",
            label=label,
            order=(_GRADED, places.get(judgement.aspect_id, 999), label),
            subject=label,
            drawn=drawn_judgement(judgement, label, beside=_shared_with(facts, inspection)),
            fact=judgement,
            result=result_words(judgement, inspection),
            in_chart=in_chart,
        )
    if blank:
        yield _blanks(facts, inspection, blank, labels)


def _shared_with(facts: PlaceFacts, inspection: Inspection) -> str:
    """ "one service with Westminster": of a service that covers more than this authority."""
    others = [area.name for area in areas_of(inspection) if area.pk != facts.area.pk]
    return f"one service with {listed(others)}" if others else ""


def _blanks(
    facts: PlaceFacts, inspection: Inspection, rows: list[Judgement], labels: dict[str, str]
) -> Entry:
    """What a source leaves blank, in one row of the table: a dozen rows of gaps would hide the ratings."""
    names = [labels.get(row.aspect_id, row.aspect_id) for row in rows]
    small = listed(name[:1].lower() + name[1:] for name in names)
    words = f"not given: {why_unreadable(rows[0], inspection)}"
    entry = make_entry(
        facts,
        inspection,
        block=OTHERS,
        lane=f"{inspection.framework_id}-blank",
        label="",
        order=(_GRADED, 1000, ""),
        subject=f"{inspection.framework.short_name}: {small}",
        drawn=Drawn("not_given", words),
        fact=rows[0],
        result=words,
        in_chart=False,
    )
    # Each blank has a column of its own; what they share is the row.
    where = entry.row.locator.partition(" column ")[0]
    return replace(entry, row=replace(entry.row, locator=where, place=locator_words(where)))


def _plain(facts: PlaceFacts, inspection: Inspection, label: str, order: int, words: str) -> Entry:
    # What speaks of inspections is no visit: words beside a stem, not a hollow box.
    speaks = inspection.kind in (*SPEAKING, Inspection.Kind.OWN_AUDIT)
    return make_entry(
        facts,
        inspection,
        block=OTHERS,
        lane=f"{order}-{label}",
        label=label,
        order=(order, 0, label),
        subject=kind_words(inspection) if speaks else visit_subject(inspection),
        drawn=Drawn("words" if speaks else "visit", words, beside=words, stem=speaks),
        result="" if speaks else "not graded",
    )
