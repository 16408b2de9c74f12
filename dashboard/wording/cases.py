"""Cases looked at, as parts and in words. None is "not given"; a known zero is shown as 0."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.series.values import Cases
from dashboard.wording.certainty import certainty_words
from dashboard.wording.sentences import capital, small
from inspections.domain.case_counts import NO_PERCENTAGE_BELOW, WORDS_ONLY_BELOW, CaseCounts
from inspections.terms import Assessor

_WITHOUT_GRADE = {"below_good": "below good, split not given", "not_given": "not given"}
# What is said of a part beside its number, in a strip.
_SHORT = {
    "good": "good",
    "adequate": "adeq",
    "requires_improvement": "RI",
    "inadequate": "inad",
    **_WITHOUT_GRADE,
}
# Words that say how the cases below good were graded.
_LOWER_GRADES = ("improvement", "inadequate")
_FEW = f"fewer than {NO_PERCENTAGE_BELOW} cases"


@dataclass(frozen=True)
class Segment:
    """One part of a tally. ``fill`` is a grade code, ``below_good`` (split not given) or ``not_given``."""

    words: str
    fill: str
    count: int


@dataclass(frozen=True)
class Tally:
    """``segments`` empty: the counts may not or cannot be drawn, ``beside`` says what is known.

    ``words`` say it in full. ``doubtful``: the parts as printed do not add up, so they are never drawn as an
    ordinary strip.
    """

    segments: tuple[Segment, ...]
    beside: str
    words: str
    doubtful: bool = False


def cases_label(cases: Cases) -> str:
    """ "Child sexual exploitation cases"; a topic, which has no theme, in its own words."""
    if cases.theme == "all-cases":
        return "All cases looked at"
    name = capital(cases.name)
    return name if "cases" in name.lower() or not cases.theme else f"{name} cases"


def sample_name(cases: Cases) -> str:
    """Which cases, and who graded them if not inspectors; empty where there is nothing to say of either."""
    own = cases.assessor == Assessor.FORCE and "the force" not in cases.sample
    by = f"graded by {Assessor.FORCE.label}" if own else ""
    return f"{cases.sample} ({by})" if cases.sample and by else cases.sample or by


def sample_words(cases: Cases) -> str:
    """The same, to stand after the subject of a lane."""
    name = sample_name(cases)
    return f": {name}" if cases.sample else f" ({name})" if name else ""


def in_a_sentence(cases: Cases) -> str:
    """ "missing children cases (second set)"."""
    label = "cases" if cases.theme == "all-cases" else small(cases_label(cases))
    return f"{label} ({cases.sample})" if cases.sample else label


def tally_of(cases: Cases, *, one_authority: bool) -> Tally:
    """How cases looked at are shown. ``one_authority``: they are one authority's children."""
    counts, said = cases.counts, _remarks(cases)
    remarks = "".join(f"; {remark}" for remark in said)
    if cases.disclosed_later:
        return _words_only(_disclosed(cases, one_authority=one_authority) + remarks)
    if one_authority and counts.has_count_under_five:
        known = _in_its_words(counts) or f"counts under {WORDS_ONLY_BELOW}: not shown, see the source"
        return _words_only(known + remarks)
    few = f"; {_FEW}" if counts.are_few else ""
    segments = tuple(Segment(f"{count} {_SHORT[part]}", part, count) for part, count in counts.breakdown)
    if segments:
        long = (_WITHOUT_GRADE.get(part.fill, part.fill.replace("_", " ")) for part in segments)
        given = ", ".join(f"{part.count} {name}" for part, name in zip(segments, long, strict=True))
        words = f"{given} {_of_how_many(counts, full=True)}{remarks}{few}"
        return Tally(segments, _of_how_many(counts) + remarks, words, doubtful=counts.is_inconsistent)
    if counts.cases and counts.completeness == "total_only":
        words = f"{counts.cases} cases, grades not given"
        total = Segment(words, "not_given", counts.cases)
        return Tally((total,), "; ".join(said), words + remarks + few)
    return _words_only(_stated(counts) + remarks)


def with_stated(cases: Cases, tally: Tally) -> str:
    """The tally in full, and after it the source's own words where they say something else."""
    stated = cases.counts.stated
    said = stated if stated and stated not in tally.words else ""
    return f"{tally.words}; as stated: {said}" if said else tally.words


def _words_only(words: str) -> Tally:
    return Tally((), words, words)


def _of_how_many(counts: CaseCounts, *, full: bool = False) -> str:
    """ "of 19 cases looked at (our sum)"; of 20 and more with percentages, of each part if ``full``."""
    if counts.cases is None:
        return "number of cases looked at not given"
    words = f"of {counts.cases} cases looked at"
    if counts.cases_basis == "summed":
        words += " (our sum)"
    shares = counts.parts if full else {"good": counts.good} if counts.good is not None else {}
    if not shares and counts.below_good is not None:
        shares = {"below_good": counts.below_good}
    if counts.may_show_percentage and shares:
        said = [f"{counts.percent_of(n or 0)}% {part.replace('_', ' ')}" for part, n in shares.items()]
        words += f"; {', '.join(said)}"
    return words


def _remarks(cases: Cases) -> list[str]:
    words = []
    if cases.counts.is_inconsistent:
        total = "the number given" if cases.counts.cases is None else cases.counts.cases
        words.append(f"as printed: the parts do not add up to {total}")
    if cases.assessor == Assessor.FORCE:
        words.append(f"graded by {Assessor.FORCE.label}")
    if sure := certainty_words(cases.certainty):
        words.append(sure)
    return words


def _stated(counts: CaseCounts) -> str:
    """A proportion, an observation or words without counts that could be drawn, as the source states them."""
    number = "number not given" if counts.cases is None else f"{counts.cases} cases looked at"
    if counts.percent_good is not None and counts.are_few:
        return f"{number}; the share stated is not shown, for {_FEW}"
    if counts.percent_good is not None:
        share = f"{counts.percent_good:g}% good, as stated"
        if any(word in counts.stated for word in _LOWER_GRADES):
            return f"{share}; {number}"
        unknown = "number and split not given" if counts.cases is None else f"{number}; split not given"
        return f"{share}; {unknown}"
    if counts.observed is not None and counts.cases is None:
        return f"{counts.observed} {counts.observed_what}"
    if counts.observed is not None:
        return f"{counts.observed_what}: {counts.observed} of {counts.cases}"
    return _in_its_words(counts) or f"{number}; grades not given"


def _in_its_words(counts: CaseCounts) -> str:
    if not counts.stated or not counts.observed_what:
        return counts.stated
    number = "; number not given" if counts.cases is None and counts.observed is None else ""
    return f"{counts.observed_what}: {counts.stated}{number}"


def _disclosed(cases: Cases, *, one_authority: bool) -> str:
    """A count under 5 about one authority's children stands only in the words of who told it."""
    label, number, stated = small(cases_label(cases)), cases.counts.cases, cases.counts.stated
    sample = f" ({cases.sample})" if cases.sample else ""
    if one_authority and number is not None and number < WORDS_ONLY_BELOW:
        if not stated:
            return (
                f"{label}{sample}: a number under {WORDS_ONLY_BELOW}, not shown here, "
                "disclosed later to the Inquiry"
            )
        return f"“{stated}”{sample}, in the Inquiry’s words, disclosed later to it; grades not given"
    if number is None:
        counted = f"{label}: number not given"
    else:
        counted = f"1 case, {cases.name.lower()}" if number == 1 else f"{number} {label}"
    return f"{counted}{sample}, disclosed later to the Inquiry; grades not given"
