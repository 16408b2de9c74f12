"""How a theme's words are written down, and where in a passage they stand.

Text is read in small letters with straight apostrophes (``text.plain``); in a pattern a space stands for a
space, a hyphen or quotation marks (“go ‘missing’”, “return-home interview”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# How far from a hit the words beside it, or undoing it, may stand.
_NEAR = 60


class Rule(NamedTuple):
    """``stems``: one of them stands inside a word of every hit. ``unless``: words around a hit that undo it.

    ``beside``: words of which one has to stand near a hit, in the same sentence. ``reach``: how many letters
    before and after the start of a stem the pattern may need.
    """

    theme: str
    stems: tuple[str, ...]
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    beside: re.Pattern[str] | None = None
    reach: tuple[int, int] = (75, 90)

    def hits(self, plainly: str) -> Iterator[tuple[int, int]]:
        """Where its words stand in a passage, undone by nothing around them."""
        for begin, end in windows(plainly, self.stems, *self.reach):
            for match in self.pattern.finditer(plainly, begin, end):
                start, stop = match.span()
                near = max(0, start - _NEAR), stop + _NEAR
                undoing = self.unless.finditer(plainly, *near) if self.unless else ()
                if any(start < other.end() and other.start() < stop for other in undoing):
                    continue
                if self.beside:
                    before = max(plainly.rfind(". ", near[0], start), near[0])
                    behind = plainly.find(". ", stop, near[1])
                    if not self.beside.search(plainly, before, behind if behind >= 0 else near[1]):
                        continue
                yield start, stop


def rule(
    theme: str,
    stems: str,
    says: Iterable[str],
    unless: Iterable[str] = (),
    beside: Iterable[str] = (),
    reach: tuple[int, int] = (75, 90),
) -> Rule:
    patterns = ("|".join(words).replace(" ", "[ '-]{1,3}") for words in (says, unless, beside))
    pattern, undoing, needed = (re.compile(words) if words else None for words in patterns)
    if pattern is None:
        raise ValueError(f"theme {theme} has no words")
    return Rule(theme, tuple(stems.split("|")), pattern, undoing, needed, reach)


def windows(text: str, needed: tuple[str, ...], before: int, after: int) -> list[tuple[int, int]]:
    """Where a pattern may match: around words that every match needs. Searching only there is fast.

    Spans from ``before`` letters ahead of each needed word to ``after`` letters past its start, merged.
    """
    places = []
    for word in needed:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + 1)
    spans: list[tuple[int, int]] = []
    for at in sorted(places):
        begin = max(0, at - before)
        if spans and begin <= spans[-1][1]:
            begin = spans.pop()[0]
        spans.append((begin, at + after))
    return spans
