"""Grades in the words of their scale, and why there is none."""

from __future__ import annotations

from typing import Protocol

from dashboard.series.values import Grade, Judgement
from dashboard.wording.certainty import in_brackets
from inspections.terms import GradeStatus

RESTATED = "ofsted-restated"
_BLANK = "the source leaves it blank; blanks there mix “not applicable” and “requires improvement”"


class Ungraded(Protocol):
    """A judgement, as a row or as a value."""

    @property
    def grade_status(self) -> str: ...
    @property
    def printed(self) -> str: ...


def grade_words(grade: Grade) -> str:
    """ "requires improvement", as within a sentence; restated grades say so."""
    if grade.code != "requires_improvement":
        return grade.label
    return "requires improvement (restated)" if grade.scale == RESTATED else "requires improvement"


def judged_words(grade: Grade) -> str:
    """What Ofsted judged: "children’s services inadequate overall"."""
    if grade.code != "requires_improvement":
        return f"children’s services {grade.label} overall"
    restated = " (restated)" if grade.scale == RESTATED else ""
    return f"that children’s services require improvement overall{restated}"


def why_unreadable(judgement: Ungraded, *, leaves_blanks: bool) -> str:
    """Why there is no grade though the source has something in its place; empty where nothing is known.

    ``leaves_blanks``: a blank of the source is neither a grade nor the absence of one.
    """
    if judgement.grade_status != GradeStatus.UNREADABLE:
        return ""
    if judgement.printed:
        return f"printed there: “{judgement.printed}”"
    return _BLANK if leaves_blanks else ""


def remark_words(judgement: Judgement) -> str:
    """ " (carried over) (medium certainty)", to follow a grade."""
    carried = judgement.grade_status == GradeStatus.CARRIED_OVER
    return (" (carried over)" if carried else "") + in_brackets(judgement.certainty)


def after_words(judgement: Judgement) -> str:
    """What follows a grade: the remark, and what other sources say of the same aspect if they differ."""
    others = (f"; another source: {grade.label} ({source})" for grade, source in judgement.others)
    return remark_words(judgement) + "".join(others)


def judgement_words(judgement: Judgement, *, leaves_blanks: bool) -> str:
    """The grade that stands or why there is none, and what follows it."""
    if judgement.grade:
        return judgement.grade.label + after_words(judgement)
    why = why_unreadable(judgement, leaves_blanks=leaves_blanks)
    standing = f"not given: {why}" if why else GradeStatus(judgement.grade_status).label
    return standing + after_words(judgement)
