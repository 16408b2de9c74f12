"""The title, the summary and the answer: sentences made from the data, never a rank, never a cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.series.newest import (
    full_social_care,
    newest_graded,
    newest_in_words,
    newest_on_record,
    newest_tally,
    newest_topics,
)
from dashboard.series.results import Lanes
from dashboard.series.values import Cases, Visit
from dashboard.wording.cases import in_a_sentence, tally_of
from dashboard.wording.certainty import how_sure, in_brackets
from dashboard.wording.days import cycle_words, dates_words, month_words, year_words
from dashboard.wording.grades import grade_words, judged_words
from dashboard.wording.later import with_later
from dashboard.wording.sentences import listed, plural, small
from inspections.terms import Confidence, InspectionKind

_PARTS = {
    "good": ("was good", "were good"),
    "adequate": ("was adequate", "were adequate"),
    "requires_improvement": ("required improvement", "required improvement"),
    "inadequate": ("was inadequate", "were inadequate"),
}
_WITHOUT_SPLIT = {"below_good": "below good (split not given)"}
# How a summary counts what is no full inspection.
_SORTS = {
    InspectionKind.FOCUSED_VISIT: "visit",
    InspectionKind.MONITORING_VISIT: "visit",
    InspectionKind.POST_INSPECTION_REVIEW: "review",
    InspectionKind.PROGRESS_REVIEW: "review",
    InspectionKind.QUARTERLY_UPDATE: "quarterly update",
    InspectionKind.OWN_AUDIT: "audit",
    InspectionKind.DISCLOSURE: "disclosure",
    InspectionKind.INQUIRY: "report",
}
_SORT_ORDER = ["full inspection", "inspection", *dict.fromkeys(_SORTS.values())]


def title(lanes: Lanes) -> str:
    """What the picture says: the last two overall grades, else the newest tally of the police."""
    if full := full_social_care(lanes.chosen):
        return f"{lanes.place}: {_grades_in_years(full)}"
    if tally := newest_tally(lanes.chosen):
        cases, visit = tally
        counts = ", ".join(
            f"{count} {_WITHOUT_SPLIT.get(part, part.replace('_', ' '))}"
            for part, count in cases.counts.breakdown
        )
        of = f" of {cases.counts.cases}" if cases.counts.cases is not None else ""
        said = f"{counts}{of} {in_a_sentence(cases)}, {_occasion(visit)}{in_brackets(cases.certainty)}"
        return f"{_whose(lanes, visit)}: {with_later(said, visit.later, briefly=True)}"
    if stated := newest_in_words(lanes.chosen):
        cases, visit = stated
        words = f"{tally_of(cases, one_authority=False).words}, {_occasion(visit)}"
        return f"{_whose(lanes, visit)}: {with_later(words, visit.later, briefly=True)}"
    if newest_graded(lanes.chosen):
        return f"{lanes.place}: grades of the police and others, no case tallies in what is shown"
    if lanes.chosen:
        return f"{lanes.place}: no grades and no case tallies in what is shown"
    return f"{lanes.place}: nothing to show"


def answer(lanes: Lanes) -> str:
    """The line that opens the page, with the latest position in it. It looks past every filter."""
    visits, sentences = lanes.visits, []
    if full := full_social_care(visits):
        sentences.append(_social_care_answer(full))
    if tally := newest_tally(visits):
        sentences.append(_cases_answer(*tally))
    elif stated := newest_in_words(visits):
        sentences.append(_cases_answer(*stated, in_words=True))
    if topics := newest_topics(visits):
        sentences.append(_topics_answer(topics))
    latest = newest_on_record(visits, is_force=lanes.is_force)
    if not sentences and latest:
        graded = newest_graded(visits)
        nothing = "" if graded else f"Nothing on record here grades {lanes.place} or counts cases. "
        sentences.append(f"{nothing}Latest held here: {_named(latest)}.")
        if graded and graded.pk != latest.pk:
            sentences.append(f"Latest with a grade held here: {_named(graded)}.")
    return " ".join(sentences) or f"No inspection of {lanes.place} is on record here yet."


def summary(lanes: Lanes) -> str:
    """ "Ofsted: 3 full inspections, 7 visits. HMICFRS: 1 inspection, 1 review."."""
    if not lanes.chosen:
        chosen = f" with these filters ({lanes.filters})" if lanes.filters else ""
        return f"Nothing is on record here{chosen}. That says nothing about what was found elsewhere."
    counts: dict[str, Counter[str]] = {}
    for visit in sorted(lanes.chosen, key=lambda visit: visit.programme.position):
        full = "full inspection" if visit.programme.inspectorate == "ofsted" else "inspection"
        sort = full if visit.is_full else _SORTS.get(InspectionKind(visit.kind), "inspection")
        counts.setdefault(visit.programme.inspectorate_name, Counter())[sort] += 1
    parts = [
        f"{name}: {', '.join(plural(found[sort], sort) for sort in _SORT_ORDER if found[sort])}."
        for name, found in counts.items()
    ]
    if undated := len({result.visit.pk for result in lanes.undated}):
        stand = "has no date and stands" if undated == 1 else "have no date and stand"
        parts.append(f"{undated} of these {stand} under the chart.")
    tally = newest_tally(lanes.chosen)
    if tally and tally[1].later and full_social_care(lanes.chosen):
        # The title is about social care then, and a tally never stands without what came later.
        visit = tally[1]
        counted = f"Cases of {_force_name(visit)} looked at in {year_words(visit)}"
        parts.append(f"{with_later(counted, visit.later, briefly=True)}.")
    return " ".join(parts)


def source_line(lanes: Lanes) -> str:
    """ "Source and dates: 12 documents of Ofsted, IICSA; newest inspection shown: …."."""
    cited = {one.source: one.publisher for result in lanes.results if (one := result.citation)}
    if not cited:
        return "Source and dates: nothing shown, so no source."
    publishers = sorted({publisher or "publisher not given" for publisher in cited.values()})
    words = f"Source and dates: {plural(len(cited), 'document')} of {', '.join(publishers)}"
    dated = [visit for visit in lanes.chosen if visit.begins and not visit.speaks]
    if not dated:
        return f"{words}."
    newest = dated[-1]
    cycle = f"{newest.programme.name}, " if newest.cycle.is_known else ""
    return f"{words}; newest inspection shown: {cycle}{dates_words(newest, newest.cycle)}."


def _occasion(visit: Visit) -> str:
    """ "2019"; of what is no full inspection its kind too: "post-inspection review, 2022"."""
    return year_words(visit) if visit.is_full else f"{visit.kind_name}, {year_words(visit)}"


def _whose(lanes: Lanes, visit: Visit) -> str:
    """Never an authority's own result: it belongs to the whole force."""
    forces = [body.name for body in visit.whose.bodies if body.is_force]
    return lanes.place if lanes.is_force else f"{listed(forces)}, whole force"


