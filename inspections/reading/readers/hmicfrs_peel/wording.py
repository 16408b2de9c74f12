"""The words of PEEL pages brought to one form, and the words for grades."""

from __future__ import annotations

import re

from inspections.reading.language.text import squeezed

GRADES = {
    "outstanding": "outstanding",
    "good": "good",
    "adequate": "adequate",
    "requires improvement": "requires_improvement",
    "require improvement": "requires_improvement",
    "requiring improvement": "requires_improvement",
    "inadequate": "inadequate",
}
# Best first; a list of all of them in order explains the scale and judges nothing.
FOUR_TIERS = ("outstanding", "good", "requires_improvement", "inadequate")
FIVE_TIERS = ("outstanding", "good", "adequate", "requires_improvement", "inadequate")

ONE_WORD = r"(?:outstanding|good|adequate|inadequate)"
IMPROVE = r"requir(?:es?|ing)[ -]improvement"
GRADE = rf"(?:{ONE_WORD}|{IMPROVE})"
UNGRADED = r"(?:(?:is )?not (?:yet )?(?:been )?graded|(?:yet )?to be graded|ungraded)"
VERDICT = rf"(?:{GRADE}|{UNGRADED})"

_QUOTES = re.compile(r"[\"“”]|(?<!\w)'|'(?!\w)")
_END = re.compile(r"[\s.,;:!*]+(?:and)?[\s.,;:!*]*$")


def plain(words: str) -> str:
    """Small letters, no quotation marks, "and" for "&", one space between words."""
    words = words.lower().replace("’", "'").replace("‘", "'").replace("&", " and ")
    return squeezed(_QUOTES.sub("", words))


def without_end(plainly: str) -> str:
    """A sentence or item without its full stop, its semicolon, its "; and"."""
    return _END.sub("", plainly)


def grade_of(verdict: str) -> str | None:
    """A grade's code; None for "not yet graded" and its like."""
    return GRADES.get(verdict.replace("-", " "))
