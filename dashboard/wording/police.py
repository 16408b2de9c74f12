"""What the police inspectorate found, in sentences: the newest tally, the topics graded since 2024."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.series.place import areas_of, listed
from dashboard.wording.cases import cases_label, is_disclosed_later, is_inconsistent, tally_of
from dashboard.wording.certainty import how_sure, in_brackets
from dashboard.wording.days import day_of, month_words
from inspections.models import CaseReview, Inspection

_PARTS = {
    "good": ("was good", "were good"),
    "adequate": ("was adequate", "were adequate"),
    "requires_improvement": ("required improvement", "required improvement"),
    "inadequate": ("was inadequate", "were inadequate"),
}


def year_words(inspection: Inspection) -> str:
    day = day_of(inspection)
    return str(day.year) if day else "date not given"


def newest_tally(inspections: Iterable[Inspection]) -> tuple[CaseReview, Inspection] | None:
    """The newest tally inspectors made of a whole force; of one inspection the one of a theme.

    One of a sample of its own only where there is no other.
    """
    found = [
        (review, one)
        for one in _of_the_police(inspections)
        for review in sorted(_counted(one), key=lambda row: (row.theme_id != "all-cases", not row.sample))
    ]
    with_parts = [pair for pair in found if given_parts(pair[0])]
    return with_parts[-1] if with_parts else None


def newest_in_words(inspections: Iterable[Inspection]) -> tuple[CaseReview, Inspection] | None:
    """The newest number or share of cases without grades; of one inspection the one of all cases."""
    found = [(reviews[0], one) for one in _of_the_police(inspections) if (reviews := _counted(one))]
    return found[-1] if found else None


def _of_the_police(inspections: Iterable[Inspection]) -> list[Inspection]:
    return [one for one in inspections if one.framework.inspectorate_id == "hmicfrs" and day_of(one)]


def _counted(inspection: Inspection) -> list[CaseReview]:
    """What inspectors counted and what adds up: all cases first, a sample of its own after them."""
    rows = [
        review
        for review in inspection.case_reviews.all()
        if review.assessor == CaseReview.Assessor.INSPECTORS
        and not is_disclosed_later(review)
        and not is_inconsistent(review)
    ]
    return sorted(rows, key=lambda row: (row.theme_id != "all-cases", bool(row.sample)))


def given_parts(review: CaseReview) -> list[tuple[str, int]]:
    given = [(part, getattr(review, part)) for part in review.PARTS if getattr(review, part) is not None]
    below = sum(count for part, count in given if part != "good")
    if review.below_good is not None and review.below_good > below:
        given.append(("below_good", review.below_good - below))
    rest = (review.cases or 0) - sum(count for _part, count in given)
    if given and rest > 0:
        given.append(("not_given", rest))
    return given


def short_part(part: str) -> str:
    return "below good (split not given)" if part == "below_good" else part.replace("_", " ")


def cases_words(review: CaseReview) -> str:
    sample = f" ({review.sample})" if review.sample else ""
    if review.theme_id == "all-cases":
        return f"cases{sample}"
    label = cases_label(review)
    return label[:1].lower() + label[1:] + sample


def tally_answer(review: CaseReview, inspection: Inspection) -> str:
    force = next((area.name for area in areas_of(inspection) if area.is_force), "the force")
    of = f"Of {review.cases}" if review.cases is not None else "Of an unstated number of"
    parts = listed([_part_sentence(part, count) for part, count in given_parts(review)])
    # The Inquiry is named as the source below; that a number comes from the press is said beside it.
    sure = how_sure("read" if review.confidence == "quoted" else review.confidence, review.certainty)
    return (
        f"{of} {cases_words(review)} the police inspectorate looked at in {year_words(inspection)} "
        f"({force}, whole force), {parts}{f' ({sure})' if sure else ''}."
    )


def words_answer(review: CaseReview, inspection: Inspection) -> str:
    """ "Of cases the police inspectorate looked at in 2017 (…, whole force): 26% good, as stated; …"."""
    force = next((area.name for area in areas_of(inspection) if area.is_force), "the force")
    return (
        f"Of {cases_words(review)} the police inspectorate looked at in {year_words(inspection)} "
        f"({force}, whole force): {tally_of(review, one_authority=False).words}."
    )


def _part_sentence(part: str, count: int) -> str:
    if part == "below_good":
        return f"{count} were below good (how they split is not given)"
    if part == "not_given":
        return f"the grade of {count} is not given"
    return f"{count if count else 'none'} {_PARTS[part][0 if count == 1 else 1]}"


def newest_topics(inspections: Iterable[Inspection]) -> Inspection | None:
    """The newest child protection inspection that graded topics instead of cases."""
    found = [
        one
        for one in inspections
        if one.framework.family == "ncpi" and one.framework.graded and one.kind in Inspection.FULL_KINDS
    ]
    return found[-1] if found else None


def topics_answer(inspection: Inspection) -> str:
    force = next((area.name for area in areas_of(inspection) if area.is_force), "the force")
    labels = {row.aspect_id: row.label for row in inspection.framework.framework_aspects.all()}
    grades = [
        f"{labels.get(row.aspect_id, row.aspect_id).lower()} {row.grade.label}{in_brackets(row.certainty)}"
        for row in inspection.judgements.all()
        if row.stands and row.grade
    ]
    summed_up = inspection.overall_words.rstrip(".")
    words = listed(grades) or summed_up[:1].lower() + summed_up[1:] or "grades not given"
    when = month_words(inspection) or "date not given"
    return f"Since 2024 five topics are graded instead of cases ({force}, whole force, {when}): {words}."