def _grades_in_years(full: Sequence[Visit]) -> str:
    """ "inadequate in 2019, good in 2023; help and protection requires improvement"."""
    parts = []
    for visit in full[-2:]:
        overall = visit.grade_of("overall")
        judges = "overall" in visit.programme.aspect_names
        missing = "overall grade not given" if judges else "aspects only, no overall grade,"
        parts.append((grade_words(overall) if overall else missing, year_words(visit)))
    if len(parts) == 2 and parts[0][0] == parts[1][0]:
        words = f"{parts[0][0]} in {parts[0][1]} and {parts[1][1]}"
    else:
        words = ", ".join(f"{grade} in {year}" for grade, year in parts)
    if len(full) > 1 and _framework_changed(*full[-2:]):
        words += f" (framework changed: {full[-2].programme.name}, then {full[-1].programme.name})"
    protection = full[-1].grade_of("help_protection")
    if protection and protection != full[-1].grade_of("overall"):
        words += f"; help and protection {grade_words(protection)}"
    return words


def _framework_changed(before: Visit, after: Visit) -> bool:
    """Whether the two were made under different programmes; an edition of one rulebook is not another."""
    return before.programme.family != after.programme.family


def _social_care_answer(full: Sequence[Visit]) -> str:
    latest = full[-1]
    overall = latest.grade_of("overall")
    if overall is None:
        named = (("help_protection", "help and protection"), ("impact_of_leaders", "leaders"))
        given = [
            f"{words} {grade_words(grade)}" for aspect, words in named if (grade := latest.grade_of(aspect))
        ]
        said = f": {listed(given)}" if given else ""
        when = month_words(latest)
        return f"Ofsted’s latest full inspection held here, {when}, gives no overall grade{said}."
    words = f"Ofsted judged {judged_words(overall)} in {month_words(latest)}"
    earlier = full[-2].grade_of("overall") if len(full) > 1 else None
    if earlier and grade_words(earlier) != grade_words(overall):
        # A grade that is a verb needs its marks within a sentence.
        verb = earlier.code == "requires_improvement"
        quoted = f"“{grade_words(earlier)}”" if verb else grade_words(earlier)
        words += f", after {quoted} in {year_words(full[-2])}"
    elif earlier:
        words += f", as in {year_words(full[-2])}"
    if earlier and _framework_changed(*full[-2:]):
        words += f" under another framework ({full[-2].programme.name}, now {latest.programme.name})"
    return f"{words}."


