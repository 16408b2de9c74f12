"""The forms beside a number proposed from prose: put it right, or say why it is confirmed or rejected."""

from __future__ import annotations

from typing import Any

from django import forms

from dashboard.pages.ingest.entry_form import EntryPart, line, number, percentage
from dashboard.pages.ingest.forms import LONGEST_REASON
from inspections.domain.case_counts import NUMBERS
from inspections.models import CaseReview
from inspections.review.proposals import WORDS


class WhyForm(EntryPart):
    reason = line(
        "Why (optional)", longest=LONGEST_REASON, required=False, help_text="Seen by reviewers only."
    )


class NumbersForm(EntryPart):
    """With the numbers as read; an emptied field is "not given"."""

    cases = number("Cases looked at")
    good = number("Good")
    adequate = number("Adequate")
    requires_improvement = number("Requires improvement")
    inadequate = number("Inadequate")
    below_good = number("Below good, grades together")
    percent_good = percentage()
    observed = number("In how many something was seen")
    observed_what = line("What was seen in those", longest=300, required=False)
    stated = line("The source’s words", longest=300, required=False)
    reason = line("What was wrong", longest=LONGEST_REASON, help_text="Seen by reviewers only.")

    def __init__(self, *args: Any, review: CaseReview, **kwargs: Any) -> None:
        initial = {name: getattr(review, name) for name in (*NUMBERS, *WORDS)}
        super().__init__(*args, initial=initial, **kwargs)

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in (*NUMBERS, *WORDS)}

    def numbers(self) -> list[forms.BoundField]:
        return [self[name] for name in NUMBERS]

    def words(self) -> list[forms.BoundField]:
        return [self[name] for name in (*WORDS, "reason")]
