"""One way to decide, whatever is decided: take the row up, see that it is open, write who, when and why."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib.auth.models import User

from inspections.ingest.pipeline import wait_for_turn
from inspections.models import CaseReview, Decision, Problem
from inspections.terms import ProblemState, ReviewStatus

Row = TypeVar("Row", Problem, CaseReview)


class AlreadyDecided(Exception):
    """Somebody else decided about this first; ``state`` says what, in a word."""

    def __init__(self, state: str) -> None:
        super().__init__(f"decided already: {state}")
        self.state = state


class NotPossible(Exception):
    """A decision that cannot be carried out; the message says why, for a person."""


def take_up(model: type[Row], pk: int) -> Row:
    """The row to decide about, kept from everybody else until the transaction ends. Raises AlreadyDecided."""
    # A reading that is just being stored looks at decisions first: wait until it is done.
    wait_for_turn()
    row = model._default_manager.select_for_update().get(pk=pk)
    if isinstance(row, Problem) and row.state != ProblemState.OPEN:
        raise AlreadyDecided(row.get_state_display())
    if isinstance(row, CaseReview) and row.review_status != ReviewStatus.PROPOSED:
        raise AlreadyDecided(row.get_review_status_display())
    return row


def decide(outcome: ProblemState, *, user: User, reason: str, **about: Any) -> Decision:
    """``about``: the fields of a ``Decision`` that say what it is about, and what is put right."""
    decision = Decision(outcome=outcome, made_by=user, reason=reason, **about)
    decision._history_user = user  # type: ignore[attr-defined]
    decision.save()
    return decision
