"""Which framework a programme and a day mean, and which of its aspects a column's aspect is."""

from __future__ import annotations

import datetime as dt

SIF_BEGAN = dt.date(2013, 11, 1)
ILACS_BEGAN = dt.date(2018, 1, 1)
CARE_LEAVERS_APART = dt.date(2023, 1, 16)
NO_OVERALL = dt.date(2026, 4, 27)

_FRAMEWORKS = {"slac": "ofsted-slac", "cpi": "ofsted-cpi", "lac": "ofsted-lac-2013", "sif": "ofsted-sif"}
# Judged on the scale that said "adequate"; later statistics print "requires improvement to be good" instead.
RESTATED = frozenset(("ofsted-slac", "ofsted-cpi", "ofsted-lac-2013"))
# A table of latest judgements puts every programme under the headers of the newest.
_UNDER_NEWER_HEADERS = {
    "ofsted-sif": {
        "impact_of_leaders": "leadership",
        "in_care_and_care_leavers": "looked_after",
        "in_care": "looked_after",
    },
    "ofsted-ilacs-2018": {"in_care": "in_care_and_care_leavers"},
}


def programme_on(on: dt.date) -> str:
    """The programme of a full inspection that names none; empty before November 2013, when several ran."""
    if on < SIF_BEGAN:
        return ""
    return "sif" if on < ILACS_BEGAN else "ilacs"


def framework_of(programme: str, on: dt.date, graded_aspects: set[str]) -> str:
    """``graded_aspects``: those with a grade. Where only publication is known, they tell the edition."""
    if programme != "ilacs":
        return _FRAMEWORKS[programme]
    if on < CARE_LEAVERS_APART or "in_care_and_care_leavers" in graded_aspects:
        return "ofsted-ilacs-2018"
    return "ofsted-ilacs-2023" if on < NO_OVERALL else "ofsted-ilacs-2026"


def aspect_of(framework: str, aspect: str) -> str:
    return _UNDER_NEWER_HEADERS.get(framework, {}).get(aspect, aspect)
