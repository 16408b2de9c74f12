"""Which rulebook a report was written under, the aspects that rulebook judges, and when it was in force."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Rulebook:
    """``first`` and ``last`` bound the first day of fieldwork, both included."""

    framework: str
    aspects: tuple[str, ...]
    grades: frozenset[str]
    first: dt.date
    last: dt.date


_TODAY = frozenset(("outstanding", "good", "requires_improvement", "inadequate"))
_BEFORE_NOV_2013 = frozenset(("outstanding", "good", "adequate", "inadequate"))
_SIF_ASPECTS = ("overall", "help_protection", "looked_after", "adoption", "care_leavers", "leadership")

LAC_2013 = Rulebook(
    "ofsted-lac-2013",
    ("overall", "capacity_to_improve", "outcomes_lac", "quality_of_provision", "leadership"),
    _BEFORE_NOV_2013,
    dt.date(2013, 4, 1),
    dt.date(2013, 11, 30),
)
SIF = Rulebook("ofsted-sif", _SIF_ASPECTS, _TODAY, dt.date(2013, 11, 1), dt.date(2018, 9, 30))
LSCB = Rulebook("ofsted-lscb", ("lscb",), _TODAY, dt.date(2013, 11, 1), dt.date(2018, 9, 30))
ILACS_2018 = Rulebook(
    "ofsted-ilacs-2018",
    ("overall", "impact_of_leaders", "help_protection", "in_care_and_care_leavers"),
    _TODAY,
    dt.date(2018, 1, 1),
    dt.date(2023, 1, 15),
)
ILACS_2023 = Rulebook(
    "ofsted-ilacs-2023",
    ("overall", "impact_of_leaders", "help_protection", "in_care", "care_leavers"),
    _TODAY,
    dt.date(2023, 1, 16),
    dt.date(2026, 4, 26),
)
ILACS_2026 = Rulebook(
    "ofsted-ilacs-2026",
    ("impact_of_leaders", "help_protection", "in_care", "care_leavers"),
    _TODAY,
    dt.date(2026, 4, 27),
    dt.date(2100, 1, 1),
)


def ilacs_rulebook(seen: set[str], began: dt.date | None) -> Rulebook:
    """By the rows the report has; only where they do not tell (a row is missing), by its first day."""
    if "in_care_and_care_leavers" in seen and not seen & {"in_care", "care_leavers"}:
        return ILACS_2018
    if seen & {"in_care", "care_leavers"} and "overall" in seen:
        return ILACS_2023
    if began is None:
        return ILACS_2023
    for rulebook in (ILACS_2018, ILACS_2023):
        if began <= rulebook.last:
            return rulebook
    return ILACS_2026


def with_board(rulebook: Rulebook) -> Rulebook:
    """The same rulebook where the report also reviews the Local Safeguarding Children Board."""
    return replace(rulebook, aspects=(*rulebook.aspects, "lscb"))
