"""Who looked at the cases and graded them, and which set of cases they are."""

from __future__ import annotations

import re

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.items import Which
from inspections.reading.case_counts.tally import Assessor
from inspections.reading.case_counts.tokens import Sentence

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

_BETWEEN = v.BEFORE_NUMBER | {"of", "at", "in", "detail", "depth", "set", "sample", "results"}
_US = frozenset({"we", "inspectors", "inspector", "hmic", "hmicfrs", "inspection", "us", "inspectorate"})
_INSPECTING = _US | {"our", "review", "inspections", "hmi"}
_OTHERS = v.listed(
    "officers officer staff supervisors sergeants constabulary police team teams managers they it he "
    "she council partnership board courts court prosecutors cps detectives workers agencies "
    "department unit force"
)
_OPENING = v.listed("and also a the then in")
_TO_LOOK = v.listed("assess examine review audit sample inspect grade judge rate evaluate")
_FAR = 10  # words


def last_assessor(plainly: str, begin: int, end: int) -> Assessor | None:
    """Who is named last between two places; None where nobody is.

    An audit of the force's own is outside the inspection unless the passage says that it is part of it.
    """
    named: str | None = None
    for found in _MARKERS.finditer(plainly, max(begin, end - _NEAR), end):
        if found.lastgroup != "it":
            named = found.lastgroup
        elif named is None:  # whoever was named shortly before
            earlier = _MARKERS.finditer(plainly, max(0, found.start() - _SHORTLY), found.start())
            named = next((m.lastgroup for m in reversed([*earlier]) if m.lastgroup != "it"), None)
    if named == "own":
        near = max(0, begin - _NEAR), end + _NEAR
        return Assessor.FORCE if _WITHIN.search(plainly, *near) else Assessor.OWN
    return Assessor.FORCE if named == Assessor.FORCE else Assessor.INSPECTORS if named else None


def set_of(plainly: str, begin: int, end: int, assessor: Assessor, which: Which, before: str) -> str:
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


def looked_at(sentence: Sentence, first: int, last: int) -> bool:
    """Whether somebody assessed the cases of ``first`` to ``last``, the tokens of the number and its cases.

    A total without grades is a number of cases looked at by nothing else.
    """
    if looked_at_actively(sentence, first):
        return True
    # “73 cases were examined”, “33 cases assessed internally”, “170 files of the force's own audit”
    after = [token.text for token in sentence[last + 1 : last + 1 + _FAR]]
    for at, word in enumerate(after[:7]):
        if word in (",", ";", "."):
            return False
        if word in v.LOOKED and word != "considered":
            by = after[at + 1 : at + 4]
            return not ("by" in by and any(other in _OTHERS - {"force"} for other in by))
        if word in ("audit", "audits") and "own" in after[:at]:
            return True
        if word in _US:
            return any(verb in v.LOOKED or verb == "looked" for verb in after[at + 1 : at + 5])
    return False


def looked_at_actively(sentence: Sentence, first: int) -> bool:
    """“we examined 34 cases”, “audited 28 cases”, “our audit of 30 cases”."""
    at = first - 1
    while sentence.text(at) in _BETWEEN:
        at -= 1
    verb, after = sentence.text(at), sentence.text(at + 1)
    if verb == "looked":
        looked = after == "at"
    else:
        looked = verb in v.LOOKED or (verb in _TO_LOOK and sentence.text(at - 1) == "to")
        looked = looked or (verb in v.LOOKING and after == "of")
    if not looked and (at + 1 >= first or after != "sample"):
        return False
    before: list[str] = []
    for token in sentence[max(0, at - _FAR) : max(at, 0)][::-1]:
        if token.text in (";", ":", "(", ")"):
            break
        before.append(token.text)
    if "force" in before and ("own" in before or "self" in before or "asked" in before):
        return True
    if any(word in _INSPECTING for word in before):
        return not any(word in _OTHERS for word in before[:2])
    return all(not word.isalpha() or word in _OPENING for word in before)
