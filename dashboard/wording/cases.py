"""Cases looked at, as marks and in words. None is "not given"; a known zero is shown as 0."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.series.picture import Segment
from dashboard.wording.certainty import certainty_words
from inspections.models import CaseReview

# Fewer cases than this: counts, no percentage. Counts under 5 about one authority: the source's words only.
NO_PERCENTAGE_BELOW = 20
WORDS_ONLY_BELOW = 5
_SHORT = {"good": "good", "adequate": "adeq", "requires_improvement": "RI", "inadequate": "inad"}
_LONG = {
    "good": "good",
    "adequate": "adequate",
    "requires_improvement": "requires improvement",
    "inadequate": "inadequate",
}


@dataclass(frozen=True)
class Tally:
    """``segments`` empty: the counts may not or cannot be drawn, ``beside`` says what is known.

    ``doubtful``: the parts as printed do not add up, so they are never drawn as an ordinary strip.
    """

    segments: tuple[Segment, ...]
    beside: str
    words: str
    doubtful: bool = False


def subject_of(review: CaseReview) -> str:
    """ "Child sexual exploitation", or the topic where there is no theme."""
    return review.theme.name if review.theme else review.topic


def cases_label(review: CaseReview) -> str:
    """The label of a lane of tallies: "Child sexual exploitation cases"."""
    if review.theme_id == "all-cases":
        return "All cases looked at"
    name = subject_of(review)
    name = name[:1].upper() + name[1:]
    return name if "cases" in name.lower() or not review.theme_id else f"{name} cases"


def sample_words(review: CaseReview) -> str:
    """Which cases, and who graded them if not inspectors, to stand after the subject of a lane."""
    words = f": {review.sample}" if review.sample else ""
    own = review.assessor == CaseReview.Assessor.FORCE and "the force" not in words
    return f"{words} (graded by {review.get_assessor_display()})" if own else words


def is_disclosed_later(review: CaseReview) -> bool:
    """Counts of an inspectorate's cases its report did not give. Own audits reach inquiries too."""
    return (
        review.disclosure == CaseReview.Disclosure.TO_INQUIRY
        and review.assessor == CaseReview.Assessor.INSPECTORS
    )


def tally_of(review: CaseReview, *, one_authority: bool) -> Tally:
    """How a review of cases is shown. ``one_authority``: it is about one authority's children."""
    if is_disclosed_later(review):
        return _words_only(_disclosed(review, one_authority=one_authority) + _remarks(review))
    counts = [getattr(review, part) for part in (*review.PARTS, "below_good", "cases", "observed")]
    small = any(count is not None and count < WORDS_ONLY_BELOW for count in counts)
    if one_authority and small:
        said = _in_its_words(review) or "counts under 5: not shown, see the source"
        return _words_only(said + _remarks(review))
    segments = _segments(review)
    if not segments:
        return _words_only(_stated(review) + _remarks(review))
    few = "; fewer than 20 cases" if _are_few(review) else ""
    if segments[0].count == review.cases and segments[0].fill == "not_given":
        remarks = _remarks(review)
        return Tally(segments, remarks.removeprefix("; "), segments[0].words + remarks + few)
    beside = _of_how_many(review) + _remarks(review)
    long = ", ".join(_long_words(segment) for segment in segments)
    words = f"{long} {_of_how_many(review, full=True)}{_remarks(review)}{few}"
    return Tally(segments, beside, words, doubtful=is_inconsistent(review))


def with_stated(review: CaseReview, tally: Tally) -> str:
    """The tally in full, and after it the source's own words where they say something else."""
    said = review.stated if review.stated and review.stated not in tally.words else ""
    return f"{tally.words}; as stated: {said}" if said else tally.words


def is_inconsistent(review: CaseReview) -> bool:
    return review.completeness == CaseReview.Completeness.INCONSISTENT


def _are_few(review: CaseReview) -> bool:
    return review.cases is not None and review.cases < NO_PERCENTAGE_BELOW


def most_cases(review: CaseReview) -> str:
    """ "good" or "below_good" where more than half of the cases looked at were; else, or unknown, empty."""
    if not review.cases or is_inconsistent(review):
        return ""
    parts = [getattr(review, part) or 0 for part in review.PARTS if part != "good"]
    below = max(sum(parts), review.below_good or 0)
    if 2 * below > review.cases:
        return "below_good"
    return "good" if 2 * (review.good or 0) > review.cases else ""


