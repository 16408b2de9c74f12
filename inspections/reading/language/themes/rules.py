"""The words of each theme, as ``words.yaml`` gives them, and where in a passage they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

# How far from a hit the words beside it, or undoing it, may stand.
_NEAR = 60
_WORDS = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))


class Rule(NamedTuple):
    """What each field means stands in ``words.yaml``."""

    theme: str
    stems: Sequence[str]
    says: re.Pattern[str]
    unless: re.Pattern[str] = re.compile(r"(?!)")
    beside: re.Pattern[str] = re.compile("")
    reach: tuple[int, int] = (75, 90)
    population: bool = False

    def hits(self, plainly: str) -> Iterator[tuple[int, int]]:
        """Where its words stand in a passage, undone by nothing around them."""
        for begin, end in windows(plainly, self.stems, *self.reach):
            for match in self.says.finditer(plainly, begin, end):
                start, stop = match.span()
                near = max(0, start - _NEAR), stop + _NEAR
                undoing = self.unless.finditer(plainly, *near)
                if any(start < other.end() and other.start() < stop for other in undoing):
                    continue
                before = max(plainly.rfind(". ", near[0], start), near[0])
                behind = plainly.find(". ", stop, near[1])
                if self.beside.search(plainly, before, behind if behind >= 0 else near[1]):
                    yield start, stop


def windows(text: str, needed: Sequence[str], before: int, after: int) -> list[tuple[int, int]]:
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


def _pattern(words: str) -> re.Pattern[str]:
    for name, part in reversed(_WORDS["parts"].items()):  # a part may hold those above it
        words = words.replace(f"<{name}>", part.strip())
    words = words.strip().replace("\\\n", "").replace("\n", "|")
    return re.compile(words.replace(" ", "[ '-]{1,3}"))


def _rule(entry: dict[str, Any]) -> Rule:
    patterns: dict[str, Any] = {
        name: _pattern(entry[name]) for name in ("says", "unless", "beside") if name in entry
    }
    return Rule(**entry | patterns)


RULES = tuple(map(_rule, _WORDS["rules"]))
