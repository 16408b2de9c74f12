"""The time a tally is of, where a passage tells of two."""

from __future__ import annotations

import re

from inspections.reading.case_counts import vocabulary as v

# Short names are left out: “mar” and “sep” stand in no report, and “may” is a verb without its year.
_MONTHS = "|".join(sorted(month for month in v.MONTHS if len(month) > 4 or month in ("may", "june", "july")))
_TIME = re.compile(rf"\b(?:(?:{_MONTHS}|spring|summer|autumn|winter)(?: of)? )?(?:19|20)\d\d\b")


def times_in(plainly: str, text: str, begin: int, end: int) -> list[tuple[int, str]]:
    """(place, words) of every month and year between two places, as printed."""
    return [
        (found.start(), " ".join(text[slice(*found.span())].split()))
        for found in _TIME.finditer(plainly, begin, end)
    ]
