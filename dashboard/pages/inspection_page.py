"""What the page of one inspection says, gathered in a fixed number of questions to the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from dashboard.pages.corrections import CorrectionLine, correction_lines
from dashboard.pages.disagreements import Disagreement, disagreements
from dashboard.pages.inspection_lines import (
    JudgementLine,
    Link,
    ReviewLine,
    by_subject,
    judgement_lines,
    link_to,
    review_lines,
)
from dashboard.pages.results import name, result, whom, with_results
from dashboard.wording.days import day_of, month_words
from dashboard.wording.sentences import listed
from inspections.models import (
    CaseReview,
    Finding,
    FrameworkAspect,
    InspectedArea,
    Inspection,
    InspectionSource,
    Judgement,
    Problem,
    Scale,
    SourceDocument,
)
from inspections.place_facts import SPEAKING
from inspections.querysets import FactQuerySet
from inspections.terms import PUBLIC

MOST_SAMPLES = 2


@dataclass
class InspectionPage:
    inspection: Inspection
    unpublished: bool
    title: str = ""
    answer: str = ""
    dates: list[InspectionSource] = field(default_factory=list)
    judgements: list[JudgementLine] = field(default_factory=list)
    reviews: list[ReviewLine] = field(default_factory=list)
    findings: list[tuple[str, list[Finding]]] = field(default_factory=list)
    follows: Link | None = None
    followed_by: list[Link] = field(default_factory=list)
    about: list[Link] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    disclosures: list[tuple[Link, list[ReviewLine]]] = field(default_factory=list)
    silences: list[str] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    corrections: list[CorrectionLine] = field(default_factory=list)
    place_names: str = ""
    latest: Link | None = None
    latest_words: str = ""
    sources: list[SourceDocument] = field(default_factory=list)
    scales: list[Scale] = field(default_factory=list)
    covered: str = ""
    whole_force: bool = False
    joint: str = ""
    speaks_of_harm: bool = False
    is_visit: bool = True


def for_page(pk: int) -> Inspection | None:
    """The inspection with all its page needs, published or not: the view decides who may see it."""
    findings = (
        Finding.objects.current()
        .select_related("theme", "source", "area", "concerns")
        .prefetch_related("codings")
    )
    return (
        Inspection.objects.select_related("framework__inspectorate")
        .prefetch_related(
            Prefetch("inspected_areas", InspectedArea.objects.select_related("area").order_by("area__name")),
            Prefetch("framework__framework_aspects", FrameworkAspect.objects.select_related("aspect")),
            Prefetch("inspection_sources", InspectionSource.objects.select_related("source")),
            Prefetch("judgements", Judgement.objects.select_related("aspect", "grade__scale", "source")),
            Prefetch("case_reviews", CaseReview.objects.select_related("theme", "source")),
            Prefetch("findings", findings.prefetch_related("codings")),
            "corrections",
            Prefetch("problems", Problem.objects.select_related("source")),
        )
        .filter(pk=pk)
        .first()
    )


def build(inspection: Inspection, *, unpublished: bool) -> InspectionPage:
    """``unpublished``: for staff, who then see unpublished rows too; the public sees published ones only."""

    def shown(rows: Iterable) -> list:
        return [row for row in rows if unpublished or row.review_status in PUBLIC]

    reviews = shown(inspection.case_reviews.all())
    findings = shown(inspection.findings.all())
    judgements = shown(inspection.judgements.all())
    page = InspectionPage(inspection, unpublished, title=name(inspection))
    page.dates = shown(inspection.inspection_sources.all())
    page.judgements = judgement_lines(inspection, judgements)
    page.reviews = review_lines(inspection, reviews)
    page.findings = by_subject(findings)
    _neighbours(page)
    page.remarks = list(_remarks(inspection))
    page.disclosures = _disclosures(inspection)
    page.silences = _silences(inspection, judgements, reviews, findings)
    page.disagreements = disagreements(inspection.problems.all())
    page.corrections = correction_lines(
        inspection.corrections.all(), inspection.framework.framework_aspects.all()
    )
    page.place_names = whom(inspection)
    _latest_position(page)
    page.sources = _sources(page.dates, judgements, reviews, findings)
    page.scales = sorted({row.grade.scale for row in judgements if row.grade}, key=lambda scale: scale.code)
    page.covered, page.whole_force = _covered(inspection)
    page.joint = _joint(inspection)
    page.answer = _answer(inspection, page)
    page.speaks_of_harm = bool(reviews or findings)
    page.is_visit = inspection.kind not in SPEAKING
    return page


def _latest_position(page: InspectionPage) -> None:
    """The newest full inspection of the same body by the same inspectorate, where it is another one."""
    inspection = page.inspection
    latest = (
        with_results(Inspection.objects.latest_full())
        .filter(
            framework__inspectorate=inspection.framework.inspectorate_id,
            inspected_areas__area__in=[row.area_id for row in inspection.inspected_areas.all()],
        )
        .latest_first()
        .first()
    )
    mine, day = day_of(inspection), day_of(latest) if latest else None
    if latest and latest.pk != inspection.pk and day and (mine is None or day > mine):
        page.latest = link_to(latest)
        page.latest_words = f"{month_words(latest)}: {result(latest)}"


def _covered(inspection: Inspection) -> tuple[str, bool]:
    """The authorities a whole force covered at the time, by name; and whether a whole force was inspected."""
    forces = [
        row.area for row in inspection.inspected_areas.all() if row.scope == InspectedArea.Scope.WHOLE_FORCE
    ]
    if len(forces) != 1:
        return "", bool(forces)
    authorities = forces[0].authorities_on(day_of(inspection)).order_by("name")
    return listed([authority.name for authority in authorities]), True


def _joint(inspection: Inspection) -> str:
    """ "about Liverpool alone, not the whole force" of a joint inspection of one authority's partnership."""
    areas = [row.area for row in inspection.inspected_areas.all() if not row.area.is_force]
    if inspection.framework.family != "jtai" or not areas:
        return ""
    return f"about {listed(area.name for area in areas)} alone, not the whole force"


