"""The title, the summary and the answer: sentences made from the data, never a rank, never a cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dashboard.series.place import PlaceFacts, areas_of, listed
from dashboard.wording.cases import tally_of
from dashboard.wording.certainty import in_brackets
from dashboard.wording.days import day_of, month_words
from dashboard.wording.police import (
    cases_words,
    given_parts,
    newest_in_words,
    newest_tally,
    newest_topics,
    short_part,
    tally_answer,
    topics_answer,
    words_answer,
    year_words,
)
from inspections.models import Inspection, Judgement

_REVIEWS = (Inspection.Kind.POST_INSPECTION_REVIEW, Inspection.Kind.PROGRESS_REVIEW)
_VISITS = (Inspection.Kind.FOCUSED_VISIT, Inspection.Kind.MONITORING_VISIT)


def _plural(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _grade(inspection: Inspection, aspect: str) -> Judgement | None:
    return next(
        (row for row in inspection.judgements.all() if row.stands and row.aspect_id == aspect and row.grade),
        None,
    )


def grade_words(judgement: Judgement) -> str:
    """ "requires improvement"; restated grades say so."""
    if judgement.grade is None:
        return "not given"
    words = judgement.grade.label.removesuffix(" to be good")
    return "requires improvement (restated)" if words.startswith("requires improvement (") else words


def _full_social_care(inspections: Iterable[Inspection]) -> list[Inspection]:
    return [
        one
        for one in inspections
        if one.framework.inspectorate_id == "ofsted"
        and one.kind in Inspection.FULL_KINDS
        and one.framework.family != "lscb"
        and day_of(one)
    ]


def title(facts: PlaceFacts, inspections: tuple[Inspection, ...]) -> str:
    """What the picture says: the last two overall grades, else the newest tally of the police."""
    name = facts.area.name
    full = _full_social_care(inspections)
    if full:
        return f"{name}: {_social_care_title(full)}"
    tally = newest_tally(inspections)
    if tally:
        review, inspection = tally
        counts = ", ".join(f"{count} {short_part(part)}" for part, count in given_parts(review))
        of = f" of {review.cases}" if review.cases is not None else ""
        whose = _whose(facts, inspection)
        sure = in_brackets(review.certainty)
        return f"{whose}: {counts}{of} {cases_words(review)}, {year_words(inspection)}{sure}"
    if stated := newest_in_words(inspections):
        review, inspection = stated
        words = tally_of(review, one_authority=False).words
        return f"{_whose(facts, inspection)}: {words}, {year_words(inspection)}"
    if _newest_graded(inspections):
        return f"{name}: grades of the police and others, no case tallies in what is shown"
    if inspections:
        return f"{name}: no grades and no case tallies in what is shown"
    return f"{name}: nothing to show"


def _whose(facts: PlaceFacts, inspection: Inspection) -> str:
    """Never an authority's own result: it belongs to the whole force."""
    forces = [area.name for area in areas_of(inspection) if area.is_force]
    return facts.area.name if facts.is_force else f"{listed(forces)}, whole force"


def _social_care_title(full: list[Inspection]) -> str:
    parts = []
    for inspection in full[-2:]:
        overall = _grade(inspection, "overall")
        parts.append((grade_words(overall) if overall else _no_overall(inspection), year_words(inspection)))
    if len(parts) == 2 and parts[0][0] == parts[1][0]:
        words = f"{parts[0][0]} in {parts[0][1]} and {parts[1][1]}"
    else:
        words = ", ".join(f"{grade} in {year}" for grade, year in parts)
    latest = full[-1]
    help_protection, overall = _grade(latest, "help_protection"), _grade(latest, "overall")
    if help_protection and (overall is None or help_protection.grade_id != overall.grade_id):
        grade = grade_words(help_protection)
        words += f"; help and protection {grade}"
    return words


def _no_overall(inspection: Inspection) -> str:
    aspects = {row.aspect_id for row in inspection.framework.framework_aspects.all()}
    return "overall grade not given" if "overall" in aspects else "aspects only, no overall grade,"


def _newest_graded(inspections: Iterable[Inspection]) -> Inspection | None:
    """The newest inspection with a grade; of those without a date one, where there is no other."""
    graded = [one for one in inspections if any(row.stands and row.grade for row in one.judgements.all())]
    return next((one for one in reversed(graded) if day_of(one)), graded[-1] if graded else None)