def _force_name(visit: Visit) -> str:
    return next((body.name for body in visit.whose.bodies if body.is_force), "the force")


def _cases_answer(cases: Cases, visit: Visit, *, in_words: bool = False) -> str:
    """ "Of 19 cases the police inspectorate looked at in 2018 (…, whole force), 6 were good and …".

    ``in_words``: as its source states it, for want of graded counts.
    """
    seen = (
        f"{in_a_sentence(cases)} the police inspectorate looked at in {_its_kind(visit)}{year_words(visit)} "
        f"({_force_name(visit)}, whole force)"
    )
    if in_words:
        stated = f"Of {seen}: {tally_of(cases, one_authority=False).words}"
        return f"{with_later(stated, visit.later, cases.theme)}."
    of = f"Of {cases.counts.cases}" if cases.counts.cases is not None else "Of an unstated number of"
    parts = listed(_part_sentence(part, count) for part, count in cases.counts.breakdown)
    # The Inquiry is named as the source below; that a number comes from the press is said beside it.
    seen_in = cases.citation.confidence if cases.citation else Confidence.READ
    sure = how_sure(Confidence.READ if seen_in == Confidence.QUOTED else seen_in, cases.certainty)
    words = f"{of} {seen}, {parts}{f' ({sure})' if sure else ''}"
    return f"{with_later(words, visit.later, cases.theme)}."


def _its_kind(visit: Visit) -> str:
    """ "its post-inspection review of ", before a year; of a full inspection nothing."""
    return "" if visit.is_full else f"its {visit.kind_name} of "


def _part_sentence(part: str, count: int) -> str:
    if part == "below_good":
        return f"{count} were below good (how they split is not given)"
    if part == "not_given":
        return f"the grade of {count} is not given"
    return f"{count or 'none'} {_PARTS[part][0 if count == 1 else 1]}"


def _topics_answer(visit: Visit) -> str:
    grades = [
        f"{one.name.lower()} {one.grade.label}{in_brackets(one.certainty)}"
        for one in visit.standing
        if one.grade
    ]
    words = listed(grades) or small(visit.overall_words.rstrip(".")) or "grades not given"
    when = month_words(visit) or "date not given"
    whose = f"{_force_name(visit)}, whole force, {when}"
    said = f"Since 2024 five topics are graded instead of cases ({whose}): {words}"
    return f"{with_later(said, visit.later)}."


def _named(visit: Visit) -> str:
    """ "HMICFRS, post-inspection review, August 2019"; a PEEL cycle by its name."""
    programme = visit.programme
    who, what = programme.inspectorate_name, programme.name if programme.is_peel else visit.kind_name
    parts = [who] if what.lower() == who.lower() else [who, what]
    return ", ".join([*parts, month_words(visit) or cycle_words(visit.cycle) or "date not given"])
