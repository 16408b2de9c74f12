"""What a page does not give in words: grades shown as pictures, or only counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspections.reading.documents.html import Block
from inspections.reading.language.grade_words import GRADE, unquoted
from inspections.reading.readers.hmicfrs_peel.page import Page

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
_COUNTED = re.compile(
    rf"\b{GRADE} (?:x|×) ?\d{{1,2}}\b|\b{GRADE}(?: grades?)? (?:in|for) {_NUMBER} (?:of )?(?:the )?areas?\b"
    rf"|\b{_NUMBER} (?:areas? )?(?:were |was |graded |judged |as )*{GRADE}\b"
)
_AS_FOLLOWS = re.compile(r"\bgraded judge?ments?\b.{0,80}\bas follows\b")
_LONGEST = 1000
_MOST_COUNTED = 3


def note_gaps(blocks: Sequence[Block], page: Page, judged: set[str]) -> None:
    """Notes on the aspects that have a heading and no grade in words anywhere on the page, on grades carried
    over that are not named, and on sentences that only count grades ("good in seven areas")."""
    silent = [label for aspect, label in page.headings.items() if aspect not in judged]
    carried = [words for aspect, words in page.carried.items() if aspect not in judged]
    as_follows = next((b.text for b in blocks if _AS_FOLLOWS.search(unquoted(b.text[:_LONGEST]))), "")
    if silent or (as_follows and not judged):
        message = (
            "The page gives no grade in words here: HMICFRS shows these grades as a picture, or on another "
            "page. Nothing was taken."
        )
        page.note("; ".join(silent) or as_follows, message)
    if carried:
        message = (
            "A grade was carried over from an earlier inspection, and the page does not say which grade."
        )
        page.note("; ".join(carried), message)
    prose = [block.text for block in blocks if block.kind != "row" and len(block.text) <= _LONGEST]
    counted = [text for text in prose if _COUNTED.search(unquoted(text))]
    message = "This sentence counts grades and does not say which areas have them. Nothing was taken from it."
    for text in counted[:_MOST_COUNTED]:
        page.note(text, message)
