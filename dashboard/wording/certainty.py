"""How a figure was seen and how certain it is, in words: one place for charts, tables, pages and lists.

A figure of medium or low certainty says so wherever it shows. What is certain says nothing: a word on every
figure would hide the few that need it.
"""

from __future__ import annotations

from inspections.terms import Confidence

STAR = "*"  # at the end of a mark's short words: its certainty is medium or low
# By confidence: how a figure was seen, to stand before its source and in a sentence.
HOW_SEEN = {"read": "read here", "quoted": "as quoted by", "press": Confidence.PRESS.label}


def certainty_words(certainty: str) -> str:
    """ "medium certainty"; nothing where it is high."""
    return "" if certainty in ("", "high") else f"{certainty} certainty"


def in_brackets(certainty: str) -> str:
    """ " (medium certainty)", to follow a grade or a number."""
    words = certainty_words(certainty)
    return f" ({words})" if words else ""


def how_sure(confidence: str, certainty: str) -> str:
    """ "as reported by the press; medium certainty": nothing where it was read here and is certain."""
    seen = "" if confidence == Confidence.READ else Confidence(confidence).label
    return "; ".join(words for words in (seen, certainty_words(certainty)) if words)
