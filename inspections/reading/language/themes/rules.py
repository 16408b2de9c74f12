"""How a theme's words are written down, and how they become patterns.

Text is read in small letters with straight apostrophes (``themes.plain``); in a pattern a space stands for a
space, a hyphen or quotation marks (“go ‘missing’”, “return-home interview”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


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


def _pattern(alternatives: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(alternatives)
    return re.compile(joined.replace(" ", "[ '-]{1,3}")) if joined else None


def rule(
    theme: str,
    stems: str,
    says: Iterable[str],
    unless: Iterable[str] = (),
    beside: Iterable[str] = (),
    reach: tuple[int, int] = (75, 90),
) -> Rule:
    pattern = _pattern(says)
    if pattern is None:
        raise ValueError(f"theme {theme} has no words")
    return Rule(theme, tuple(stems.split("|")), pattern, _pattern(unless), _pattern(beside), reach)
