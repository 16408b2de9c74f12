"""One statement of graded cases with its place in the report, and the row it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.reading.case_counts import Tally
from inspections.reading.readers.hmicfrs_report.pieces import Piece
from inspections.reading.records import CaseReviewRecord
from inspections.terms import Certainty

ALL = "all-cases"
_GRADED = re.compile(r"\b(?:good|adequate|inadequate|improvement)\b", re.IGNORECASE)
# Both are part of a row's key, which has 300 letters.
_LONGEST_TOPIC, _LONGEST_SAMPLE = 120, 60


@dataclass(frozen=True)
class ReviewTally:
    """One statement of graded cases, and what it is about.

    ``theme``: a code, or None with the words in ``topic``. ``printed``: how the report calls these cases.
    ``listed``: it stands in a table, a list or the breakdown, not in passing in a sentence. ``period``: the
    words for the inspection it is of, where its row names one ("2021 inspection").
    """

    tally: Tally
    piece: Piece
    theme: str | None
    topic: str = ""
    printed: str = ""
    listed: bool = False
    period: str = ""
    proposed: bool = False

    @property
    def key(self) -> tuple[str | None, str, str, str]:
        return self.theme, self.topic.lower(), self.tally.assessor, self.tally.sample.lower()

    @property
    def is_graded(self) -> bool:
        """By counts or by a share of all cases."""
        return self.tally.is_graded or self.tally.percent_good is not None

    @property
    def is_fact(self) -> bool:
        """What grades cases is a fact; what only observes something in some of them waits for a person."""
        if self.piece.part.earlier or self.tally.completeness == "observed":
            return False
        only_total = self.theme == ALL and self.tally.completeness == "total_only"
        return self.is_graded or only_total or _GRADED.search(self.tally.stated) is not None

    @property
    def name(self) -> str:
        return self.printed or self.topic or ("all cases" if self.theme == ALL else self.theme or "cases")

    def record(self) -> CaseReviewRecord:
        tally = self.tally
        values = tally.model_dump(exclude={"start", "end", "doubt", "sample", "stated", "observed_what"})
        return CaseReviewRecord(
            **values,
            proposed=self.proposed,
            theme=self.theme,
            topic=self.topic[:_LONGEST_TOPIC],
            theme_printed=self.printed[:200],
            sample=tally.sample[:_LONGEST_SAMPLE],
            stated=tally.stated[:300],
            observed_what=tally.observed_what[:300],
            page=self.piece.page,
            locator=self.piece.where[:120],
            certainty=Certainty.MEDIUM if self.proposed else Certainty.HIGH,
        )
