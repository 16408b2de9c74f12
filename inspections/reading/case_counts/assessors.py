"""Who graded the cases, and which set of cases they are."""

from __future__ import annotations

import re
from typing import Literal

from inspections.reading.case_counts.tally import Assessor

_ROLE = r"(?:assessors?|auditors?|reviewers?|assessments?|gradings?)"
_FORCE = (
    r"\b(?:assessed|graded|audited|reviewed|rated|judged) (?:internally|by the ?force\b(?! and))"
    r"|\binternally (?:assessed|graded|audited)|\bself-? ?(?:assess|audit|grad)\w{0,6}"
    rf"|\bforce(?:'s)? (?:own )?{_ROLE}|\bown (?:internal )?{_ROLE}|\binternal {_ROLE}"
    r"|\bthe ?force (?:itself |had |has |also |first ){0,2}(?:self-)?(?:assessed|graded|rated|judged)\b"
    r"|\bforce to (?:self-)?(?:assess|audit|grade|judge|rate)\b"
    r"|\b(?:assessed|graded|rated|judged) by the ?force\b"
)
_OWN = (
    r"\bown (?:internal )?(?:case )?(?:file )?audit(?:s|ing)?\b|\binternal (?:case )?(?:file )?audits?\b"
    r"|\baudits? (?:carried out |undertaken |conducted |completed )?by the ?force\b"
    r"|\bthe ?force's (?:case )?(?:file )?audits?\b"
    r"|\bthe ?(?:force|constabulary) (?:itself |had |has |also ){0,2}(?:audited|dip-? ?sample[sd]?)\b"
    r"|\b(?:force|constabulary)'s (?:own )?(?:dip-? ?sampl\w{1,4}|audits?)\b"
    r"|\b(?:supervisors|sergeants|managers) (?:had |have )?(?:graded|rated|audited|assessed|reviewed)\b"
)
_VERB = (
    r"(?:found|rated|judged|graded|(?:re-?)?assessed|considered|deemed|audited|examined|reviewed|looked|"
    r"concluded|viewed|saw|thought|classed|marked|scored)"
)
_INSPECTORS = (
    r"\bdisagreed with (?:the |those of the ){0,2}(?:force|own)(?:'s)? (?:own )?assessors\b|"
    rf"\b(?:we|inspectors?|hmic(?:frs)?)(?: \w{{1,20}}){{0,2}} {_VERB}\b"
    r"|\bby (?:the |hmic(?:frs)? |our |hm ){0,2}(?:inspectors|inspectorate|hmic(?:frs)?|us)\b"
)
# Whoever was named before.
_IT = r"\bit (?:had |has |then |also |self-){0,2}(?:assessed|graded|rated|judged|marked|considered)\b"
_MARKERS = re.compile(f"(?P<own>{_OWN})|(?P<force>{_FORCE})|(?P<inspectors>{_INSPECTORS})|(?P<it>{_IT})")
_WITHIN = re.compile(
    r"\bself-? ?assess|\bsame (?:\w{1,20} ){0,4}(?:cases|files)\b"
    r"|\b(?:part of|before|ahead of|prior to|for|during) (?:the|this|our) (?:\w{1,20} )?inspection\b"
)
_SELF_ASSESSED = re.compile(r"\bself-? ?assessed\b|\bassessed internally\b|\binternally assessed\b")
_AGAIN = re.compile(r"\bre-?(?:graded|assessed|examined|audited|rated|judged|evaluated)\b")
_NUMBERED_SET = re.compile(r"\b(?:first|second|third|fourth) (?:sample|set)\b")
_NEAR = 1500
_SHORTLY = 400
SELF_ASSESSED_SET, ADDITIONAL_SET = "self-assessed set", "additional set"


def last_assessor(plainly: str, begin: int, end: int) -> Assessor | None:
    """Who is named last between two places; None where nobody is.

    An audit of the force's own is outside the inspection unless the passage says that it is part of it.
    """
    named: str | None = None
    for found in _MARKERS.finditer(plainly, max(begin, end - _NEAR), end):
        named = found.lastgroup if found.lastgroup != "it" else named or _before(plainly, found.start())
    if named == "own":
        near = max(0, begin - _NEAR), end + _NEAR
        return "force" if _WITHIN.search(plainly, *near) else "own"
    return "force" if named == "force" else "inspectors" if named else None


def _before(plainly: str, end: int) -> str | None:
    """Whom “it” means: the last one named shortly before."""
    named = [found.lastgroup for found in _MARKERS.finditer(plainly, max(0, end - _SHORTLY), end)]
    return next((one for one in reversed(named) if one != "it"), None)


def set_of(
    plainly: str, begin: int, end: int, assessor: Assessor, which: Literal["", "same", "further"], before: str
) -> str:
    """Words that keep this set of cases apart; ``before``: those of the tally before it."""
    if before and (which == "same" or _AGAIN.search(plainly, begin, end)):
        return before
    if assessor == "force":
        return SELF_ASSESSED_SET
    if which == "further":
        return ADDITIONAL_SET
    if numbered := _NUMBERED_SET.search(plainly, begin, end):
        return numbered[0]
    if assessor == "inspectors" and _SELF_ASSESSED.search(plainly, begin, end):
        return SELF_ASSESSED_SET
    return ""