def _answer(inspection: Inspection, page: InspectionPage) -> str:
    who = inspection.framework.inspectorate.short_name
    found = [line for line in page.judgements if line.shown.grade]
    overall = next((line for line in found if line.shown.aspect_id == "overall"), None)
    if overall and overall.shown.grade:
        protection = [line for line in found if line.shown.aspect_id == "help_protection"]
        more = "".join(f"; {line.label.lower()} {line.shown.grade.label}" for line in protection)  # type: ignore[union-attr]
        return f"{who}: {overall.shown.grade.label} overall{more}."
    if found:
        aspects = "; ".join(f"{line.label.lower()} {line.shown.grade.label}" for line in found)  # type: ignore[union-attr]
        return f"{who}: {aspects}."
    if page.reviews:
        return f"{who} {_cases_words(page)}."
    if inspection.framework.graded and inspection.kind in Inspection.FULL_KINDS:
        return f"{who}: no grade is on record here for this {inspection.get_kind_display()}."
    words = _ungraded(who, inspection.get_kind_display())
    return f"{words.rstrip('.')}; {page.joint}." if page.joint else words


def _cases_words(page: InspectionPage) -> str:
    """ "on missing children: 1 good, …; on referrals: …": the first samples, and how many more there are."""
    named = page.reviews[:MOST_SAMPLES]
    words = "; ".join(
        f"on {line.theme[:1].lower()}{line.theme[1:]}{_sample(line)}: {line.tally.words}" for line in named
    )
    more = len(page.reviews) - len(named)
    return f"{words}; {more} more below" if more else words


def _sample(line: ReviewLine) -> str:
    """ " (64 further cases)": which cases, where an inspection has several samples of one theme."""
    sample = line.sample.removeprefix(": ").strip(" ()")
    return f" ({sample})" if sample else ""


def _ungraded(who: str, kind: str) -> str:
    """ "Ofsted: a focused visit, which gives no grade."; a joint inspection says who in what."""
    words = f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}, which gives no grade."
    return words[0].upper() + words[1:] if who.lower() == kind.lower() else f"{who}: {words}"


def _neighbours(page: InspectionPage) -> None:
    """What it follows, what followed it, what it speaks about: in one question."""
    inspection = page.inspection
    wanted = Q(follows=inspection) | Q(pk=inspection.follows_id) | Q(spoken_of_by=inspection)
    rows = (
        Inspection.objects.published()
        .filter(wanted)
        .distinct()
        .select_related("framework__inspectorate")
        .prefetch_related(
            Prefetch("inspected_areas", InspectedArea.objects.select_related("area").order_by("area__name"))
        )
        .in_date_order()
    )
    for row in rows:
        if row.pk == inspection.follows_id:
            page.follows = link_to(row)
        elif row.follows_id == inspection.pk:
            page.followed_by.append(link_to(row))
        else:
            page.about.append(link_to(row))


def _remarks(inspection: Inspection) -> FactQuerySet:
    return (
        Finding.objects.published()
        .filter(concerns=inspection)
        .select_related("source", "theme", "inspection")
        .prefetch_related("codings")
    )


def _disclosures(inspection: Inspection) -> list[tuple[Link, list[ReviewLine]]]:
    """What later speakers (a disclosure, an inquiry) said about it, with the numbers they gave."""
    rows = (
        Inspection.objects.published()
        .filter(about=inspection)
        .select_related("framework__inspectorate")
        .prefetch_related(
            Prefetch("inspected_areas", InspectedArea.objects.select_related("area").order_by("area__name")),
            Prefetch("case_reviews", CaseReview.objects.published().select_related("theme", "source")),
            "about",
        )
        .in_date_order()
    )
    return [
        (link_to(row, several=len(row.about.all()) > 1), review_lines(row, row.case_reviews.all()))
        for row in rows
    ]


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
        missing = [
            row.label for row in inspection.framework.framework_aspects.all() if row.aspect_id not in judged
        ]
        silences += [f"{label}: no judgement on record." for label in missing]
    counted = {row.theme_id for row in reviews if row.cases is not None and row.disclosure == "in_report"}
    facts: list[Finding | CaseReview] = [*findings, *reviews]
    themes = {row.theme.code: row.theme.name for row in facts if row.theme}
    silences += [
        f"{words}: how many cases were looked at is not given."
        for code, words in sorted(themes.items(), key=lambda item: item[1])
        if code not in counted
    ]
    return silences


def _sources(*groups: Iterable) -> list[SourceDocument]:
    found = {row.source.pk: row.source for group in groups for row in group}
    return sorted(found.values(), key=lambda source: source.title)
