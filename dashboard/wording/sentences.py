"""Names, numbers and lists within a sentence."""

from __future__ import annotations

from collections.abc import Iterable

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_words(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def listed(names: Iterable[str]) -> str:
    """ "Knowsley, Liverpool and Wirral"."""
    names = list(names)
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def plural(number: int, one: str, many: str = "") -> str:
    """ "1 visit", "2 visits"."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def capital(words: str) -> str:
    """First letter large, nothing else changed."""
    return words[:1].upper() + words[1:]


def small(words: str) -> str:
    """First letter small, as within a sentence."""
    return words[:1].lower() + words[1:]
