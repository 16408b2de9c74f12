"""Whether a number of cases is one that somebody assessed: a total without grades is told by nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from inspections.reading.case_counts import vocabulary as v
from inspections.reading.case_counts.tokens import Token

_BETWEEN = v.BEFORE_NUMBER | {"of", "at", "in", "detail", "depth", "set", "sample", "results"}
_INSPECTORS = frozenset(
    {"we", "inspectors", "inspector", "hmic", "hmicfrs", "inspection", "us", "inspectorate"}
)
_INSPECTING = _INSPECTORS | {"our", "review", "inspections", "hmi"}
_OTHERS = v.listed(
    "officers officer staff supervisors sergeants constabulary police team teams managers they it he "
    "she council partnership board courts court prosecutors cps detectives workers agencies "
    "department unit force"
)
_OPENING = v.listed("and also a the then in")
_TO_LOOK = v.listed("assess examine review audit sample inspect grade judge rate evaluate")
_FAR = 10


def looked_at(tokens: Sequence[Token], first: int, last: int) -> bool:
    """``first`` to ``last``: the tokens of the number and its cases."""
    return looked_at_actively(tokens, first) or _passive(tokens, last)


def looked_at_actively(tokens: Sequence[Token], first: int) -> bool:
    """“we examined 34 cases”, “audited 28 cases”, “our audit of 30 cases”."""
    at = first - 1
    while at >= 0 and tokens[at].text in _BETWEEN:
        at -= 1
    verb = tokens[at].text if at >= 0 else ""
    if verb == "looked":
        looked = tokens[at + 1].text == "at"
    else:
        looked = verb in v.LOOKED or (verb in _TO_LOOK and tokens[at - 1].text == "to")
        looked = looked or (verb in v.LOOKING and tokens[at + 1].text == "of")
    if not looked and (at + 1 >= first or tokens[at + 1].text != "sample"):
        return False
    before: list[str] = []
    for token in tokens[max(0, at - _FAR) : max(at, 0)][::-1]:
        if token.text in (";", ":", "(", ")"):
            break
        before.append(token.text)
    if _own_assessment(before):
        return True
    if any(word in _INSPECTING for word in before):
        return not any(word in _OTHERS for word in before[:2])
    return all(not word.isalpha() or word in _OPENING for word in before)


def _own_assessment(before: Sequence[str]) -> bool:
    return "force" in before and ("own" in before or "self" in before or "asked" in before)


def _passive(tokens: Sequence[Token], last: int) -> bool:
    """“73 cases were examined”, “33 cases assessed internally”, “170 files of the force's own audit”."""
    after = [token.text for token in tokens[last + 1 : last + 1 + _FAR]]
    for at, word in enumerate(after[:7]):
        if word in (",", ";", "."):
            return False
        if word in v.LOOKED and word != "considered":
            by = after[at + 1 : at + 4]
            return not ("by" in by and any(other in _OTHERS - {"force"} for other in by))
        if word in ("audit", "audits") and "own" in after[:at]:
            return True
        if word in _INSPECTORS:
            verbs = after[at + 1 : at + 5]
            return any(verb in v.LOOKED or verb == "looked" for verb in verbs)
    return False
