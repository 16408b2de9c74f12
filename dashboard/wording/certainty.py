"""How a figure was seen and how certain it is, in words: one place for charts, tables, pages and lists.

A figure of medium or low certainty says so wherever it shows. What is certain says nothing: a word on every
figure would hide the few that need it.
"""

from __future__ import annotations

from inspections.terms import Certainty, Confidence

HOW_SEEN = {
    Confidence.READ.value: "read here",
    Confidence.QUOTED.value: "as quoted by",
    Confidence.PRESS.value: "as reported by the press",
}


def certainty_words(certainty: str) -> str:
    """ "medium certainty"; nothing where it is high."""
    return "" if certainty in ("", Certainty.HIGH) else f"{certainty} certainty"


def in_brackets(certainty: str) -> str:
    """ " (medium certainty)", to follow a grade or a number."""
    words = certainty_words(certainty)
    return f" ({words})" if words else ""


def seen_words(confidence: str) -> str:
    """ "as reported by the press"; nothing where it was read in the document itself."""
    words = {Confidence.QUOTED: "as quoted by another document", Confidence.PRESS: HOW_SEEN["press"]}
    return words.get(Confidence(confidence), "")


def how_sure(confidence: str, certainty: str) -> str:
    """ "as reported by the press; medium certainty": nothing where it was read here and is certain."""
    return "; ".join(words for words in (seen_words(confidence), certainty_words(certainty)) if words)
