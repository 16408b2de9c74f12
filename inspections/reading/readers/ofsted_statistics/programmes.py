"""Which framework a programme and a day mean, and which of its aspects a column's aspect is."""

from __future__ import annotations

import datetime as dt

from inspections.definitions.loader import RESTATED_SCALE, definitions

_FRAMEWORKS = {"slac": "ofsted-slac", "cpi": "ofsted-cpi", "lac": "ofsted-lac-2013", "sif": "ofsted-sif"}
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
    """The programme of a full inspection that names none; empty before the SIF, when several ran."""
    if definitions().edition_on("ilacs", on):
        return "ilacs"
    return "sif" if definitions().edition_on("sif", on) else ""


def framework_of(programme: str, on: dt.date, graded_aspects: set[str]) -> str:
    """``graded_aspects``: those with a grade. Where only publication is known, they tell the edition."""
    if programme != "ilacs":
        return _FRAMEWORKS[programme]
    edition = definitions().edition_on("ilacs", on)
    if edition is None or "in_care_and_care_leavers" in graded_aspects:
        return "ofsted-ilacs-2018"
    return edition.code


def is_restated(framework: str) -> bool:
    """Whether later statistics print "requires improvement to be good" where its reports said "adequate"."""
    return RESTATED_SCALE in definitions().frameworks[framework].scales


def aspect_of(framework: str, aspect: str) -> str:
    return _UNDER_NEWER_HEADERS.get(framework, {}).get(aspect, aspect)
