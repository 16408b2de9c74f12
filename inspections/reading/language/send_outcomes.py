"""The three outcomes of an Area SEND inspection since 2023, as reports and tables put them."""

from __future__ import annotations

import re

from inspections.reading.language.text import squeezed

_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“])")
_FELT = r"(?:experiences?|outcomes?)"
_OUTCOMES = (
    ("positive", re.compile(
        rf"\bleads?(?:ing)? to (?:\w+ )?positive {_FELT}|\btypically (?:leads?(?:ing)? to )?positive {_FELT}"
        rf"|\b{_FELT} (?:are|were) (?:typically|generally|usually) positive", re.IGNORECASE)),
    ("inconsistent", re.compile(
        rf"\binconsistent(?: and \w+)? {_FELT}|\b{_FELT} (?:that )?(?:are|were) inconsistent"
        rf"|\binconsistenc(?:y|ies) in (?:the )?{_FELT}", re.IGNORECASE)),
    ("systemic_failings", re.compile(
        r"\b(?:widespread|systemic)\b(?: ?(?:and/or|and / or|and|or|/|,)? ?(?:widespread|systemic))?"
        r" (?:failings?|failures?|weaknesses|shortcomings)\b", re.IGNORECASE)),
)  # fmt: skip
# Words that make a sentence say the opposite, or speak of the inspection before.
_NOT_SO = re.compile(
    r"\b(?:not|no|never|nor|neither|without|cannot|longer|previous(?:ly)?|last|former(?:ly)?|were|was|had"
    r"|than|instead|avoid)\b|n[’']t\b",
    re.IGNORECASE,
)


def stated_outcomes(words: str) -> tuple[dict[str, str], str]:
    """Each outcome the words state, with the sentence that does; and the first sentence that names one, but
    not as this inspection's own."""
    found: dict[str, str] = {}
    doubted = ""
    for sentence in _STOP.split(squeezed(words)):
        for grade, pattern in _OUTCOMES:
            named = pattern.search(sentence)
            if named is None:
                continue
            if _NOT_SO.search(sentence[: named.end()]):
                doubted = doubted or sentence
            else:
                found.setdefault(grade, sentence)
    return found, doubted
