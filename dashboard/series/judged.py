"""A judgement as a mark and in words, whoever judged."""

from __future__ import annotations

from dashboard.series.entries import Drawn
from dashboard.wording.certainty import in_brackets
from inspections.models import Inspection, Judgement

# Why a source's blank is no grade and no absence of one either, by programme.
_BLANKS = {
    "hmip-youth-justice": (
        "the source leaves it blank; blanks there mix “not applicable” and “requires improvement”"
    ),
}


def drawn_judgement(judgement: Judgement, subject: str, beside: str = "") -> Drawn:
    """A graded box; hatched where a grade was given but cannot be had; hollow where none was given.

    ``beside``: words for a graded box to carry.
    """
    if judgement.grade:
        words = f"{subject}: {judgement.grade.label}{_remark(judgement)}"
        return Drawn("grade", words, grade=judgement.grade.code, short=judgement.grade.short, beside=beside)
    status = judgement.get_grade_status_display()
    hollow = (Judgement.GradeStatus.NOT_GRADED, Judgement.GradeStatus.NOT_JUDGED)
    shape = "visit" if judgement.grade_status in hollow else "not_given"
    words = status if shape == "visit" else f"not given ({status})"
    return Drawn(shape, f"{subject}: {words}", beside=words)  # type: ignore[arg-type]


def why_unreadable(judgement: Judgement, inspection: Inspection) -> str:
    """Why there is no grade though the source has something in its place; empty where nothing is known."""
    if judgement.grade_status != Judgement.GradeStatus.UNREADABLE:
        return ""
    if judgement.printed:
        return f"printed there: “{judgement.printed}”"
    return _BLANKS.get(inspection.framework.family, "")


def result_words(judgement: Judgement, inspection: Inspection) -> str:
    """The grade that stands, and after it what other sources say of the same aspect if they differ."""
    standing = judgement.grade.label if judgement.grade else _without_grade(judgement, inspection)
    words = standing + _remark(judgement)
    for other in inspection.judgements.all():
        same = other.aspect_id == judgement.aspect_id and other.pk != judgement.pk
        if same and other.grade and other.grade_id != judgement.grade_id:
            words += f"; another source: {other.grade.label} ({other.source.title})"
    return words


def _without_grade(judgement: Judgement, inspection: Inspection) -> str:
    why = why_unreadable(judgement, inspection)
    return f"not given: {why}" if why else str(judgement.get_grade_status_display())


def _remark(judgement: Judgement) -> str:
    carried = judgement.grade_status == Judgement.GradeStatus.CARRIED_OVER
    return (" (carried over)" if carried else "") + in_brackets(judgement.certainty)
