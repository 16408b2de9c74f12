"""What people decide about numbers proposed from prose: confirm, correct or reject, each in one transaction.

The row keeps what was decided (published, corrected, rejected), under a key that the next reading of the
same file finds again; who decided, when and why is a ``Correction`` with its history. Nothing is decided
twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from inspections.definitions.loader import definitions
from inspections.domain.case_counts import NUMBERS, CaseCounts
from inspections.ingest.pipeline import wait_for_turn
from inspections.models import CaseReview, Correction
from inspections.models.source import PROPOSAL
from inspections.reading.typed.faults import Fault, blocking
from inspections.reading.typed.tallies import Checked, check
from inspections.review.problems import NotPossible, open_blocking
from inspections.terms import ReviewStatus

WORDS = ("observed_what", "stated")
_LONGEST_VALUE = 300


class AlreadyDecided(Exception):
    """Somebody else decided about this proposal first: ``review`` as it stands now."""

    def __init__(self, review: CaseReview) -> None:
        super().__init__(f"decided already: {review.get_review_status_display()}")
        self.review = review


class DoNotReconcile(Exception):
    """The numbers cannot be true together: ``faults`` says which and why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


def proposed() -> QuerySet[CaseReview]:
    """Those that wait for a decision, documents together, in the order they stand in."""
    rows: QuerySet[CaseReview] = CaseReview.objects.filter(review_status=ReviewStatus.PROPOSED)
    rows = rows.exclude(in_prose=False, run__isnull=False)  # those wait with all else of their document
    return rows.select_related("source", "theme", "inspection__framework").order_by("source", "page", "id")


def decisions(review: CaseReview) -> QuerySet[Correction]:
    """Who decided what about it, and when."""
    rows = Correction.objects.filter(inspection=review.inspection_id, theme=review.theme_id, field=PROPOSAL)
    return rows.filter(sample=review.sample).select_related("made_by")


@transaction.atomic
def confirm(review_id: int, *, user: User, reason: str = "") -> CaseReview:
    """It stands as read, and is shown. Raises AlreadyDecided, NotPossible."""
    review = _open(review_id)
    _decide(review, ReviewStatus.PUBLISHED, user, "confirmed", reason)
    return review


@transaction.atomic
def reject(review_id: int, *, user: User, reason: str = "") -> CaseReview:
    """The passage gives no such number: it is never shown, nor proposed again. Raises as ``confirm``."""
    review = _open(review_id)
    _decide(review, ReviewStatus.REJECTED, user, "rejected", reason)
    return review


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
    status = ReviewStatus.CORRECTED if changed else ReviewStatus.PUBLISHED
    _decide(review, status, user, f"corrected: {said}" if changed else "confirmed", reason)
    return review


def checked_numbers(review: CaseReview, values: Mapping[str, Any]) -> Checked:
    """The same rules as for what is typed by hand."""
    day = review.inspection.fieldwork_end or review.inspection.published_to
    grades = definitions().case_grades_of(review.inspection.framework_id, day.year if day else None)
    return check(CaseCounts(**{name: values[name] for name in (*NUMBERS, *WORDS)}), grades)


def _open(review_id: int) -> CaseReview:
    # A reading that is just being stored looks at decisions first: wait until it is done.
    wait_for_turn()
    review = CaseReview.objects.select_for_update().get(pk=review_id)
    if review.review_status != ReviewStatus.PROPOSED:
        raise AlreadyDecided(review)
    left = open_blocking(review.source)
    if left:
        raise NotPossible(
            f"{left} blocking problem{'s' if left > 1 else ''} of this document must be decided first."
        )
    return review


def _decide(review: CaseReview, status: ReviewStatus, user: User, value: str, reason: str) -> None:
    review.review_status = status
    if status != ReviewStatus.REJECTED:
        review.certainty = "high"  # a person looked at it
    review.save()
    decision = Correction(
        inspection=review.inspection,
        theme=review.theme,
        sample=review.sample,
        field=PROPOSAL,
        value=value[:_LONGEST_VALUE],
        reason=reason,
        made_by=user,
    )
    decision._history_user = user  # type: ignore[attr-defined]
    decision.save()


def _said(value: Any) -> str:
    return "not given" if value in (None, "") else f"{value}"