def _words_only(words: str) -> Tally:
    return Tally((), words, words)


def _segments(review: CaseReview) -> tuple[Segment, ...]:
    given = [(part, getattr(review, part)) for part in review.PARTS if getattr(review, part) is not None]
    segments = [Segment(f"{count} {_SHORT[part]}", part, count) for part, count in given]
    below = [count for part, count in given if part in ("adequate", "requires_improvement", "inadequate")]
    if review.below_good is not None and review.below_good > sum(below):
        unsplit = review.below_good - sum(below)
        segments.append(Segment(f"{unsplit} below good, split not given", "below_good", unsplit))
    known = sum(segment.count for segment in segments)
    if review.cases is not None and not is_inconsistent(review):
        rest = review.cases - known
        if rest > 0 and (segments or review.completeness == CaseReview.Completeness.TOTAL_ONLY):
            what = "not given" if segments else "cases, grades not given"
            segments.append(Segment(f"{rest} {what}", "not_given", rest))
    return tuple(segments)


def _long_words(segment: Segment) -> str:
    return f"{segment.count} {_LONG[segment.fill]}" if segment.fill in _LONG else segment.words


def _of_how_many(review: CaseReview, *, full: bool = False) -> str:
    if review.cases is None:
        return "number of cases looked at not given"
    words = f"of {review.cases} cases looked at"
    if review.cases_basis == CaseReview.CasesBasis.SUMMED:
        words += " (our sum)"
    if not _are_few(review) and not is_inconsistent(review):
        words += _percentages(review, full=full)
    return words


def _percentages(review: CaseReview, *, full: bool) -> str:
    parts = review.PARTS if full else ("good",)
    given = [(part, getattr(review, part)) for part in parts if getattr(review, part) is not None]
    words = ", ".join(f"{_percent(count, review.cases)} {_LONG[part]}" for part, count in given)
    if not words and review.below_good is not None:
        words = f"{_percent(review.below_good, review.cases)} below good"
    return f"; {words}" if words else ""


def _percent(count: int, cases: int | None) -> str:
    """Whole per cent, halves up, worked out in whole numbers."""
    return f"{(200 * count + cases) // (2 * cases)}%" if cases else ""


def _remarks(review: CaseReview) -> str:
    words = []
    if is_inconsistent(review):
        total = "the number given" if review.cases is None else review.cases
        words.append(f"as printed: the parts do not add up to {total}")
    if review.assessor == CaseReview.Assessor.FORCE:
        words.append(f"graded by {review.get_assessor_display()}")
    if sure := certainty_words(review.certainty):
        words.append(sure)
    return "".join(f"; {one}" for one in words)


def _stated(review: CaseReview) -> str:
    """A proportion, an observation or words without counts that could be drawn, as the source states them."""
    number = "number not given" if review.cases is None else f"{review.cases} cases looked at"
    if review.percent_good is not None and _are_few(review):
        return f"{number}; the share stated is not shown, for fewer than 20 cases"
    if review.percent_good is not None:
        return f"{review.percent_good:g}% good, as stated; {number}"
    if review.observed is not None and review.cases is None:
        return f"{review.observed} {review.observed_what}"
    if review.observed is not None:
        return f"{review.observed_what}: {review.observed} of {review.cases}"
    return _in_its_words(review) or f"{number}; grades not given"


def _in_its_words(review: CaseReview) -> str:
    if not review.stated or not review.observed_what:
        return review.stated
    number = "; number not given" if review.cases is None and review.observed is None else ""
    return f"{review.observed_what}: {review.stated}{number}"


def _disclosed(review: CaseReview, *, one_authority: bool) -> str:
    """A count under 5 about one authority's children stands only in the words of who told it."""
    label = cases_label(review)
    label = label[:1].lower() + label[1:]
    sample = f" ({review.sample})" if review.sample else ""
    if one_authority and review.cases is not None and review.cases < WORDS_ONLY_BELOW:
        if not review.stated:
            return f"{label}{sample}: a number under 5, not shown here, disclosed later to the Inquiry"
        return f"“{review.stated}”{sample}, in the Inquiry’s words, disclosed later to it; grades not given"
    if review.cases is None:
        counted = f"{label}: number not given"
    elif review.cases == 1:
        counted = f"1 case, {subject_of(review).lower()}"
    else:
        counted = f"{review.cases} {label}"
    return f"{counted}{sample}, disclosed later to the Inquiry; grades not given"
