"""What people decide about numbers proposed from prose: confirm, correct or reject, each in one transaction.

The row keeps what was decided (published, corrected, rejected), under a key that the next reading of the
same file finds again. Nothing is decided twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.lookups import IsNull

from inspections.definitions.loader import definitions
from inspections.domain.case_counts import NUMBERS, CaseCounts
from inspections.ingest.settle import settle
from inspections.models import CaseReview, Decision
from inspections.reading.typed.faults import Fault, blocking
from inspections.reading.typed.tallies import Checked, check
from inspections.review.decisions import NotPossible, decide, take_up
from inspections.review.problems import refuse_while_blocked
from inspections.terms import ProblemState, ReviewStatus

WORDS = ("observed_what", "stated")
_STATUS = {
    ProblemState.ACCEPTED: ReviewStatus.PUBLISHED,
    ProblemState.CORRECTED: ReviewStatus.CORRECTED,
    ProblemState.DISMISSED: ReviewStatus.REJECTED,
}
_LONGEST_VALUE = 300


class DoNotReconcile(NotPossible):
    """The numbers cannot be true together: ``faults`` says which and why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


def proposed() -> QuerySet[CaseReview]:
    """Those that wait for a decision, documents together, in the order they stand in; first what was read
    here, then the places that tables name."""
    rows: QuerySet[CaseReview] = CaseReview.objects.filter(review_status=ReviewStatus.PROPOSED)
    rows = rows.exclude(in_prose=False, run__isnull=False)  # those wait with all else of their document
    rows = rows.select_related("source", "theme", "inspection__framework")
    return rows.order_by(IsNull(F("run"), True), "source", "page", "id")


def decisions(review: CaseReview) -> QuerySet[Decision]:
    """Who decided what about it, and when."""
    about = {"inspection": review.inspection_id, "theme": review.theme_id, "sample": review.sample}
    return Decision.objects.filter(**about, field=Decision.PROPOSAL).select_related("made_by")


@transaction.atomic
def confirm(review_id: int, *, user: User, reason: str = "") -> CaseReview:
    """It stands as read, and is shown. Raises AlreadyDecided, NotPossible.

    Tables loaded here may name a place alone: then somebody has to say what stands there.
    """
    review = _open(review_id)
    if all(getattr(review, name) in (None, "") for name in (*NUMBERS, *WORDS)):
        raise NotPossible("Nobody has read this number yet: give what stands there, or reject it.")
    return _decide(review, ProblemState.ACCEPTED, user, reason)


@transaction.atomic
def reject(review_id: int, *, user: User, reason: str = "") -> CaseReview:
    """The passage gives no such number: it is never shown, nor proposed again. Raises as ``confirm``."""
    return _decide(_open(review_id), ProblemState.DISMISSED, user, reason)


@transaction.atomic
def correct(review_id: int, *, user: User, values: Mapping[str, Any], reason: str) -> CaseReview:
    """It is shown with the numbers and words of ``values`` (names of ``NUMBERS`` and ``WORDS``).

    Raises as ``confirm``, and DoNotReconcile.
    """
    review = _open(review_id)
    checked = checked_numbers(review, values)
    if blocking(checked.faults):
        raise DoNotReconcile(checked.faults)
    changed = [name for name in (*NUMBERS, *WORDS) if getattr(review, name) != values[name]]
    said = "; ".join(f"{name} {_said(getattr(review, name))} → {_said(values[name])}" for name in changed)
    for name in (*NUMBERS, *WORDS):
        setattr(review, name, values[name])
    review.cases, review.cases_basis = checked.counts.cases, checked.counts.cases_basis or ""
    review.completeness = checked.counts.completeness or ""
    return _decide(review, ProblemState.CORRECTED if changed else ProblemState.ACCEPTED, user, reason, said)


def checked_numbers(review: CaseReview, values: Mapping[str, Any]) -> Checked:
    """The same rules as for what is typed by hand."""
    day = review.inspection.fieldwork_end or review.inspection.published_to
    grades = definitions().case_grades_of(review.inspection.framework_id, day.year if day else None)
    return check(CaseCounts(**{name: values[name] for name in (*NUMBERS, *WORDS)}), grades)


def _open(review_id: int) -> CaseReview:
    review = take_up(CaseReview, review_id)
    refuse_while_blocked(review.source)
    return review


def _decide(review: CaseReview, outcome: ProblemState, user: User, reason: str, said: str = "") -> CaseReview:
    review.review_status = _STATUS[outcome]
    if outcome != ProblemState.DISMISSED:
        review.certainty = "high"  # a person looked at it
    review.save()
    settle([review.inspection_id])  # another source may tell of the same cases
    about = {"inspection": review.inspection, "theme": review.theme, "sample": review.sample}
    said = said[:_LONGEST_VALUE]
    decide(outcome, user=user, reason=reason, field=Decision.PROPOSAL, value=said, **about)
    return review


def _said(value: Any) -> str:
    return "not given" if value in (None, "") else f"{value}"
