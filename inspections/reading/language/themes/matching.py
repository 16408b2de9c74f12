"""Which themes a passage speaks of, by its words alone. Pure text, shared by every reader of reports."""

from __future__ import annotations

import re
from typing import NamedTuple

from inspections.reading.language.text import plain
from inspections.reading.language.themes.rules import RULES

# Themes that say which children a case is about; the others say what was done for them.
POPULATIONS = frozenset(rule.theme for rule in RULES if rule.population)


class ThemeWord(NamedTuple):
    """A word of a theme and where it stands in the passage."""

    start: int
    end: int
    theme: str


_ANY_STEM = re.compile("|".join(re.escape(stem) for rule in RULES for stem in rule.stems))


class _RulesByWord(dict[str, int]):
    """Which rules (as bits) a word may matter to. Each word is looked at once, however often it comes."""

    _MOST = 60_000

    def __missing__(self, word: str) -> int:
        bits = 0
        if _ANY_STEM.search(word):
            bits = sum(1 << at for at, rule in enumerate(RULES) if any(stem in word for stem in rule.stems))
        if len(self) >= self._MOST:  # a hostile file may hold any number of words
            self.clear()
        self[word] = bits
        return bits


_RULES_BY_WORD = _RulesByWord()
_BITS = tuple((1 << place, rule) for place, rule in enumerate(RULES))


def theme_words(plainly: str) -> list[ThemeWord]:
    """Every word of a theme in a passage made ``plain``, in order of the rules.

    “Exploitation” without its kind counts only where no exploitation in the passage has one: a paragraph on
    sexual exploitation that goes on to say “exploitation” has said which kind.
    """
    found: list[ThemeWord] = []
    possible = 0
    for bits in set(map(_RULES_BY_WORD.__getitem__, plainly.split())):
        possible |= bits
    if not possible:
        return found
    kind_stated = False
    for bit, rule in _BITS:
        if not possible & bit or (kind_stated and rule.theme == "child-exploitation"):
            continue
        for start, end in rule.hits(plainly):
            found.append(ThemeWord(start, end, rule.theme))
            said = plainly[start:end]
            kind_stated = kind_stated or "exploit" in said or said == "cse"
    return found


def themes_of(passage: str) -> tuple[str, ...]:
    """Codes of the themes a passage speaks of, each once."""
    return tuple(dict.fromkeys(word.theme for word in theme_words(plain(passage))))