def answer(facts: PlaceFacts) -> str:
    """The line that opens the page, with the latest position in it. It looks past every filter."""
    sentences = []
    if full := _full_social_care(facts.inspections):
        sentences.append(_social_care_answer(full))
    if tally := newest_tally(facts.inspections):
        sentences.append(tally_answer(*tally))
    elif stated := newest_in_words(facts.inspections):
        sentences.append(words_answer(*stated))
    if topics := newest_topics(facts.inspections):
        sentences.append(topics_answer(topics))
    if not sentences and facts.inspections:
        graded = _newest_graded(facts.inspections)
        # What is about one authority of a force is not the latest on the force.
        own = [one for one in facts.inspections if not facts.is_force or one.framework.family != "jtai"]
        latest = [one for one in own if day_of(one)] or own or list(facts.inspections)
        nothing = "" if graded else f"Nothing on record here grades {facts.area.name} or counts cases. "
        sentences.append(f"{nothing}Latest on record: {_named(latest[-1])}.")
        if graded and graded.pk != latest[-1].pk:
            sentences.append(f"Latest with a grade: {_named(graded)}.")
    if not sentences:
        sentences.append(f"No inspection of {facts.area.name} is on record here yet.")
    return " ".join(sentences)


def _social_care_answer(full: list[Inspection]) -> str:
    latest = full[-1]
    overall = _grade(latest, "overall")
    if overall is None:
        given = [
            f"{words} {grade_words(judgement)}"
            for aspect, words in (
                ("help_protection", "help and protection"),
                ("impact_of_leaders", "leaders"),
            )
            if (judgement := _grade(latest, aspect))
        ]
        said = f": {listed(given)}" if given else ""
        return f"Ofsted’s latest full inspection, {month_words(latest)}, gives no overall grade{said}."
    words = f"Ofsted judged {_judged_words(overall)} in {month_words(latest)}"
    earlier = _grade(full[-2], "overall") if len(full) > 1 else None
    if earlier and grade_words(earlier) != grade_words(overall):
        words += f", after {_quoted_words(earlier)} in {year_words(full[-2])}"
    elif earlier:
        words += f", as in {year_words(full[-2])}"
    return f"{words}."


def _judged_words(overall: Judgement) -> str:
    grade = grade_words(overall)
    if grade.startswith("requires improvement"):
        rest = grade.removeprefix("requires improvement")
        return f"that children’s services require improvement overall{rest}"
    return f"children’s services {grade} overall"


def _quoted_words(judgement: Judgement) -> str:
    """A grade that is a verb needs its marks within a sentence."""
    grade = grade_words(judgement)
    return f"“{grade}”" if grade.startswith("requires") else grade


def _named(inspection: Inspection) -> str:
    """ "HMICFRS, post-inspection review, August 2019"; a PEEL cycle by its name."""
    who, kind = inspection.framework.inspectorate.short_name, str(inspection.get_kind_display())
    what = inspection.framework.short_name if inspection.framework.family.startswith("peel") else kind
    parts = [who] if what.lower() == who.lower() else [who, what]
    return ", ".join([*parts, month_words(inspection) or "date not given"])


def summary(inspections: tuple[Inspection, ...], undated: int, filters: str) -> str:
    """ "Ofsted: 3 full inspections, 7 visits. HMICFRS: 1 inspection, 1 review."."""
    if not inspections:
        chosen = f" with these filters ({filters})" if filters else ""
        return f"Nothing is on record here{chosen}. That says nothing about what was found elsewhere."
    counts: dict[str, Counter[str]] = {}
    for one in sorted(inspections, key=lambda row: row.framework.inspectorate.position):
        counts.setdefault(one.framework.inspectorate.short_name, Counter())[_sort(one)] += 1
    parts = []
    for name, found in counts.items():
        said = ", ".join(_plural(found[sort], *_SORTS[sort]) for sort in _SORTS if found[sort])
        parts.append(f"{name}: {said}.")
    if undated:
        stand = "has no date and stands" if undated == 1 else "have no date and stand"
        parts.append(f"{undated} of these {stand} under the chart.")
    return " ".join(parts)


_SORTS = {
    "full": ("full inspection", "full inspections"),
    "inspection": ("inspection", "inspections"),
    "visit": ("visit", "visits"),
    "review": ("review", "reviews"),
    "update": ("quarterly update", "quarterly updates"),
    "audit": ("audit", "audits"),
    "disclosure": ("disclosure", "disclosures"),
    "inquiry": ("report", "reports"),
}


def _sort(one: Inspection) -> str:
    if one.kind in Inspection.FULL_KINDS:
        return "full" if one.framework.inspectorate_id == "ofsted" else "inspection"
    if one.kind in _VISITS:
        return "visit"
    if one.kind in _REVIEWS:
        return "review"
    named = {
        Inspection.Kind.QUARTERLY_UPDATE: "update",
        Inspection.Kind.OWN_AUDIT: "audit",
        Inspection.Kind.DISCLOSURE: "disclosure",
        Inspection.Kind.INQUIRY: "inquiry",
    }
    return named.get(Inspection.Kind(one.kind), "inspection")
