"""What a page does not give in words: grades shown as pictures, or only counted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspections.reading.documents.html import Block
from inspections.reading.readers.hmicfrs_peel.found import Found, note
from inspections.reading.readers.hmicfrs_peel.wording import GRADE, plain
from inspections.reading.records import ProblemRecord

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
_COUNTED = re.compile(
    rf"\b{GRADE} (?:x|×) ?\d{{1,2}}\b|\b{GRADE}(?: grades?)? (?:in|for) {_NUMBER} (?:of )?(?:the )?areas?\b"
    rf"|\b{_NUMBER} (?:areas? )?(?:were |was |graded |judged |as )*{GRADE}\b"
)
_AS_FOLLOWS = re.compile(r"\bgraded judge?ments?\b.{0,80}\bas follows\b")
_LONGEST = 1000


def pictures(blocks: Iterable[Block], found: Found, judged: set[str]) -> list[ProblemRecord]:
    """A note for the aspects that have a heading and no grade in words anywhere on the page."""
    silent = [label for aspect, label in found.headings.items() if aspect not in judged]
    carried = [label for label in found.carried if label not in judged]
    as_follows = next((b.text for b in blocks if _AS_FOLLOWS.search(plain(b.text[:_LONGEST]))), "")
    problems = []
    if silent or (as_follows and not judged):
        message = (
            "The page gives no grade in words here: HMICFRS shows these grades as a picture, or on "
            "another page. "
            "Nothing was taken."
        )
        problems.append(note("", "; ".join(silent) or as_follows, message))
    if carried:
        message = (
            "A grade was carried over from an earlier inspection, and the page does not say which grade."
        )
        problems.append(note("", "; ".join(found.carried[aspect] for aspect in carried), message))
    return problems


def counted(blocks: Iterable[Block]) -> list[ProblemRecord]:
    """A note for each sentence that only counts grades ("good in seven areas")."""
    message = "This sentence counts grades and does not say which areas have them. Nothing was taken from it."
    return [
        note("", block.text, message)
        for block in blocks
        if block.kind != "row" and len(block.text) <= _LONGEST and _COUNTED.search(plain(block.text))
    ][:3]
