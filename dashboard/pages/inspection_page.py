"""What the page of one inspection says, gathered in a fixed number of questions to the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Prefetch

from dashboard.pages.disagreements import correction_words, disagreements
from dashboard.pages.inspection_beside import beside
from dashboard.pages.inspection_lines import (
    JudgementLine,
    ReviewLine,
    by_subject,
    counted_themes,
    judgement_lines,
    review_groups,
    review_lines,
    uncounted,
)
from dashboard.pages.summaries import name, whom, with_places
from dashboard.series.values import Later
from dashboard.series.visits import later_of
from dashboard.wording.days import day_of
from dashboard.wording.later import with_later
from dashboard.wording.sentences import capital, listed, small
from inspections.definitions.loader import definitions
from inspections.domain.scope import is_joint
from inspections.models import (
    CaseReview,
    Finding,
    FrameworkAspect,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
)
from inspections.place_facts import SPEAKING, held_beside
from inspections.querysets import is_public

MOST_SAMPLES = 2


def for_page(pk: int) -> Inspection | None:
    """The inspection with all its page needs, published or not: the view decides who may see it."""
    findings = Finding.objects.select_related("theme", "source", "area", "concerns")
    wanted = with_places(Inspection.objects.filter(pk=pk)).prefetch_related(
        Prefetch("framework__framework_aspects", FrameworkAspect.objects.select_related("aspect")),
        Prefetch("inspection_sources", InspectionSource.objects.select_related("source")),
        Prefetch("judgements", Judgement.objects.select_related("aspect", "grade__scale", "source")),
        Prefetch("case_reviews", CaseReview.objects.select_related("theme", "source")),
        Prefetch("findings", findings.prefetch_related("codings")),
        "inspected_areas__area__codes",
        "decisions",
        Prefetch("problems", Problem.objects.select_related("source")),
    )
    return wanted.first()


def page_facts(inspection: Inspection, *, unpublished: bool) -> dict[str, Any]:
    """What `pages/inspection.html` says. ``unpublished``: for staff, who see unpublished rows too.

    ``covered``: by name, the authorities that the whole force covered at the time. ``joint``: "about
    Liverpool alone, not the whole force" of an inspection of one authority's partnership.
    """

    def shown(rows: Iterable) -> list:
        return [row for row in rows if unpublished or is_public(row)]

    dates = shown(inspection.inspection_sources.all())
    judgements = shown(inspection.judgements.all())
    reviews = shown(inspection.case_reviews.all())
    findings = shown(inspection.findings.all())
    places = inspection.inspected_areas.all()
    forces = [row.area for row in places if row.scope == InspectedArea.Scope.WHOLE_FORCE]
    covered = forces[0].authorities_on(day_of(inspection)).order_by("name") if len(forces) == 1 else ()
    partners = [row.area.name for row in places if not row.area.is_force] if is_joint(inspection) else []
    joint = f"about {listed(partners)} alone, not the whole force" if partners else ""
    judged, counted = judgement_lines(inspection, judgements), review_lines(inspection, reviews)
    held = held_beside([inspection])
    sources = {row.source: row.address for row in (*dates, *judgements, *reviews, *findings)}
    return {
        "title": name(inspection),
        "place_names": whom(inspection),
        "answer": _answer(inspection, judged, counted, joint, later_of(inspection, held)),
        "is_visit": inspection.kind not in SPEAKING,
        "judges": inspection.framework.graded and inspection.kind in Inspection.FULL_KINDS,
        "unpublished": unpublished,
        "dates": dates,
        "judgements": judged,
        "reviews": counted,
        "review_groups": review_groups(counted),
        "findings": by_subject(findings),
        **beside(inspection, findings, held),
        "silences": _silences(inspection, judgements, reviews, findings),
        "disagreements": disagreements(inspection.problems.all()),
        "corrections": correction_words(inspection),
        "sources": sorted(sources.items(), key=lambda item: item[0].title),
        "scales": sorted({row.grade.scale for row in judgements if row.grade}, key=lambda one: one.code),
        "covered": listed(authority.name for authority in covered),
        "whole_force": bool(forces),
        "joint": joint,
        "speaks_of_harm": bool(reviews or findings),  # whether or not its findings have words to show
    }


def _answer(
    inspection: Inspection,
    judged: list[JudgementLine],
    counted: list[ReviewLine],
    joint: str,
    later: Sequence[Later],
) -> str:
    """What came out, in a sentence: the overall grade, else grades, else cases, else why there is neither."""
    who, kind = inspection.framework.inspectorate.short_name, str(inspection.get_kind_display())
    graded = [(line, line.shown.grade.label) for line in judged if line.shown.grade]
    overall = next((label for line, label in graded if line.shown.aspect_id == "overall"), "")
    if overall:
        graded = [pair for pair in graded if pair[0].shown.aspect_id == "help_protection"]
    aspects = [f"{line.label.lower()} {label}" for line, label in graded]
    if overall or aspects:
        return f"{who}: {'; '.join([f'{overall} overall'] * bool(overall) + aspects)}."
    if counted:
        more = len(counted) - MOST_SAMPLES
        samples = [_sample_words(line) for line in counted[:MOST_SAMPLES]]
        words = f"{who} {'; '.join(samples)}{f'; {more} more below' if more > 0 else ''}"
        return f"{with_later(words, later, counted[0].review.theme_id or '')}."
    if inspection.framework.graded and inspection.kind in Inspection.FULL_KINDS:
        return f"{who}: no grade is on record here for this {kind}."
    words = f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}, which gives no grade"
    # A joint inspection says who in what.
    words = capital(words) if who.lower() == kind.lower() else f"{who}: {words}"
    return f"{words}; {joint}." if joint else f"{words}."


def _sample_words(line: ReviewLine) -> str:
    """ "on missing children (64 further cases): 1 good, …": which cases, where a theme has several sets."""
    sample = line.sample.removeprefix(": ").strip(" ()")
    subject = small(line.theme) + (f" ({sample})" if sample else "")
    return f"on {subject}: {line.tally.words}"


def _silences(
    inspection: Inspection, judgements: list[Judgement], reviews: list[CaseReview], findings: list[Finding]
) -> list[str]:
    """What a reader may look for in vain, so that its absence is not taken for a result."""
    if inspection.kind in SPEAKING:
        return []  # neither a visit nor a judgement: nothing to look for in vain
    silences = []
    if not inspection.fieldwork_start and not inspection.fieldwork_end:
        silences.append("When inspectors were there: not given.")
    if not inspection.published_from and not inspection.published_to:
        silences.append("When it was published: not given.")
    if inspection.kind in Inspection.FULL_KINDS and inspection.framework.graded:
        judged = {row.aspect_id for row in judgements}
        # What only some reports judge is not looked for in the others.
        judged |= set(definitions().frameworks[inspection.framework_id].optional)
        missing = [
            row.label for row in inspection.framework.framework_aspects.all() if row.aspect_id not in judged
        ]
        silences += [f"{label}: no judgement on record." for label in missing]
    counted = counted_themes(reviews)
    facts: list[Finding | CaseReview] = [*findings, *reviews]
    themes = {row.theme.code: row.theme.name for row in facts if row.theme}
    themes |= uncounted(inspection, reviews)
    silences += [
        f"{words}: how many cases were looked at is not given."
        for code, words in sorted(themes.items(), key=lambda item: item[1])
        if code not in counted
    ]
    return silences
