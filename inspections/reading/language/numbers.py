"""Numbers in figures and in words, up to nine hundred and ninety-nine."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BELOW_TWENTY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_FROM_TWENTY = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: number for number, word in enumerate(re.findall(r"\w+", _BELOW_TWENTY), 1)}
TENS = {word: 10 * number for number, word in enumerate(re.findall(r"\w+", _FROM_TWENTY), 2)}
ZEROS = frozenset({"none", "nil", "zero"})
# A number from one to ninety-nine spelled out, in a pattern.
SPELLED_OUT = rf"(?:{'|'.join(TENS)})(?:-(?:{'|'.join(list(UNITS)[:9])}))?|{'|'.join(reversed(UNITS))}"
_MOST_DIGITS = 6


def in_figures(word: str) -> int | None:
    """1234 for "1234" and "1,234"; None for a decimal, for what is no number and for far too many digits."""
    digits = word.replace(",", "")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def in_words(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The number spelled out from ``words[at]`` on and how many words it takes; hyphens are words too."""
    word = words[at]
    if word in ZEROS:
        return 0, 1
    hundreds = 1 if word == "a" else UNITS.get(word, 0)
    if 0 < hundreds < 10 and _word(words, at + 1) == "hundred":
        if _word(words, at + 2) == "and" and (rest := _below_hundred(words, at + 3)):
            return 100 * hundreds + rest[0], 3 + rest[1]
        return 100 * hundreds, 2
    return _below_hundred(words, at)


def number_of(words: str | None) -> int | None:
    """17 for “17” and “seventeen”; None for what is no number, or more than a number."""
    words = words or ""
    if words.isdecimal() and len(words) <= _MOST_DIGITS:
        return int(words)  # in the digits of any script
    parts = re.findall(r"\w+|-", words)
    spelled = in_words(parts, 0) if parts else None
    return spelled[0] if spelled and spelled[1] == len(parts) else in_figures(words)


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    word = _word(words, at)
    if word in UNITS:
        return UNITS[word], 1
    if word not in TENS:
        return None
    step = 2 if _word(words, at + 1) == "-" else 1
    unit = UNITS.get(_word(words, at + step), 10)
    return (TENS[word] + unit, step + 1) if unit < 10 else (TENS[word], 1)


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""
