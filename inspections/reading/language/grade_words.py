"""The words for grades: as Ofsted prints them, and as HMICFRS does for forces and for cases."""

from __future__ import annotations

import re

from inspections.reading.language.text import plain, squeezed

OFSTED_GRADES = {
    "outstanding": "outstanding",
    "good": "good",
    "adequate": "adequate",
    "inadequate": "inadequate",
    "requires improvement": "requires_improvement",
    "require improvement": "requires_improvement",
    "requires improvement to be good": "requires_improvement",
    "require improvement to be good": "requires_improvement",
}
ONE_WORD = r"(?:outstanding|good|adequate|inadequate)"
IMPROVE = r"(?:requir(?:es?|ing)|needs?)[ -]improvement"
GRADE = rf"(?:{ONE_WORD}|{IMPROVE})"
UNGRADED = r"(?:(?:is )?not (?:yet )?(?:been |being )?graded|(?:yet )?to be graded|ungraded)"
VERDICT = rf"(?:{GRADE}|{UNGRADED})"

_QUOTES = re.compile(r"[\"“”]|(?<!\w)'|'(?!\w)")
_END = re.compile(r"[\s.,;:!*]+(?:and)?[\s.,;:!*]*$")


def unquoted(words: str) -> str:
    """Small letters on one line, without quotation marks, "and" for "&"."""
    return squeezed(_QUOTES.sub("", plain(words).replace("&", " and ")))


def without_end(words: str) -> str:
    """A sentence or item without its full stop, its semicolon, its "; and"."""
    return _END.sub("", words)


def grade_of(verdict: str) -> str | None:
    """The code of a grade in small letters; None for "not yet graded" and its like."""
    if re.fullmatch(IMPROVE, verdict):
        return "requires_improvement"
    return verdict if re.fullmatch(ONE_WORD, verdict) else None
